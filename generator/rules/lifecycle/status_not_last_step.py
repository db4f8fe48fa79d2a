"""The status is not the state that the history ends in.

The history says how an entry came to where it is, the status where that is. Pages, counts and
exports read the status, so both must say the same. Without a history an entry stands in the first
state of its lifecycle.

Add the missing line to the history, or correct the status.
"""

from collections.abc import Iterator

from generator.diagnostics import Finding, Severity
from generator.project import Entry, Project
from generator.rules.lifecycle.steps import lifecycle_of, states_of, steps_of
from generator.rules.rule import Rule, RuleText, Scope

TEXT = RuleText(
    zh="状态是“{status}”，而状态历史止于“{last}”",
    en="the status is '{status}', but the history ends in '{last}'",
    help_zh="请在 history 末尾补上进入“{status}”的一行，或把 status 改为“{last}”。",
    help_en="Add the step to '{status}' at the end of history, or set the status to '{last}'.",
    page_zh="""
状态与状态历史的最后一步不同。

状态历史说明条目如何走到今天，status 说明今天在哪里；页面、统计和导出都读 status，所以两者必须一致。没有历史的条目处于生命周期的第一个状态。

请补上缺少的历史，或改正 status。
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
status: approved
history:
  - {to: submitted, date: 2026-01-05}
types: [research]
"""


def check(entry: Entry, project: Project) -> Iterator[Finding]:
    lifecycle = lifecycle_of(entry, project)
    if lifecycle is None:
        return
    steps = steps_of(entry)
    last = steps[-1].state if steps else lifecycle.states[0].id
    status = entry.status or lifecycle.states[0].id
    if status != last and last in states_of(lifecycle):
        yield entry.at("status" if entry.status else "history", on_key=not entry.status, status=status, last=last)


RULE = Rule("L001", "status-not-last-step", Severity.ERROR, Scope.ENTRY, check, TEXT, GOOD, BAD)
