"""The difference of two tables: rows added and taken away, and the words of the cells that stay."""

from collections.abc import Hashable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from generator.drafts.model import Cell, Change, ChangeKind, Table
from generator.standards.redline.align import common
from generator.standards.redline.keys import inlines_key, row_key, row_shape
from generator.standards.redline.words import Inner, Work, diff_inlines

Row = tuple[Cell, ...]
RowChange = ChangeKind | Literal[""]


@dataclass(frozen=True, slots=True)
class _Merged:
    row: Row
    change: RowChange


def diff_tables(old: Table, new: Table, work: Work, inner: Inner) -> Table | None:
    """The new table with marks; None where its grid changed in a way that rows cannot say."""
    if old.width != new.width:
        return None
    caption = diff_inlines(old.caption, new.caption, work, inner)
    head, body = _rows(old.head, new.head, work, inner), _rows(old.body, new.body, work, inner)
    if head is None or body is None:
        return None
    changes = tuple(one.change for one in (*head, *body))
    return replace(
        new,
        caption=caption,
        head=tuple(one.row for one in head),
        body=tuple(one.row for one in body),
        changes=changes if any(changes) else (),
    )


def _rows(old: Sequence[Row], new: Sequence[Row], work: Work, inner: Inner) -> list[_Merged] | None:
    made: list[_Merged] = []
    for a, b in _paired(old, new, work):
        if a is not None and b is not None:
            cells = (
                replace(y, inlines=diff_inlines(x.inlines, y.inlines, work, inner)) for x, y in zip(a, b, strict=True)
            )
            made.append(_Merged(tuple(cells), ""))
        elif a is not None:
            made.append(_Merged(_marked(a, "deleted"), "deleted"))
        elif b is not None:
            made.append(_Merged(_marked(b, "inserted"), "inserted"))
    return made if _spans_hold(made) else None


def _marked(row: Row, kind: ChangeKind) -> Row:
    return tuple(replace(c, inlines=(Change(kind, c.inlines),)) if c.inlines else c for c in row)


def _paired(old: Sequence[Row], new: Sequence[Row], work: Work) -> Iterator[tuple[Row | None, Row | None]]:
    i = j = 0
    pairs = common([row_key(r) for r in old], [row_key(r) for r in new], work.effort)
    for x, y in [*pairs, (len(old), len(new))]:
        yield from _gap(old[i:x], new[j:y])
        if x < len(old) and y < len(new):
            yield old[x], new[y]
        i, j = x + 1, y + 1


def _gap(old: Sequence[Row], new: Sequence[Row]) -> Iterator[tuple[Row | None, Row | None]]:
    """Rows between equal ones: of one shape each in turn, else by what their first cell says."""
    if len(old) == len(new) and all(row_shape(a) == row_shape(b) for a, b in zip(old, new, strict=True)):
        yield from zip(old, new, strict=True)
        return
    names: dict[Hashable, int] = {}
    for j, row in enumerate(new):
        names.setdefault((row_shape(row), _name(row)), j)
    done = 0
    for a in old:
        j = names.get((row_shape(a), _name(a)), -1)
        if j >= done:
            yield from ((None, b) for b in new[done:j])
            yield a, new[j]
            done = j + 1
        else:
            yield a, None
    yield from ((None, b) for b in new[done:])


def _name(row: Row) -> Hashable:
    return inlines_key(row[0].inlines) if row else ()


def _spans_hold(rows: Sequence[_Merged]) -> bool:
    """Whether every cell that reaches over several rows finds them side by side, on either side of the comparison."""
    for at, one in enumerate(rows):
        reach = max((cell.rows for cell in one.row), default=1)
        if reach > 1 and [r.change for r in rows[at : at + reach]] != [one.change] * reach:
            return False
    return True
