"""A lead or joint unit of a work plan has no information in part 1 of the form.

The form has the same cells for the lead unit and for every joint unit (申报单位信息), and asks for a
profile of each.

Add the unit under `units`.
"""

from collections.abc import Iterator

from generator.diagnostics import Finding, Severity
from generator.model.workplan import WorkPlan
from generator.project import Entry, Project
from generator.rules.rule import Rule, RuleText, Scope

TEXT = RuleText(
    zh="申报单位信息中没有“{unit}”",
    en="'{unit}' is missing from the applicants' information",
    help_zh="请在 units 中加上该单位的信息。",
    help_en="Add the unit under units.",
    page_zh="""
牵头单位或联合单位没有申报单位信息。

提纲第一部分对牵头单位和每个联合单位设有同样的栏目，并要求填写单位情况简介。

请在 units 中加上该单位。
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
units:
  - organisation: telco
"""

GOOD = _PLAN + "  - organisation: acme\n"

BAD = _PLAN


def check(entry: Entry, project: Project) -> Iterator[Finding]:
    plan = entry.as_a(WorkPlan)
    described = {unit.organisation for unit in plan.units}
    if plan.lead_unit not in described:
        yield entry.at("lead_unit", unit=plan.lead_unit)
    for index, unit in enumerate(plan.joint_units):
        if unit not in described:
            yield entry.at("joint_units", index, unit=unit)


RULE = Rule("C315", "undescribed-unit", Severity.WARNING, Scope.ENTRY, check, TEXT, GOOD, BAD, kinds=("workplans",))
