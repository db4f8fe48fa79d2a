"""A comparison for machines: plain data, the same for the same two drafts.

`format` 1: {format, standard, from: {label, date, commit, edition}, to: {…}, counts: {…},
clauses: [{id, state, old: {number, title} | null, new: … | null, edited, renumbered, heading: [piece], text: [line]}],
provisions: [{id, changes: [name], technical, old: {clause, number, kind, aspect, class, verify, text, fingerprint} | null, new: …}]}.

`state`: kept, replaced, inserted, deleted, moved-here, moved-away. Only clauses that changed or were renumbered are there.
A line of `text` is a block: [piece]; a piece is {op: "same" | "inserted" | "deleted", text}.
"""

from collections.abc import Iterable, Iterator, Mapping
from typing import TypedDict

from generator.drafts.model import (
    Block,
    Change,
    Changed,
    Clause,
    Definitions,
    Figure,
    Inline,
    Link,
    Paragraph,
    Provision,
    Styled,
    Table,
    Term,
    inner_blocks,
)
from generator.drafts.text import exact_text, inline_text
from generator.standards.redline.model import ClauseDiff, DraftDiff

FORMAT = 1


class Piece(TypedDict):
    """A stretch of text that is on both sides, or on one."""

    op: str
    text: str


def diff_data(diff: DraftDiff, standard: str, old: Mapping[str, str], new: Mapping[str, str]) -> dict[str, object]:
    """The comparison in the form above; `old` and `new` describe the versions."""
    return {
        "format": FORMAT,
        "standard": standard,
        "from": dict(old),
        "to": dict(new),
        "counts": diff.counts,
        "clauses": [_clause(clause) for clause in diff.clauses if clause.changed or clause.renumbered],
        "provisions": [
            {
                "id": one.id,
                "changes": list(one.changes),
                "technical": one.technical,
                "old": _provision(one.old),
                "new": _provision(one.new),
            }
            for one in diff.provisions
        ],
    }


def _clause(clause: ClauseDiff) -> dict[str, object]:
    return {
        "id": clause.id,
        "state": clause.state,
        "old": _side(clause.old),
        "new": _side(clause.new),
        "edited": clause.edited,
        "renumbered": clause.renumbered,
        "heading": pieces(clause.heading, whole_of(clause)),
        "text": [line for line in lines(clause.blocks, whole_of(clause)) if line],
    }


def whole_of(clause: ClauseDiff) -> str:
    """What a clause that is on one side only is, all of it."""
    return {"inserted": "inserted", "deleted": "deleted"}.get(clause.state, "same")


def _side(clause: Clause | None) -> dict[str, str] | None:
    return {"number": clause.number, "title": clause.title} if clause else None


def _provision(one: Provision | None) -> dict[str, str] | None:
    if one is None:
        return None
    return {
        "clause": one.clause,
        "number": one.number,
        "kind": one.kind,
        "aspect": one.aspect,
        "class": one.grade,
        "verify": one.verify,
        "text": one.text,
        "fingerprint": one.fingerprint,
    }


def lines(blocks: Iterable[Block], op: str = "same") -> Iterator[list[Piece]]:
    """A line for each paragraph, row, caption and name, in the order of the text."""
    for block in blocks:
        match block:
            case Paragraph():
                yield pieces(block.inlines, op)
            case Changed():
                yield from lines(block.blocks, block.kind)
            case Definitions():
                for definition in block.items:
                    yield pieces(definition.name, op)
                    yield from lines(definition.blocks, op)
            case Table():
                yield pieces(block.caption, op)
                rows = (*block.head, *block.body)
                changes = block.changes or ("",) * len(rows)
                for row, change in zip(rows, changes, strict=True):
                    cells = [pieces(cell.inlines, change or op) for cell in row]
                    yield _joined(piece for cell in cells for piece in (*cell, Piece(op=change or op, text=" | ")))
            case Term():
                yield [*pieces(block.name, op), Piece(op=op, text=f" {block.en}")]
                yield from lines(block.blocks, op)
            case Figure():
                yield pieces(block.caption, op)
            case _ if inside := inner_blocks(block):
                yield from lines(inside, op)
            case _:
                text = exact_text((block,))
                yield [Piece(op=op, text=text)] if text else []


def pieces(inlines: Iterable[Inline], op: str = "same") -> list[Piece]:
    """The text of inlines in stretches; references by their label."""
    return _joined(_pieces(inlines, op))


def _pieces(inlines: Iterable[Inline], op: str) -> Iterator[Piece]:
    for inline in inlines:
        match inline:
            case Change():
                yield from _pieces(inline.inlines, inline.kind)
            case Styled() | Link():
                yield from _pieces(inline.inlines, op)
            case _:
                # The blank keeps those at the ends, which a title has no use for.
                text = inline_text((inline,)) if not hasattr(inline, "text") else inline.text
                if text:
                    yield Piece(op=op, text=text)


def _joined(found: Iterable[Piece]) -> list[Piece]:
    made: list[Piece] = []
    for piece in found:
        if made and made[-1]["op"] == piece["op"]:
            made[-1] = Piece(op=piece["op"], text=made[-1]["text"] + piece["text"])
        else:
            made.append(piece)
    return made
