"""The traceability matrix of a standard as a spreadsheet, a CSV file and plain data."""

from typing import Any

from generator.conformance.claims import NAMES, State
from generator.conformance.matrix import SUMMARY, Matrix, Row
from generator.documents.grid import Book, Grid, Properties, Sheet
from generator.drafts.model import PROVISION_KINDS
from generator.project import Project
from generator.texts import EXAMPLE, Lang, Text

_FIXED = (
    (Text("章条编号", "Clause"), 9),
    (Text("条款", "Provision"), 13),
    (Text("类型", "Kind"), 7),
    (Text("内容", "Text"), 60),
    (Text("证实方法", "Tested by"), 12),
    (Text("状态", "State"), 9),
)
_CERTIFICATES = (Text("证书", "Certificates"), 22)
_SHEETS = (Text("追溯矩阵", "Matrix"), Text("汇总", "Totals"))
_TITLE = Text("标准条款追溯矩阵", "Traceability matrix")
MOST_COLUMNS = 60
"""Claimants with a column of their own; a sheet with more cannot be read, and they stand in a list instead."""


def matrix_book(project: Project, matrix: Matrix, on: str, lang: Lang) -> Book:
    """A sheet with a row a provision and a column a claimant, and one with totals."""
    entry = project.entries[f"standards/{matrix.slug}"]
    mark = EXAMPLE.of(lang) if entry.example else ""
    title = f"{entry.name.of(lang)} {_edition(matrix.edition, lang)} {_TITLE.of(lang)}"
    columns = matrix.claimants if len(matrix.claimants) <= MOST_COLUMNS else ()
    heads = [*_FIXED, *((Text(one.name.zh, one.name.en), 12) for one in columns), _CERTIFICATES]
    rows = tuple(_cells(project, row, [one.id for one in columns], lang) for row in matrix.rows)
    notes = tuple(f"{NAMES[state].of(lang)}：{SUMMARY[state].of(lang)}" for state in State)
    main = Grid(
        (title, on),
        tuple(head.of(lang) for head, _ in heads),
        tuple("text" for _ in heads),
        tuple(width for _, width in heads),
        rows,
        mark=mark,
        notes=notes,
    )
    states = Grid(
        (title, on),
        (Text("状态", "State").of(lang), Text("条款数", "Provisions").of(lang), Text("含义", "Meaning").of(lang)),
        ("text", "integer", "text"),
        (14, 10, 60),
        tuple((NAMES[state].of(lang), count, SUMMARY[state].of(lang)) for state, count in matrix.counts.items()),
        sums=(Text("合计", "Total").of(lang), len(matrix.rows), ""),
        mark=mark,
    )
    about = Properties(title, created=on, lang=lang)
    return Book(about, (Sheet(_SHEETS[0].of(lang), main), Sheet(_SHEETS[1].of(lang), states)))


def matrix_rows(project: Project, matrix: Matrix) -> list[list[str]]:
    """For CSV: a line for each provision and claimant, one for each provision that nobody claims; codes, not names."""
    lines = [["edition", "clause", "provision", "kind", "aspect", "class", "tests", "claimant", "state", "claimed_edition",
              "certificates", "text"]]  # fmt: skip
    for row in matrix.rows:
        one = row.provision
        head = [matrix.edition, one.number, one.id, one.kind, one.aspect, one.grade, " ".join(t.id for t in row.tests)]
        for cell in row.cells or (None,):
            said = [cell.entry.id, cell.state, cell.claim.edition] if cell else ["", State.UNCOVERED, ""]
            held = [c.id for c in row.certificates if cell and c.data.get("subject") == cell.entry.id]
            lines.append([*head, *said, " ".join(held), one.text])
    return lines


def matrix_data(project: Project, matrix: Matrix) -> dict[str, Any]:
    """For JSON: every provision with its tests, claims and certificates, and how many are in each state."""
    return {
        "standard": matrix.slug,
        "edition": matrix.edition,
        "counts": {state.value: count for state, count in matrix.counts.items()},
        "provisions": [
            {
                "id": row.provision.id,
                "clause": row.provision.number or None,
                "kind": row.provision.kind,
                "aspect": row.provision.aspect or None,
                "class": row.provision.grade or None,
                "text": row.provision.text or None,
                "state": row.state.value,
                "tests": [{"id": test.id, "label": test.label} for test in row.tests],
                "claims": [
                    {
                        "by": cell.entry.id,
                        "state": cell.state.value,
                        "result": cell.claim.result,
                        "edition": cell.claim.edition,
                        "example": cell.entry.example,
                        "why": {"zh": cell.why.zh, "en": cell.why.en} if cell.why.zh else None,
                    }
                    for cell in row.cells
                ],
                "certificates": [entry.id for entry in row.certificates],
            }
            for row in matrix.rows
        ],
    }


def _cells(project: Project, row: Row, columns: list[str], lang: Lang) -> tuple[str, ...]:
    states = {cell.entry.id: NAMES[cell.state].of(lang) for cell in row.cells}
    return (
        row.provision.number,
        row.provision.id,
        PROVISION_KINDS[row.provision.kind].of(lang),
        row.provision.text,
        "、".join(test.label for test in row.tests),
        NAMES[row.state].of(lang),
        *(states.get(one, "") for one in columns),
        "、".join(str(entry.data.get("number", entry.slug)) for entry in row.certificates),
    )


def _edition(edition: str, lang: Lang) -> str:
    return Text("草案", "draft").of(lang) if edition == "draft" else edition
