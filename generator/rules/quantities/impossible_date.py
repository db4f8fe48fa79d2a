"""A date that the calendar does not have.

The form was right (YYYY-MM-DD, GB/T 7408.1), but there is no 30 February and no 31 April.

Correct the date.
"""

from collections.abc import Iterator
from datetime import date
from typing import Any

from generator.diagnostics import Finding, Severity
from generator.model.fields import DATE_PATTERN, PARTIAL_DATE_PATTERN
from generator.project import Entry, Project
from generator.rules.places import values_of
from generator.rules.rule import Rule, RuleText, Scope

TEXT = RuleText(
    zh="日历上没有 {date} 这一天",
    en="the calendar has no {date}",
    help_zh="请改正日期。",
    help_en="Correct the date.",
    page_zh="""
日历上没有这一天。

写法没有错（YYYY-MM-DD，GB/T 7408.1），但没有 2 月 30 日，也没有 4 月 31 日。

请改正日期。
""",
)

_FILE = """\
--- catalog/metrics/jitter.yaml
name:
  zh: 时延抖动
unit: ms
direction: lower
sources:
  - title: 某技术要求
    date: {date}
"""
GOOD = _FILE.replace("{date}", "2024-02-29")
BAD = _FILE.replace("{date}", "2025-02-29")

_PATTERNS = (DATE_PATTERN, PARTIAL_DATE_PATTERN, r"^[0-9]{4}-[0-9]{2}-[0-9]{2}$")


def is_date(kind: Any, marks: tuple[Any, ...]) -> bool:
    """Whether a field holds a date, whole or in part."""
    return kind is str and any(getattr(mark, "pattern", None) in _PATTERNS for mark in marks)


def check(entry: Entry, project: Project) -> Iterator[Finding]:
    for pointer, value in values_of(entry, is_date):
        if isinstance(value, str) and len(value) == 10:
            try:
                date.fromisoformat(value)
            except ValueError:
                yield entry.at(*pointer, date=value)


RULE = Rule("C108", "impossible-date", Severity.ERROR, Scope.ENTRY, check, TEXT, GOOD, BAD)
