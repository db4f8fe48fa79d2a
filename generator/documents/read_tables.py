"""Tables in files that somebody sent: Word, spreadsheet or CSV, as rows of plain texts, within limits.

In Word a merged cell is read in each place it covers, what was deleted with tracked changes is left out, what was
inserted is in. The first character `'` that keeps a spreadsheet from taking a
text for a formula is taken off.
"""

import csv
from collections.abc import Iterable, Iterator
from decimal import Context, Decimal
from io import StringIO
from itertools import islice

from generator.diagnostics import Refused
from generator.documents.package import Element, open_package
from generator.documents.xlsx_read import WHY, Unsafe, read_xlsx
from generator.texts import Text

MAX_ROWS = 20_000
MAX_COLUMNS = 100
MAX_CELLS = 500_000
"""Of all tables of a file together: a merged cell counts in each place it covers."""
MAX_CHARACTERS = 20_000_000
_SHOWN = Context(prec=12)
MAX_CSV = 10 * 1024 * 1024

Rows = tuple[tuple[str, ...], ...]

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_ENCODINGS = ("utf-8-sig", "gb18030")


def read_tables(name: str, content: bytes) -> tuple[Rows, ...]:
    """Every table of a .docx, .xlsx or .csv file. Raises Refused."""
    ending = name.rpartition(".")[2].lower()
    if ending == "csv":
        return (_csv(content),)
    if ending in ("xlsx", "docx"):
        return tuple(_within(_sheets(content) if ending == "xlsx" else _word_tables(content)))
    zh = "请给出 .docx、.xlsx 或 .csv 文件；.doc、.xls 请先另存"
    raise Refused(Text(zh, "a .docx, .xlsx or .csv file is wanted; save .doc and .xls as one of these first"))


def _csv(content: bytes) -> Rows:
    if len(content) > MAX_CSV:
        raise Refused(Text("文件超过 10 MB", "the file is larger than 10 MB"))
    for encoding in _ENCODINGS:
        try:
            text = content.decode(encoding)
            break
        except UnicodeDecodeError:
            continue
    else:
        raise Refused(Text("文件既不是 UTF-8 也不是 GB 18030 编码", "the file is neither UTF-8 nor GB 18030"))
    try:
        lines = islice(csv.reader(StringIO(text), strict=True), MAX_ROWS + 1)
        rows = [tuple(cell.removeprefix("'") for cell in row[:MAX_COLUMNS]) for row in lines]
    except csv.Error as error:
        raise Refused(Text(f"不是 CSV 文件：{error}", f"it is not a CSV file: {error}")) from None
    return _limited(rows)


def _sheets(content: bytes) -> Iterator[Rows]:
    try:
        book = read_xlsx(content)
    except Unsafe as unsafe:
        where = f"（{unsafe.where}）" if unsafe.where else ""
        why = WHY[unsafe.reason]
        raise Refused(Text(f"{why.zh}{where}", f"{why.en}{where}")) from None
    for sheet in book.sheets:
        last = min(max(sheet.rows, default=0), MAX_ROWS + 1)
        width = min(max((max(row) for row in sheet.rows.values()), default=0), MAX_COLUMNS)
        columns = range(1, width + 1)
        found = (sheet.rows.get(number) for number in range(1, last + 1))
        yield _limited([tuple(_cell(row.get(column, "")) for column in columns) if row else () for row in found])


def _cell(value: str | Decimal) -> str:
    """A cell as its program shows it: a number that it keeps as 5.2000000000000002 is 5.2."""
    if isinstance(value, Decimal):
        return f"{value.normalize(_SHOWN):f}"
    return value.removeprefix("'").replace("\r\n", "\n")


def _word_tables(content: bytes) -> Iterator[Rows]:
    package = open_package(content)
    part = package.related("", "officeDocument")
    root = package.xml(part) if part else None
    if root is None:
        raise Refused(Text("不是 Word 文件", "it is not a Word file"))
    for table in root.iter(f"{_W}tbl"):
        yield _limited(list(_rows(table)))


def _rows(table: Element) -> Iterator[tuple[str, ...]]:
    above: tuple[str, ...] = ()
    for row in table.iterchildren(f"{_W}tr"):
        cells: list[str] = []
        for cell in _cells(row):
            look = cell.find(f"{_W}tcPr")
            span, merged = 1, False
            if look is not None:
                span = _number(look.find(f"{_W}gridSpan"))
                joined = look.find(f"{_W}vMerge")
                merged = joined is not None and joined.get(f"{_W}val", "continue") == "continue"
            place = len(cells)
            text = above[place] if merged and place < len(above) else _text(cell)
            cells += [text] * min(span, MAX_COLUMNS - place)
        above = tuple(cells)
        yield above


def _cells(row: Element) -> Iterator[Element]:
    """The cells of a row, those inside content controls too."""
    for child in row.iterchildren():
        if child.tag == f"{_W}tc":
            yield child
        elif child.tag == f"{_W}sdt":
            yield from child.iter(f"{_W}tc")


def _text(cell: Element) -> str:
    return "\n".join("".join(_pieces(paragraph)) for paragraph in cell.iter(f"{_W}p")).strip()


def _pieces(paragraph: Element) -> Iterator[str]:
    for node in paragraph.iter(f"{_W}t", f"{_W}br", f"{_W}cr", f"{_W}tab", f"{_W}noBreakHyphen"):
        match node.tag.removeprefix(_W):
            case "t":
                yield node.text or ""
            case "tab":
                above = node.getparent()
                if above is not None and above.tag == f"{_W}r":  # not a stop in the paragraph's settings
                    yield " "
            case "noBreakHyphen":
                yield "-"
            case _:
                yield "\n"


def _number(span: Element | None) -> int:
    value = span.get(f"{_W}val", "1") if span is not None else "1"
    return max(int(value), 1) if value.isascii() and value.isdigit() and len(value) < 4 else 1


def _within(tables: Iterable[Rows]) -> Iterator[Rows]:
    """The tables as long as all of them together are within the limits. Raises Refused.

    One text may be read in many places, and what a table inside a table says is read in every table around it.
    """
    cells = characters = 0
    for table in tables:
        for row in table:
            cells += len(row)
            characters += sum(map(len, row))
        cells += 1
        if cells > MAX_CELLS or characters > MAX_CHARACTERS:
            raise Refused(Text("表格中的单元格或文字太多", "the tables hold too many cells or too much text"))
        yield table


def _limited(rows: list[tuple[str, ...]]) -> Rows:
    if len(rows) > MAX_ROWS:
        raise Refused(Text(f"表格多于 {MAX_ROWS} 行", f"the table has more than {MAX_ROWS} rows"))
    return tuple(rows)
