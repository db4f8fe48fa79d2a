"""The dates of a history run backwards.

The lines of a history stand in the order in which things happened. Several steps on one day are fine.

Correct the date, or put the lines in order.
"""

from collections.abc import Iterator
from itertools import pairwise

from generator.diagnostics import Finding, Severity
from generator.project import Entry, Project
from generator.rules.lifecycle.steps import steps_of
from generator.rules.rule import Rule, RuleText, Scope

TEXT = RuleText(
    zh="进入“{state}”的日期 {date} 早于上一步的 {before}",
    en="the step to '{state}' is dated {date}, before the step above it ({before})",
    help_zh="请改正日期，或按发生的先后排列。",
    help_en="Correct the date, or put the steps in the order in which they happened.",
    page_zh="""
状态历史的日期倒退。

状态历史按发生的先后排列；同一天可以有几步。

请改正日期，或调整各行的次序。
""",
)

GOOD = """\
--- catalog/organisations/acme.yaml
name:
  zh: 示例单位
status: in-review
history:
  - {to: submitted, date: 2026-01-05}
  - {to: in-review, date: 2026-01-05}
types: [research]
"""

BAD = """\
--- catalog/organisations/acme.yaml
name:
  zh: 示例单位
status: in-review
history:
  - {to: submitted, date: 2026-01-05}
  - {to: in-review, date: 2025-12-30}
types: [research]
"""


def check(entry: Entry, project: Project) -> Iterator[Finding]:
    for before, step in pairwise(steps_of(entry)):
        if step.date < before.date:
            yield entry.at("history", step.index, "date", state=step.state, date=step.date, before=before.date)


RULE = Rule("L003", "history-backwards", Severity.ERROR, Scope.ENTRY, check, TEXT, GOOD, BAD)
