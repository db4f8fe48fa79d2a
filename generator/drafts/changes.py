"""Tracked changes of a draft: accepts or rejects all of them, and tells whether there are any.

A draft with changes is what a comparison makes, or what a reviewer in Word sent back. Accepting keeps what
was inserted, rejecting what was deleted; a list's item or a clause of which nothing stays is gone.
"""

from collections.abc import Iterable
from dataclasses import replace

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


def accepted(draft: Draft) -> Draft:
    """The draft with every change made, numbered anew."""
    return _resolved(draft, "inserted")


def rejected(draft: Draft) -> Draft:
    """The draft as it was before its changes, numbered anew."""
    return _resolved(draft, "deleted")


def has_changes(draft: Draft) -> bool:
    """Whether there is any tracked change in the draft."""
    found = False

    def block(one: Block) -> Block:
        nonlocal found
        found = found or isinstance(one, Changed)
        return one

    def inline(one: Inline) -> Inline:
        nonlocal found
        found = found or isinstance(one, Change)
        return one

    look = Rewriter(block, inline)
    for clause in draft.clauses:
        found = found or bool(clause.change)
        look.inlines(clause.heading)
        look.blocks(clause.blocks)
    return found


def joined(inlines: Iterable[Inline]) -> tuple[Inline, ...]:
    """The same inlines with neighbouring words in one."""
    made: list[Inline] = []
    for inline in inlines:
        last = made[-1] if made else None
        if isinstance(inline, Words) and isinstance(last, Words):
            made[-1] = Words(last.text + inline.text)
        elif not (isinstance(inline, Words) and not inline.text):
            made.append(inline)
    return tuple(made)


def _resolved(draft: Draft, keep: ChangeKind) -> Draft:
    clauses = []
    for clause in draft.clauses:
        if clause.change and clause.change != keep:
            continue
        heading = _inlines(clause.heading, keep)
        kept = replace(clause, heading=heading, title=inline_text(heading), change="", moved="")
        clauses.append(replace(kept, blocks=_blocks(clause.blocks, keep)))
    return numbered(replace(draft, clauses=tuple(clauses)))


def _blocks(blocks: Iterable[Block], keep: ChangeKind) -> tuple[Block, ...]:
    made: list[Block] = []
    for block in blocks:
        if isinstance(block, Changed):
            made += _blocks(block.blocks, keep) if block.kind == keep else ()
        elif (resolved := _block(block, keep)) is not None:
            made.append(resolved)
    return tuple(made)


def _block(block: Block, keep: ChangeKind) -> Block | None:
    """The block with its changes resolved, or None where nothing of it stays."""
    match block:
        case Paragraph():
            inlines = _inlines(block.inlines, keep)
            return replace(block, inlines=inlines) if inlines else None
        case ListBlock():
            items = tuple(item for item in (_blocks(i, keep) for i in block.items) if item)
            return replace(block, items=items) if items else None
        case Definitions():
            pairs = ((_inlines(d.name, keep), _blocks(d.blocks, keep)) for d in block.items)
            definitions = tuple(Definition(name, inside) for name, inside in pairs if name or inside)
            return replace(block, items=definitions) if definitions else None
        case Table():
            head, body = (_rows(rows, keep) for rows in (block.head, block.body))
            return replace(block, caption=_inlines(block.caption, keep), head=head, body=body)
        case Figure():
            return replace(block, caption=_inlines(block.caption, keep))
        case Term():
            return replace(block, name=_inlines(block.name, keep), blocks=_blocks(block.blocks, keep))
        case Note() | Example() | Quote():
            inside = _blocks(block.blocks, keep)
            return replace(block, blocks=inside) if inside else None
        case Provision():
            inside = _blocks(block.blocks, keep)
            return with_hashes(replace(block, blocks=inside)) if inside else None
        case _:
            return block


def _rows(rows: tuple[tuple[Cell, ...], ...], keep: ChangeKind) -> tuple[tuple[Cell, ...], ...]:
    return tuple(tuple(replace(cell, inlines=_inlines(cell.inlines, keep)) for cell in row) for row in rows)


def _inlines(inlines: Iterable[Inline], keep: ChangeKind) -> tuple[Inline, ...]:
    made: list[Inline] = []
    for inline in inlines:
        match inline:
            case Change():
                made += _inlines(inline.inlines, keep) if inline.kind == keep else ()
            case Styled() | Link() | Reference() if inline.inlines:
                if inside := _inlines(inline.inlines, keep):
                    made.append(replace(inline, inlines=inside))
            case Footnote():
                if blocks := _blocks(inline.blocks, keep):
                    made.append(replace(inline, blocks=blocks))
            case _:
                made.append(inline)
    return joined(made)
