"""Workbooks that are made to harm: each is refused with its reason, and none costs more than its limits allow."""

import contextlib
import io
import time
import zipfile
from collections.abc import Mapping
from decimal import Decimal

import hypothesis
import pytest
from hypothesis import strategies

from generator.diagnostics import Refused
from generator.documents.xlsx_read import Unsafe, read_xlsx
from generator.submit.table_file import read_table

MAIN = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
GOOD: Mapping[str, str] = {
    "[Content_Types].xml": "<Types/>",
    "xl/workbook.xml": f'<workbook {MAIN} xmlns:r="{RELATIONS}"><sheets><sheet name="数据" r:id="rId1"/></sheets></workbook>',
    "xl/_rels/workbook.xml.rels": '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
    '<Relationship Id="rId1" Target="worksheets/sheet1.xml"/></Relationships>',
    "xl/worksheets/sheet1.xml": f'<worksheet {MAIN}><sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>甲</t></is></c>'
    '<c r="B1"><v>1.50</v></c></row></sheetData></worksheet>',
}
SHEET = "xl/worksheets/sheet1.xml"


def book(changes: Mapping[str, str | bytes] | None = None) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as packed:
        for name, content in {**GOOD, **(changes or {})}.items():
            packed.writestr(name, content)
    return out.getvalue()


def sheet(inner: str) -> str:
    return f"<worksheet {MAIN}><sheetData>{inner}</sheetData></worksheet>"


def reason(content: bytes) -> str:
    with pytest.raises(Unsafe) as refused:
        read_xlsx(content)
    return refused.value.reason


def test_a_harmless_one_is_read() -> None:
    (only,) = read_xlsx(book()).sheets
    assert (only.name, {row: dict(cells) for row, cells in only.rows.items()}) == ("数据", {1: {1: "甲", 2: Decimal("1.50")}})  # fmt: skip


BOMB = '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">]>'


UNSAFE: tuple[tuple[Mapping[str, str | bytes], str], ...] = (
    ({"xl/vbaProject.bin": b"x"}, "macro"),
    ({"xl/macrosheets/sheet1.xml": "<x/>"}, "macro"),
    ({"[Content_Types].xml": '<Types><Override ContentType="application/vnd.ms-excel.sheet.macroEnabled.main+xml"/></Types>'}, "macro"),
    ({"xl/embeddings/oleObject1.bin": b"x"}, "embedded"),
    ({"xl/activeX/activeX1.xml": "<x/>"}, "embedded"),
    ({"xl/externalLinks/externalLink1.xml": "<x/>"}, "external"),
    ({"xl/connections.xml": "<x/>"}, "external"),
    ({"xl/_rels/workbook.xml.rels": '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
      '<Relationship Id="rId1" Target="http://evil.example/x" TargetMode="External"/></Relationships>'}, "external"),
    ({SHEET: BOMB + sheet('<row r="1"><c r="A1" t="inlineStr"><is><t>&b;</t></is></c></row>')}, "entity"),
    ({SHEET: '<!DOCTYPE x SYSTEM "file:///etc/passwd">' + sheet("")}, "entity"),
    ({SHEET: ('<?xml version="1.0" encoding="utf-16"?>' + BOMB + sheet("")).encode("utf-16")}, "damaged"),
    ({SHEET: ('<?xml version="1.0" encoding="utf-7"?>' + sheet("")).replace("<worksheet", "+ADw-!DOCTYPE x+AD4-<worksheet")}, "damaged"),
    ({SHEET: sheet('<row r="1"><c r="A1"><f>1+1</f><v>2</v></c></row>')}, "formula"),
    ({SHEET: sheet('<row r="1"><c r="A1" t="str"><f>WEBSERVICE("http://evil.example")</f><v>x</v></c></row>')}, "formula"),
    ({SHEET: sheet('<row r="999999"><c r="A999999"><v>1</v></c></row>')}, "too-many-cells"),
    ({SHEET: sheet('<row r="1"><c r="XFD1"><v>1</v></c></row>')}, "too-many-cells"),
    ({SHEET: sheet('<row r="1"><c r="A1" t="s"><v>7</v></c></row>')}, "damaged"),
    ({SHEET: sheet('<row r="1"><c r="A1" t="s"><v>-1</v></c></row>')}, "damaged"),
    ({SHEET: sheet('<row r="1"><c r="A1"><v>1e999999999</v></c></row>')}, "damaged"),
    ({SHEET: sheet('<row r="1"><c r="A1"><v>nan</v></c></row>')}, "damaged"),
    ({SHEET: sheet('<row r="x"><c r="A1"><v>1</v></c></row>')}, "damaged"),
    ({SHEET: sheet("<row")}, "damaged"),
    ({SHEET: sheet(f'<row r="1"><c r="A1" t="inlineStr"><is><t>{"x" * 40_000}</t></is></c></row>')}, "too-long"),
    ({"../evil.xml": "x"}, "name"),
    ({"/etc/evil.xml": "x"}, "name"),
    ({"XL/WORKBOOK.xml": "x"}, "name"),
    ({SHEET: b" " * 80_000_000}, "ratio"),
    ({f"x{n}.xml": "x" for n in range(600)}, "too-large"),
)  # fmt: skip


@pytest.mark.parametrize(("changes", "why"), UNSAFE, ids=[f"{why}-{number}" for number, (_, why) in enumerate(UNSAFE)])
def test_what_is_unsafe_is_refused(changes: Mapping[str, str | bytes], why: str) -> None:
    assert reason(book(changes)) == why


def test_no_spreadsheets() -> None:
    assert reason(b"") == reason(b"PK") == reason(b"not a zip") == "not-xlsx"
    assert reason(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600) == "old-format"
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as packed:
        packed.writestr("word/document.xml", "<x/>")
    assert reason(out.getvalue()) == "not-xlsx"


def test_a_size_that_the_header_lies_about() -> None:
    content = book({SHEET: b" " * 3_000_000})
    honest, lie = (3_000_000).to_bytes(4, "little"), (3_000).to_bytes(4, "little")
    assert honest in content
    with pytest.raises(Unsafe):
        read_xlsx(content.replace(honest, lie))


def test_encrypted_parts() -> None:
    content = bytearray(book())
    for at in [n for n in range(len(content)) if content[n : n + 4] == b"PK\x01\x02"]:
        content[at + 8] |= 1
    assert reason(bytes(content)) == "encrypted"


def test_deep_nesting_costs_little() -> None:
    started = time.monotonic()
    deep = "<a>" * 100_000 + "</a>" * 100_000
    assert reason(book({SHEET: sheet(deep)})) == "damaged"
    assert time.monotonic() - started < 5


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("a.xlsx", book()),
        ("a.csv", b"a,b\r\n1,2\r\n"),
        ("a.csv", b"\xff\xfe"),
        ("a.csv", b""),
        ("a.csv", b'"' + b"x" * 200_000),
        ("a.csv", "编号\x00\r\n".encode()),
    ],
    ids=["no data", "other columns", "no utf-8", "empty", "long", "null"],
)
def test_no_table_of_ours(name: str, content: bytes) -> None:
    with pytest.raises(Refused):
        read_table(name, content)


@hypothesis.settings(max_examples=150)
@hypothesis.given(strategies.data())
def test_broken_bytes_never_raise_anything_else(data: strategies.DataObject) -> None:
    content = bytearray(book())
    for _ in range(data.draw(strategies.integers(1, 6))):
        content[data.draw(strategies.integers(0, len(content) - 1))] = data.draw(strategies.integers(0, 255))
    with contextlib.suppress(Unsafe):
        read_xlsx(bytes(content[: data.draw(strategies.integers(0, len(content)))]))
