"""A figure is mentioned nowhere in the text.

Every figure is mentioned where it is needed (GB/T 1.1—2020, 9.7).

Write `[@fig-x]` in the text before it.
"""

from collections.abc import Iterator

from generator.diagnostics import Finding, Severity
from generator.drafts.model import Figure, walk
from generator.project import Entry, Project
from generator.rules.drafting.blocks import first_mentions
from generator.rules.drafting.view import view
from generator.rules.rule import Rule, RuleText, Scope

TEXT = RuleText(
    zh="文中没有提及{label}",
    en="the text does not mention {label}",
    help_zh="请在图之前的文字中写“见[@{id}]”。",
    help_en="Mention it in the text before: 见[@{id}].",
    page_zh="""
图在文中没有提及。

每个图都要在文中提及（GB/T 1.1—2020 的 9.7）。

请在图之前的文字中写 `[@图的标识]`。
""",
)

GOOD = """\
网络的组成见[@fig-parts]。

![网络的组成](figures/parts.svg)

图：网络的组成 {#fig-parts}
"""

BAD = """\
网络的组成如下。

![网络的组成](figures/parts.svg)

图：网络的组成 {#fig-parts}
"""


def check(entry: Entry, project: Project) -> Iterator[Finding]:
    draft = view(entry, project)
    first = first_mentions(draft)
    for clause in draft.clauses:
        for block in walk(clause.blocks):
            if (
                isinstance(block, Figure)
                and block.number
                and block.id not in first
                and f"图{block.number}" not in first
            ):
                yield draft.at(block.line, label=f"图{block.number}", id=block.id or "fig-x")


RULE = Rule("D366", "unmentioned-figure", Severity.WARNING, Scope.DRAFT, check, TEXT, GOOD, BAD, kinds=("standards",))
