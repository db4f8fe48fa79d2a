"""A period ends before it begins.

Periods hold both their days. One that ends before it begins holds no day at all, so a price, a
window or a certificate with it would never count.

Correct the dates; mostly they are exchanged or a year is mistyped.
"""

from collections.abc import Iterator
from typing import Any

from generator.diagnostics import Finding, Severity
from generator.model.parts import Period
from generator.project import Entry, Project
from generator.rules.places import values_of
from generator.rules.rule import Rule, RuleText, Scope

TEXT = RuleText(
    zh="期间在 {until} 结束，早于开始的 {start}",
    en="the period ends on {until}, before it begins ({start})",
    help_zh="请改正 start 或 until。",
    help_en="Correct start or until.",
    page_zh="""
期间的结束早于开始。

期间包含首尾两天。结束早于开始的期间不含任何一天，带有它的价格、窗口或证书永远不会生效。

请改正日期，多半是前后颠倒或年份写错。
""",
)

GOOD = """\
--- catalog/policies/grant.yaml
name:
  zh: 示例政策
example: true
valid:
  start: 2026-01-01
  until: 2028-12-31
"""

BAD = """\
--- catalog/policies/grant.yaml
name:
  zh: 示例政策
example: true
valid:
  start: 2026-01-01
  until: 2025-12-31
"""


def check(entry: Entry, project: Project) -> Iterator[Finding]:
    for pointer, period in values_of(entry, _is_period):
        start, until = period.get("start"), period.get("until")
        if start and until and until < start:
            yield entry.at(*pointer, "until", start=start, until=until)


def _is_period(kind: Any, marks: tuple[Any, ...]) -> bool:
    return kind is Period


RULE = Rule("L010", "period-backwards", Severity.ERROR, Scope.ENTRY, check, TEXT, GOOD, BAD)
