"""A comment was accepted in part or not at all, and no reason is given.

The table of comments goes to the review and back to those who commented: they are told why.

Write the reason.
"""

from collections.abc import Iterator

from generator.diagnostics import Finding, Severity
from generator.model.words import word
from generator.project import Entry, Project
from generator.rules.comments.example import COMMENT, FILE
from generator.rules.rule import Rule, RuleText, Scope

TEXT = RuleText(
    zh="“{decision}”没有写理由",
    en="'{decision}' without a reason",
    help_zh="请在 reason 中写明理由。",
    help_en="Write the reason under `reason`.",
    page_zh="""
部分采纳或不采纳，却没有理由。

意见汇总处理表要提交审查，也要反馈给提出单位，须说明原因。

请写明理由。
""",
)

GOOD = FILE + COMMENT + "decision: rejected\nreason: 第7章已规定测量位置。\ndecided_on: 2026-06-01\n"

BAD = FILE + COMMENT + "decision: rejected\ndecided_on: 2026-06-01\n"


def check(entry: Entry, project: Project) -> Iterator[Finding]:
    for one in project.comments.get(entry.slug, ()):
        said = one.comment
        if said.decision in ("partly", "rejected") and not said.reason:
            yield Finding(one.path, ("decision",), {"decision": word("decision", said.decision)})


RULE = Rule(
    "D405", "decision-without-reason", Severity.WARNING, Scope.DRAFT, check, TEXT, GOOD, BAD, kinds=("standards",)
)
