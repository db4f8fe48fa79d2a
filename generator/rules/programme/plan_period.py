"""The overall plan does not run for as long as the notice asks.

The notice wants a plan of implementation for two years (2 年期实施规划); `plan_months` in
`catalog/programme.yaml` holds the number of months, 0 switches the question off. Both days of a period
count, so 2026-01-01 to 2027-12-31 is 24 months.

Correct the period of the overall plan.
"""

from collections.abc import Iterator

from generator.diagnostics import Finding, Severity
from generator.model.workplan import WorkPlan
from generator.project import Entry, Project
from generator.rules.months import whole_months
from generator.rules.rule import Rule, RuleText, Scope

TEXT = RuleText(
    zh="实施期 {start} 至 {until} 不是 {months} 个月",
    en="the period from {start} to {until} is not {months} months",
    help_zh="请改正总体方案的实施期；首尾两天都计入。",
    help_en="Correct the period of the overall plan; both its days count.",
    page_zh="""
总体方案的实施期与通知要求的不同。

通知要求制定 2 年期实施规划；月数写在 `catalog/programme.yaml` 的 `plan_months`，写 0 则不检查。期间的首尾两天都计入，2026-01-01 至 2027-12-31 是 24 个月。

请改正总体方案的实施期。
""",
)

_PLAN = """\
--- catalog/workplans/plan.yaml
name:
  zh: 示例工作方案
industries: [electronics]
parks: [harbour]
lead_unit: telco
units: [{organisation: telco}]
overall:
"""

GOOD = _PLAN + "  period: {start: 2026-07-01, until: 2028-06-30}\n"

BAD = _PLAN + "  period: {start: 2026-07-01, until: 2027-06-30}\n"


def check(entry: Entry, project: Project) -> Iterator[Finding]:
    overall, months = entry.as_a(WorkPlan).overall, project.settings.programme.plan_months
    period = overall.period if overall else None
    if not months or not period or not period.start or not period.until:
        return
    if whole_months(period.start, period.until) != months:
        yield entry.at("overall", "period", start=period.start, until=period.until, months=months)


RULE = Rule("C314", "plan-period", Severity.WARNING, Scope.ENTRY, check, TEXT, GOOD, BAD, kinds=("workplans",))
