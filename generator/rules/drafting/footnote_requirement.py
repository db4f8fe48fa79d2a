"""A footnote to the text requires something.

Footnotes to the text give information only (GB/T 1.1—2020, 9.2 and 9.12.2). Footnotes to a table may hold
requirements and are not asked about.

Make it a part of the text.
"""

from collections.abc import Iterator

from generator.diagnostics import Finding, Severity
from generator.project import Entry, Project
from generator.rules.drafting.view import view
from generator.rules.rule import Rule, RuleText, Scope

TEXT = RuleText(
    zh="条文脚注中不写要求：{word}",
    en="a footnote requires nothing: {word}",
    help_zh="请把要求移到条文里。表的脚注可以有要求。",
    help_en="Move the requirement to the text. Footnotes to a table may hold requirements.",
    page_zh="""
条文脚注中有要求的措辞。

条文脚注只给出信息（GB/T 1.1—2020 的 9.2 和 9.12.2）。图表脚注可以包含要求，不在此列。

请把要求移到条文里。
""",
)

GOOD = """\
网关的时延[^1]见产品说明。

[^1]: 单向时延。
"""

BAD = """\
网关的时延[^1]见产品说明。

[^1]: 时延应按单向值计算。
"""


def check(entry: Entry, project: Project) -> Iterator[Finding]:
    draft = view(entry, project)
    for passage, found in draft.verbs:
        if passage.place == "footnote":
            for verb in found:
                if verb.force == "requirement":
                    yield draft.at(passage.line, passage.spot(verb), word=verb.word)


RULE = Rule("D379", "footnote-requirement", Severity.WARNING, Scope.DRAFT, check, TEXT, GOOD, BAD, kinds=("standards",))
