"""The difference of two runs of blocks, as the blocks of the new side with marks, and what is gone between them."""

from collections import Counter
from collections.abc import Callable, Hashable, Iterator, Sequence
from dataclasses import replace
from functools import partial
from itertools import pairwise, zip_longest
from typing import TypeVar

from generator.drafts.model import (
    Block,
    Change,
    Changed,
    ChangeKind,
    Definition,
    Definitions,
    Example,
    Figure,
    Formula,
    ListBlock,
    Listing,
    Note,
    Paragraph,
    Provision,
    Quote,
    Table,
    Term,
)
from generator.drafts.text import exact_text, inline_text
from generator.standards.redline.align import common
from generator.standards.redline.keys import block_key, blocks_key, inlines_key
from generator.standards.redline.tables import diff_tables
from generator.standards.redline.words import Inner, Work, diff_inlines

T = TypeVar("T")

_ALIKE = 0.4
"""How much two blocks have in common at least to be one that was changed."""
_WINDOW = 2_500
"""Pairs of unmatched blocks in one place that are looked at for likeness; of more, each with the one in its place."""
_COST = 20
"""Of one such look, in comparisons."""


def diff_blocks(
    old: tuple[Block, ...], new: tuple[Block, ...], work: Work, *, labelled: bool = False
) -> tuple[Block, ...]:
    """The blocks with marks: accepting them gives `new`, rejecting them `old`.

    `labelled`: their first paragraph bears a number or a mark in Word, as in an untitled clause, an item, a note. It
    is then first on both sides or replaced, for a paragraph can be added and taken away, but not its number alone.
    """
    made: list[Block] = []
    for a, b in paired(old, new, _slot, _likeness, work):
        if a is not None and b is not None:
            first = labelled and a is old[0]
            if not labelled or first == (b is new[0]):
                both = _pair(a, b, work, labelled=first)
                if both is not None:
                    made.append(both)
                    continue
        if a is not None:
            _mark(made, "deleted", a)
        if b is not None:
            _mark(made, "inserted", b)
    return tuple(made)


def paired(
    old: Sequence[T],
    new: Sequence[T],
    key: Callable[[T], Hashable],
    likeness: Callable[[T, T], float],
    work: Work,
) -> Iterator[tuple[T | None, T | None]]:
    """Both sides in one order: pairs of what is equal by `key` or alike, and what has no partner."""
    i = j = 0
    for x, y in [*common([key(a) for a in old], [key(b) for b in new], work.effort), (len(old), len(new))]:
        yield from _gap(old[i:x], new[j:y], likeness, work)
        if x < len(old) and y < len(new):
            yield old[x], new[y]
        i, j = x + 1, y + 1


def _gap(
    old: Sequence[T], new: Sequence[T], likeness: Callable[[T, T], float], work: Work
) -> Iterator[tuple[T | None, T | None]]:
    """The pairs, in order on both sides, that have most in common."""
    size = len(old) * len(new)
    if not size or size > _WINDOW or not work.effort.grants(size * _COST):
        for a, b in zip_longest(old, new):
            if a is not None and b is not None and work.effort.grants(_COST) and likeness(a, b) >= _ALIKE:
                yield a, b
                continue
            if a is not None:
                yield a, None
            if b is not None:
                yield None, b
        return
    alike = [[likeness(a, b) for b in new] for a in old]
    best = [[0.0] * (len(new) + 1) for _ in range(len(old) + 1)]
    for i in range(len(old) - 1, -1, -1):
        for j in range(len(new) - 1, -1, -1):
            both = best[i + 1][j + 1] + alike[i][j] if alike[i][j] >= _ALIKE else 0.0
            best[i][j] = max(both, best[i + 1][j], best[i][j + 1])
    i = j = 0
    while i < len(old) or j < len(new):
        if i < len(old) and j < len(new) and alike[i][j] >= _ALIKE and best[i][j] == best[i + 1][j + 1] + alike[i][j]:
            yield old[i], new[j]
            i, j = i + 1, j + 1
        elif i < len(old) and (j == len(new) or best[i][j] == best[i + 1][j]):
            yield old[i], None
            i += 1
        else:
            yield None, new[j]
            j += 1


def likeness_of(old: str, new: str) -> float:
    """How much two texts have in common, 0 to 1: pairs of neighbouring characters in both, of those in either."""
    a, b = _grams(old), _grams(new)
    total = sum(a.values()) + sum(b.values())
    return 2 * sum((a & b).values()) / total if total else 1.0


def _grams(text: str) -> Counter[str]:
    text = text[:2_000]
    return Counter(x + y for x, y in pairwise(text)) if len(text) > 1 else Counter(text)


def _slot(block: Block) -> Hashable:
    """By what a block is known on both sides: its id, or all that it says."""
    name = getattr(block, "id", "")
    return (type(block), name) if name else block_key(block)


def _likeness(old: Block, new: Block) -> float:
    named = getattr(old, "id", ""), getattr(new, "id", "")
    if type(old) is not type(new) or all(named):
        return 0.0  # two ids are two things
    return likeness_of(*(exact_text(b.blocks if isinstance(b, Note | Example) else (b,)) for b in (old, new)))


def _mark(made: list[Block], kind: ChangeKind, block: Block) -> None:
    last = made[-1] if made else None
    if isinstance(last, Changed) and last.kind == kind:
        made[-1] = replace(last, blocks=(*last.blocks, block))
    else:
        made.append(Changed(kind, (block,)))


def _pair(old: Block, new: Block, work: Work, *, labelled: bool) -> Block | None:
    """Both as one block with marks, or None where no mark inside it can say what changed."""

    if type(old) is not type(new):
        return None
    kept = _with_id(old, new)
    match old, kept:
        case Paragraph(), Paragraph():
            return replace(kept, inlines=diff_inlines(old.inlines, kept.inlines, work, _note(work)))
        case (ListBlock(), ListBlock()) if old.ordered == kept.ordered:
            return replace(kept, items=_items(old, kept, work))
        case Definitions(), Definitions():
            return replace(kept, items=_definitions(old, kept, work))
        case Table(), Table():
            return diff_tables(old, kept, work, _note(work))
        case (Figure(), Figure()) if old.file == kept.file:
            return replace(kept, caption=diff_inlines(old.caption, kept.caption, work, _note(work)))
        case (Term(), Term()) if old.en == kept.en:
            name = diff_inlines(old.name, kept.name, work, _note(work))
            return replace(kept, name=name, blocks=diff_blocks(old.blocks, kept.blocks, work))
        case ((Note() | Example() | Quote() | Provision()), (Note() | Example() | Quote() | Provision())):
            own = isinstance(kept, Note | Example) or (labelled and isinstance(kept, Provision))
            return replace(kept, blocks=diff_blocks(old.blocks, kept.blocks, work, labelled=own))
        case (Formula(), Formula()) if old.math.tex == kept.math.tex:
            return kept
        case (Listing(), Listing()) if old.text == kept.text:
            return kept
        case _:
            return None


def _note(work: Work) -> Inner:
    """How two footnotes are compared, whose first paragraph bears their number."""
    return partial(diff_blocks, work=work, labelled=True)


def _with_id(old: Block, new: Block) -> Block:
    """The new block, under the old one's id where it has none: what leads there must still do so once it is rejected."""
    if isinstance(new, Table | Figure | Formula | Term | Provision) and not new.id:
        return replace(new, id=getattr(old, "id", ""))
    return new


def _items(old: ListBlock, new: ListBlock, work: Work) -> tuple[tuple[Block, ...], ...]:
    def likeness(a: tuple[Block, ...], b: tuple[Block, ...]) -> float:
        return likeness_of(exact_text(a), exact_text(b))

    made: list[tuple[Block, ...]] = []
    for a, b in paired(old.items, new.items, blocks_key, likeness, work):
        if a is not None and b is not None:
            made.append(diff_blocks(a, b, work, labelled=True))
        elif a or b:
            made.append((Changed("deleted", a) if a else Changed("inserted", b or ()),))
    return tuple(made)


def _definitions(old: Definitions, new: Definitions, work: Work) -> tuple[Definition, ...]:
    def likeness(a: Definition, b: Definition) -> float:
        return likeness_of(inline_text(a.name) + exact_text(a.blocks), inline_text(b.name) + exact_text(b.blocks))

    made: list[Definition] = []
    for a, b in paired(old.items, new.items, lambda d: inlines_key(d.name), likeness, work):
        if a is not None and b is not None:
            marked_blocks = diff_blocks(a.blocks, b.blocks, work, labelled=True)
            made.append(Definition(diff_inlines(a.name, b.name, work, _note(work)), marked_blocks))
        elif (one := a or b) is not None:
            kind: ChangeKind = "deleted" if a is not None else "inserted"
            name = (Change(kind, one.name),) if one.name else ()
            made.append(Definition(name, (Changed(kind, one.blocks),) if one.blocks else ()))
    return tuple(made)
