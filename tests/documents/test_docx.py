"""Word files, by what is in their XML."""

from io import BytesIO
from typing import Any
from zipfile import ZipFile

import docx as library
import pytest
from docx.oxml.ns import qn

from generator.documents.docx import _shared, docx
from tests.documents.samples import GRID, HOSTILE, MARKUP, document, of_texts

FILE = library.Document(BytesIO(docx(document("说明。"))))
BODY = FILE.element.body


def texts_of(content: bytes) -> list[str]:
    return [
        "".join(t.text or "" for t in p.iter(qn("w:t")))
        for p in library.Document(BytesIO(content)).element.iter(qn("w:p"))
    ]


def test_tables_repeat_their_header_and_split_no_row():
    rows = list(BODY.iter(qn("w:tr")))
    assert len(rows) == 1 + len(GRID.rows) + 1
    assert [place for place, row in enumerate(rows) if row.find(f"{qn('w:trPr')}/{qn('w:tblHeader')}") is not None] == [
        0
    ]
    assert all(row.find(f"{qn('w:trPr')}/{qn('w:cantSplit')}") is not None for row in rows)


def test_narrow_columns_have_room_for_their_words():
    widths = (32, 20, 24, 30, 8, 8, 28, 30)  # the fifth holds 第七条: 6 half-width characters of 80 twips
    shared = _shared(widths, 15_000, 16)
    assert shared[4] == shared[5] == 8 * 80 + 2 * 60
    assert abs(sum(shared) - 15_000) <= len(widths)
    assert _shared((5, 5), 9000, 18) == [4500, 4500]


def test_a_table_stays_with_what_stands_above_it():
    stays = {style.name for style in FILE.styles if style.type == 1 and style.paragraph_format.keep_with_next}
    assert {"Heading 1", "CatalogCaption", "CatalogSubcaption", "CatalogHeader"} <= stays
    assert "CatalogCell" not in stays


def test_numbers_stand_to_the_right():
    sides = [cell.find(f".//{qn('w:jc')}").get(qn("w:val")) for cell in list(BODY.iter(qn("w:tr")))[1].iter(qn("w:tc"))]
    assert sides == ["center", "left", "right", "right", "right", "center"]


def test_contents_are_a_field_with_entries_that_link_to_headings():
    assert [one.text for one in BODY.iter(qn("w:instrText"))] == [' TOC \\o "1-2" \\h \\z \\u ']
    links = {
        link.get(qn("w:anchor")): "".join(t.text for t in link.iter(qn("w:t"))) for link in BODY.iter(qn("w:hyperlink"))
    }
    assert list(links.values()) == ["说明", "产品目录", "附则"]
    assert set(links) == {mark.get(qn("w:name")) for mark in BODY.iter(qn("w:bookmarkStart"))}
    kinds = [mark.get(qn("w:fldCharType")) for mark in BODY.iter(qn("w:fldChar"))]
    assert kinds == ["begin", "separate", "end"]


def test_fonts_of_both_scripts():
    fonts = {
        style.name: style.element.find(f".//{qn('w:rFonts')}")
        for style in FILE.styles
        if style.name in ("Normal", "Heading 1")
    }
    both = {name: (font.get(qn("w:ascii")), font.get(qn("w:eastAsia"))) for name, font in fonts.items()}
    assert both == {"Normal": ("Times New Roman", "宋体"), "Heading 1": ("Arial", "黑体")}


def test_page_and_footer():
    section: Any = FILE.sections[0]
    assert (round(section.page_width.mm), round(section.page_height.mm)) == (297, 210)
    footer = section.footer._element
    assert [one.get(qn("w:instr")) for one in footer.iter(qn("w:fldSimple"))] == [" PAGE ", " NUMPAGES "]
    assert "非正式（工作状态）　示例" in "".join(t.text for t in footer.iter(qn("w:t")))
    upright: Any = library.Document(BytesIO(docx(document(landscape=False)))).sections[0]
    assert (round(upright.page_width.mm), round(upright.page_height.mm)) == (210, 297)


def test_texts_stay_as_they_are_and_become_no_fields():
    plain = tuple(text for text in (*HOSTILE, *MARKUP) if not set(text) & set("\r\n\t"))
    content = docx(document(*plain, grid=of_texts(*plain)))
    found = texts_of(content)
    assert all(found.count(text) == 2 for text in plain)


def test_characters_that_xml_cannot_hold_are_refused():
    with pytest.raises(ValueError, match="XML"):
        docx(document("\x01"))


def test_the_same_data_gives_the_same_bytes_with_one_time_in_them():
    content = docx(document("说明。"))
    assert content == docx(document("说明。"))
    with ZipFile(BytesIO(content)) as parts:
        assert {info.date_time for info in parts.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        assert parts.namelist()[0] == "[Content_Types].xml"
        assert b"2026-11-22T00:00:00Z" in parts.read("docProps/core.xml")
