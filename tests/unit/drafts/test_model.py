"""From draft.md to the model: numbers, references, spans, terms, fingerprints, lines."""

import pickle

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.drafts.model import Clause, Draft, Example, Formula, Note, Provision, Table, Term, Words, walk
from generator.drafts.number import numbered
from generator.drafts.read import read_draft
from generator.drafts.text import block_text, inline_text, normal
from tests.unit.drafts import skeleton


def read(fragment: str) -> Draft:
    draft, problems = read_draft("draft.md", skeleton.draft(fragment))
    assert draft is not None
    assert [(code.code, finding.values) for code, finding in problems] == []
    return draft


def numbers(draft: Draft) -> list[str]:
    return [clause.number for clause in draft.clauses]


def provision(text: str, kind: str = "requirement") -> Provision:
    fragment = f"::: {{.provision #p-a kind={kind} aspect=security}}\n{text}\n:::\n\n# 附 {{#annex-x .annex nature=normative}}\n"
    return read(fragment).provisions[0]


def test_clauses_annexes_and_untitled_clauses_are_numbered() -> None:
    draft = read(
        "## 甲 {#a}\n\n### {#a-1}\n\n文。\n\n### {#a-2}\n\n文。\n\n## 乙 {#b}\n\n"
        "# 附甲 {#x .annex nature=normative}\n\n## 条 {#x-1}\n\n# 附乙 {#y .annex nature=informative}\n\n# 参考文献 {#z}\n"
    )
    assert numbers(draft) == ["", "1", "2", "3", "4", "4.1", "4.1.1", "4.1.2", "4.2", "A", "A.1", "B", ""]
    assert [c.label for c in draft.clauses[-5:]] == ["4.2", "附录A", "A.1", "附录B", "参考文献"]
    assert draft.clauses[6].title == ""
    assert draft.clauses[6].id == "a-1"
    assert draft.clauses[10].kind == "annex"


def test_tables_formulas_and_references() -> None:
    table = "表：题{} {{#tbl-{}}}\n\n| 甲 | 乙 |\n|---|---|\n| 1 | 2 |\n\n"
    draft = read(
        "见[@tbl-b]、[](#tbl-c)、[@eq-a]、[@annex]和[@c-scope]。\n\n"
        + table.format("一", "a")
        + table.format("二", "b")
        + "$$a = b$$ {#eq-a}\n\n# 附 {#annex .annex nature=informative}\n\n"
        + table.format("三", "c")
    )
    assert block_text(draft.clauses[4].blocks[:1]) == "见表2、表A.1、公式（1）、附录A和第1章。"
    found = [b for c in draft.clauses for b in walk(c.blocks) if isinstance(b, Table | Formula)]
    assert [b.number for b in found] == ["1", "2", "1", "A.1"]
    assert inline_text(found[0].caption if isinstance(found[0], Table) else ()) == "题一"


def test_notes_and_examples_are_numbered_within_their_place() -> None:
    note, example = "::: note\n文。\n:::\n\n", "::: example\n文。\n:::\n\n"
    draft = read(f"## 甲 {{#a}}\n\n{note}{example}{note}\n## 乙 {{#b}}\n\n{note}")
    found = [
        (b.number, isinstance(b, Note)) for c in draft.clauses for b in walk(c.blocks) if isinstance(b, Note | Example)
    ]
    assert found == [(1, True), (0, False), (2, True), (0, True)]


def test_terms_are_clauses_of_their_chapter_with_notes_of_their_own() -> None:
    term = '::: {{.term #t-{0} en="{0}"}}\n术语{0}\n\n定义。\n\n::: note\n说明。\n:::\n:::\n\n'
    draft = read(term.format("a") + term.format("b"))
    assert [(t.number, t.en, inline_text(t.name)) for t in draft.terms] == [
        ("4.1", "a", "术语a"),
        ("4.2", "b", "术语b"),
    ]
    assert [b.number for t in draft.terms for b in t.blocks if isinstance(b, Note)] == [0, 0]


def test_a_provision_has_a_class_and_what_verifies_it() -> None:
    attributes = 'kind=requirement aspect=security class=core verify="c-scope p-a"'
    found = read(f"::: {{.provision #p-a {attributes}}}\n应。\n:::\n").provisions[0]
    assert (found.grade, found.verify) == ("core", "c-scope p-a")


def test_spans() -> None:
    draft = read(
        "表：题 {#tbl-a}\n\n| 甲 | 乙 | << |\n|---|:-:|--:|\n| 1 | 2 | << |\n| ^^ | ^^ | << |\n| 3 | 4 | 5 |\n"
    )
    (table,) = (b for b in draft.clauses[4].blocks if isinstance(b, Table))
    assert [[(c.rows, c.columns) for c in row] for row in (*table.head, *table.body)] == [
        [(1, 1), (1, 2)],
        [(2, 1), (2, 2)],
        [],
        [(1, 1), (1, 1), (1, 1)],
    ]
    assert [c.align for c in table.body[2]] == ["", "center", "right"]


@pytest.mark.parametrize("rows", ["| 1 | 2 |\n| ^^ | << |", "| 1 | 2 |\n| << | 3 |", "| ^^ | 1 |\n| 2 | 3 |"])
def test_a_span_that_is_no_rectangle_is_reported_where_it_stands(rows: str) -> None:
    content = skeleton.draft(f"表：题 {{#tbl-a}}\n\n| 甲 | 乙 |\n|---|---|\n{rows}\n")
    draft, problems = read_draft("draft.md", content)
    assert {code.code for code, _ in problems} <= {"D019"}
    assert draft is not None
    if rows != "| 1 | 2 |\n| ^^ | << |":
        assert problems


def test_lines_break_without_a_space_between_chinese_only() -> None:
    assert block_text(read("第一\n第二 end\nof line\n").clauses[4].blocks) == "第一第二 end of line"


def test_provision_knows_its_clause_text_and_line() -> None:
    draft = read(
        "## 甲 {#a}\n\n::: {.provision #p-a kind=requirement aspect=security}\n应见[@a]。\n\n::: note\n说明。\n:::\n:::\n"
    )
    (found,) = draft.provisions
    assert (found.clause, found.number, found.text) == ("a", "4.1", "应见4.1。")
    assert found.line == skeleton.SKELETON.count("\n") + 3
    assert draft.aspects == {"security"}


@pytest.mark.parametrize(
    ("text", "same"),
    [
        ("时延应不大于 20 ms。", True),
        ("时延应不大于20 ms，", False),
        ("时延应**不大于**20 ms。", True),
        ("时延应不大于20\tms。", True),
        ("时延应不大于２０ ms。", True),
        ("时延应不大于20 ms。\n\n::: note\n说明。\n:::", True),
        ("时延应不大于2 0 ms。", False),
        ("时延应不大于2^0^ ms。", False),
    ],
)
def test_fingerprint_sees_technical_changes_only(text: str, same: bool) -> None:
    assert (provision(text).fingerprint == provision("时延应不大于20 ms。").fingerprint) is same


def test_fingerprint_depends_on_the_kind_and_not_on_numbers() -> None:
    assert provision("文。").fingerprint != provision("文。", "recommendation").fingerprint
    first = read("::: {.provision #p-a kind=requirement aspect=security}\n见[@a]。\n:::\n\n## 甲 {#a}\n")
    moved = read("## 先 {#z}\n\n## 甲 {#a}\n\n::: {.provision #p-a kind=requirement aspect=security}\n见[@a]。\n:::\n")
    assert (first.provisions[0].text, moved.provisions[0].text) == ("见4.1。", "见4.2。")
    assert first.provisions[0].fingerprint == moved.provisions[0].fingerprint


@given(st.text())
def test_normal_text_is_stable(text: str) -> None:
    assert normal(normal(text)) == normal(text)


@given(st.lists(st.integers(1, 6), max_size=30))
@settings(max_examples=200)
def test_numbers_are_unique_and_extend_their_parent(steps: list[int]) -> None:
    level, clauses = 0, []
    for step in steps:
        level = min(step, level + 1)
        clauses.append(Clause("", level, "body", (Words("题"),), "题", ()))
    found = [c.number for c in numbered(Draft(tuple(clauses))).clauses]
    assert len(set(found)) == len(found)
    for clause, number in zip(clauses, found, strict=True):
        assert number.count(".") == clause.level - 1
        assert clause.level == 1 or number.rpartition(".")[0] in found


def test_same_bytes_give_the_same_draft_and_it_can_be_stored() -> None:
    content = skeleton.draft('::: {.term #t-a en="a"}\n甲\n\n乙 $x$。\n:::\n')
    first, second = read_draft("a", content)[0], read_draft("a", content)[0]
    assert first == second == pickle.loads(pickle.dumps(first))
    assert first is not None
    assert isinstance(first.terms[0], Term)


def test_windows_line_ends_and_byte_order_mark_do_not_matter() -> None:
    content = skeleton.draft("## 甲 {#a}\n\n文。\n")
    assert read_draft("a", b"\xef\xbb\xbf" + content.replace(b"\n", b"\r\n")) == read_draft("a", content)


@pytest.mark.parametrize(
    "title",
    [
        "5G网络",
        "3 个等级",
        "100 Mbit/s接口",
        "2.4 GHz频段",
        "N3接口",
        "A.B模式",
        "24 小时运行",
        "2.5 倍冗余",
        "第三方评价",
    ],
)
def test_titles_that_only_look_numbered(title: str) -> None:
    assert "D014" not in [c.code for c, _ in read_draft("a", skeleton.draft(f"## {title} {{#a}}\n"))[1]]


@pytest.mark.parametrize(
    "title",
    [
        "4.1 时延",
        "4.1时延",
        "第4章 时延",
        "1、时延",
        "一、时延",
        "（一）时延",
        "A.1 时延",
        "附录A 时延",
        "5 时延",
        "10.12 N3接口",
    ],
)
def test_titles_numbered_by_hand(title: str) -> None:
    assert [c.code for c, _ in read_draft("a", skeleton.draft(f"## {title} {{#a}}\n"))[1]] == ["D014"]
