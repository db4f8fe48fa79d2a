"""The official tables and annexes of a workbook, held against what they would say now.

A row of an official table is known by its number: the sheet of data has the listing of each. Annexes are made from the
entries and cannot be read back; what was changed in them is said.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from generator.documents.grid import Cell as GridCell
from generator.documents.grid import CellKind, Grid, number
from generator.documents.xlsx_read import Cell, SheetCells, letters
from generator.model.voucher import Table, Voucher
from generator.project import Entry, Project
from generator.submit.table_file import FIELDS, Given, TableFile, text_of
from generator.texts import Text
from generator.vouchers import annexes
from generator.vouchers.catalogue_document import Catalogue
from generator.vouchers.eligibility import assess_all
from generator.vouchers.published import Row, row_of
from generator.vouchers.table import MONEY, cell_of, kind_of, table

_NAMES = frozenset(one.name for one in FIELDS)
_LOOKED_AT = 12
_ROUGH = Decimal("1e-9")
_ROW = Text(
    "没有序号，不能对应到目录条目；增加条目请写在“数据”表",
    "without a number it belongs to no listing; write new ones into 数据",
)
_GONE = Text("表中没有这一行；条目不会因此删除", "the table has no such row; no entry is removed for that")
_MADE = Text("这张表由数据生成，不能从表中改", "this table is made from the entries and cannot be changed here")
_UNKNOWN = Text("不认识的工作表，没有导入", "an unknown sheet, not imported")
UNKNOWN_COLUMN = Text("不认识的栏目，没有导入", "an unknown column, not imported")


@dataclass(frozen=True, slots=True)
class Odd:
    """A cell that is not as it would be made now and has no entry to go into: where, both texts, why."""

    where: str
    old: str
    new: str
    why: Text


class Rows:
    """The rows of a programme on a day, each made once."""

    def __init__(self, project: Project, day: str) -> None:
        self.project, self.day = project, day
        self._made: dict[str, Row] = {}

    def of(self, listing: str) -> Row:
        """The row of a listing that there is."""
        if listing not in self._made:
            self._made[listing] = row_of(self.project.entries[listing], self.project, self.day)
        return self._made[listing]


@dataclass(frozen=True, slots=True)
class _Place:
    """An official table in a file: its sheet, the row of its headings, the columns of each of its own."""

    table: Table
    sheet: SheetCells
    top: int
    columns: Mapping[int, int]


def table_cells(rows: Rows, programme: Entry, given: TableFile) -> Mapping[str, Sequence[tuple[str, Given]]]:
    """By listing, the fields of official tables that were changed: name and cell."""
    numbers = {line.text("number"): line.text("listing") for line in given.lines}
    found: dict[str, list[tuple[str, Given]]] = {}
    for place in _tables(programme, given):
        for row, listing in _numbered(place, numbers):
            if listing not in rows.project.entries:
                continue
            values = rows.of(listing).values
            for column, at in place.columns.items():
                shown = place.table.columns[at]
                kind = kind_of(shown)
                if shown.shows == "number":
                    continue
                cell = place.sheet.rows[row].get(column)
                if equal(cell, stored(kind, cell_of(shown.shows, values.get(shown.shows), kind, "zh"))):
                    continue
                name = shown.shows.replace("-", "_")
                text = _field_text(cell, kind, shown.shows, given.since_1904)
                where = f"{place.sheet.name}!{letters(column)}{row}"
                found.setdefault(listing, []).append((name if name in _NAMES else f"{name}_zh", Given(text, where)))
    return found


def odd_cells(rows: Rows, programme: Entry, given: TableFile) -> Iterator[Odd]:
    """What else is not as it would be made: rows without a number, titles, annexes, sheets and columns of others."""
    numbers = {line.text("number"): line.text("listing") for line in given.lines}
    known = set()
    for place in _tables(programme, given):
        known.add(place.sheet.name)
        yield from _odd_rows(place, numbers, programme)
    project, day = rows.project, rows.day
    assessed = assess_all(project, programme.id, day)
    listed = [rows.of(one.listing) for one in assessed if one.listed]
    out = [one for one in assessed if not one.listed]
    expected = dict(Catalogue(project, programme, listed, out, release="", on=day).annexes())
    for sheet in given.others:
        if sheet.name in known or sheet.name == annexes.CHANGES.zh:
            continue
        if sheet.name in expected:
            yield from _odd_annex(sheet, expected[sheet.name])
        elif sheet.rows:
            yield Odd(sheet.name, "", "", _UNKNOWN)


def stored(kind: CellKind, cell: GridCell) -> Cell | None:
    """A cell of a grid as a workbook holds it."""
    if cell is None or cell == "":
        return None
    if isinstance(cell, str):
        return cell
    return number(kind, cell) / (100 if kind == "percent" else 1)


def equal(given: Cell | None, made: Cell | None) -> bool:
    """The same value: numbers within what a spreadsheet's arithmetic loses, a date as a day or as its text."""
    if isinstance(given, Decimal) and isinstance(made, Decimal):
        return abs(given - made) <= _ROUGH * max(abs(made), Decimal(1))
    if isinstance(given, Decimal) and isinstance(made, str):
        return text_of(given, "date") == made or text_of(given, "string") == made
    return given == made


def _tables(programme: Entry, given: TableFile) -> Iterator[_Place]:
    for one in programme.as_a(Voucher).tables:
        labels = {column.label.zh: at for at, column in enumerate(one.columns)}
        numbered = next((at for at, column in enumerate(one.columns) if column.shows == "number"), None)
        for sheet in given.others:
            for row in sorted(sheet.rows)[:_LOOKED_AT]:
                columns = {c: labels[t] for c, cell in sheet.rows[row].items() if (t := str(cell).strip()) in labels}
                if sheet.rows[row] and len(columns) >= max(2, len(labels) // 2) and numbered in columns.values():
                    if any(str(cell).strip() == one.title.zh for cell in sheet.rows.get(1, {}).values()):
                        yield _Place(one, sheet, row, columns)
                    break


def _numbered(place: _Place, numbers: Mapping[str, str]) -> Iterator[tuple[int, str]]:
    """The rows that have a number, and their listings."""
    at = next(column for column, one in place.columns.items() if place.table.columns[one].shows == "number")
    for row in sorted(place.sheet.rows):
        cell = place.sheet.rows[row].get(at)
        if row > place.top and cell is not None and (listing := numbers.get(text_of(cell, "string"))):
            yield row, listing


def _odd_rows(place: _Place, numbers: Mapping[str, str], programme: Entry) -> Iterator[Odd]:
    sheet = place.sheet
    numbered = dict(_numbered(place, numbers))
    empty = table(programme, place.table.id, (), "zh")
    sums = {str(cell) for cell in (empty.sums or ()) if cell is not None} | {f"共{len(numbers)}项"}
    for row in sorted(sheet.rows):
        texts = [str(cell) for cell in sheet.rows[row].values()]
        if row > place.top and row not in numbered and not set(" ".join(texts).split()) <= set(" ".join(sums).split()):
            yield Odd(f"{sheet.name}!{row}", "", " ".join(texts)[:200], _ROW)
    for column, cell in sheet.rows[place.top].items():
        if column not in place.columns:
            yield Odd(f"{sheet.name}!{letters(column)}{place.top}", "", str(cell), UNKNOWN_COLUMN)
    for listing in (one for one in numbers.values() if one not in numbered.values()):
        yield Odd(sheet.name, listing, "", _GONE)


def _odd_annex(sheet: SheetCells, grid: Grid) -> Iterator[Odd]:
    top = next((r for r in sorted(sheet.rows) if {str(c) for c in sheet.rows[r].values()} >= set(grid.headings)), None)
    if top is None:
        yield Odd(sheet.name, "", "", _MADE)
        return
    expected = [*grid.rows, *([grid.sums] if grid.sums else [])]
    notes = set(grid.notes)
    last = max(sheet.rows)
    for at in range(max(len(expected), last - top)):
        made = expected[at] if at < len(expected) else ()
        given = sheet.rows.get(top + 1 + at, {})
        for column in range(1, max([len(made), *given], default=0) + 1):
            want = stored(grid.kinds[column - 1], made[column - 1]) if column <= len(made) else None
            have = given.get(column)
            if not equal(have, want) and str(have) not in notes:
                where = f"{sheet.name}!{letters(column)}{top + 1 + at}"
                yield Odd(where, "" if want is None else str(want), "" if have is None else str(have), _MADE)


def _field_text(cell: Cell | None, kind: CellKind, shows: str, since_1904: bool) -> str:
    """A cell of an official table as the CSV file has it."""
    if cell is None:
        return ""
    if isinstance(cell, str):
        return cell.replace(",", "") if shows in MONEY else cell
    if kind == "percent":
        return text_of(cell * 100, "number")
    if kind == "date":
        return text_of(cell, "date", since_1904)
    if shows in MONEY:
        return f"{cell * (10_000 if kind == 'ten-thousand-yuan' else 1):.2f}"
    return text_of(cell, "string")
