"""A stage was left before the days that the society's procedure asks for had passed.

The days are `min_days` of the stage. They count from the day the stage was entered to the day the next one was; where
the history says until when the stage was open (`until`), from the first to that day, both included, and the next stage
begins later.

Correct the dates. A society that decided so all the same waives the rule with its reason.
"""

from collections.abc import Iterator

from generator.diagnostics import Finding, Severity
from generator.project import Entry, Project
from generator.rules.rule import Rule, RuleText, Scope
from generator.rules.standards.example import REVIEW_LEFT
from generator.rules.standards.gates import failed, told

TEXT = RuleText(
    zh="“{stage}”{asked}，实际 {found}",
    en="'{stage}': {asked}, but it was {found}",
    help_zh="请改正日期：{todo}。",
    help_en="Correct the dates: {todo}.",
    page_zh="""
离开一个阶段时，天数不够制定程序的要求。

天数是阶段的 `min_days`，从进入该阶段之日算到进入下一阶段之日；历史写明截止日期（`until`）的，从首日算到截止日，含首尾，下一阶段在其后。

请改正日期。社会团体另有决定的，写明理由豁免。
""",
)

GOOD = REVIEW_LEFT

BAD = REVIEW_LEFT.replace("2026-03-31", "2026-03-30")


def check(entry: Entry, project: Project) -> Iterator[Finding]:
    for step, condition in failed(entry, project, ("min-days",)):
        yield Finding(entry.path, ("history", step.index + 1, "date"), told(step, condition, project))


RULE = Rule(
    "D430", "short-stage", Severity.ERROR, Scope.DRAFT, check, TEXT, GOOD, BAD, kinds=("standards",), waivable=True
)
