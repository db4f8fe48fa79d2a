"""A step of the history lies in the future.

A history holds what has happened. A date to come is mostly a slip of the year; what is planned
belongs to the entry's own schedule.

Correct the date, or leave the line out until the day has come.
"""

from collections.abc import Iterator

from generator.diagnostics import Finding, Severity
from generator.project import Entry, Project
from generator.rules.lifecycle.steps import steps_of
from generator.rules.rule import Rule, RuleText, Scope

TEXT = RuleText(
    zh="进入“{state}”的日期 {date} 还没有到（今天是 {today}）",
    en="the step to '{state}' is dated {date}, which is yet to come (today is {today})",
    help_zh="请改正日期，或到那一天再写。",
    help_en="Correct the date, or write the step when the day has come.",
    page_zh="""
状态历史中有将来的日期。

状态历史只写已经发生的事。将来的日期多半是年份写错；计划中的事请写在条目自己的时间安排里。

请改正日期，或到那一天再写。
""",
)

GOOD = """\
--- catalog/organisations/acme.yaml
name:
  zh: 示例单位
status: submitted
history:
  - {to: submitted, date: 2026-01-05}
types: [research]
"""

BAD = """\
--- catalog/organisations/acme.yaml
name:
  zh: 示例单位
status: submitted
history:
  - {to: submitted, date: 2206-01-05}
types: [research]
"""


def check(entry: Entry, project: Project) -> Iterator[Finding]:
    for step in steps_of(entry):
        if step.date > project.today:
            yield entry.at("history", step.index, "date", state=step.state, date=step.date, today=project.today)


RULE = Rule("L004", "history-in-future", Severity.WARNING, Scope.ENTRY, check, TEXT, GOOD, BAD, dated=True)
