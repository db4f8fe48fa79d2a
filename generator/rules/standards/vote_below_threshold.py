"""A stage was left on a vote that does not reach the share that the society's procedure asks for.

The shares are `quorum_min` (of those entitled) and `approval_min` (of those present, or of the votes cast) of the
stage. A bound with decimals, such as 66.7, is a rounded one: the share is rounded alike.

Correct the vote; without the share the stage is not left.
"""

from collections.abc import Iterator

from generator.diagnostics import Finding, Severity
from generator.project import Entry, Project
from generator.rules.rule import Rule, RuleText, Scope
from generator.rules.standards.example import REVIEW_LEFT
from generator.rules.standards.gates import failed, told

TEXT = RuleText(
    zh="“{stage}”要求{asked}，表决结果是 {found}",
    en="'{stage}' asks for {asked}; the vote was {found}",
    help_zh="请核对表决结果；达不到的，退回修改后再次表决。",
    help_en="Check the vote; where it fails, the draft goes back and is voted on again.",
    page_zh="""
离开一个阶段时，表决没有达到制定程序规定的比例。

比例是阶段的 `quorum_min`（到会占有表决权的）和 `approval_min`（赞成占参加人数或投票数的）。带小数的下限（如 66.7）是约数，比例按同样位数取整后比较。

请改正表决结果；达不到比例就不能离开该阶段。
""",
)

GOOD = REVIEW_LEFT

BAD = REVIEW_LEFT.replace("in_favour: 8, against: 1", "in_favour: 7, against: 2")


def check(entry: Entry, project: Project) -> Iterator[Finding]:
    for step, condition in failed(entry, project, ("quorum", "approval")):
        if step.line.vote is not None and not (condition.name == "quorum" and step.line.vote.eligible is None):
            yield Finding(entry.path, ("history", step.index + 1, "vote"), told(step, condition, project))


RULE = Rule(
    "D431",
    "vote-below-threshold",
    Severity.ERROR,
    Scope.DRAFT,
    check,
    TEXT,
    GOOD,
    BAD,
    kinds=("standards",),
    waivable=True,
)
