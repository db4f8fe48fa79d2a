"""Rebuilds a tree of blocks with every block and every run of inlines passed through a function."""

from collections.abc import Callable
from dataclasses import dataclass, replace

from generator.drafts.model import (
    Block,
    Cell,
    Change,
    Changed,
    Definition,
    Definitions,
    Example,
    Figure,
    Footnote,
    Formula,
    Inline,
    Link,
    ListBlock,
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


def _same_block(block: Block) -> Block:
    return block


def _same_inline(inline: Inline) -> Inline:
    return inline


@dataclass(frozen=True, slots=True)
class Rewriter:
    """`block` and `inline` see each one before what is inside it, in the order of the text."""

    block: Callable[[Block], Block] = _same_block
    inline: Callable[[Inline], Inline] = _same_inline

    def blocks(self, blocks: tuple[Block, ...]) -> tuple[Block, ...]:
        return tuple(self._block(self.block(b)) for b in blocks)

    def inlines(self, inlines: tuple[Inline, ...]) -> tuple[Inline, ...]:
        return tuple(self._inline(self.inline(i)) for i in inlines)

    def _block(self, block: Block) -> Block:
        match block:
            case Paragraph():
                return Paragraph(self.inlines(block.inlines), block.line)
            case ListBlock():
                return replace(block, items=tuple(self.blocks(item) for item in block.items))
            case Definitions():
                items = (Definition(self.inlines(d.name), self.blocks(d.blocks)) for d in block.items)
                return replace(block, items=tuple(items))
            case Table():
                caption = self.inlines(block.caption)
                return replace(block, caption=caption, head=self._rows(block.head), body=self._rows(block.body))
            case Figure():
                return replace(block, caption=self.inlines(block.caption))
            case Term():
                return replace(block, name=self.inlines(block.name), blocks=self.blocks(block.blocks))
            case Note() | Example() | Quote() | Provision() | Changed():
                return replace(block, blocks=self.blocks(block.blocks))
            case Formula():
                math = self.inline(block.math)
                return replace(block, math=math) if isinstance(math, Math) else block
            case _:
                return block

    def _rows(self, rows: tuple[tuple[Cell, ...], ...]) -> tuple[tuple[Cell, ...], ...]:
        return tuple(tuple(Cell(self.inlines(c.inlines), c.rows, c.columns, c.align) for c in row) for row in rows)

    def _inline(self, inline: Inline) -> Inline:
        if type(inline) is Words:  # as most are
            return inline
        match inline:
            case Styled() | Link() | Reference() | Change():
                return replace(inline, inlines=self.inlines(inline.inlines)) if inline.inlines else inline
            case Footnote():
                return replace(inline, blocks=self.blocks(inline.blocks))
            case _:
                return inline
