"""Tables: merged cells, a header that every page repeats, columns as wide as their content asks for."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from generator.documents.docx_xml import Element, element
from generator.documents.grid import width_of
from generator.drafts.model import Cell, Change, Table
from generator.drafts.text import inline_text
from generator.standards.word.looks import TEXT_WIDTH, style_id
from generator.standards.word.runs import Runs
from generator.standards.word.state import State, Tracked

_HALF = 93
"""The width of a half-width character of 小五, with what letters need more."""
_PADDING = 190
_WORD = re.compile(r"[^\s\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef]+")
"""What is not broken at the end of a line."""


@dataclass(slots=True)
class Tables:
    """`last`: the last paragraph of the table that was written last."""

    state: State
    runs: Runs
    last: Element | None = None

    def table(self, table: Table, parent: Element) -> None:
        made = element("w:tbl", parent)
        look = element("w:tblPr", made)
        element("w:tblStyle", look, val="StdTable")
        widths = widths_of(table)
        element("w:tblW", look, w=str(sum(widths)), type="dxa")
        element("w:jc", look, val="center")
        element("w:tblLayout", look, type="fixed")
        columns = element("w:tblGrid", made)
        for width in widths:
            element("w:gridCol", columns, w=str(width))
        heads = len(table.head)
        rows = (*table.head, *table.body)
        changes = table.changes or ("",) * len(rows)
        inside = tuple(_inside(row) if change else row for row, change in zip(rows, changes, strict=True))
        for place, row in enumerate(_places(inside, table.width)):
            change = _tracked(rows[place], changes[place])
            self.state.changes += change
            self._row(made, row, widths, header=place < heads, last_header=place == heads - 1)
            if change:
                self.state.changes.pop()

    def _row(self, table: Element, row: list["_Place"], widths: list[int], *, header: bool, last_header: bool) -> None:
        made = element("w:tr", table)
        rules = element("w:trPr", made)
        element("w:cantSplit", rules)
        if header:
            element("w:tblHeader", rules)
        self.state.mark(rules)
        at = 0
        for one in row:
            cell = element("w:tc", made)
            look = element("w:tcPr", cell)
            element("w:tcW", look, w=str(sum(widths[at : at + one.columns])), type="dxa")
            if one.columns > 1:
                element("w:gridSpan", look, val=str(one.columns))
            if one.merge:
                element("w:vMerge", look, val=one.merge)
            if last_header or (header and one.last):
                edges = element("w:tcBorders", look)
                element("w:bottom", edges, val="single", sz="8", space="0", color="auto")
            self._text(cell, one.cell, header)
            at += one.columns

    def _text(self, parent: Element, cell: Cell | None, header: bool) -> None:
        made = element("w:p", parent)
        look = element("w:pPr", made)
        element("w:pStyle", look, val=style_id("table-text"))
        align = "center" if header else cell.align if cell else ""
        if align and align != "left":
            element("w:jc", look, val=align)
        if self.state.changes:
            self.state.mark(element("w:rPr", look))
        if cell:
            self.runs.inlines(made, cell.inlines)
        self.last = made


def _tracked(row: tuple[Cell, ...], change: str) -> list[Tracked]:
    """The change of a whole row; whose it is, its cells say."""
    marks = (inline for cell in row for inline in cell.inlines if isinstance(inline, Change))
    mark = next(marks, None) if change else None
    return [Tracked(mark.kind, mark.author, mark.date)] if mark else []


def _inside(row: tuple[Cell, ...]) -> tuple[Cell, ...]:
    """The row without the marks of its cells, which its own mark covers."""
    return tuple(
        replace(
            cell,
            inlines=tuple(
                part for one in cell.inlines for part in (one.inlines if isinstance(one, Change) else (one,))
            ),
        )
        for cell in row
    )


@dataclass(frozen=True, slots=True)
class _Place:
    """A cell in its row; `merge` is what Word calls it: begins or goes on in the row below. `last`: it ends there."""

    cell: Cell | None
    columns: int
    merge: str = ""
    last: bool = False


def _places(rows: tuple[tuple[Cell, ...], ...], width: int) -> Iterator[list[_Place]]:
    """Each row with the places that cells above cover."""
    above: dict[int, tuple[int, int]] = {}
    for row in rows:
        made: list[_Place] = []
        cells = iter(row)
        at = 0
        going: dict[int, tuple[int, int]] = {}
        while at < width:
            if at in above:
                left, columns = above[at]
                made.append(_Place(None, columns, "continue", left == 1))
                if left > 1:
                    going[at] = (left - 1, columns)
            else:
                cell = next(cells, None)
                columns = min(cell.columns, width - at) if cell else 1
                rows_of = cell.rows if cell else 1
                made.append(_Place(cell, columns, "restart" if rows_of > 1 else ""))
                if rows_of > 1:
                    going[at] = (rows_of - 1, columns)
            at += columns
        above = going
        yield made


def widths_of(table: Table) -> list[int]:
    """The width of each column: what its longest word needs, and a share of the rest by how much text it has."""
    least, wanted = [4] * table.width, [4] * table.width
    for row in _places((*table.head, *table.body), table.width):
        at = 0
        for one in row:
            if one.cell and one.columns == 1:
                text = inline_text(one.cell.inlines)
                longest = max((width_of(word) for word in _WORD.findall(text)), default=0)
                wide = width_of(text)
                least[at] = max(least[at], min(longest, 24), min(wide, 8))
                wanted[at] = max(wanted[at], min(wide, 60))
            at += one.columns
    room = (TEXT_WIDTH - _PADDING * table.width) / _HALF
    need = sum(wanted)
    if need <= room:
        spare = (room - need) / need
        shares = [each * (1 + spare) for each in wanted]
    elif sum(least) >= room:
        shares = [each * room / sum(least) for each in least]
    else:
        more = [b - a for a, b in zip(least, wanted, strict=True)]
        rest = room - sum(least)
        shares = [a + rest * b / sum(more) for a, b in zip(least, more, strict=True)]
    widths = [int(share * _HALF) + _PADDING for share in shares]
    widths[-1] += TEXT_WIDTH - sum(widths)
    return widths
