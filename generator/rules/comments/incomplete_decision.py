"""A decision has no date; or a date, a reason or a commit stand there without a decision.

Whether a comment is decided is read from `decision` alone. The day shows that it was decided before the next stage.

Add what is missing.
"""

from collections.abc import Iterator

from generator.diagnostics import Finding, Severity
from generator.project import Entry, Project
from generator.rules.comments.example import COMMENT, FILE
from generator.rules.rule import Rule, RuleText, Scope
from generator.texts import Text

TEXT = RuleText(
    zh="{what}",
    en="{what}",
    help_zh="请补上缺少的键。",
    help_en="Add the key that is missing.",
    page_zh="""
处理意见没有日期；或写了日期、理由、修改提交，却没有处理意见。

意见是否已处理只看 `decision`；日期说明它在进入下一阶段之前已处理。

请补上缺少的内容。
""",
)

GOOD = FILE + COMMENT + "decision: accepted\ndecided_on: 2026-06-01\n"

BAD = FILE + COMMENT + "decision: accepted\n"


def check(entry: Entry, project: Project) -> Iterator[Finding]:
    for one in project.comments.get(entry.slug, ()):
        said = one.comment
        if said.decision and not said.decided_on:
            yield Finding(one.path, ("decision",), {"what": _NO_DATE})
        for key in ("reason", "decided_on", "commit") if not said.decision else ():
            if getattr(said, key):
                what = Text(f"写了 {key}，但没有处理意见", f"`{key}` without a decision")
                yield Finding(one.path, (key,), {"what": what})
                break


_NO_DATE = Text("处理意见没有写日期", "the decision has no date")


RULE = Rule("D406", "incomplete-decision", Severity.WARNING, Scope.DRAFT, check, TEXT, GOOD, BAD, kinds=("standards",))
