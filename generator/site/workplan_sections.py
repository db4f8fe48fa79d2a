"""Part two of the work plan: its seven sections under the form's own numbers and headings.

Section five repeats what the benchmarks' entries say, and section two the consortium's members, because
the form is printed and handed in as one document.
"""

from collections.abc import Iterator

from pydantic import BaseModel

from generator.markup import Html, Template
from generator.model.organisation import Organisation
from generator.model.programme_objects import Benchmark, Consortium
from generator.model.workplan import BenchmarkPlan, ConsortiumPlan, KeyScenario, ScenarioAnalysis, WorkPlan
from generator.site import words
from generator.site.fields import models_table, nested
from generator.site.page import Heading
from generator.site.tables import table
from generator.site.view import EMPTY, View, join
from generator.texts import Text

_SECTION = Template('<h3 id="{}">{}</h3>{}')
_ITEM = Template("<h4>{}</h4>{}")
_NAMED = Template("<h5>{}</h5>{}")
_WHICH = Template('<p class="form__which">{}</p>')
_NONE = Html('<p class="form__none">—</p>')

Item = tuple[Text | None, tuple[str, ...]]
"""A heading of the form, if there is one, and the fields of the section that stand below it."""

SECTIONS: tuple[tuple[str, Text, tuple[Item, ...]], ...] = (
    (
        "scenario_analysis",
        Text("（一）垂直行业领域应用场景", "(1) Scenarios of the sector"),
        (
            (Text("1. 产业概况", "1. The industry"), ("industry_overview",)),
            (
                Text("2. 关键痛点、共性需求和重点应用场景", "2. Pain points, common needs, key scenarios"),
                ("pain_points", "common_needs", "key_scenarios"),
            ),
        ),
    ),
    (
        "consortium_plan",
        Text("（二）产业联合体组建方案", "(2) The consortium"),
        (
            (
                Text("1. 成员单位、合作模式、合作协议、分工", "1. Members, cooperation, agreements, division of work"),
                ("consortium", "cooperation_mode"),
            ),
            (
                Text(
                    "2. 工作组织方式、商业模式、可持续投资保障",
                    "2. Working method, business model, sustained investment",
                ),
                ("working_method", "business_model", "sustained_investment"),
            ),
        ),
    ),
    (
        "overall",
        Text("（三）“5G+工业互联网”应用示范园区总体方案", "(3) Overall plan of the park"),
        (
            (None, ("network_specification", "performance", "park_network", "intranet", "benchmarks")),
            (None, ("cluster_rollout", "investment")),
            (None, ("period", "two_year_plan")),
        ),
    ),
    (
        "network",
        Text("（四）5G 园区网络及企业内网建设方案", "(4) Park network and enterprise intranets"),
        (
            (Text("1. 方案概述", "1. Overview"), ("plan_name", "implementer", "served_party", "goals")),
            (Text("2. 建设方案", "2. Construction"), ("resource_demand", "architecture", "performance")),
            (Text("3. 方案基础", "3. Basis"), ("work_done", "problems", "remedies")),
            (Text("4. 投资计划", "4. Investment"), ("investment",)),
            (Text("5. 实施计划", "5. Schedule"), ("period", "milestones")),
        ),
    ),
    ("benchmark_plans", Text("（五）“5G+工业互联网”应用标杆建设方案", "(5) Benchmark projects"), ()),
    (
        "rollout",
        Text("（六）“5G+工业互联网”企业规模化推广方案", "(6) Roll-out to enterprises"),
        (
            (
                Text("1. 垂直行业领域及产业集群重点区域", "1. Sectors and clusters"),
                ("industries", "clusters"),
            ),
            (Text("2. 方案内容", "2. Content"), ("content",)),
            (Text("3. 推广实施路径", "3. Path"), ("plan", "organisation", "indicators")),
            (Text("4. 投资计划", "4. Investment"), ("investment",)),
        ),
    ),
    (
        "supporting_policies",
        Text("（七）相关地市和园区配套政策措施", "(7) Supporting policies of city and park"),
        ((None, ("electricity", "land", "special_funds", "measures", "organisations")),),
    ),
)
"""The sections by field of the plan, in the form's order."""

BENCHMARK: tuple[tuple[Text, tuple[str, ...]], ...] = (
    (Text("1. 工业企业概况", "1. The enterprise"), ("enterprise", "partners", "parks", "digital_baseline")),
    (
        Text("2. 项目建设方案", "2. Construction"),
        (
            "industries",
            "scenarios",
            "pain_points",
            "solution",
            "construction",
            "five_g_features",
            "demonstration_value",
            "promotion",
        ),
    ),
    (Text("3. 项目实施安排", "3. Schedule and investment"), ("schedule", "investment")),
    (Text("4. 项目预期成果", "4. Expected results"), ("indicators", "results", "promised_standards")),
)
"""What the form asks of a benchmark, and the fields of its entry that answer."""


def plan_sections(view: View, plan: WorkPlan) -> tuple[Html, tuple[Heading, ...]]:
    """The seven sections, and their headings. A section that the plan leaves out is there, with a dash."""
    parts, toc = [], []
    for name, title, items in SECTIONS:
        anchor, label = name.replace("_", "-"), title.of(view.lang)
        filled = getattr(plan, name)
        body = join(_items(view, filled, items) if items else (_benchmark(view, one) for one in filled))
        parts.append(_SECTION.format(anchor, label, body or _NONE))
        toc.append(Heading(anchor, label, 3))
    return join(parts), tuple(toc)


def _items(view: View, section: BaseModel | None, items: tuple[Item, ...]) -> Iterator[Html]:
    if section is None:
        return
    for title, names in items:
        body = _fields(view, section, names)
        if title is None:
            yield body
        else:
            yield _ITEM.format(title.of(view.lang), body or _NONE)


def _fields(view: View, section: BaseModel, names: tuple[str, ...]) -> Html:
    match section:
        case ScenarioAnalysis() if names == ("industry_overview",):
            return nested(view, section.industry_overview, 5) if section.industry_overview else EMPTY
        case ScenarioAnalysis():
            rest = tuple(name for name in names if name != "key_scenarios")
            return nested(view, section, 5, rest) + _key_scenarios(view, section.key_scenarios)
        case ConsortiumPlan() if "consortium" in names:
            return (
                nested(view, section, 5, ("consortium",))
                + _members(view, section)
                + nested(view, section, 5, tuple(name for name in names if name != "consortium"))
            )
        case _ if names == ("investment",):
            investment = getattr(section, "investment", None)
            return nested(view, investment, 5) if isinstance(investment, BaseModel) else EMPTY
    return nested(view, section, 5, names)


def _key_scenarios(view: View, found: tuple[KeyScenario, ...]) -> Html:
    if not found:
        return EMPTY
    rows = [
        [
            view.entry(f"scenarios/{one.scenario}"),
            Html.escape(words.choice("production_stage", one.production_stage, view.lang))
            if one.production_stage
            else EMPTY,
            view.prose(one.investment_return) if one.investment_return else EMPTY,
            view.prose(one.supply_chain) if one.supply_chain else EMPTY,
        ]
        for one in found
    ]
    title = view.say("重点应用场景", "Key scenarios")
    heads = [
        view.say("应用场景", "Scenario"),
        view.say("生产环节", "Stage"),
        view.say("投资收益", "Return on investment"),
        view.say("产业链配套", "Supply chain"),
    ]
    return _NAMED.format(title, table(title, heads, rows, [False] * 4, "table--stack"))


def _members(view: View, section: ConsortiumPlan) -> Html:
    consortium = view.project.find("consortia", section.consortium or "", Consortium)
    if consortium is None:
        return EMPTY
    title = view.say("成员单位与分工", "Members and their work")
    return _NAMED.format(title, models_table(view, consortium.members, title)) + nested(
        view, consortium, 5, ("agreements",)
    )


def _benchmark(view: View, one: BenchmarkPlan) -> Html:
    """A benchmark under the form's four headings, with what the plan itself says of its standards."""
    parts = [_WHICH.format(view.entry(f"benchmarks/{one.benchmark}"))]
    benchmark = view.project.find("benchmarks", one.benchmark, Benchmark)
    for title, names in BENCHMARK:
        body = EMPTY
        if benchmark:
            if names[0] == "enterprise":
                body += _enterprise(view, benchmark.enterprise)
            shown = names
            if one.standards and benchmark.promised_standards == one.standards:
                shown = tuple(name for name in names if name != "promised_standards")
            body += nested(view, benchmark, 5, shown)
        if "promised_standards" in names:
            body += nested(view, one, 5, ("standards",))
        parts.append(_ITEM.format(title.of(view.lang), body or _NONE))
    return join(parts)


def _enterprise(view: View, organisation: str) -> Html:
    known = view.project.find("organisations", organisation, Organisation)
    if known is None:
        return EMPTY
    about = view.prose(known.description) if known.description else EMPTY
    return nested(view, known, 5, ("nature", "city", "address", "founded_on")) + about
