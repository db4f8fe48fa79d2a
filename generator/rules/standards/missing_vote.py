"""A stage that is left by a vote was left, and the history does not give the vote.

The vote stands on the line of the stage that was entered on it: `vote: {eligible, present, in_favour, against, abstained}`.

Give the vote.
"""

from collections.abc import Iterator

from generator.diagnostics import Finding, Severity
from generator.project import Entry, Project
from generator.rules.rule import Rule, RuleText, Scope
from generator.rules.standards.example import REVIEW_LEFT
from generator.rules.standards.gates import failed, told
from generator.texts import Text

TEXT = RuleText(
    zh="离开“{stage}”没有写明{what}",
    en="'{stage}' was left, but {what} is not given",
    help_zh="请在历史的这一行写明 vote（eligible、present、in_favour、against、abstained）。",
    help_en="Give it on this line of the history: vote (eligible, present, in_favour, against, abstained).",
    page_zh="""
离开需要表决的阶段时，历史没有写表决结果。

表决结果写在因它而进入的那一行：`vote: {eligible, present, in_favour, against, abstained}`。

请补上。
""",
)

GOOD = REVIEW_LEFT

BAD = REVIEW_LEFT.replace("    vote: {eligible: 12, present: 10, in_favour: 8, against: 1, abstained: 1}\n", "")


def check(entry: Entry, project: Project) -> Iterator[Finding]:
    for step, condition in failed(entry, project, ("quorum", "approval")):
        vote = step.line.vote
        what = None
        if vote is None:
            what = Text("表决结果", "the vote")
        elif condition.name == "quorum" and vote.eligible is None:
            what = Text("有表决权的人数（eligible）", "how many were entitled (eligible)")
        if what:
            yield Finding(
                entry.path,
                ("history", step.index + 1, "vote" if vote else "to"),
                told(step, condition, project) | {"what": what},
            )


RULE = Rule("D432", "missing-vote", Severity.WARNING, Scope.DRAFT, check, TEXT, GOOD, BAD, kinds=("standards",))
