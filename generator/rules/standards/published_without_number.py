"""A standard is published but has no number.

A group standard gets its number when it is approved; a published one is cited by it.

Add the number under `numbers`, or correct the status.
"""

from collections.abc import Iterator

from generator.diagnostics import Finding, Severity
from generator.project import Entry, Project
from generator.rules.rule import Rule, RuleText, Scope

TEXT = RuleText(
    zh="标准处于“{stage}”阶段，但没有编号",
    en="the standard is in the stage '{stage}', but has no number",
    help_zh="请在 numbers 中写明编号和起用日期。",
    help_en="Write the number and its date under numbers.",
    page_zh="""
已发布的标准没有编号。

团体标准在批准时取得编号，发布之后以编号引用。

请在 `numbers` 中写明，或改正状态。
""",
)

_STANDARD = """\
--- catalog/organisations/society.yaml
name:
  zh: 示例促进会
types: [society]
--- standards/gateway-access/standard.yaml
name:
  zh: 示例网关技术要求
status: published
history:
  - {to: proposal, date: 2025-01-06}
  - {to: initiation, date: 2025-02-10}
  - {to: drafting, date: 2025-03-03}
  - {to: comment, date: 2025-07-07}
  - {to: review, date: 2025-10-13}
  - {to: approval, date: 2026-01-12}
  - {to: published, date: 2026-03-02}
society: society
"""

GOOD = _STANDARD + "numbers: [{number: T/EXA 001—2026, start: 2026-03-02}]\n"

BAD = _STANDARD


FROM = "60"
"""The stage of publication, by its code in lifecycles.yaml."""


def check(entry: Entry, project: Project) -> Iterator[Finding]:
    state = project.state(entry)
    if state and state.settled and state.code and state.code >= FROM and not entry.data.get("numbers"):
        yield entry.at("status", stage=state.name.text)


RULE = Rule(
    "D113", "published-without-number", Severity.ERROR, Scope.ENTRY, check, TEXT, GOOD, BAD, kinds=("standards",)
)
