"""Standards as PDF: read back as text, with the numbers of the model, on the pages where they belong."""

import re
import shutil
import subprocess
from dataclasses import replace
from pathlib import Path

import pytest

from generator.documents.fonts import MissingGlyphs
from generator.drafts.model import Cell, Clause, Draft, Footnote, Paragraph, Table, Words
from generator.drafts.number import numbered
from generator.standards.pdf import standard_pdf, standard_pictures
from generator.standards.pdf.content import content_of, strings
from tests.standards.word.samples import document, torture


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> list[str]:
    return read(standard_pdf(document(torture())), tmp_path_factory.mktemp("pdf"))


def read(content: bytes, folder: Path) -> list[str]:
    """The text of each page."""
    if not shutil.which("pdftotext"):
        pytest.skip("pdftotext is missing (Debian: install poppler-utils)")
    (folder / "a.pdf").write_bytes(content)
    run = subprocess.run(["pdftotext", "-layout", folder / "a.pdf", "-"], capture_output=True, check=True, timeout=60)
    return run.stdout.decode().split("\f")[:-1]


def plain(text: str) -> str:
    return re.sub(r"[\s\u200b]+", "", text)


def small(*blocks: Table | Paragraph, name: str = "要求") -> Draft:
    clause = Clause("c-all", 1, "body", (Words(name),), name, tuple(blocks))
    return numbered(Draft((clause,)))


def test_the_cover_says_what_the_standard_is(pages: list[str]) -> None:
    about = document()
    cover = plain(pages[0])
    for said in (about.label, about.number, about.name.zh, about.name.en, about.publisher, about.patent_request.zh):
        assert plain(said) in cover, said


def test_the_contents_have_roman_pages_and_the_text_begins_at_one(pages: list[str]) -> None:
    assert "目次" in plain(pages[1])
    assert pages[1].rstrip().endswith("I")
    first = first_of_text(pages)
    assert first % 2 == 0  # counted from nought: an odd sheet
    assert pages[first].rstrip().endswith("1")
    assert re.search(r"1\s+范围[ .]+1\n", pages[1])


def test_every_number_of_the_model_is_printed(pages: list[str]) -> None:
    text = plain("".join(pages))
    for clause in torture().clauses:
        if clause.number and clause.title:
            assert plain(f"{clause.label if clause.kind == 'annex' and clause.level == 1 else clause.number}") in text
            assert plain(clause.title) in text
    for provision in torture().provisions:
        first = next(b for b in provision.blocks if isinstance(b, Paragraph))
        words = next((i.text for i in first.inlines if isinstance(i, Words)), "")
        assert plain(words)[:8] in text


def first_of_text(pages: list[str]) -> int:
    return next(n for n, page in enumerate(pages) if n > 1 and re.search(r"^\s*1\s+范围\s*$", page, re.M))


def test_the_number_of_the_standard_is_at_the_outer_edge(pages: list[str]) -> None:
    """At the right on odd pages, at the left on even ones; page I is the second sheet."""
    start = first_of_text(pages)
    for place, page in enumerate(pages[1:], 1):
        line = page.split("\n")[0]
        odd = (place - start) % 2 == 0 if place >= start else place % 2 == 1
        assert line.strip() == document().number
        assert (len(line) - len(line.lstrip()) > 10) is odd, place


def test_same_document_same_bytes() -> None:
    assert standard_pdf(document(torture())) == standard_pdf(document(torture()))


def test_characters_that_the_font_lacks_are_named_or_replaced(tmp_path: Path) -> None:
    odd = small(Paragraph((Words("符号\U0001f980。"),)))
    with pytest.raises(MissingGlyphs, match="U\\+1F980"):
        standard_pdf(document(odd))
    assert "符号〓。" in plain("".join(read(standard_pdf(document(odd), stand_in=True), tmp_path)))


def test_a_long_table_repeats_its_caption_and_header(tmp_path: Path) -> None:
    row = tuple(Cell((Words("甲"),)) for _ in range(3))
    head = tuple(Cell((Words(f"表头{n}"),)) for n in range(3))
    table = Table("tbl-long", (Words("很长的表"),), 3, (head,), (row,) * 120)
    found = read(standard_pdf(document(small(table))), tmp_path)
    texts = [plain(page) for page in found]
    assert sum("很长的表" in text for text in texts) >= 3
    assert sum("很长的表（续）" in text for text in texts) == sum("很长的表" in text for text in texts) - 1
    assert all("表头2" in text for text in texts if "很长的表" in text)


@pytest.mark.parametrize(
    "text",
    [
        '#read("/etc/passwd")',
        "$x$",
        "#import",
        "\\u{1F980}",
        "@ref <label>",
        "*粗* _斜_ `码`",
        "= 标题",
        "//注释",
        "<script>",
    ],
)
def test_text_is_shown_as_text(text: str, tmp_path: Path) -> None:
    draft = small(Paragraph((Words(text),)), name=text)
    assert plain(text) in plain("".join(read(standard_pdf(document(draft)), tmp_path)))


def test_a_formula_that_would_leave_its_place_is_shown_as_it_was_written() -> None:
    def told(arguments: object, text: bytes, timeout: float) -> bytes:
        return b'$ x $ #read("a") $\n'

    about = document(torture())
    data, _ = content_of(about, told)
    assert not any('#read("a")' in text for text in strings(data))


def test_pictures_are_pages() -> None:
    made = standard_pictures(replace(document(small(Paragraph((Words("一"),)))), figures={}), ppi=30)
    assert len(made) >= 3
    assert all(one.startswith(b"\x89PNG") for one in made)


def test_a_footnote_begins_beside_its_mark(tmp_path: Path) -> None:
    note = Footnote((Paragraph((Words("取值与频段有关。"),)), Paragraph((Words("第二段。"),))))
    draft = small(Paragraph((Words("终端可采用RedCap"), note, Words("。"))))
    read(standard_pdf(document(draft)), tmp_path)
    run = subprocess.run(["pdftotext", "-bbox", tmp_path / "a.pdf", "-"], capture_output=True, check=True, timeout=60)
    words = re.findall(r'yMin="([0-9.]+)"[^>]*yMax="([0-9.]+)">([^<]*)<', run.stdout.decode())
    mark = max(float(bottom) for _, bottom, word in words if word == "1)")
    top, bottom = next((float(top), float(bottom)) for top, bottom, word in words if word.startswith("取值"))
    assert top < mark <= bottom
    assert next(float(top) for top, _, word in words if word.startswith("第二段")) > mark
