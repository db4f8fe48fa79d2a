"""What makes two parts of a draft equal: all that Word shows, and no number, label, line or attribute beside it.

References count by their target, so renumbering is no difference.
"""

from collections.abc import Hashable, Iterable

from generator.drafts.changes import joined
from generator.drafts.model import (
    Block,
    Cell,
    Change,
    Changed,
    Clause,
    Code,
    Definitions,
    Example,
    Figure,
    Footnote,
    Formula,
    Inline,
    Link,
    ListBlock,
    Listing,
    Math,
    Note,
    Paragraph,
    Provision,
    Quote,
    Reference,
    Styled,
    Table,
    Term,
    Words,
)

Key = Hashable


def inlines_key(inlines: Iterable[Inline]) -> Key:
    return tuple(inline_key(inline) for inline in joined(inlines))


def inline_key(inline: Inline) -> Key:
    match inline:
        case Words():
            return inline.text
        case Styled():
            return ("styled", inline.style, inlines_key(inline.inlines))
        case Code():
            return ("code", inline.text)
        case Math():
            return ("math", inline.tex)
        case Link():
            return ("link", inline.address, inlines_key(inline.inlines))
        case Reference():
            return ("reference", inline.target, inlines_key(inline.inlines))
        case Footnote():
            return ("footnote", blocks_key(inline.blocks))
        case Change():
            return (inline.kind, inlines_key(inline.inlines))
        case _:
            return ("break",)


def blocks_key(blocks: Iterable[Block]) -> Key:
    return tuple(block_key(block) for block in blocks)


def block_key(block: Block) -> Key:
    match block:
        case Paragraph():
            return inlines_key(block.inlines)
        case ListBlock():
            return ("list", block.ordered, tuple(blocks_key(item) for item in block.items))
        case Definitions():
            return ("definitions", tuple((inlines_key(d.name), blocks_key(d.blocks)) for d in block.items))
        case Table():
            rows = tuple(row_key(row) for row in (*block.head, *block.body))
            return ("table", block.id, inlines_key(block.caption), block.width, len(block.head), rows)
        case Figure():
            return ("figure", block.id, inlines_key(block.caption), block.file)
        case Formula():
            return ("formula", block.id, block.math.tex)
        case Term():
            return ("term", block.id, inlines_key(block.name), block.en, blocks_key(block.blocks))
        case Provision():
            return ("provision", block.id, blocks_key(block.blocks))
        case Note() | Example() | Quote():
            return (type(block).__name__, blocks_key(block.blocks))
        case Listing():
            return ("listing", block.text)
        case Changed():
            return (block.kind, blocks_key(block.blocks))


def row_key(row: tuple[Cell, ...]) -> Key:
    return tuple((cell.rows, cell.columns, cell.align, inlines_key(cell.inlines)) for cell in row)


def row_shape(row: tuple[Cell, ...]) -> Key:
    return tuple((cell.rows, cell.columns, cell.align) for cell in row)


def clause_shape(clause: Clause) -> Key:
    """What no mark inside a clause can change: where these differ, it is replaced whole.

    So does an untitled clause whose number stands before a paragraph on one side, and by itself on the other.
    """
    alone = not clause.title and not isinstance(_first(clause.blocks), Paragraph)
    return (clause.level, clause.kind, clause.nature, bool(clause.title), alone)


def _first(blocks: Iterable[Block]) -> Block | None:
    """The first block that Word shows: a provision is none of its own."""
    for block in blocks:
        found = _first(block.blocks) if isinstance(block, Provision) else block
        if found is not None:
            return found
    return None


def clause_key(clause: Clause) -> Key:
    return (clause_shape(clause), inlines_key(clause.heading), blocks_key(clause.blocks))
