"""Spreadsheets, read back by another library."""

import re
from datetime import datetime
from io import BytesIO
from typing import Any
from zipfile import ZipFile

import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.documents.grid import Book, Sheet
from generator.documents.xlsx import LONGEST, TooLong, xlsx
from tests.documents.samples import BOOK, GRID, HOSTILE, PROPERTIES, of_texts

SHEET = openpyxl.load_workbook(BytesIO(xlsx(BOOK)))["产品目录"]
HEADER = 4
ESCAPED = re.compile("_x([0-9A-F]{4})_")
"""How the format writes control characters; the library that reads leaves them so."""

DAY = datetime.fromisoformat("2027-06-30")


def read(*texts: str) -> list[tuple[str, str]]:
    """What another library reads below the headings: the type of each cell and its value."""
    content = xlsx(Book(PROPERTIES, (Sheet("文", of_texts(*texts)),)))
    rows = openpyxl.load_workbook(BytesIO(content))["文"].iter_rows(min_row=3)
    return [(cell.data_type, ESCAPED.sub(lambda code: chr(int(code[1], 16)), str(cell.value))) for (cell,) in rows]


def test_what_looks_like_something_else_stays_text():
    assert len(HOSTILE) == 40
    assert read(*HOSTILE) == [("s", text) for text in HOSTILE]


@given(st.text(st.characters(codec="utf-8", exclude_characters="\x00\ufffe\uffff"), min_size=1, max_size=40))
def test_any_text_comes_back(text: str):
    assert read(text) == [("s", text)]


def test_a_text_that_looks_like_an_escape_is_escaped_itself():
    with ZipFile(BytesIO(xlsx(Book(PROPERTIES, (Sheet("文", of_texts("_x000D_")),))))) as parts:
        assert b"<t>_x005F_x000D_</t>" in parts.read("xl/sharedStrings.xml")


def test_there_is_no_formula_and_no_link_in_the_file():
    with ZipFile(BytesIO(xlsx(Book(PROPERTIES, (Sheet("文", of_texts(*HOSTILE)),))))) as parts:
        everything = b"".join(parts.read(name) for name in parts.namelist() if "sheet" in name)
    assert b"<f>" not in everything
    assert b"hyperlink" not in everything


def test_values_have_their_types_and_formats():
    cells = [cell.value for cell in SHEET[HEADER + 1]]
    assert cells == [1, "示例产品1", 0.5, 12.5, 3200.5, DAY]
    formats = [cell.number_format for cell in SHEET[HEADER + 1]]
    assert formats == ["#,##0", "@", "0%", "#,##0.0", "#,##0.00", "yyyy-mm-dd"]
    assert [cell.value for cell in SHEET[HEADER + 61]][:2] == ["合计", "共60项"]
    assert SHEET.cell(HEADER + 61, 5).value == sum(320_050 * place for place in range(1, 61)) / 100


def test_it_is_ready_to_read_and_to_print():
    assert [SHEET.cell(row, 1).value for row in (1, 2, 3)] == [*GRID.titles, GRID.mark]
    assert {str(merged) for merged in SHEET.merged_cells.ranges} == {"A1:F1", "A2:F2", "A3:F3", "A66:F66"}
    assert SHEET.freeze_panes == "A5"
    assert SHEET.auto_filter.ref == "A4:F64"
    assert SHEET.print_title_rows == "$4:$4"
    assert (SHEET.page_setup.orientation, SHEET.page_setup.paperSize) == ("landscape", 9)
    assert SHEET.page_setup.fitToHeight == 0  # as wide as one page, which is the default, and as long as it is
    footer: Any = SHEET.oddFooter
    assert footer.center.text.strip() == "第 &P 页　共 &N 页"
    assert footer.right.text.strip() == "2026-11-22"
    widths = [SHEET.column_dimensions[letter].width for letter in "ABCDEF"]
    assert [round(width) for width in widths] == [7, 31, 11, 13, 17, 13]


def test_the_same_data_gives_the_same_bytes():
    assert xlsx(BOOK) == xlsx(BOOK)


def test_a_text_longer_than_a_cell_is_refused():
    assert read("长" * LONGEST)[0][0] == "s"
    with pytest.raises(TooLong, match="32,768"):
        read("长" * (LONGEST + 1))
