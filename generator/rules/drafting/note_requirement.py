"""A note requires something.

Notes give information that helps to understand the text; what has to be fulfilled stands in the text itself
(GB/T 1.1—2020, 9.2 and 9.11). Nobody looks for requirements in notes.

Say it as a statement, or make it a provision.
"""

from collections.abc import Iterator

from generator.diagnostics import Finding, Severity
from generator.project import Entry, Project
from generator.rules.drafting.view import view
from generator.rules.rule import Rule, RuleText, Scope

TEXT = RuleText(
    zh="注中不写要求：{word}",
    en="a note requires nothing: {word}",
    help_zh="请改为陈述，或写成条款。",
    help_en="Make it a statement, or a provision.",
    page_zh="""
注中有要求的措辞。

注只给出有助于理解的信息，要做到的写在条文里（GB/T 1.1—2020 的 9.2 和 9.11）。

请改为陈述，或写成条款。
""",
)

GOOD = """\
网关的时延见产品说明。

::: note
响应时间与供应方的测量方法对应。
:::
"""

BAD = """\
网关的时延见产品说明。

::: note
测量时间应不少于24 h。
:::
"""


def check(entry: Entry, project: Project) -> Iterator[Finding]:
    draft = view(entry, project)
    for passage, found in draft.verbs:
        if passage.place == "note":
            for verb in found:
                if verb.force == "requirement":
                    yield draft.at(passage.line, passage.spot(verb), word=verb.word)


RULE = Rule("D377", "note-requirement", Severity.WARNING, Scope.DRAFT, check, TEXT, GOOD, BAD, kinds=("standards",))
