"""A policy is in force by its status, but its validity has ended.

Whoever plans with a policy wants to know that its last day is past. The entry may stay as it is: a
note only says so.

Where the policy was repealed or prolonged, say so in its history or its validity.
"""

from collections.abc import Iterator

from generator.diagnostics import Finding, Severity
from generator.model.policy import Policy
from generator.project import Entry, Project
from generator.rules.rule import Rule, RuleText, Scope

TEXT = RuleText(
    zh="该政策的有效期已于 {until} 结束",
    en="the validity of this policy ended on {until}",
    help_zh="如已废止或延期，请更新 history 或 valid；否则可以保留。",
    help_en="If it was repealed or prolonged, update history or valid; otherwise leave it.",
    page_zh="""
政策的状态仍是有效，而有效期已经结束。

按政策做计划的人需要知道它的最后一天已经过去。这只是提示，条目可以保持原样。

如果政策已废止或延期，请在历史或有效期中写明。
""",
)

GOOD = """\
--- catalog/policies/grant.yaml
name:
  zh: 示例政策
status: in-force
history:
  - {to: in-force, date: 2020-01-01}
example: true
valid:
  start: 2020-01-01
  until: 2199-12-31
"""

BAD = """\
--- catalog/policies/grant.yaml
name:
  zh: 示例政策
status: in-force
history:
  - {to: in-force, date: 2020-01-01}
example: true
valid:
  start: 2020-01-01
  until: 2022-12-31
"""


def check(entry: Entry, project: Project) -> Iterator[Finding]:
    valid = entry.as_a(Policy).valid
    if valid and valid.until and valid.until < project.today and project.settled(entry):
        yield entry.at("valid", "until", until=valid.until)


RULE = Rule(
    "L011", "expired-policy", Severity.NOTE, Scope.ENTRY, check, TEXT, GOOD, BAD, kinds=("policies",), dated=True
)
