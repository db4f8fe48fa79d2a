"""A stage was left without a document that the society's procedure asks for.

A document is a file `documents/<id>.*` of the standard, or it is named on the history's line of the stage that it
belongs to, or of the next: `documents: [{id, title, document}]`.

Put it there, or name it.
"""

from collections.abc import Iterator

from generator.diagnostics import Finding, Severity
from generator.project import Entry, Project
from generator.rules.rule import Rule, RuleText, Scope
from generator.rules.standards.example import REVIEW_LEFT
from generator.rules.standards.gates import failed, named, told

TEXT = RuleText(
    zh="进入“{stage}”时缺少{asked}",
    en="'{stage}' was entered without {asked}",
    help_zh="{todo}。",
    help_en="Please {todo}.",
    page_zh="""
离开阶段时缺少制定程序要求的文件。

文件放在标准的 `documents/<编号>.*`，或在该阶段、下一阶段的历史中写明：`documents: [{id, title, document}]`。

请补上。
""",
)

GOOD = REVIEW_LEFT

BAD = REVIEW_LEFT.replace(", documents: [{title: 征求意见稿, id: draft-for-comment}]", "")


def check(entry: Entry, project: Project) -> Iterator[Finding]:
    for step, condition in failed(entry, project, ("document",)):
        yield Finding(
            entry.path,
            ("history", step.index + 1, "to"),
            told(step, condition, project) | {"stage": named(step.line.to, project)},
        )


RULE = Rule(
    "D434", "missing-stage-document", Severity.WARNING, Scope.DRAFT, check, TEXT, GOOD, BAD, kinds=("standards",)
)
