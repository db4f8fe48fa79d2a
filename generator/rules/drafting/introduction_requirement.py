"""The introduction requires something.

It explains why the document was made and how it is laid out; requirements stand in the body (GB/T 1.1—2020,
8.4).

Say it as a statement, or move it to the body.
"""

from collections.abc import Iterator

from generator.diagnostics import Finding, Severity
from generator.project import Entry, Project
from generator.rules.drafting.view import view
from generator.rules.rule import Rule, RuleText, Scope

TEXT = RuleText(
    zh="引言中不写要求：{word}",
    en="the introduction requires nothing: {word}",
    help_zh="请改为陈述，或移到正文中。",
    help_en="Make it a statement, or move it to the body.",
    page_zh="""
引言中有要求的措辞。

引言说明编制的原因和背景，不含要求型条款（GB/T 1.1—2020 的 8.4）。

请改为陈述，或移到正文中。
""",
)

GOOD = """\
# 引言 {#c-introduction}

工业网关的响应时间因应用而异，本文件统一其声明方法。
"""

BAD = """\
# 引言 {#c-introduction}

工业网关的响应时间应统一声明。
"""


def check(entry: Entry, project: Project) -> Iterator[Finding]:
    draft = view(entry, project)
    for passage, found in draft.verbs:
        if passage.clause.kind == "introduction":
            for verb in found:
                if verb.force == "requirement":
                    yield draft.at(passage.line, passage.spot(verb), word=verb.word)


RULE = Rule(
    "D329", "introduction-requirement", Severity.WARNING, Scope.DRAFT, check, TEXT, GOOD, BAD, kinds=("standards",)
)
