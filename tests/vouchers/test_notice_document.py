"""A public notice as a document."""

from generator.documents.grid import Grid
from generator.exports.notice_files import all_files, files
from generator.vouchers.notice_document import notice_document
from tests.vouchers.listed import project
from tests.vouchers.test_table import TABLES

NOTICE = """\
--- catalog/notices/first.yaml
name: {zh: 甲目录公示}
voucher: grant
listings: [{listing: gateway-listing}]
basis: {zh: 甲方案第七条}
day_kind: working
days: 7
start: 2026-05-11
end: 2026-05-19
channel: {zh: 书面}
requirements: {zh: 单位应加盖公章。}
office: {zh: 甲窗口}
"""
FOUND = project(more=NOTICE)


def test_it_says_what_when_and_where_to_object():
    document = notice_document(FOUND, FOUND.entries["notices/first"])
    told = "\n".join(document.strings())
    for text in (
        "依据甲方案第七条",
        "拟列入“甲服务券”",
        "自2026-05-11至2026-05-19，共7个工作日",
        "单位应加盖公章",
        "甲窗口",
    ):
        assert text in told
    assert document.properties.created == "2026-05-11"


def test_the_annex_is_the_programmes_own_table_where_it_has_one():
    own = TABLES.replace("id: official", "id: notice")
    changed = project([("admitted_suppliers: [acme]\n", f"admitted_suppliers: [acme]\n{own}")], NOTICE)
    grids = [
        notice_document(found, found.entries["notices/first"]).sections[-1].blocks[0] for found in (FOUND, changed)
    ]
    assert [grid.title for grid in grids if isinstance(grid, Grid)] == ["公示清单", "甲产品目录"]
    assert [len(grid.rows) for grid in grids if isinstance(grid, Grid)] == [1, 1]


def test_word_and_pdf():
    made = dict(files(FOUND, "first"))
    assert set(made) == {"first.docx", "first.pdf"}
    assert dict(all_files(FOUND)) == {f"exports/notices/{name}": content for name, content in made.items()}
