"""The Word file of a comparison: what Word makes of it, accepted or rejected, is the file of either draft."""

import re
from dataclasses import replace

import pytest

from generator.drafts.model import Draft
from generator.drafts.read import read_draft
from generator.drafts.runs import Runs
from generator.standards.document import StandardDocument
from generator.standards.redline.compare import compare_drafts
from generator.standards.redline.mark import marked
from generator.standards.word.write import standard_docx
from generator.texts import Text
from tests.standards.redline.edits import edited, sound
from tests.standards.redline.test_exact import DRAFT, exact, project_draft, small_draft
from tests.standards.redline.word_changes import paragraphs

DOCUMENT = StandardDocument("s", "draft", Text("示例标准"), "T/EXAMPLE XXXX—XXXX", Draft(()), stage_date="2026-01-02")
KEPT: dict[bytes, bytes] = {}
RUNNER = Runs(KEPT.get, KEPT.__setitem__)


def docx(draft: Draft, author: str = "", date: str = "") -> bytes:
    return standard_docx(replace(DOCUMENT, draft=draft), author=author, date=date, runner=RUNNER)


def plain(found: list[tuple[str, str]]) -> list[tuple[str, str]]:
    """Without the cached contents, and without what follows from the numbering and is stale until Word updates it."""
    made = []
    for style, text in found:
        if "TOC" in style.upper() or "{TOC" in text or "{PAGEREF" in text:
            continue
        text = re.sub(r"[A-Z]\.\{SEQ (表|图|公式)[A-Z]", r"{SEQ \1", text)
        text = re.sub(r"附录[A-Z]", "附录", text)
        text = re.sub(r"第(\{REF [^}]*\})章", r"\1", text)
        made.append((re.sub(r"[Nn]umbered", "", style).rstrip("-"), text))
    return [one for one in made if one[1].strip() or one[0]]


def both_ways(old: Draft, new: Draft) -> None:
    file = docx(marked(compare_drafts(old, new), "示例促进会", "2026-01-02"), "示例促进会", "2026-01-02")
    assert plain(paragraphs(file, accept=True)) == plain(paragraphs(docx(new), accept=None))
    assert plain(paragraphs(file, accept=False)) == plain(paragraphs(docx(old), accept=None))


@pytest.mark.parametrize("seed", range(8))
def test_word_makes_either_text_of_it(seed: int) -> None:
    both_ways(small_draft(), sound(edited(small_draft(), seed, 1 + seed, keep_ids=True)))


def test_word_makes_either_text_of_an_edition_and_the_draft_that_revises_it() -> None:
    edition, _ = read_draft("draft.md", (DRAFT.parent / "published" / "2025" / "draft.md").read_bytes())
    assert edition is not None
    exact(edition, project_draft())
    both_ways(edition, project_draft())


def test_word_makes_either_text_of_the_projects_draft() -> None:
    both_ways(project_draft(), sound(edited(project_draft(), 7, 40, keep_ids=True)))
