"""Long documents: set in parts, joined to one file."""

import re
from pathlib import Path

import pytest

from generator.documents import pdf_parts
from generator.documents.pdf import pdf
from tests.documents.samples import document
from tests.documents.test_pdf import text_of


@pytest.fixture(scope="module")
def content() -> bytes:
    """A document of 60 rows, whose parts hold 25."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(pdf_parts, "LONG", 200)
        patch.setattr(pdf_parts, "_CELLS", 150)
        return pdf(document("说明。"))


def test_every_row_is_there_once_and_pages_are_numbered_through(content: bytes, tmp_path: Path):
    pages = text_of(content, tmp_path).split("\f")[:-1]
    assert [int(number) for number in re.findall(r"示例产品(\d+?)50%", "".join(pages[3:]))] == list(range(1, 61))
    assert [f"第{n}页共{len(pages) - 1}页" in page for n, page in enumerate(pages[1:], 1)] == [True] * (len(pages) - 1)
    assert all("一次性价格" in page for page in pages if re.search(r"示例产品\d", page))


def test_the_contents_name_the_long_section_and_its_page(content: bytes, tmp_path: Path):
    pages = text_of(content, tmp_path).split("\f")
    begins = next(place for place, page in enumerate(pages) if "示例产品1" in page and place > 1)
    assert re.search(rf"产品目录\.+{begins}", pages[1])


def test_every_object_is_where_the_file_says(content: bytes):
    start = int(content.rpartition(b"startxref\n")[2].partition(b"\n")[0])
    lines = content[start:].partition(b"trailer")[0].split(b"\n")[3:-1]
    for number, line in enumerate(lines, 1):
        assert content[int(line[:10]) :].startswith(b"%d 0 obj\n" % number)
    assert content.count(b"/Type/Catalog") >= 1


def test_what_is_short_is_not_split():
    assert not pdf_parts.is_long({"sections": [{"blocks": [{"headings": ["一"], "rows": [["1"]]}]}]})
