"""The model of a draft: clauses in order, their blocks, and the inlines of those; numbers included.

Everything that shows a draft (page, Word file, redline) is made from this model, so the numbers agree
everywhere. `line` counts from 1 in draft.md; 0 means unknown. An `id` is the permanent anchor that the
author wrote, or "" where there is none; `number` is what `number.py` gave.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Literal

from generator.texts import Text

ProvisionKind = Literal["requirement", "instruction", "recommendation", "permission", "statement"]
ClauseKind = Literal[
    "foreword", "introduction", "scope", "references", "terms", "body", "annex", "bibliography", "index"
]
Nature = Literal["", "normative", "informative"]
Style = Literal["emphasis", "strong", "superscript", "subscript", "strikeout"]
Align = Literal["", "left", "center", "right"]

PROVISION_KINDS: dict[str, Text] = {
    "requirement": Text("要求", "Requirement"),
    "instruction": Text("指示", "Instruction"),
    "recommendation": Text("推荐", "Recommendation"),
    "permission": Text("允许", "Permission"),
    "statement": Text("陈述", "Statement"),
}
"""The kinds of provision of GB/T 1.1—2020."""

NATURES: dict[str, str] = {"normative": "（规范性）", "informative": "（资料性）"}
"""How an annex's nature is shown between its number and its title; in Chinese, for it is part of the text."""

ASPECTS: dict[str, Text] = {
    "architecture": Text("网络架构", "Network architecture"),
    "function": Text("技术功能", "Technical functions"),
    "performance": Text("性能指标", "Performance"),
    "security": Text("安全", "Security"),
    "interoperability": Text("互联互通", "Interoperability"),
}
"""The five aspects that a provision may belong to, unless the caller of the reader names others."""


@dataclass(frozen=True, slots=True)
class Words:
    text: str


@dataclass(frozen=True, slots=True)
class Styled:
    style: Style
    inlines: "tuple[Inline, ...]"


@dataclass(frozen=True, slots=True)
class Code:
    text: str


@dataclass(frozen=True, slots=True)
class Math:
    """A formula as TeX, and the same as MathML where it could be converted."""

    tex: str
    mathml: str = ""


@dataclass(frozen=True, slots=True)
class Link:
    address: str
    inlines: "tuple[Inline, ...]"


@dataclass(frozen=True, slots=True)
class Reference:
    """A reference to something in this draft: `label` is how it is called there ("表1", "5.2")."""

    target: str
    label: str = ""
    inlines: "tuple[Inline, ...]" = ()


@dataclass(frozen=True, slots=True)
class Break:
    """A forced line end."""


@dataclass(frozen=True, slots=True)
class Footnote:
    blocks: "tuple[Block, ...]"
    number: int = 0


ChangeKind = Literal["inserted", "deleted"]


@dataclass(frozen=True, slots=True)
class Change:
    """Inlines that a comparison or a reviewer added or took away: never in a draft as it is read from draft.md.

    `date` is an ISO date or date and time, "" where unknown. `changes.py` accepts and rejects them.
    """

    kind: ChangeKind
    inlines: "tuple[Inline, ...]"
    author: str = ""
    date: str = ""


Inline = Words | Styled | Code | Math | Link | Reference | Break | Footnote | Change


@dataclass(frozen=True, slots=True)
class Paragraph:
    inlines: tuple[Inline, ...]
    line: int = 0


@dataclass(frozen=True, slots=True)
class ListBlock:
    """列项: `ordered` ones are shown a), b) and inside those 1), 2)."""

    ordered: bool
    items: "tuple[tuple[Block, ...], ...]"
    line: int = 0


@dataclass(frozen=True, slots=True)
class Definition:
    name: tuple[Inline, ...]
    blocks: "tuple[Block, ...]"


@dataclass(frozen=True, slots=True)
class Definitions:
    """A list of names with their meanings, such as the abbreviations."""

    items: tuple[Definition, ...]
    line: int = 0


@dataclass(frozen=True, slots=True)
class Cell:
    """`rows` and `columns` are the span; the places that it covers have no cell of their own."""

    inlines: tuple[Inline, ...]
    rows: int = 1
    columns: int = 1
    align: Align = ""


@dataclass(frozen=True, slots=True)
class Table:
    """`changes`: of every row, the head's first, whether it was added or taken away; () where none was."""

    id: str
    caption: tuple[Inline, ...]
    width: int
    head: tuple[tuple[Cell, ...], ...]
    body: tuple[tuple[Cell, ...], ...]
    number: str = ""
    line: int = 0
    changes: tuple[ChangeKind | Literal[""], ...] = ()


@dataclass(frozen=True, slots=True)
class Figure:
    """`file` is relative to the standard's folder; `alternative` says in words what it shows."""

    id: str
    caption: tuple[Inline, ...]
    file: str
    alternative: str
    number: str = ""
    line: int = 0


@dataclass(frozen=True, slots=True)
class Formula:
    id: str
    math: Math
    number: str = ""
    line: int = 0


@dataclass(frozen=True, slots=True)
class Term:
    """术语条目; `en` is the English equivalent."""

    id: str
    name: tuple[Inline, ...]
    en: str
    blocks: "tuple[Block, ...]"
    number: str = ""
    line: int = 0


@dataclass(frozen=True, slots=True)
class Note:
    """注; `number` is 0 for the only one of its clause. So with examples (示例)."""

    blocks: "tuple[Block, ...]"
    number: int = 0
    line: int = 0


@dataclass(frozen=True, slots=True)
class Example:
    blocks: "tuple[Block, ...]"
    number: int = 0
    line: int = 0


@dataclass(frozen=True, slots=True)
class Quote:
    blocks: "tuple[Block, ...]"
    line: int = 0


@dataclass(frozen=True, slots=True)
class Listing:
    text: str
    line: int = 0


@dataclass(frozen=True, slots=True)
class Provision:
    """条款. `clause` and `number` are the id and the number of the clause that it stands in.

    `verify`: ids of the clauses or provisions that say how it is tested, apart by blanks. `grade`: the class that it
    belongs to (`class=` in the draft), of the standard's own `provision_classes`; "" where it has none.
    `text` is the whole provision as one line, without its notes and examples; `fingerprint` changes
    when that text or the kind changes, not when only numbers, spaces or the width of signs do.
    `substance` is a hash of what an editorial change leaves as it is: kind, verbs, negations, figures, units,
    references.
    """

    id: str
    kind: ProvisionKind
    aspect: str
    blocks: "tuple[Block, ...]"
    verify: str = ""
    grade: str = ""
    clause: str = ""
    number: str = ""
    text: str = ""
    fingerprint: str = ""
    substance: str = ""
    line: int = 0


@dataclass(frozen=True, slots=True)
class Changed:
    """Whole blocks that were added or taken away, as `Change` is for inlines; also the only block of a list's item."""

    kind: ChangeKind
    blocks: "tuple[Block, ...]"
    author: str = ""
    date: str = ""
    line: int = 0


Block = (
    Paragraph
    | ListBlock
    | Definitions
    | Table
    | Figure
    | Formula
    | Term
    | Note
    | Example
    | Quote
    | Listing
    | Provision
    | Changed
)


@dataclass(frozen=True, slots=True)
class Clause:
    """章, 条, 附录 or an unnumbered element. `level` is 1 to 6; a clause without `heading` is untitled.

    A clause has the kind of its chapter: the 条 of an annex is of kind "annex" too. `change`: the whole clause was
    added or taken away; `moved` then says where it came from or went to, for people.
    """

    id: str
    level: int
    kind: ClauseKind
    heading: tuple[Inline, ...]
    title: str
    blocks: tuple[Block, ...]
    nature: Nature = ""
    number: str = ""
    line: int = 0
    change: ChangeKind | Literal[""] = ""
    moved: str = ""

    @property
    def label(self) -> str:
        """How the text refers to it: 第4章, 4.1, 附录A, A.1, or the title of an unnumbered element."""
        if not self.number:
            return self.title
        if self.level > 1:
            return self.number
        return f"附录{self.number}" if self.kind == "annex" else f"第{self.number}章"

    @property
    def heading_number(self) -> str:
        """What stands before its heading: 4, 4.1, 附录A, A.1, or nothing."""
        return self.label if self.kind == "annex" and self.level == 1 else self.number


@dataclass(frozen=True, slots=True)
class Waiver:
    """A comment that sets aside the findings of one code (its number or its name) on what follows it, with the reason.

    It holds from line `first` to line `last`, both included (waivers.py). `used`: reading the draft met such a finding.
    """

    code: str
    reason: str
    line: int
    first: int = 0
    last: int = 0
    used: bool = False


@dataclass(frozen=True, slots=True)
class Draft:
    clauses: tuple[Clause, ...]
    waivers: tuple[Waiver, ...] = ()

    @property
    def provisions(self) -> tuple[Provision, ...]:
        return tuple(b for c in self.clauses for b in c.blocks if isinstance(b, Provision))

    @property
    def terms(self) -> tuple[Term, ...]:
        return tuple(b for c in self.clauses for b in c.blocks if isinstance(b, Term))

    @property
    def figures(self) -> Iterator[Figure]:
        """Every figure, also those inside other blocks, in the order of the text."""
        return (b for c in self.clauses for b in walk(c.blocks) if isinstance(b, Figure))

    @property
    def aspects(self) -> frozenset[str]:
        return frozenset(p.aspect for p in self.provisions)


def inner_blocks(block: Block) -> tuple[Block, ...]:
    """The blocks directly inside a block."""
    match block:
        case ListBlock(items=items):
            return tuple(b for item in items for b in item)
        case Definitions(items=definitions):
            return tuple(b for d in definitions for b in d.blocks)
        case Term() | Note() | Example() | Quote() | Provision() | Changed():
            return block.blocks
        case _:
            return ()


def walk(blocks: Iterable[Block]) -> Iterator[Block]:
    """The blocks and all that is in them, in the order of the text."""
    for block in blocks:
        yield block
        yield from walk(inner_blocks(block))
