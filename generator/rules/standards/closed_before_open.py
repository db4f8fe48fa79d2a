"""A stage is open until a day before the one on which it was entered.

`until` is the last day on which comments are taken. One of the two dates is mistyped.

Correct it.
"""

from collections.abc import Iterator

from generator.diagnostics import Finding, Severity
from generator.project import Entry, Project
from generator.rules.rule import Rule, RuleText, Scope
from generator.rules.standards.example import STANDARD

TEXT = RuleText(
    zh="截止日期 {until} 早于进入该阶段的 {date}",
    en="open until {until}, before the stage was entered on {date}",
    help_zh="请改正 until 或 date。",
    help_en="Correct `until` or `date`.",
    page_zh="""
截止日期早于进入该阶段的日期。

`until` 是收意见的最后一天，两个日期有一个写错了。

请改正。
""",
)

HISTORY = """\
status: comment
history:
  - {to: proposal, date: 2025-01-06}
  - {to: initiation, date: 2025-02-10}
  - {to: drafting, date: 2025-03-03}
  - {to: comment, date: 2026-03-02, until: 2026-03-31}
"""

GOOD = STANDARD + HISTORY

BAD = STANDARD + HISTORY.replace("2026-03-31", "2025-03-31")


def check(entry: Entry, project: Project) -> Iterator[Finding]:
    for index, line in enumerate(entry.data.get("history") or ()):
        if line.get("until") and line["until"] < line["date"]:
            yield entry.at("history", index, "until", until=line["until"], date=line["date"])


RULE = Rule("D438", "closed-before-open", Severity.ERROR, Scope.ENTRY, check, TEXT, GOOD, BAD, kinds=("standards",))
