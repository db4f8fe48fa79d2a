"""Comment sheets as societies send them: columns in any order, in Word, in a spreadsheet, as CSV."""

from decimal import Decimal
from io import BytesIO

import docx
import openpyxl
import pytest

from generator.diagnostics import Refused
from generator.documents.read_tables import read_tables
from generator.drafts.read import read_draft
from generator.standards.comments.incoming import Incoming
from generator.standards.comments.places import Places
from generator.standards.comments.sheet import comments_of, read_sheet
from tests.standards.comments.test_places import TEXT

ROWS = [
    ["意见汇总表（示例单位）", "", "", "", "", "", ""],
    ["提出单位（盖章）", "联系人", "章条编号", "意见类型", "意见内容", "修改建议", "理由"],
    ["示例测试中心", "某某 13800138000", "3.1", "技术性", "没有写明测量位置。", "增加测量位置。", "位置不同，数值不同"],
    ["示例测试中心", "", "表1", "ed", "表头写法不一。", "", ""],
    ["", "", "", "", "", "", ""],
    ["示例网络设备厂", "", "9.9", "", "", "删去本条。", ""],
    ["示例网络设备厂", "", "全文", "一般", "总体可行。", "", ""],
]
EXPECTED = [
    Incoming("c-latency", "3.1", "", "没有写明测量位置。", "增加测量位置。", "technical", "示例测试中心", "位置不同，数值不同", "第3行"),
    Incoming("tbl-latency", "表1", "", "表头写法不一。", "", "editorial", "示例测试中心", "", "第4行"),
    Incoming(None, "9.9", "", "", "删去本条。", "technical", "示例网络设备厂", "", "第6行"),
    Incoming(None, "", "", "总体可行。", "", "general", "示例网络设备厂", "", "第7行"),
]  # fmt: skip


def word() -> bytes:
    file = docx.Document()
    file.add_paragraph("征求意见反馈表")
    table = file.add_table(rows=0, cols=7)
    for row in ROWS:
        cells = table.add_row().cells
        for cell, text in zip(cells, row, strict=True):
            cell.text = text
    table.cell(2, 0).merge(table.cell(3, 0))  # one organisation over two rows
    table.cell(0, 0).merge(table.cell(0, 6))
    out = BytesIO()
    file.save(out)
    return out.getvalue()


def spreadsheet() -> bytes:
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    for row in ROWS:
        sheet.append(["'" + cell if cell.startswith("=") else cell for cell in row])
    out = BytesIO()
    book.save(out)
    return out.getvalue()


def comma(encoding: str) -> bytes:
    lines = [",".join(f'"{cell}"' for cell in row) for row in ROWS]
    return "\r\n".join(lines).encode(encoding)


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("意见.docx", word()),
        ("意见.xlsx", spreadsheet()),
        ("意见.csv", comma("utf-8-sig")),
        ("意见.CSV", comma("gb18030")),
    ],
)
def test_every_form_of_a_sheet_gives_the_same_comments(name: str, content: bytes) -> None:
    draft, _ = read_draft("standards/x/draft.md", TEXT.encode())
    assert draft is not None
    sheet = read_sheet(read_tables(name, content))
    found = list(comments_of(sheet, Places(draft)))
    if name.endswith("docx"):
        merged = "示例测试中心\n示例测试中心"
        assert [one.organisation.replace(merged, "示例测试中心") for one in found] == [
            one.organisation for one in EXPECTED
        ]
    else:
        assert found == EXPECTED
    assert [one.clause for one in found] == [one.clause for one in EXPECTED]
    assert [one.text for one in found] == [one.text for one in EXPECTED]
    assert sheet.ignored == ("联系人",), "who to call is not read"


def test_the_reason_behind_a_decision_is_not_the_commenters() -> None:
    rows = (("序号", "章条编号", "意见内容", "处理意见", "理由"), ("1", "3.1", "太严。", "不采纳", "有依据。"))
    (row,) = read_sheet([rows]).rows
    assert row.cells == {
        "serial": "1",
        "number": "3.1",
        "text": "太严。",
        "decision": "不采纳",
        "decision-reason": "有依据。",
    }


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        ("a.doc", b"\xd0\xcf\x11\xe0", ".docx"),
        ("a.docx", b"\xd0\xcf\x11\xe0" + b"\0" * 99, "old format or a password"),
        ("a.docx", b"no archive", "not an Office file"),
        ("a.xlsx", b"PK\x03\x04", "no XLSX file"),
        ("a.xlsx", word(), "no XLSX file"),
        ("a.docx", spreadsheet(), "no comment sheet was found"),
        ("a.csv", b"\xff\xff\xff\x00\x81", "neither UTF-8 nor GB 18030"),
        ("a.csv", "姓名,电话\r\n甲,乙".encode(), "no comment sheet was found"),
    ],
)
def test_what_is_no_comment_sheet_is_refused_in_words(name: str, content: bytes, said: str) -> None:
    with pytest.raises(Refused) as refused:
        read_sheet(read_tables(name, content))
    assert said in refused.value.text.en
    assert refused.value.text.zh


def test_a_number_in_a_cell_is_the_one_that_is_shown() -> None:
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.append([Decimal("3.1000000000000001"), 10, Decimal("0.5")])
    out = BytesIO()
    book.save(out)
    assert read_tables("a.xlsx", out.getvalue()) == ((("3.1", "10", "0.5"),),)
