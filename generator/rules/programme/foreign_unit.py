"""Part 1 of a work plan describes a unit that does not apply, or one unit has two roles.

Part 1 of the form holds the lead unit and the joint units, nobody else; and the lead unit is not
at the same time a joint unit.

Add the unit to the joint units, or take it out.
"""

from collections.abc import Iterator

from generator.diagnostics import Finding, Severity
from generator.model.workplan import WorkPlan
from generator.project import Entry, Project
from generator.rules.rule import Rule, RuleText, Scope
from generator.texts import Text

TEXT = RuleText(
    zh="“{unit}”{what}",
    en="'{unit}' {what}",
    help_zh="请改正 lead_unit、joint_units 或 units，使三者一致。",
    help_en="Make lead_unit, joint_units and units agree.",
    page_zh="""
申报单位信息中有不是申报单位的单位，或一个单位兼有两个角色。

提纲第一部分只填牵头单位和联合单位；牵头单位不再列为联合单位。

请把该单位加入联合单位，或删去。
""",
)

_PLAN = """\
--- catalog/workplans/plan.yaml
name:
  zh: 示例工作方案
industries: [electronics]
parks: [harbour]
lead_unit: telco
units:
  - organisation: telco
  - organisation: acme
"""

GOOD = _PLAN + "joint_units: [acme]\n"

BAD = _PLAN

_NO_APPLICANT = Text("既不是牵头单位，也不是联合单位", "is neither the lead unit nor a joint unit")
_BOTH = Text("已是牵头单位，不能又是联合单位", "is the lead unit and cannot be a joint unit as well")


def check(entry: Entry, project: Project) -> Iterator[Finding]:
    plan = entry.as_a(WorkPlan)
    for index, joint in enumerate(plan.joint_units):
        if joint == plan.lead_unit:
            yield entry.at("joint_units", index, unit=joint, what=_BOTH)
    for index, unit in enumerate(plan.units):
        if unit.organisation not in (plan.lead_unit, *plan.joint_units):
            yield entry.at("units", index, "organisation", unit=unit.organisation, what=_NO_APPLICANT)


RULE = Rule("C316", "foreign-unit", Severity.ERROR, Scope.ENTRY, check, TEXT, GOOD, BAD, kinds=("workplans",))
