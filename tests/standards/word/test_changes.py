"""Tracked changes: what Word leaves when all are accepted, or all are refused, is the new or the old text."""

import re

import pytest
from docx.oxml.ns import qn

from generator.drafts.changes import accepted, rejected
from generator.standards.word.write import standard_docx
from generator.standards.word_styles import STYLES
from tests.standards.word.reading import Element, File, resolved, text_of, texts
from tests.standards.word.samples import BY, document, marked

FILE = File(standard_docx(document(marked()), author="示例研究院"))


def lines(body: Element) -> list[str]:
    """The text of each paragraph, with the contents left out; the counts that only Word's fields know as #."""
    kept = [
        one
        for one in body
        if not str(
            one.find(f".//{qn('w:pStyle')}").get(qn("w:val")) if one.find(f".//{qn('w:pStyle')}") is not None else ""
        ).startswith("TOC")
    ]
    return [re.sub(r"^([表图])[0-9.A-Z]+", r"\1#", line) for line in texts(kept)]


@pytest.mark.parametrize("accept", [True, False])
def test_word_makes_the_changes_or_undoes_them(accept: bool):
    plain = document((accepted if accept else rejected)(marked()))
    assert lines(resolved(FILE.body, accept=accept)) == lines(File(standard_docx(plain)).body)


def test_who_and_when():
    changes = list(FILE.body.iter(qn("w:ins"), qn("w:del")))
    assert {(one.get(qn("w:author")), one.get(qn("w:date"))) for one in changes} == {
        (BY[0], f"{BY[1]}T00:00:00Z"),
        ("示例研究院", "2026-10-12T00:00:00Z"),
    }
    keys = [one.get(qn("w:id")) for one in changes]
    assert len(keys) == len(set(keys))


def test_deleted_text_is_written_as_such():
    for run in FILE.body.iter(qn("w:r")):
        deleted = any(above.tag == qn("w:del") for above in run.iterancestors())
        assert not list(run.iter(qn("w:t") if deleted else qn("w:delText")))
        assert not list(run.iter(qn("w:instrText") if deleted else qn("w:delInstrText")))


def test_paragraph_marks_and_rows_are_changed_too():
    new = next(p for p in FILE.paragraphs() if text_of(p) == "新增的条")
    assert FILE.name(new) == STYLES["clause-2"]
    assert new.find(f"{qn('w:pPr')}/{qn('w:rPr')}/{qn('w:ins')}") is not None
    tables = [t for t in FILE.body.iter(qn("w:tbl")) if "丙" in text_of(t)]
    kinds = [[row.find(qn("w:trPr"))[-1].tag for row in table.iter(qn("w:tr"))] for table in tables]
    assert kinds == [[qn("w:del")] * 2, [qn("w:ins")] * 2]


def test_a_text_without_changes_has_none():
    assert not list(File(standard_docx(document())).body.iter(qn("w:ins"), qn("w:del")))
