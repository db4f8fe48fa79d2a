"""The last sheet of a catalogue's workbook: every published field of every listing with its ids, to be read back.

`catalog import` finds listings by it, also where rows of the official tables were sorted or left away. It is hidden:
it is no part of what is published on paper.
"""

import re

from generator.documents.grid import Cell, CellKind, Grid, Sheet
from generator.exports.voucher_data import CsvTable, Field
from generator.project import Entry
from generator.texts import Text
from generator.vouchers.table import LABELS

NAME = Text("数据", "Data")
NUMBER = Field("number", LABELS["number"])
_TITLE = Text(
    "数据（供导入：序号、编号和指纹请勿改动）", "Data (for import: do not change numbers, ids and fingerprints)"
)
_HEAD = re.compile(r"(vouchers/[a-z0-9]+(?:-[a-z0-9]+)*) ([0-9]{4}-[0-9]{2}-[0-9]{2})")
_WIDTH, _NARROW = 16, 6


def data_sheet(table: CsvTable, voucher: Entry, on: str, mark: str) -> Sheet:
    """The sheet. Every value is the text that stands in the CSV file."""
    fields = (NUMBER, *table.fields)
    text: CellKind = "text"
    kinds: tuple[CellKind, ...] = ("integer", *(text for _ in table.fields))
    widths = (_NARROW, *(_WIDTH for _ in table.fields))
    rows: tuple[tuple[Cell, ...], ...] = tuple((number, *row) for number, row in enumerate(table.rows, 1))
    titles = (_TITLE.zh, f"{voucher.id} {on}")
    headings = tuple(field.title.zh for field in fields)
    return Sheet(NAME.zh, Grid(titles, headings, kinds, widths, rows, mark=mark), hidden=True)


def head_of(text: str) -> tuple[str, str] | None:
    """The programme and the day that the sheet's second line names."""
    found = _HEAD.fullmatch(text.strip())
    return (found[1], found[2]) if found else None
