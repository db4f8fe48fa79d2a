"""Office files that somebody sent: a few KB that would become gigabytes or hours end in a refusal, or in time."""

import zipfile
from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from time import process_time

import pytest

from generator.diagnostics import Refused
from generator.documents.package import open_package
from generator.documents.read_tables import MAX_CELLS, read_tables
from generator.documents.xlsx_read import Unsafe, read_xlsx
from generator.drafts.model import Draft
from generator.drafts.read import read_draft
from generator.drafts.text import block_text
from generator.output import write_file
from generator.standards.used_terms import MOST, Terms
from generator.standards.word_in.read import read_docx
from generator.standards.word_in.settle import MOST_CLAUSES
from generator.standards.word_in.takeback import take_back

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
X = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
RELATIONS = '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{}</Relationships>'
NOTE = '<w:r><w:footnoteReference w:id="{}"/></w:r>'
GONE = "<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr><w:r><w:t>a</w:t></w:r></w:p>"


def draft_text(draft: Draft) -> str:
    """Titles and text of a whole draft, a clause a line."""
    return "\n".join(f"{clause.title} {block_text(clause.blocks)}" for clause in draft.clauses)


def file_of(parts: dict[str, str]) -> bytes:
    out = BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_STORED) as packed:
        for name, content in parts.items():
            packed.writestr(name, content)
    return out.getvalue()


def docx(body: str, **parts: str) -> bytes:
    """A Word file of that body; `parts`: the inside of footnotes or comments."""
    made = {
        "_rels/.rels": RELATIONS.format(f'<Relationship Id="a" Type="{R}/officeDocument" Target="word/document.xml"/>'),
        "word/document.xml": f'<w:document xmlns:w="{W}"><w:body>{body}</w:body></w:document>',
        "word/_rels/document.xml.rels": RELATIONS.format(
            "".join(f'<Relationship Id="{name}" Type="{R}/{name}" Target="{name}.xml"/>' for name in parts)
        ),
    }
    made |= {f"word/{name}.xml": f'<w:{name} xmlns:w="{W}">{inside}</w:{name}>' for name, inside in parts.items()}
    return file_of(made)


def xlsx(sheets: int, rows: str) -> bytes:
    listed = "".join(f'<sheet name="s{i}" r:id="a"/>' for i in range(sheets))
    return file_of(
        {
            "[Content_Types].xml": "<a/>",
            "xl/workbook.xml": f'<workbook xmlns="{X}" xmlns:r="{R}"><sheets>{listed}</sheets></workbook>',
            "xl/_rels/workbook.xml.rels": RELATIONS.format('<Relationship Id="a" Target="worksheets/s.xml"/>'),
            "xl/worksheets/s.xml": f'<worksheet xmlns="{X}"><sheetData>{rows}</sheetData></worksheet>',
        }
    )


def paragraph(text: str, look: str = "") -> str:
    return f"<w:p>{look}<w:r><w:t>{text}</w:t></w:r></w:p>"


def test_a_sheet_that_is_listed_over_and_over_is_refused() -> None:
    far = '<row r="20000"><c r="CV20000" t="str"><v>x</v></c></row>'
    with pytest.raises(Unsafe):
        read_xlsx(xlsx(2, far))
    ((*empty, last),) = read_tables("a.xlsx", xlsx(1, far))
    assert len(empty) == 19_999
    assert not any(empty)
    assert last[-1] == "x"


def test_a_cell_is_read_with_the_others_of_its_row() -> None:
    rows = '<row r="1"><c t="str"><v>a</v></c><c t="str"><v>b</v></c></row><row r="3"><c t="str"><v>c</v></c></row>'
    assert read_tables("a.xlsx", xlsx(1, rows)) == ((("a", "b"), (), ("c", "")),)


TABLES: dict[str, Callable[[], str]] = {
    "merged cells": lambda: (
        '<w:tbl><w:tr><w:tc><w:tcPr><w:gridSpan w:val="100"/></w:tcPr></w:tc></w:tr></w:tbl>' * (MAX_CELLS // 100 + 1)
    ),
    "tables in tables": lambda: (
        "<w:tbl><w:tr><w:tc>" * 60 + paragraph("a" * 400_000) + "<w:p/></w:tc></w:tr></w:tbl>" * 60
    ),
}


@pytest.mark.parametrize("body", TABLES.values(), ids=TABLES)
def test_tables_that_multiply_are_refused(body: Callable[[], str]) -> None:
    with pytest.raises(Refused):
        read_tables("a.docx", docx(body()))


def test_more_tags_than_memory_holds_are_not_parsed() -> None:
    package = open_package(docx("<w:p/>" * 2_000_000))
    with pytest.raises(Refused):
        package.xml("word/document.xml")


REFUSED: dict[str, Callable[[], bytes]] = {
    "comments": lambda: docx(paragraph("a"), comments='<w:comment w:id="1"><w:p/></w:comment>' * 5_001),
    "joined paragraphs": lambda: docx(GONE * 2_000),
}


@pytest.mark.parametrize("content", REFUSED.values(), ids=REFUSED)
def test_a_word_file_of_too_much_is_refused(content: Callable[[], bytes]) -> None:
    with pytest.raises(Refused):
        read_docx(content())


READ: dict[str, Callable[[], bytes]] = {
    "notes in notes": lambda: docx(
        f"<w:p>{NOTE.format(1) * 200}</w:p>",
        footnotes="".join(
            f'<w:footnote w:id="{i}"><w:p>{NOTE.format(i + 1) * 200}</w:p></w:footnote>' for i in (1, 2, 3)
        )
        + f'<w:footnote w:id="4">{paragraph("a")}</w:footnote>',
    ),
    "tracked changes in one paragraph": lambda: docx(
        "<w:p>" + '<w:ins w:id="1"><w:r><w:t>a</w:t></w:r></w:ins>' * 30_000 + "</w:p>"
    ),
    "comments that stay open": lambda: docx(
        "<w:p>"
        + "".join(f'<w:commentRangeStart w:id="{i}"/>' for i in range(10_000))
        + "</w:p>"
        + paragraph("词" * 50) * 2_000
    ),
}


@pytest.mark.parametrize("content", READ.values(), ids=READ)
def test_a_word_file_that_would_take_for_ever_is_read_in_time(content: Callable[[], bytes]) -> None:
    before = process_time()
    read_docx(content())
    assert process_time() - before < 30  # without limits: hours


def test_a_word_file_of_endless_headings_is_refused() -> None:
    heading = '<w:pPr><w:outlineLvl w:val="0"/></w:pPr>'
    draft, _ = read_draft("draft.md", "# 范围 {#c-scope}\n\n本文件规定了要求。\n".encode())
    assert draft is not None
    with pytest.raises(Refused):
        take_back(docx(paragraph("范围", heading) * (MOST_CLAUSES + 1)), draft, "", "accept", aspects=())


def test_of_very_many_terms_some_are_looked_for() -> None:
    source = "# 术语和定义 {#c-terms}\n\n" + "".join(
        f'::: {{.term #t-a-{i} en="x"}}\n词{i:04}\n\n{"义" * 400}。\n:::\n\n' for i in range(MOST + 5)
    )
    draft, _ = read_draft("draft.md", source.encode())
    assert draft is not None
    assert "词0504" in draft_text(draft)
    terms = Terms.of(draft)
    assert terms is not None
    assert terms.pattern.search("词0001")
    assert not terms.pattern.search("词0504")
    assert max(len(definition) for _, definition in terms.by_name.values()) <= 300


def test_a_link_in_the_place_of_a_temporary_file_is_not_written_through(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("generator.output.os.getpid", lambda: 7)
    secret, target = tmp_path / "secret", tmp_path / "a.docx"
    secret.write_bytes(b"kept")
    (tmp_path / ".a.docx.7.tmp").symlink_to(secret)
    write_file(target, b"new")
    assert (secret.read_bytes(), target.read_bytes()) == (b"kept", b"new")


def test_what_cannot_be_written_leaves_nothing_behind(tmp_path: Path) -> None:
    (tmp_path / "a").mkdir()
    with pytest.raises(OSError, match="directory"):
        write_file(tmp_path / "a", b"new")
    assert [one.name for one in tmp_path.iterdir()] == ["a"]
