"""A draft that is written and read again is the same draft."""

import re
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from generator.drafts.bare import bare
from generator.drafts.changes import joined
from generator.drafts.model import (
    Align,
    Block,
    Break,
    Cell,
    Change,
    Clause,
    Code,
    Definition,
    Definitions,
    Draft,
    Example,
    Footnote,
    Formula,
    Inline,
    Link,
    ListBlock,
    Listing,
    Math,
    Note,
    Paragraph,
    Provision,
    Quote,
    Reference,
    Styled,
    Table,
    Term,
    Words,
)
from generator.drafts.read import read_draft
from generator.drafts.write import HasChanges, draft_markdown

ROOT = Path(__file__).parents[3]
DRAFTS = sorted(ROOT.glob("standards/**/draft.md"))
TORTURE = Path(__file__).with_name("torture.md")


def read(text: str) -> Draft:
    draft, _ = read_draft("draft.md", text.encode())
    assert draft is not None
    return draft


@pytest.mark.parametrize("path", [*DRAFTS, TORTURE], ids=lambda path: f"{path.parent.name}-{path.stem}")
def test_a_draft_written_and_read_again_is_the_same(path: Path) -> None:
    draft = read(path.read_text("utf-8"))
    written = draft_markdown(draft)
    again = read(written)
    assert bare(again) == bare(draft)
    assert draft_markdown(again) == written


def test_the_torture_draft_has_no_faults() -> None:
    _, problems = read_draft("draft.md", TORTURE.read_bytes())
    assert [(code.code, finding.position, finding.values) for code, finding in problems] == []


SIGNS = st.text("甲乙丙ab12 ，。：“”（）—…·*_`~^$|#<>&!\\[]{}()@+-=.:;/\"'％℃　", min_size=1, max_size=12)
TEXTS = SIGNS.map(lambda text: re.sub(r" +", " ", text).strip()).filter(
    lambda text: text and not re.search(r"\[@|\A:::|\A(?:<<|\^\^)\Z|\{=", text)
)
NAMES = st.sampled_from(["c-a", "tbl-a", "p-x-01"])


def runs(inner: st.SearchStrategy[Inline]) -> st.SearchStrategy[tuple[Inline, ...]]:
    """Runs that begin and end with words, and have words between whatever else there is."""
    return st.lists(st.tuples(inner, TEXTS.map(Words)), max_size=3).flatmap(
        lambda pairs: TEXTS.map(lambda first: joined([Words(first), *(one for pair in pairs for one in pair)]))
    )


LEAVES: st.SearchStrategy[Inline] = st.one_of(
    st.builds(Reference, NAMES),
    st.builds(Code, st.text("ab `*|", min_size=1, max_size=6).filter(lambda text: text.strip(" ") == text)),
    st.builds(Math, st.sampled_from([r"x_{1}^2", r"\frac{a}{b} \le 1\%", "a|b", "y"])),
    st.builds(
        Link, st.sampled_from(["https://a.example/b_(c)*d", "https://a.example"]), TEXTS.map(lambda t: (Words(t),))
    ),
)
STYLED = st.builds(
    Styled,
    st.sampled_from(["emphasis", "strong", "superscript", "subscript"]),
    TEXTS.map(lambda text: (Words(text),)),
)
PLAIN = runs(st.one_of(LEAVES, STYLED))
NOTED = runs(st.one_of(LEAVES, STYLED, st.just(Break()), PLAIN.map(lambda one: Footnote((Paragraph(one),)))))
PARAGRAPHS = NOTED.map(Paragraph)
CELLS = st.one_of(PLAIN, st.just(()))


ALIGNS: tuple[Align, ...] = ("left", "center", "")


def table(texts: list[tuple[Inline, ...]], spanned: bool) -> Table:
    head = tuple(Cell(texts[i], align=align) for i, align in enumerate(ALIGNS))
    body: tuple[tuple[Cell, ...], ...] = (tuple(Cell(texts[3 + i], align=align) for i, align in enumerate(ALIGNS)),)
    if spanned:
        body = ((Cell(texts[3], 2, 2, "left"), Cell(texts[4])), (Cell(texts[5]),))
    return Table("tbl-a", texts[0], 3, (head,), body)


def containers(inner: st.SearchStrategy[tuple[Block, ...]]) -> st.SearchStrategy[Block]:
    return st.one_of(
        st.builds(Note, inner),
        st.builds(Example, inner),
        st.builds(Quote, inner),
        st.builds(ListBlock, st.booleans(), st.lists(inner, min_size=1, max_size=3).map(tuple)),
    )


SINGLE: st.SearchStrategy[Block] = st.one_of(
    PARAGRAPHS,
    st.builds(Formula, st.just("eq-a"), st.just(Math(r"a = b \times 2"))),
    st.builds(Listing, st.sampled_from(["a\n\n  b", "```\n# x\n```", "# x"])),
    st.builds(table, st.lists(CELLS, min_size=6, max_size=6), st.booleans()),
    st.builds(
        Definitions,
        st.lists(st.builds(Definition, PLAIN, PARAGRAPHS.map(lambda one: (one,))), min_size=1, max_size=2).map(tuple),
    ),
)


def groups(one: st.SearchStrategy[Block]) -> st.SearchStrategy[tuple[Block, ...]]:
    """Blocks each before a paragraph, as the author of a draft would set them."""
    return st.lists(st.tuples(PARAGRAPHS, one), min_size=1, max_size=2).map(
        lambda pairs: tuple(block for pair in pairs for block in pair)
    )


INNER = groups(st.one_of(SINGLE, containers(groups(SINGLE))))
OWN: st.SearchStrategy[Block] = st.one_of(
    st.builds(
        Provision,
        st.just("p-x-01"),
        st.just("requirement"),
        st.just("security"),
        INNER,
        st.just("c-a p-x-01"),
        st.just("L1"),
    ),
    st.builds(Term, st.just("t-a"), PLAIN, TEXTS, INNER),
    containers(INNER),
)


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
@given(heading=PLAIN, blocks=groups(OWN))
def test_any_draft_written_and_read_again_is_the_same(heading: tuple[Inline, ...], blocks: tuple[Block, ...]) -> None:
    draft = Draft((Clause("c-a", 1, "body", heading, "", blocks),))
    assert bare(read(draft_markdown(draft))) == bare(draft)


def test_tracked_changes_are_not_written() -> None:
    draft = Draft((Clause("c-a", 1, "body", (Words("甲"),), "", (Paragraph((Change("inserted", (Words("乙"),)),)),)),))
    with pytest.raises(HasChanges):
        draft_markdown(draft)
