"""The matrix of a standard, and its files."""

import csv
import io

from generator.conformance.claims import State
from generator.conformance.matrix import Matrix, matrix, within_state
from generator.documents.xlsx import xlsx
from generator.exports.cells import csv_bytes, guarded
from generator.standards.matrix_files import MOST_COLUMNS, matrix_book, matrix_data, matrix_rows
from tests.conformance.standard import ON, PRODUCT, claims, project_of

MORE = (
    PRODUCT.format(id="one", latency=8)
    + claims(("2025", "p-same", "met"), ("2025", "p-technical", "met"), ("draft", "p-technical", "partly"))
    + PRODUCT.format(id="two", latency=8)
    + claims(("2025", "p-technical", "met"), ("2025", "p-editorial", "met"), ("2025", "p-removed", "met"))
)


def states(found: Matrix | None) -> dict[str, tuple[State, list[State]]]:
    assert found is not None
    return {row.provision.id: (row.state, [cell.state for cell in row.cells]) for row in found.rows}


def test_the_edition_in_force():
    found = matrix(project_of(MORE), "gateway-access", "2025", ON)
    assert states(found) == {
        "p-same": (State.COVERED, [State.COVERED]),
        "p-technical": (State.COVERED, [State.COVERED, State.COVERED]),
        "p-editorial": (State.COVERED, [State.COVERED]),
        "p-removed": (State.COVERED, [State.COVERED]),
    }


def test_the_draft_after_it_shows_what_becomes_suspect_or_goes():
    found = matrix(project_of(MORE), "gateway-access", "draft", ON)
    assert states(found) == {
        "p-same": (State.COVERED, [State.COVERED]),
        "p-technical": (State.PARTIAL, [State.PARTIAL, State.SUSPECT]),  # the claim on the draft itself speaks first
        "p-editorial": (State.COVERED, [State.COVERED]),
        "p-added": (State.UNCOVERED, []),
        "p-removed": (State.EXPIRED, [State.EXPIRED]),
    }
    assert found is not None
    assert found.counts == {
        State.COVERED: 2,
        State.PARTIAL: 1,
        State.NOT_APPLICABLE: 0,
        State.SUSPECT: 0,
        State.EXPIRED: 1,
        State.UNCOVERED: 1,
    }
    assert [(test.id, test.label) for test in found.rows[0].tests] == [("c-tests", "第5章")]


def test_there_is_none_of_an_edition_that_there_is_not():
    assert matrix(project_of(), "gateway-access", "2019", ON) is None


CERTIFIED = (
    MORE
    + """\
--- catalog/schemes/grading.yaml
name: {zh: 甲等级评价}
issuer: acme
standards: [gateway-access]
levels:
  - id: low
    name: {zh: 低级}
    rank: 1
    criteria:
      - {id: same, text: {zh: 记录}, standard: gateway-access, provision: p-same}
--- catalog/certificates/now.yaml
name: {zh: 甲证书}
status: in-force
scheme: grading
subject: products/one
level: low
number: EX-1
issuer: acme
issued_on: 2026-01-01
valid: {start: 2026-01-01, until: 2027-01-01}
--- catalog/certificates/then.yaml
name: {zh: 乙证书}
status: in-force
scheme: grading
subject: products/one
level: low
number: EX-0
issuer: acme
issued_on: 2024-01-01
valid: {start: 2024-01-01, until: 2025-01-01}
"""
)


def test_certificates_in_force_stand_by_the_provisions_that_they_rest_on():
    found = matrix(project_of(CERTIFIED), "gateway-access", "2025", ON)
    assert found is not None
    assert {row.provision.id: [c.slug for c in row.certificates] for row in found.rows if row.certificates} == {
        "p-same": ["now"]
    }


def test_the_files_hold_every_provision_and_claim():
    project = project_of(CERTIFIED)
    found = matrix(project, "gateway-access", "draft", ON)
    assert found is not None
    rows = list(
        csv.reader(
            io.StringIO(csv_bytes([guarded(c) for c in r] for r in matrix_rows(project, found)).decode("utf-8-sig"))
        )
    )
    assert len({len(row) for row in rows}) == 1
    assert [(row[2], row[7], row[8]) for row in rows[1:]] == [
        ("p-same", "products/one", "covered"),
        ("p-technical", "products/one", "partial"),
        ("p-technical", "products/two", "suspect"),
        ("p-editorial", "products/two", "covered"),
        ("p-added", "", "uncovered"),
        ("p-removed", "products/two", "expired"),
    ]
    book = matrix_book(project, found, ON, "zh")
    assert xlsx(book) == xlsx(book)
    assert [sheet.grid.rows[1][5:8] for sheet in book.sheets[:1]] == [("部分符合", "部分符合", "存疑")]
    data = matrix_data(project, found)
    assert data["counts"]["uncovered"] == 1
    assert data["provisions"][2]["claims"][0]["why"]["en"] == "claimed of 2025; the text is the same"


def test_one_state_shows_the_claims_in_it_though_others_cover_the_provision():
    found = matrix(project_of(CERTIFIED), "gateway-access", "draft", ON)
    assert found is not None
    suspect = within_state(found, State.SUSPECT)
    assert [(row.provision.id, [c.entry.slug for c in row.cells]) for row in suspect.rows] == [("p-technical", ["two"])]
    assert suspect.counts[State.SUSPECT] == 1
    assert [one.slug for one in suspect.claimants] == ["two"]
    unclaimed = within_state(found, State.UNCOVERED)
    assert [row.provision.id for row in unclaimed.rows] == ["p-added"]


def test_many_claimants_stand_in_one_cell_and_on_a_wide_sheet():
    names = [f"n{n:02}" for n in range(MOST_COLUMNS + 2)]
    more = "".join(PRODUCT.format(id=name, latency=8) + claims(("2025", "p-same", "met")) for name in names)
    project = project_of(more)
    found = matrix(project, "gateway-access", "2025", ON)
    assert found is not None
    listed, _, wide = (sheet.grid for sheet in matrix_book(project, found, ON, "zh").sheets)
    assert str(listed.rows[0][6]).split("\n") == [f"示例产品{name} 符合" for name in names]
    assert wide.rows[0][6:-1] == ("符合",) * len(names)
    assert wide.headings[6:-1] == tuple(f"示例产品{name}" for name in names)
