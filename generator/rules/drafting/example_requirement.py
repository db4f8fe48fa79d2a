"""An example requires something.

Examples show how a provision is meant (GB/T 1.1—2020, 9.2 and 9.10). Where the example is the text of a
requirement, put it in quotation marks.

Say it as a statement, quote it, or make it a provision.
"""

from collections.abc import Iterator

from generator.diagnostics import Finding, Severity
from generator.project import Entry, Project
from generator.rules.drafting.view import view
from generator.rules.rule import Rule, RuleText, Scope

TEXT = RuleText(
    zh="示例中不写要求：{word}",
    en="an example requires nothing: {word}",
    help_zh="请改为陈述；示例本身是一句条文时，加上引号。",
    help_en="Make it a statement; where the example is the text of a requirement, quote it.",
    page_zh="""
示例中有要求的措辞。

示例说明条款的意思，不提出要求（GB/T 1.1—2020 的 9.2 和 9.10）。示例本身就是一句条文的，加上引号。

请改为陈述或加引号。
""",
)

GOOD = """\
网关的时延见产品说明。

::: example
声明写作“时延应不大于10 ms”。
:::
"""

BAD = """\
网关的时延见产品说明。

::: example
装配线上的网关应采用双电源。
:::
"""


def check(entry: Entry, project: Project) -> Iterator[Finding]:
    draft = view(entry, project)
    for passage, found in draft.verbs:
        if passage.place == "example":
            for verb in found:
                if verb.force == "requirement":
                    yield draft.at(passage.line, passage.spot(verb), word=verb.word)


RULE = Rule("D378", "example-requirement", Severity.WARNING, Scope.DRAFT, check, TEXT, GOOD, BAD, kinds=("standards",))
