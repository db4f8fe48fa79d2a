"""What the pages of a standard show: anchors that last, terms, comments, versions, matrix; made without a build."""

import html
import re
from collections.abc import Callable

import pytest
from jsonschema import Draft202012Validator

from generator.conformance.matrix import matrix
from generator.exports.draft_json import SCHEMA_PATH, draft_files, draft_schema
from generator.project import Project
from generator.site.entry_page import Surroundings, entry_page, entry_view
from generator.site.page import Page
from generator.site.standard_pages import standard_pages
from generator.site.standard_versions import history_of, versions_of
from generator.standards.comments.board import board
from generator.standards.document import PATENT_REQUEST
from generator.texts import LANGS, Lang
from tests.conftest import TODAY

SLUG = "e2e-5g-intranet"
HERE = f"standards/{SLUG}/"


@pytest.fixture(scope="module")
def own(project: Project) -> Callable[[Lang], Page]:
    made = {
        lang: entry_page(
            project.entries[f"standards/{SLUG}"], entry_view(project, lang), Surroundings("https://example.org/")
        )
        for lang in LANGS
    }
    return lambda lang: made[lang]


@pytest.fixture(scope="module")
def others(project: Project) -> dict[tuple[Lang, str], Page]:
    return {(lang, page.address): page for lang in LANGS for page in standard_pages(project, lang)}


def ids(page: Page) -> list[str]:
    return re.findall(r'\sid="([^"]+)"', str(page.body))


def test_every_provision_clause_and_number_can_be_linked_to(project: Project, own: Callable[[Lang], Page]) -> None:
    draft = project.drafts[SLUG]
    assert draft is not None
    known = ids(own("zh"))
    assert len(known) == len(set(known))
    for provision in draft.provisions:
        assert provision.id in known
    for clause in draft.clauses:
        assert clause.id in known
        if clause.number:
            assert clause.number in known, clause.number


def test_what_was_removed_or_renumbered_still_leads_somewhere(project: Project, own: Callable[[Lang], Page]) -> None:
    lock, draft = project.locks[SLUG], project.drafts[SLUG]
    assert draft is not None
    known = set(ids(own("zh")))
    assert lock.removed
    assert set(lock.removed) <= known
    now = {clause.id for clause in draft.clauses}
    for edition in project.editions[SLUG]:
        for clause in edition.draft.clauses:
            if clause.number and clause.id in now:
                assert clause.number in known


def test_the_first_use_of_a_term_leads_to_its_definition(own: Callable[[Lang], Page]) -> None:
    page = str(own("zh").body)
    used = re.findall(r'<a class="std-use" href="#([^"]+)" title="([^"]+)">([^<]+)</a>', page)
    assert len(used) > 20
    known = set(ids(own("zh")))
    assert {term for term, _, _ in used} <= known
    for heading in re.findall(r'<h\d class="std-heading".*?</h\d>', page, re.S):
        assert "std-use" not in heading
    assert not re.search(r"<a [^>]*>[^<]*<a ", page)  # no link in a link


def test_a_clause_can_be_commented_on_with_the_form_filled_in(own: Callable[[Lang], Page]) -> None:
    address = re.search(r'<a class="std-comment" href="([^"]+)"[^>]*>意见</a></p>', str(own("zh").body))
    assert address is not None
    link = html.unescape(address.group(1))
    assert "template=comment.yml" in link
    assert f"standard={SLUG}" in link
    assert "clause=" in link


def test_the_stage_says_how_long_comments_are_open(project: Project, own: Callable[[Lang], Page]) -> None:
    line = project.entries[f"standards/{SLUG}"].data["history"][-1]
    assert f"截至 {line['until']}" in str(own("zh").body)
    assert 'class="std-step std-step--now" aria-current="step"' in str(own("zh").body)


def test_the_page_asks_for_patents_in_the_words_of_the_documents(own: Callable[[Lang], Page]) -> None:
    assert PATENT_REQUEST.zh in str(own("zh").body)
    assert PATENT_REQUEST.en in str(own("en").body)


def test_the_list_of_provisions_holds_them_all_with_their_state(
    project: Project, others: dict[tuple[Lang, str], Page]
) -> None:
    found = matrix(project, SLUG, "draft", TODAY.isoformat())
    assert found is not None
    page = str(others["zh", f"{HERE}provisions/"].body)
    lines = re.findall(r'class="item std-line"', page)
    assert len(lines) == len([row for row in found.rows if row.provision.text])
    suspect = sum(row.state == "suspect" for row in found.rows)
    assert page.count('class="std-line__state std-state--suspect"') == suspect


def test_each_change_of_a_provision_leads_to_its_place_in_the_comparison(
    project: Project, own: Callable[[Lang], Page], others: dict[tuple[Lang, str], Page]
) -> None:
    page = str(own("zh").body)
    entry = project.entries[f"standards/{SLUG}"]
    changed = {provision for provision in history_of(project, entry) if f'id="{provision}"' in page}
    assert len(changed) > 20
    links = re.findall(rf'href="\.\./\.\./{HERE}2025-draft/#([^"]+)"', page)
    assert len(links) > 20
    comparison = set(ids(others["zh", f"{HERE}2025-draft/"]))
    assert set(links) <= comparison


def test_there_is_a_page_for_each_edition_comparison_board_and_matrix(
    project: Project, others: dict[tuple[Lang, str], Page]
) -> None:
    assert [one.key for one in versions_of(project, project.entries[f"standards/{SLUG}"])] == ["2025", "draft"]
    for lang in LANGS:
        own = {address for at, address in others if at == lang and address.startswith(HERE)}
        assert own == {f"{HERE}{name}/" for name in ("2025", "2025-draft", "comments", "matrix", "provisions")}


def test_the_board_shows_every_comment_once_and_no_person(
    project: Project, others: dict[tuple[Lang, str], Page]
) -> None:
    rows = board(project, SLUG).rows
    page = str(others["zh", f"{HERE}comments/"].body)
    assert page.count('<li class="std-card"') == len(rows)
    for row in rows:
        assert html.escape(row.organisation) in page


def test_the_matrix_page_counts_as_the_matrix_does(project: Project, others: dict[tuple[Lang, str], Page]) -> None:
    page = str(others["zh", f"{HERE}matrix/"].body)
    for edition in ("2025", "draft"):
        found = matrix(project, SLUG, edition, TODAY.isoformat())
        assert found is not None
        part = page.split(f'id="edition_{edition}"')[1].split("<section")[0]
        counted = re.findall(r'<li class="std-count std-state--([a-z-]+)"><b>(\d+)</b>', part)
        assert {state: int(count) for state, count in counted} == {s.value: n for s, n in found.counts.items()}


def test_the_model_is_published_and_keeps_to_its_schema(project: Project) -> None:
    import json

    files = dict(draft_files(project))
    schema = json.loads(files[SCHEMA_PATH])
    assert schema.items() >= draft_schema().items()
    Draft202012Validator.check_schema(schema)
    valid = Draft202012Validator(schema)
    texts = [path for path in files if path != SCHEMA_PATH]
    assert sorted(texts) == [f"api/v1/standards/{SLUG}.2025.json", f"api/v1/standards/{SLUG}.draft.json"]
    for path in texts:
        assert not list(valid.iter_errors(json.loads(files[path])))
    broken = json.loads(files[texts[0]])
    broken["clauses"][0]["level"] = "1"
    assert list(valid.iter_errors(broken))
