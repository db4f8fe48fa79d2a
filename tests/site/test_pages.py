"""What single pages of the real catalogue show, made without a build."""

import re
from collections.abc import Callable
from dataclasses import replace

import pytest
from pydantic import BaseModel

from generator.git import Change
from generator.model.programme_objects import Benchmark, Park
from generator.model.settings import Roles
from generator.model.workplan import (
    ConsortiumPlan,
    NetworkPlan,
    OverallPlan,
    Rollout,
    ScenarioAnalysis,
    SupportingPolicies,
)
from generator.project import Project
from generator.rules.check import all_codes
from generator.site.entry_page import Surroundings, entry_page, entry_view
from generator.site.page import Page
from generator.site.pages import other_pages
from generator.site.workplan_sections import BENCHMARK, SECTIONS
from generator.texts import LANGS, Lang


@pytest.fixture(scope="module")
def page(project: Project) -> Callable[..., Page]:
    views = {lang: entry_view(project, lang) for lang in ("zh", "en")}

    def make(full_id: str, lang: Lang = "zh") -> Page:
        return entry_page(project.entries[full_id], views[lang], Surroundings("https://example.org/"))

    return make


def text(page: Page) -> str:
    """The page as a reader sees it, in one line."""
    return " ".join(re.sub(r"<[^>]+>", " ", str(page.body)).split())


def in_order(shown: str, *parts: str) -> bool:
    """Whether these parts stand in the text in this order."""
    at = 0
    for part in parts:
        at = shown.find(part, at)
        if at < 0:
            return False
    return True


def test_a_work_plan_has_the_headings_of_the_form_in_its_order(page: Callable[..., Page]) -> None:
    plan = page("workplans/example-workplan")
    shown = text(plan)
    headings = ["广东省工业和信息化厅 编制", "2020年4月", "一、申报单位信息", "（一）牵头单位基本信息"]
    headings += ["（二）联合单位基本信息", "（三）单位情况简介", "1、经营发展情况", "2、能力情况", "二、工作方案"]
    headings += [title.zh for _, title, _ in SECTIONS] + ["公开方式： 主动公开"]
    assert in_order(shown.replace("公开方式：主", "公开方式： 主"), *headings)
    assert [h.text for h in plan.toc if h.level == 3][3:] == [title.zh for _, title, _ in SECTIONS]
    assert "基本信息" not in [h.text for h in plan.toc]


def test_section_five_prints_what_the_benchmark_says(page: Callable[..., Page], project: Project) -> None:
    shown = text(page("workplans/example-workplan"))
    section = shown[shown.rindex("（五）") : shown.rindex("（六）")]
    assert in_order(section, "1. 工业企业概况", "2. 项目建设方案", "3. 项目实施安排", "4. 项目预期成果")
    benchmarks = [entry.as_a(Benchmark) for entry in project.of_kind("benchmarks")]
    printed = [b for b in benchmarks if b.construction and b.construction.zh in section]
    assert len(printed) == 2


def test_empty_cells_of_the_form_are_marked(page: Callable[..., Page]) -> None:
    body = str(page("workplans/example-workplan").body)
    assert re.search(r"<td[^>]*></td>", body[body.index('id="units"') : body.index('id="profiles"')]) is None


def test_the_form_leaves_out_no_field() -> None:
    models: tuple[type[BaseModel], ...] = (
        ScenarioAnalysis,
        ConsortiumPlan,
        OverallPlan,
        NetworkPlan,
        Rollout,
        SupportingPolicies,
    )
    sections = [items for _, _, items in SECTIONS if items]
    for model, items in zip(models, sections, strict=True):
        assert {name for _, names in items for name in names} == set(model.model_fields)
    own = set(Benchmark.model_fields) - set(Park.model_fields) | {"industries"}
    assert own - {name for _, names in BENCHMARK for name in names} == {"disclosure"} & own


def test_the_computed_price_is_a_section_with_unit_prices(page: Callable[..., Page]) -> None:
    solution = page("solutions/example-agv-line")
    anchors = [heading.id for heading in solution.toc]
    assert anchors.index("price") == anchors.index("fills") + 1
    shown = text(solution)
    assert in_order(shown, "价格测算", "“投资”由供应商说明", "单价（元）", "第 1 档 3,200.00 10", "32,000.00")
    assert "协议价" in shown


def test_claims_are_grouped_and_name_the_clause(page: Callable[..., Page]) -> None:
    body = str(page("solutions/example-agv-line").body)
    claims = body[body.index('id="conforms-to"') : body.index('id="backlinks"')]
    assert claims.count('standards/e2e-5g-intranet/"') == 2  # those on the published edition, those on the draft
    assert re.search(r'#p-lat-01">7\.2\.1</a> <span class="note" lang="zh">方案应声明', claims)


def test_a_standard_names_claimants_and_its_stage(page: Callable[..., Page]) -> None:
    standard = page("standards/e2e-5g-intranet")
    body = str(standard.body)
    provision = body[body.index('id="p-lat-01"') :]
    assert "solutions/example-agv-line" in provision[: provision.index("</section>")]
    assert in_order(text(standard), "（征求意见稿） 2026-10-12", "专利", "前言")
    assert '<span class="std-label">[1]</span>' in body
    assert standard.search is not None
    assert "示例移动机器人线边配送方案" not in standard.search.text


def test_levels_and_certificates_show_names(page: Callable[..., Page], project: Project) -> None:
    scheme = text(page("schemes/example-e2e-grading"))
    assert in_order(scheme, "增强级", "条件", "条款", "指标要求", "权重", "8.4.3")
    levels = {str(entry.data["level"]) for entry in project.of_kind("certificates")}
    assert "enhanced" in levels
    assert all("级" in text(page(entry.id)) for entry in project.of_kind("certificates"))


def test_a_scenario_compares_its_solutions(page: Callable[..., Page]) -> None:
    shown = text(page("scenarios/mobile-robot"))
    assert in_order(
        shown, "可选方案", "示例移动机器人线边配送方案", "端到端时延", "一次性 4,894,800.00 元", "被以下条目引用"
    )
    assert shown.count("示例移动机器人线边配送方案") == 1


def test_lists_show_figures_prices_and_numbers(project: Project) -> None:
    pages = {p.address: text(p) for p in other_pages(project, "zh", all_codes(), ()) if p.address}
    assert in_order(pages["solutions/"], "示例移动机器人线边配送方案", "9.6 ms", "一次性 4,894,800.00 元")
    assert "元起（设备，一次性）" in pages["products/"]
    assert in_order(pages["targets/"], "目标", "100 %", "目标", "10 个应用场景", "真实条目佐证", "0")
    assert "，已结束" in pages["vouchers/"]


def test_changes_of_a_file_name_a_role_or_nobody(project: Project) -> None:
    changes = (
        Change("2026-07-02", "b" * 40, "someone@example.org"),
        Change("2026-07-01", "a" * 40, "office@example.org"),
    )
    entry = project.entries["products/example-gateway-5"]
    around = Surroundings("https://example.org/", {entry.path: changes})
    roles = Roles.model_validate({"roles": [{"handle": "office@example.org", "name": {"zh": "目录维护单位"}}]})
    named = Project(dict(project.entries), replace(project.settings, roles=roles), today=project.today)
    shown = text(entry_page(entry, entry_view(named, "zh"), around))
    assert in_order(shown, "文件修改记录", "2026-07-02", "未登记", "b" * 9, "2026-07-01", "目录维护单位", "a" * 9)
    assert "example.org" not in shown.partition("文件修改记录")[2]


def test_texts_with_commas_of_their_own_are_a_list(page: Callable[..., Page]) -> None:
    evidence = str(page("vouchers/example-5g-intranet-voucher").body)
    assert re.search(r'兑现材料</dt><dd><ol class="points"><li>合同与订单清单</li><li>发票</li>', evidence)
    assert "审核链条</dt><dd><ol" in str(page("policies/gd-5gii-parks-2020").body)
    assert (
        "<ol"
        not in str(page("procedures/example-society-procedure").body).partition("<table")[2].partition("</table")[0]
    )


@pytest.mark.parametrize("lang", LANGS)
def test_code_in_the_list_of_rules_is_code(project: Project, lang: Lang) -> None:
    rules = next(p for p in other_pages(project, lang, all_codes(), ()) if p.address == "rules/")
    summaries = re.findall(r'<p class="item__summary">(.*?)</p>', str(rules.body))
    assert len(summaries) == len(all_codes())
    assert [text for text in summaries if text.endswith((":", "：")) or "<p>" in text] == []
    assert "<code>catalog/</code>" in str(rules.body)
    assert "`" not in re.sub("<code>.*?</code>", "", str(rules.body))


def test_slots_stand_in_the_order_of_the_drawing(page: Callable[..., Page]) -> None:
    body = str(page("solutions/example-agv-line").body)
    assert re.sub(r"(.)\1+", r"\1", "".join(m[0] for m in re.findall(r'class="slot slot--([a-z]+)', body))) == "aceas"


def test_a_metric_shows_what_is_stated_beside_each_product(page: Callable[..., Page]) -> None:
    assert re.search(r'links__note">≤ 15 <span class="unit">ms', str(page("metrics/end-to-end-latency").body))


def test_a_quoted_phrase_of_a_title_stays_on_one_line(page: Callable[..., Page]) -> None:
    body = str(page("workplans/example-workplan").body)
    assert '<span class="nowrap">“5G+工业互联网”</span>应用示范园区工作方案</h1>' in body


def test_the_list_of_releases_links_to_the_guide_where_there_is_one(project: Project) -> None:
    for lang in LANGS:
        for guides in ((), ("guide/province/",)):
            found = next(
                page for page in other_pages(project, lang, all_codes()[:1], guides) if page.address == "releases/"
            )
            assert ("guide/province/" in str(found.body)) == bool(guides)
