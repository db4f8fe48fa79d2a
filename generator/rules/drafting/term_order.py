"""What follows a definition does not stand in its order.

After the definition come figures and formulas, examples, notes and the source, in this order (GB/T 1.1—2020,
8.7).

Move the block.
"""

from collections.abc import Iterator

from generator.diagnostics import Finding, Severity
from generator.drafts.model import Block, Example, Figure, Formula, Note, Paragraph
from generator.project import Entry, Project
from generator.rules.drafting.view import said, view
from generator.rules.rule import Rule, RuleText, Scope
from generator.texts import Text

TEXT = RuleText(
    zh="术语“{term}”中，{what}应在{before}之前",
    en="in the entry of '{term}' {what} come before {before}",
    help_zh="次序为定义、图和公式、示例、注、来源。",
    help_en="The order is definition, figures and formulas, examples, notes, source.",
    page_zh="""
术语条目中各项内容的次序不对。

定义之后依次为图和公式、示例、注、来源（GB/T 1.1—2020 的 8.7）。

请移动这一项。
""",
)

GOOD = """\
# 术语和定义 {#c-terms}

下列术语和定义适用于本文件。

::: {.term #t-gateway en="gateway"}
网关

连接两个网络并转换协议的设备。

::: example
工业网关。
:::

::: note
网关分为工业级和商用级。
:::
:::
"""

BAD = """\
# 术语和定义 {#c-terms}

下列术语和定义适用于本文件。

::: {.term #t-gateway en="gateway"}
网关

连接两个网络并转换协议的设备。

::: note
网关分为工业级和商用级。
:::

::: example
工业网关。
:::
:::
"""


_NAMES = (
    Text("定义", "the definition"),
    Text("图和公式", "figures and formulas"),
    Text("示例", "examples"),
    Text("注", "notes"),
    Text("来源", "the source"),
)


def check(entry: Entry, project: Project) -> Iterator[Finding]:
    draft = view(entry, project)
    for term in draft.draft.terms:
        last = 0
        for block in term.blocks:
            place = _place(block)
            if place < last:
                line = getattr(block, "line", 0) or term.line
                yield draft.at(line, term=said(term.name), what=_NAMES[place], before=_NAMES[last])
            last = max(last, place)


def _place(block: Block) -> int:
    match block:
        case Figure() | Formula():
            return 1
        case Example():
            return 2
        case Note():
            return 3
        case Paragraph(inlines=inlines) if said(inlines).lstrip("[［【").startswith("来源"):
            return 4
        case Paragraph(inlines=inlines) if said(inlines).startswith("式中"):
            return 1
        case _:
            return 0


RULE = Rule("D345", "term-order", Severity.WARNING, Scope.DRAFT, check, TEXT, GOOD, BAD, kinds=("standards",))
