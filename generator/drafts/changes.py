"""Tracked changes of a draft: accepts or rejects all of them, and tells whether there are any.

A draft with changes is what a comparison makes, or what a reviewer in Word sent back. Accepting keeps what
was inserted, rejecting what was deleted; a list's item or a clause of which nothing stays is gone.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Literal

from generator.drafts.model import (
    Block,
    Cell,
    Change,
    Changed,
    ChangeKind,
    Definition,
    Definitions,
    Draft,
    Example,
    Figure,
    Footnote,
    Inline,
    Link,
    ListBlock,
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
from generator.drafts.number import numbered
from generator.drafts.rewrite import Rewriter
from generator.drafts.text import inline_text, with_hashes

_STAYS: Literal[""] = ""


def accepted(draft: Draft) -> Draft:
    """The draft with every change made, numbered anew."""
    return _resolved(draft, _Side("inserted"))


def rejected(draft: Draft) -> Draft:
    """The draft as it was before its changes, numbered anew."""
    return _resolved(draft, _Side("deleted"))


def has_changes(draft: Draft) -> bool:
    """Whether there is any tracked change in the draft."""
    return any(c.change or _marks((c.heading,), c.blocks) for c in draft.clauses)


def has_marks(block: Block) -> bool:
    """Whether there is any tracked change in the block."""
    return _marks((), (block,))


def _marks(lines: Iterable[tuple[Inline, ...]], blocks: tuple[Block, ...]) -> bool:
    found = False

    def block(one: Block) -> Block:
        nonlocal found
        found = found or isinstance(one, Changed) or (isinstance(one, Table) and any(one.changes))
        return one

    def inline(one: Inline) -> Inline:
        nonlocal found
        found = found or isinstance(one, Change)
        return one

    look = Rewriter(block, inline)
    for line in lines:
        look.inlines(line)
    look.blocks(blocks)
    return found


def one_side(blocks: Iterable[Block], keep: ChangeKind) -> tuple[Block, ...]:
    """The blocks as they stand on one side of a comparison, with what only that side has still marked."""
    return _blocks(blocks, _Side(keep, marked=True))


def one_side_inlines(inlines: Iterable[Inline], keep: ChangeKind) -> tuple[Inline, ...]:
    """The same for inlines."""
    return _inlines(inlines, _Side(keep, marked=True))


def joined(inlines: Iterable[Inline]) -> tuple[Inline, ...]:
    """The same inlines with neighbouring words in one, and neighbours of one style or to one address."""
    made: list[Inline] = []
    for inline in inlines:
        last = made[-1] if made else None
        match last, inline:
            case Words(), Words():
                made[-1] = Words(last.text + inline.text)
            case (Styled(), Styled()) if last.style == inline.style:
                made[-1] = replace(last, inlines=joined((*last.inlines, *inline.inlines)))
            case (Link(), Link()) if last.address == inline.address:
                made[-1] = replace(last, inlines=joined((*last.inlines, *inline.inlines)))
            case _, Words(text=""):
                pass
            case _:
                made.append(inline)
    return tuple(made)


@dataclass(frozen=True, slots=True)
class _Side:
    """What is kept; `marked`: as a change still."""

    keep: ChangeKind
    marked: bool = False


def _resolved(draft: Draft, side: _Side) -> Draft:
    clauses = []
    for clause in draft.clauses:
        if clause.change and clause.change != side.keep:
            continue
        heading = _inlines(clause.heading, side)
        kept = replace(clause, heading=heading, title=inline_text(heading), change="", moved="")
        clauses.append(replace(kept, blocks=_blocks(clause.blocks, side)))
    return numbered(replace(draft, clauses=tuple(clauses)))


def _blocks(blocks: Iterable[Block], side: _Side) -> tuple[Block, ...]:
    made: list[Block] = []
    for block in blocks:
        if isinstance(block, Changed):
            inside = _blocks(block.blocks, side) if block.kind == side.keep else ()
            made += (replace(block, blocks=inside),) if side.marked and inside else inside
        elif (resolved := _block(block, side)) is not None:
            made.append(resolved)
    return tuple(made)


def _block(block: Block, side: _Side) -> Block | None:
    """The block with its changes resolved, or None where nothing of it stays."""
    match block:
        case Paragraph():
            inlines = _inlines(block.inlines, side)
            return replace(block, inlines=inlines) if inlines else None
        case ListBlock():
            items = tuple(item for item in (_blocks(i, side) for i in block.items) if item)
            return replace(block, items=items) if items else None
        case Definitions():
            pairs = ((_inlines(d.name, side), _blocks(d.blocks, side)) for d in block.items)
            definitions = tuple(Definition(name, inside) for name, inside in pairs if name or inside)
            return replace(block, items=definitions) if definitions else None
        case Table():
            rows = len(block.head) + len(block.body)
            changes = (*block.changes, *((_STAYS,) * rows))[:rows]
            head = _rows(block.head, changes, side)
            body = _rows(block.body, changes[len(block.head) :], side)
            left = tuple(c for c in changes if c in ("", side.keep)) if side.marked and any(changes) else ()
            return replace(block, caption=_inlines(block.caption, side), head=head, body=body, changes=left)
        case Figure():
            return replace(block, caption=_inlines(block.caption, side))
        case Term():
            return replace(block, name=_inlines(block.name, side), blocks=_blocks(block.blocks, side))
        case Note() | Example() | Quote():
            inside = _blocks(block.blocks, side)
            return replace(block, blocks=inside) if inside else None
        case Provision():
            inside = _blocks(block.blocks, side)
            return with_hashes(replace(block, blocks=inside)) if inside else None
        case _:
            return block


def _rows(rows: tuple[tuple[Cell, ...], ...], changes: Iterable[str], side: _Side) -> tuple[tuple[Cell, ...], ...]:
    kept = (row for row, change in zip(rows, changes, strict=False) if change in ("", side.keep))
    return tuple(tuple(replace(cell, inlines=_inlines(cell.inlines, side)) for cell in row) for row in kept)


def _inlines(inlines: Iterable[Inline], side: _Side) -> tuple[Inline, ...]:
    made: list[Inline] = []
    for inline in inlines:
        match inline:
            case Change():
                inside = _inlines(inline.inlines, side) if inline.kind == side.keep else ()
                made += (replace(inline, inlines=inside),) if side.marked and inside else inside
            case Styled() | Link() | Reference() if inline.inlines:
                if inside := _inlines(inline.inlines, side):
                    made.append(replace(inline, inlines=inside))
            case Footnote():
                if blocks := _blocks(inline.blocks, side):
                    made.append(replace(inline, blocks=blocks))
            case _:
                made.append(inline)
    return joined(made)
