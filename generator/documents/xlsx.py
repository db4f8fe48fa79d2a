"""Books as XLSX, ready to print: A4 landscape, the header on every page, 第 x 页 共 y 页. Same data, same bytes.

Every text is written as text, whatever it begins with; there is no formula in the file. Numbers are numbers:
yuan and 万元 in their unit, a percentage as a fraction with a percent format, a date as a date.
"""

from collections.abc import Iterable
from datetime import UTC, date, datetime
from decimal import Decimal
from io import BytesIO
from typing import Any

import xlsxwriter  # type: ignore[import-untyped]
from xlsxwriter.worksheet import Worksheet  # type: ignore[import-untyped]

from generator.documents.grid import Book, Cell, CellKind, Grid, Properties, number, width_of
from generator.texts import Lang

LONGEST = 32_767
"""Characters that a cell of a spreadsheet holds."""

_FONT = {"zh": "宋体", "en": "Calibri"}
_HEADER_FONT = {"zh": "黑体", "en": "Calibri"}
_PAGE = {"zh": "第 &P 页　共 &N 页", "en": "Page &P of &N"}
_FIRST_DATE = "1900-03-01"
"""Earlier dates are a day off in some programs; they are written as text."""

_LINE, _TALLEST = 15, 409
"""Points: of a line of text, and what a spreadsheet allows for a row."""

_OPTIONS = {"strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False, "in_memory": True}


class TooLong(ValueError):
    """A text has more characters than a cell holds."""


def xlsx(book: Book) -> bytes:
    """The file. Raises TooLong for a text of more than `LONGEST` characters, ValueError for a bad sheet name."""
    out = BytesIO()
    workbook = xlsxwriter.Workbook(out, _OPTIONS)
    about = book.properties
    workbook.set_properties(
        {
            "title": about.title,
            "author": about.author,
            "subject": about.subject,
            "keywords": about.keywords,
            "created": datetime.combine(date.fromisoformat(about.created), datetime.min.time(), UTC).replace(
                tzinfo=None
            ),
        }
    )
    formats = _Formats(workbook, about.lang)
    for sheet in book.sheets:
        page = workbook.add_worksheet(sheet.name)
        _write(page, sheet.grid, formats)
        _print_set_up(page, sheet.grid, about)
        if sheet.hidden:
            page.hide()
    try:
        workbook.close()
    except xlsxwriter.exceptions.XlsxWriterException as error:
        raise ValueError(str(error)) from error
    return out.getvalue()


class _Formats:
    """Cell formats, each made once."""

    def __init__(self, workbook: xlsxwriter.Workbook, lang: Lang) -> None:
        self._workbook, self.lang = workbook, lang
        self._made: dict[str, Any] = {}

    def of(self, **wanted: Any) -> Any:
        """A format with these properties and the common ones."""
        key = repr(sorted(wanted.items()))
        if key not in self._made:
            common = {"font_name": _FONT[self.lang], "font_size": 10, "valign": "vcenter", "text_wrap": True}
            self._made[key] = self._workbook.add_format(common | wanted)
        return self._made[key]

    def title(self, first: bool) -> Any:
        look = {"font_size": 16, "font_name": _HEADER_FONT[self.lang]} if first else {"font_color": "#555555"}
        return self.of(align="center", **look)

    def mark(self) -> Any:
        return self.of(align="center", font_color="#A01C1C")

    def heading(self) -> Any:
        look = {"top": 2, "bottom": 1, "left": 4, "right": 4, "left_color": "#BBBBBB", "right_color": "#BBBBBB"}
        return self.of(align="center", font_name=_HEADER_FONT[self.lang], bg_color="#F2F2F2", **look)

    def cell(self, kind: CellKind, decimals: int, total: bool) -> Any:
        look: dict[str, Any] = {"bottom": 4, "bottom_color": "#BBBBBB"}
        if total:
            look = {"top": 1, "bottom": 2, "bold": True}
        tail = "." + "0" * decimals if decimals else ""
        match kind:
            case "text":
                look |= {"num_format": "@", "align": "left"}
            case "date":
                look |= {"num_format": "yyyy-mm-dd", "align": "center"}
            case "percent":
                look |= {"num_format": f"0{tail}%", "align": "right"}
            case _:
                look |= {"num_format": f"#,##0{tail}", "align": "center" if kind == "integer" else "right"}
        return self.of(**look)


def header_row(grid: Grid) -> int:
    """The row, from 0, that holds the headings: below the title lines and the mark."""
    return len(grid.titles) + (1 if grid.mark else 0)


def _write(page: Worksheet, grid: Grid, formats: _Formats) -> None:
    last = len(grid.headings) - 1
    lines = [(line, formats.title(place == 0)) for place, line in enumerate(grid.titles)]
    if grid.mark:
        lines.append((grid.mark, formats.mark()))
    for row, (line, look) in enumerate(lines):
        page.set_row(row, 30 if row == 0 else 17)
        _across(page, row, last, line, look)
    top, decimals = header_row(grid), grid.decimals()
    page.set_row(top, 30)
    for column, (heading, width) in enumerate(zip(grid.headings, grid.widths, strict=True)):
        page.set_column(column, column, width)
        _text(page, top, column, heading, formats.heading())
    body = [formats.cell(kind, places, False) for kind, places in zip(grid.kinds, decimals, strict=True)]
    for row, cells in enumerate(grid.rows, top + 1):
        _set_height(page, row, zip(cells, grid.widths, strict=True))
        for column, cell in enumerate(cells):
            _cell(page, row, column, grid.kinds[column], cell, body[column])
    end = top + len(grid.rows)
    if grid.sums:
        end += 1
        for column, cell in enumerate(grid.sums):
            look = formats.cell(grid.kinds[column], decimals[column], True)
            _cell(page, end, column, grid.kinds[column], cell, look)
    for row, note in enumerate(grid.notes, end + 1):
        _set_height(page, row, [(note, sum(grid.widths))])
        _across(page, row, last, note, formats.of(align="left", font_color="#555555", font_size=9))
    page.freeze_panes(top + 1, 0)
    if grid.rows:
        page.autofilter(top, 0, top + len(grid.rows), last)


def _set_height(page: Worksheet, row: int, cells: Iterable[tuple[Cell, int]]) -> None:
    """Room for texts that need more than one line of their column: not every program makes it by itself."""
    texts = ((cell, max(width - 1, 1)) for cell, width in cells if isinstance(cell, str))
    lines = max(
        (sum(-(-max(width_of(line), 1) // width) for line in text.split("\n")) for text, width in texts), default=1
    )
    if lines > 1:
        page.set_row(row, min(lines * _LINE + 4, _TALLEST))


def _print_set_up(page: Worksheet, grid: Grid, about: Properties) -> None:
    page.set_paper(9)
    page.set_landscape()
    page.set_margins(left=0.5, right=0.5, top=0.6, bottom=0.7)
    page.fit_to_pages(1, 0)
    page.center_horizontally()
    page.repeat_rows(header_row(grid))
    page.hide_gridlines(2)
    page.set_footer(f"&L&9 {_plain(grid.mark)}&C&9 {_PAGE[about.lang]}&R&9 {about.created}")


def _plain(text: str) -> str:
    """A text for a footer, where `&` begins a code and a line holds 255 characters."""
    return text.replace("&", "&&")[:120]


def _across(page: Worksheet, row: int, last: int, text: str, look: Any) -> None:
    """A line over all columns. Merged by hand: the library writes a merged text as it writes any value."""
    if last:
        page.merge_range(row, 0, row, last, "", look)
    _text(page, row, 0, text, look)


def _cell(page: Worksheet, row: int, column: int, kind: CellKind, cell: Cell, look: Any) -> None:
    if cell is None or cell == "":
        page.write_blank(row, column, None, look)
    elif isinstance(cell, str):
        day = _date(cell) if kind == "date" else None
        if day:
            page.write_datetime(row, column, day, look)
        else:
            _text(page, row, column, cell, look)
    else:
        shown = number(kind, cell) / (Decimal(100) if kind == "percent" else 1)
        page.write_number(row, column, float(shown), look)


def _text(page: Worksheet, row: int, column: int, text: str, look: Any) -> None:
    if len(text) > LONGEST:
        raise TooLong(f"a text of {len(text):,} characters does not fit into a cell ({LONGEST:,})")
    if page.write_string(row, column, text, look) != 0:
        raise ValueError(f"the cell in row {row + 1}, column {column + 1} was not written")


def _date(text: str) -> datetime | None:
    if text < _FIRST_DATE:
        return None
    try:
        return datetime.fromisoformat(text) if len(text) == 10 else None
    except ValueError:
        return None
