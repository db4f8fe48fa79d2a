"""A standard is out for comment, in review or in approval, but its text is not there.

From the stage of public comment (30) to that of approval (50) readers look for the text; it is draft.md
beside standard.yaml. A standard that is published elsewhere may stand here without its text.

Add the draft, or correct the status.
"""

from collections.abc import Iterator

from generator.diagnostics import Finding, Severity
from generator.project import Entry, Project
from generator.rules.rule import Rule, RuleText, Scope
from generator.rules.standards.example import STANDARD

TEXT = RuleText(
    zh="标准处于“{stage}”阶段，但没有 draft.md",
    en="the standard is in the stage '{stage}', but there is no draft.md",
    help_zh="请在标准的目录中加上 draft.md，或改正状态。",
    help_en="Add draft.md to the standard's folder, or correct the status.",
    page_zh="""
标准已进入征求意见、审查或批准阶段，而没有文本。

从征求意见（30）到批准（50），读者要看的是文本，即 standard.yaml 旁边的 draft.md。已在别处发布的标准可以没有文本。

请加上草案，或改正状态。
""",
)

_STAGE = """\
status: comment
history:
  - {to: initiation, date: 2026-01-10}
  - {to: drafting, date: 2026-02-01}
  - {to: comment, date: 2026-05-06}
"""

GOOD = STANDARD + _STAGE

BAD = (
    """\
--- catalog/organisations/society.yaml
name:
  zh: 示例促进会
types: [society]
--- standards/gateway-access/standard.yaml
name:
  zh: 示例网关技术要求
society: society
"""
    + _STAGE
)


FROM, TO = "30", "50"
"""The first and the last stage, by their codes in lifecycles.yaml, in which the text has to be there."""


def check(entry: Entry, project: Project) -> Iterator[Finding]:
    state = project.state(entry)
    if state and state.code and FROM <= state.code <= TO and entry.slug not in project.drafts:
        yield entry.at("status", stage=state.name.text)


RULE = Rule("D112", "missing-draft", Severity.WARNING, Scope.DRAFT, check, TEXT, GOOD, BAD, kinds=("standards",))
