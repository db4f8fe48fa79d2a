"""The parts of an investment do not add up to its total.

The form asks for the investment with its parts (投资估算) and for where the money comes from (资金筹措).
Both add up to the total, to the cent.

Correct the part or the total.
"""

from collections.abc import Iterator
from decimal import Decimal

from generator.diagnostics import Finding, Severity
from generator.model.workplan import InvestmentNeed, WorkPlan
from generator.project import Entry, Project
from generator.rules.programme.sections import label
from generator.rules.rule import Rule, RuleText, Scope

TEXT = RuleText(
    zh="“{field}”合计 {sum} 元，与总投资 {total} 元相差 {difference} 元",
    en="'{field}' adds up to {sum}, which is {difference} away from the total of {total}",
    help_zh="请改正各项金额或总投资。",
    help_en="Correct the amounts or the total.",
    page_zh="""
投资的分项之和与总投资不符。

提纲要求填写投资估算的分项和资金筹措，两者都应等于总投资，分毫不差。

请改正各项金额或总投资。
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
  investment:
    total: 1000.00
    parts:
      - {name: {zh: 网络}, amount: 700.00}
"""

GOOD = _PLAN + "      - {name: {zh: 应用}, amount: 300.00}\n"

BAD = _PLAN + "      - {name: {zh: 应用}, amount: 200.00}\n"

SECTIONS = ("overall", "network", "rollout")


def check(entry: Entry, project: Project) -> Iterator[Finding]:
    plan = entry.as_a(WorkPlan)
    for key in SECTIONS:
        section = getattr(plan, key)
        need: InvestmentNeed | None = section.investment if section else None
        for name in ("parts", "funding") if need else ():
            parts = getattr(need, name)
            total = need.total if need else Decimal()
            added = sum((part.amount for part in parts), Decimal())
            if parts and added != total:
                yield entry.at(
                    key,
                    "investment",
                    name,
                    on_key=True,
                    field=label(InvestmentNeed, name),
                    sum=added,
                    total=total,
                    difference=abs(added - total),
                )


RULE = Rule("C313", "parts-not-total", Severity.ERROR, Scope.ENTRY, check, TEXT, GOOD, BAD, kinds=("workplans",))
