"""A step of the review was taken by a role that does not take it.

The notice names who does what: the park's management body recommends, the city's department reviews,
the province's department receives, examines and selects. The pairs stand in rules.yaml under the
parameter `roles`, as `state=role`; a state that is not among them may be entered by any role.

Correct the role.
"""

from collections.abc import Iterator

from generator.diagnostics import Finding, Severity
from generator.project import Entry, Project
from generator.rules.rule import Rule, RuleText, Scope

TEXT = RuleText(
    zh="进入“{state}”的角色是“{role}”，应为“{wanted}”",
    en="the step to '{state}' was taken by '{role}'; it is taken by '{wanted}'",
    help_zh="请改正 role；谁做哪一步由 rules.yaml 的参数 roles 决定。",
    help_en="Correct the role; who takes which step stands in rules.yaml under the parameter roles.",
    page_zh="""
审核步骤由不该做这一步的角色完成。

通知写明了分工：园区管理机构推荐，地市主管部门审核，省厅受理、论证、遴选。对应关系写在 rules.yaml 的参数 `roles`，形式是“状态=角色”；没有列出的状态不限角色。

请改正角色。
""",
)

_PLAN = """\
--- catalog/workplans/plan.yaml
name:
  zh: 示例工作方案
status: park-recommended
history:
  - {to: park-recommended, date: 2026-05-20, role: %s}
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
supporting_policies: {electricity: {zh: 用电}}
--- catalog/benchmarks/press.yaml
name:
  zh: 示例标杆
enterprise: acme
promised_standards:
  - {title: {zh: 示例标准}, aspects: [architecture, function, performance, security, interoperability]}
"""

GOOD = _PLAN % "park-management"

BAD = _PLAN % "city-authority"

ROLES = (
    "park-recommended=park-management",
    "city-reviewed=city-authority",
    "province-received=province-authority",
    "joint-review=province-authority",
    "selected=province-authority",
    "rejected=province-authority",
)


def check(entry: Entry, project: Project) -> Iterator[Finding]:
    wanted = dict(pair.split("=", 1) for pair in project.parameter("review-role", "roles", ROLES) if "=" in pair)
    for index, line in enumerate(entry.data.get("history") or ()):
        state, role = line["to"], line.get("role")
        if role and state in wanted and role != wanted[state]:
            yield entry.at("history", index, "role", state=state, role=role, wanted=wanted[state])


RULE = Rule(
    "C322",
    "review-role",
    Severity.WARNING,
    Scope.ENTRY,
    check,
    TEXT,
    GOOD,
    BAD,
    kinds=("workplans",),
    parameters={"roles": ROLES},
)
