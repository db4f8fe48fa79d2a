"""PDF files, by what Typst lays out and what can be read in them."""

import re
import shutil
import subprocess
from pathlib import Path

import pytest

from generator.documents import fonts
from generator.documents import pdf as module
from generator.documents.fonts import MissingGlyphs
from generator.documents.pdf import PdfError, pdf, pictures
from tests.documents.samples import HOSTILE, MARKUP, document, of_texts

CONTENT = pdf(document("说明。"))


def text_of(content: bytes, folder: Path) -> str:
    """The text of a PDF without blanks, which a reader sees and a program guesses."""
    if not shutil.which("pdftotext"):
        pytest.skip("pdftotext is missing (Debian: install poppler-utils)")
    (folder / "a.pdf").write_bytes(content)
    run = subprocess.run(["pdftotext", "-layout", folder / "a.pdf", "-"], capture_output=True, check=True, timeout=60)
    return "".join(character for character in run.stdout.decode() if character not in " \u3000\n")


def test_the_same_data_gives_the_same_bytes():
    assert CONTENT.startswith(b"%PDF-")
    assert pdf(document("说明。")) == CONTENT


def test_it_says_in_its_own_data_what_it_is_and_that_it_is_tagged():
    assert b"<pdfuaid:part>1</pdfuaid:part>" in CONTENT
    assert "示例产品目录".encode() in CONTENT  # in the XMP packet, which is not compressed
    assert b"/MarkInfo" in CONTENT
    assert len(re.findall(rb"/BaseFont\s*/\w+\+NotoSansCJK", CONTENT)) >= 1


def test_pages_and_headers(tmp_path: Path):
    pages = text_of(CONTENT, tmp_path).split("\f")[:-1]
    assert len(pages) >= 5
    assert "第1页" not in pages[0]
    assert [f"第{n}页" in page for n, page in enumerate(pages[1:], 1)] == [True] * (len(pages) - 1)
    assert all(f"共{len(pages) - 1}页" in page for page in pages[1:])
    with_rows = [page for page in pages if re.search(r"示例产品\d", page)]
    assert len(with_rows) > 1
    assert all("产品名称" in page for page in with_rows)


def test_text_is_never_markup(tmp_path: Path):
    told = text_of(
        pdf(document(*MARKUP, grid=of_texts(*MARKUP, *(text for text in HOSTILE if "\r" not in text)))), tmp_path
    )
    assert all(told.count(text.replace(" ", "")) >= 2 for text in MARKUP)
    assert "=SUM(A1:A9)" in told


def test_a_page_can_be_looked_at():
    shown = pictures(document(landscape=False), ppi=30)
    assert len(shown) >= 3
    assert all(one.startswith(b"\x89PNG") for one in shown)


def test_characters_without_a_glyph_are_named_wherever_they_stand():
    for made in (document("好😀"), document(grid=of_texts("𠀀"))):
        with pytest.raises(MissingGlyphs) as raised:
            pdf(made)
        assert raised.value.characters in (("😀",), ("𠀀",))


def test_a_draft_shows_a_stand_in(tmp_path: Path):
    assert "好〓" in text_of(pdf(document("好😀"), stand_in=True), tmp_path)


def test_a_warning_is_an_error(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(fonts, "FAMILY", "Noto Sans CJK Nowhere")
    monkeypatch.setattr(fonts, "missing", lambda _texts: ())
    with pytest.raises(PdfError, match="unknown font"):
        pdf(document())


def test_nothing_is_fetched_or_read(monkeypatch: pytest.MonkeyPatch, tmp_path: Path):
    template = tmp_path / "t.typ"
    monkeypatch.setattr(module, "_TEMPLATE", template)
    for source in ('#import "@preview/cetz:0.3.0"', '#read("/etc/hostname")', '#read("../secret")'):
        template.write_text(source)
        with pytest.raises(PdfError):
            pdf(document())
