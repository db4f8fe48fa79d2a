"""A comment was decided before it was received.

One of the two dates is mistyped.

Correct it.
"""

from collections.abc import Iterator

from generator.diagnostics import Finding, Severity
from generator.project import Entry, Project
from generator.rules.comments.example import COMMENT, FILE
from generator.rules.rule import Rule, RuleText, Scope

TEXT = RuleText(
    zh="处理日期 {decided} 早于收到日期 {received}",
    en="decided on {decided}, before it was received on {received}",
    help_zh="请改正 received 或 decided_on。",
    help_en="Correct `received` or `decided_on`.",
    page_zh="""
处理日期早于收到日期。

其中一个日期写错了。

请改正。
""",
)

GOOD = FILE + COMMENT + "decision: accepted\ndecided_on: 2026-06-01\n"

BAD = FILE + COMMENT + "decision: accepted\ndecided_on: 2026-05-01\n"


def check(entry: Entry, project: Project) -> Iterator[Finding]:
    for one in project.comments.get(entry.slug, ()):
        received, decided = one.comment.received, one.comment.decided_on
        if decided and decided < received:
            yield Finding(one.path, ("decided_on",), {"decided": decided, "received": received})


RULE = Rule(
    "D407", "decided-before-received", Severity.ERROR, Scope.DRAFT, check, TEXT, GOOD, BAD, kinds=("standards",)
)
