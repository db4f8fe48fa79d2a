"""A table of a voucher programme's catalogue as somebody gives it back: XLSX or CSV, made safe, as lines of cells.

A line is a listing. Its cells are texts in the form of the CSV files, whatever the file; each knows where it stands.
"""

import csv
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from io import StringIO

from generator.diagnostics import Refused
from generator.documents.xlsx_read import WHY, Cell, ReadBook, SheetCells, Unsafe, letters, read_xlsx
from generator.exports.cells import BOM, unguarded
from generator.exports.voucher_data import Field, listings_table
from generator.exports.voucher_sheet import NUMBER, head_of
from generator.texts import Text

FIELDS: tuple[Field, ...] = (NUMBER, *listings_table((), {}).fields)
_KEY = ("listing", "product_id", "fingerprint")
_LOOKED_AT = 12
"""Rows from the top in which headings are looked for."""

MOST_CSV = 64 * 1024 * 1024
MOST_LINES = 100_000


@dataclass(frozen=True, slots=True)
class Given:
    """A cell that was given: its text, and where it stands (数据!C5)."""

    text: str
    where: str


@dataclass(frozen=True, slots=True)
class Line:
    """A listing's cells by the names of the CSV file's fields. `columns`: the fields that the file has a column for."""

    cells: Mapping[str, Given]
    where: str
    columns: frozenset[str] = frozenset()

    def text(self, name: str) -> str:
        found = self.cells.get(name)
        return found.text if found else ""


@dataclass(frozen=True, slots=True)
class TableFile:
    """The file. `voucher`, `on`: what it says it is of, or ""; `others`: sheets beside the one with the data.

    `unknown`: columns that no field is named like, with a first cell of each.
    """

    lines: tuple[Line, ...]
    voucher: str = ""
    on: str = ""
    others: tuple[SheetCells, ...] = ()
    since_1904: bool = False
    unknown: tuple[Given, ...] = field(default=())


def read_table(name: str, content: bytes) -> TableFile:
    """The lines of a file. Raises Refused, with the reason, for what is unsafe or no table of ours."""
    if name.lower().endswith(".csv"):
        return _csv(name, content)
    try:
        return _xlsx(read_xlsx(content))
    except Unsafe as error:
        why = WHY[error.reason]
        where = f"{error.where}: " if error.where else ""
        raise Refused(
            Text(f"{name}：{where}{why.zh}。没有读取。", f"{name}: {where}{why.en}. It was not read.")
        ) from error


def _xlsx(book: ReadBook) -> TableFile:
    for sheet in book.sheets:
        top = next((row for row in sorted(sheet.rows)[:_LOOKED_AT] if _heads(sheet.rows[row])), None)
        if top is None:
            continue
        above = (str(cell) for row in sorted(sheet.rows) if row < top for cell in sheet.rows[row].values())
        voucher, on = next((found for text in above if (found := head_of(text))), ("", ""))
        columns = _heads(sheet.rows[top])
        lines = tuple(_lines(sheet, top, columns, book.since_1904))
        unknown = tuple(_unknown(sheet, top, columns))
        others = tuple(one for one in book.sheets if one is not sheet)
        return TableFile(lines, voucher, on or book.created, others, book.since_1904, unknown)
    raise Refused(
        Text(
            "没有找到“数据”工作表：只能导入本目录导出的 XLSX（目录表文件）或 CSV。",
            "there is no sheet 数据 in it: what can be imported are XLSX and CSV files that this catalogue exported.",
        )
    )


def _heads(cells: Mapping[int, Cell]) -> dict[int, Field]:
    """The fields of a row of headings by column; nothing where it is none."""
    titles = {one.title.zh: one for one in FIELDS} | {one.name: one for one in FIELDS}
    found = {column: titles[text] for column, cell in cells.items() if (text := str(cell).strip()) in titles}
    names = [one.name for one in found.values()]
    return found if set(_KEY) <= set(names) and len(names) == len(set(names)) else {}


def _lines(sheet: SheetCells, top: int, columns: Mapping[int, Field], since_1904: bool) -> Iterator[Line]:
    for row in sorted(sheet.rows):
        if row <= top:
            continue
        cells = sheet.rows[row]
        given = {
            one.name: Given(text_of(cells[column], one.type, since_1904), f"{sheet.name}!{letters(column)}{row}")
            for column, one in columns.items()
            if column in cells
        }
        if given:
            yield Line(given, f"{sheet.name}!{row}", frozenset(one.name for one in columns.values()))


def _unknown(sheet: SheetCells, top: int, columns: Mapping[int, Field]) -> Iterator[Given]:
    """The first cell of each column whose heading is no field's."""
    found: dict[int, Given] = {}
    for row in sorted(sheet.rows):
        if row < top:
            continue
        for column, cell in sheet.rows[row].items():
            if column not in columns:
                found.setdefault(column, Given(str(cell), f"{sheet.name}!{letters(column)}{row}"))
    yield from found.values()


def text_of(cell: Cell, kind: str, since_1904: bool = False) -> str:
    """A cell as the CSV file has it: a date as ISO text, a number digit by digit."""
    if isinstance(cell, str):
        return cell
    if kind == "date" and cell == cell.to_integral_value() and 0 < cell < 2_958_466:
        return ((date(1904, 1, 1) if since_1904 else date(1899, 12, 30)) + timedelta(days=int(cell))).isoformat()
    return format(cell.normalize() + 0, "f")


def _csv(name: str, content: bytes) -> TableFile:
    if len(content) > MOST_CSV:
        raise Refused(Text(f"{name}：文件太大。没有读取。", f"{name}: the file is too large. It was not read."))
    try:
        text = content.removeprefix(BOM).decode("utf-8")
        rows = list(csv.reader(StringIO(text, newline=""), strict=True))
    except (UnicodeDecodeError, csv.Error) as error:
        why = Text(f"{name}：不是 UTF-8 的 CSV（{error}）。", f"{name}: this is no CSV in UTF-8 ({error}).")
        raise Refused(why) from error
    if len(rows) > MOST_LINES:
        raise Refused(Text(f"{name}：行太多。没有读取。", f"{name}: too many lines. It was not read."))
    heads: Sequence[str] = rows[0] if rows else ()
    plain = bool(heads) and heads[0] in {one.name for one in FIELDS}
    columns = _heads(dict(enumerate(map(unguarded, heads), 1)))
    if not columns:
        raise Refused(
            Text(f"{name}：第一行不是本目录导出的栏目。", f"{name}: the first line is not that of a table this catalogue exported.")
        )  # fmt: skip
    lines = []
    for number, row in enumerate(rows[1:], 2):
        given = {
            one.name: Given(cell if plain else unguarded(cell), f"{name}:{number}:{column}")
            for column, one in columns.items()
            if column <= len(row) and (cell := row[column - 1])
        }
        if given:
            lines.append(Line(given, f"{name}:{number}", frozenset(one.name for one in columns.values())))
    unknown = tuple(Given(head, f"{name}:1:{at}") for at, head in enumerate(heads, 1) if at not in columns and head)
    return TableFile(tuple(lines), unknown=unknown)
