"""A work plan that was submitted lacks a whole section of the form.

While a plan is being written, what is missing is a warning (incomplete-section). Once a park body has
recommended it or an authority received it, all seven sections must be there.

Write the section, or set the plan back to the state in which it is being written.
"""

from collections.abc import Iterator

from generator.diagnostics import Finding, Severity
from generator.project import Entry, Project
from generator.rules.programme.sections import drafting, sections_of
from generator.rules.rule import Rule, RuleText, Scope

TEXT = RuleText(
    zh="已报送的工作方案缺少“{section}”",
    en="the work plan has been submitted without its section '{section}'",
    help_zh="请补写“{key}:”这一部分。",
    help_en="Write the section '{key}:'.",
    page_zh="""
已报送的工作方案缺少提纲的整个部分。

编写期间缺什么只是警告（incomplete-section）；园区推荐或主管部门受理之后，七个部分必须都有。

请补写该部分，或把方案退回到编写的状态。
""",
)

_PLAN = """\
--- catalog/benchmarks/press.yaml
name:
  zh: 示例标杆
enterprise: acme
promised_standards:
  - {title: {zh: 示例标准}, aspects: [architecture, function, performance, security, interoperability]}
--- catalog/workplans/plan.yaml
name:
  zh: 示例工作方案
status: city-reviewed
history: [{to: city-reviewed, date: 2026-05-20, role: city-authority}]
industries: [electronics]
parks: [harbour]
lead_unit: telco
units: [{organisation: telco}]
scenario_analysis: {pain_points: {zh: 痛点}}
consortium_plan: {cooperation_mode: {zh: 合作}}
overall: {park_network: {zh: 园区网}}
network: {goals: {zh: 目标}}
benchmark_plans: [{benchmark: press}]
rollout: {plan: {zh: 计划}}
"""

GOOD = _PLAN + "supporting_policies: {electricity: {zh: 用电}}\n"

BAD = _PLAN


def check(entry: Entry, project: Project) -> Iterator[Finding]:
    if not drafting(entry, project):
        for section in sections_of(entry, project):
            if not section.present:
                yield entry.at(section.key, on_key=True, section=section.title, key=section.key)


RULE = Rule("C312", "missing-section", Severity.ERROR, Scope.LINKS, check, TEXT, GOOD, BAD, kinds=("workplans",))
