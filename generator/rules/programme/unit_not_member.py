"""A lead or joint unit of a work plan is not a member of the consortium that the plan names.

The consortium writes the plan and carries it out, so everyone who applies is a member. Members that
do not apply are fine.

Add the unit to the consortium, or correct the plan.
"""

from collections.abc import Iterator

from generator.diagnostics import Finding, Severity
from generator.model.programme_objects import Consortium
from generator.model.workplan import WorkPlan
from generator.project import Entry, Project
from generator.rules.rule import Rule, RuleText, Scope

TEXT = RuleText(
    zh="“{unit}”不是产业联合体“{consortium}”的成员",
    en="'{unit}' is not a member of the consortium '{consortium}'",
    help_zh="请把该单位加入联合体，或改正方案。",
    help_en="Add the unit to the consortium, or correct the plan.",
    page_zh="""
申报单位不是方案所列产业联合体的成员。

方案由产业联合体编写和实施，申报的单位都应是成员；不参加申报的成员没有关系。

请把该单位加入联合体，或改正方案。
""",
)

_PLAN = """\
--- catalog/workplans/plan.yaml
name:
  zh: 示例工作方案
industries: [electronics]
parks: [harbour]
lead_unit: telco
joint_units: [acme]
units: [{organisation: telco}, {organisation: acme}]
consortium_plan: {consortium: team}
--- catalog/organisations/robotics.yaml
name:
  zh: 丙机器人有限公司
types: [equipment-maker]
--- catalog/consortia/team.yaml
name:
  zh: 示例联合体
members:
  - {organisation: telco, role: lead}
"""

GOOD = _PLAN + "  - {organisation: acme}\n"

BAD = _PLAN + "  - {organisation: robotics}\n"


def check(entry: Entry, project: Project) -> Iterator[Finding]:
    plan = entry.as_a(WorkPlan)
    slug = plan.consortium_plan.consortium if plan.consortium_plan else None
    consortium = project.find("consortia", slug, Consortium) if slug else None
    if consortium is None:
        return
    members = {member.organisation for member in consortium.members}
    if plan.lead_unit not in members:
        yield entry.at("lead_unit", unit=plan.lead_unit, consortium=slug)
    for index, unit in enumerate(plan.joint_units):
        if unit not in members:
            yield entry.at("joint_units", index, unit=unit, consortium=slug)


RULE = Rule("C317", "unit-not-member", Severity.ERROR, Scope.LINKS, check, TEXT, GOOD, BAD, kinds=("workplans",))
