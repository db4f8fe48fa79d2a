"""Word's own numbering and counters give the numbers that the model has; none is typed."""

import re
from collections import Counter

from docx.oxml.ns import qn

from generator.drafts.model import Figure, Formula, Table, Term, walk
from generator.standards.word.write import standard_docx
from generator.standards.word_styles import STYLES
from tests.standards.word.reading import File, text_of
from tests.standards.word.samples import document, torture

FILE = File(standard_docx(document()))
NUMBERS = FILE.numbers()


def of(*roles: str) -> list[str]:
    names = {STYLES[role] for role in roles}
    return [number.strip() for paragraph, number in NUMBERS.items() if FILE.name(paragraph) in names]


def test_chapters_clauses_annexes_and_terms():
    roles = [role for role in STYLES if re.match(r"(annex-)?(clause|untitled)?-?\d$|annex$|term$", role)]
    found = [number.removeprefix("附录") for number in of(*roles)]
    wanted = []
    for clause in torture().clauses:
        wanted += [clause.number] if clause.number else []
        wanted += [block.number for block in clause.blocks if isinstance(block, Term)]
    assert found == wanted


def test_a_bookmark_of_a_clause_is_in_the_paragraph_that_bears_its_number():
    for clause in torture().clauses:
        if not clause.number or not clause.id:
            continue
        mark = next(
            m for m in FILE.body.iter(qn("w:bookmarkStart")) if m.get(qn("w:name")) == clause.id.replace("-", "_")
        )
        assert NUMBERS[mark.getparent()].strip().removeprefix("附录") == clause.number


def test_items_begin_anew_in_every_list():
    assert of("letter-item", "number-item") == ["a)", "1)", "2)", "b)", "c)", "a)", "b)"]
    assert of("dash-item", "dot-item") == ["——", "·", "·", "——", "——"]


def test_notes_examples_and_references():
    assert of("note", "note-numbered") == ["注：", "注1：", "注2："]
    assert of("example", "example-numbered") == ["示例：", "示例1：", "示例2："]
    assert of("reference") == ["[1]", "[2]"]


def test_tables_figures_and_formulas_are_counted_by_fields():
    counts: Counter[str] = Counter()
    shown = []
    for paragraph in FILE.paragraphs():
        codes = [str(one.text).split() for one in paragraph.iter(qn("w:instrText"))]
        for code in codes:
            if code[0] == "SEQ":
                counts[code[1]] += 1
                shown.append((code[1], str(counts[code[1]]), text_of(paragraph)))
    wanted = []
    for clause in torture().clauses:
        for block in walk(clause.blocks):
            if isinstance(block, Table | Figure | Formula):
                kind = {Table: "表", Figure: "图", Formula: "公式"}[type(block)]
                annex, _, count = block.number.rpartition(".")
                wanted.append((kind + annex, count, block.number))
    assert [one[:2] for one in shown] == [one[:2] for one in wanted]
    assert all(number in text for (*_, text), (*_, number) in zip(shown, wanted, strict=True))


def test_no_number_is_typed_into_a_heading():
    for paragraph in FILE.paragraphs():
        if paragraph in NUMBERS and "题" in FILE.name(paragraph):
            assert not re.match(r"[0-9A-Z]\.?[0-9]", text_of(paragraph))


def test_every_list_that_is_used_is_there():
    numbering = FILE.parts["word/numbering.xml"]
    there = {one.get(qn("w:numId")) for one in numbering.iter(qn("w:num"))} | {"0"}
    for part in ("document", "styles", "footnotes"):
        assert {one.get(qn("w:val")) for one in FILE.parts[f"word/{part}.xml"].iter(qn("w:numId"))} <= there
