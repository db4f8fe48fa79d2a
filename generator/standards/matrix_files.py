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
_SHEETS = (Text("追溯矩阵", "Matrix"), Text("汇总", "Totals"), Text("逐个声明者", "By claimant"))
_TITLE = Text("标准条款追溯矩阵", "Traceability matrix")
MOST_COLUMNS = 10
"""Claimants with a column of their own on the sheet that is printed; where there are more, they stand in one cell."""
MOST_WIDE = 200
"""Claimants on the wide sheet, which is for the screen."""
_CLAIMANTS = (Text("声明者", "Claimed by"), 38)


def matrix_book(project: Project, matrix: Matrix, on: str, lang: Lang) -> Book:
    """A sheet with a row a provision and its claimants, one with totals, and a wide one where there are many claimants."""
    entry = project.entries[f"standards/{matrix.slug}"]
    mark = EXAMPLE.of(lang) if entry.example else ""
    title = f"{entry.name.of(lang)} {_edition(matrix.edition, lang)} {_TITLE.of(lang)}"
    many = len(matrix.claimants) > MOST_COLUMNS
    states = Grid(
        (title, on),
        (Text("状态", "State").of(lang), Text("条款数", "Provisions").of(lang), Text("含义", "Meaning").of(lang)),
        ("text", "integer", "text"),
        (14, 10, 60),
        tuple((NAMES[state].of(lang), count, SUMMARY[state].of(lang)) for state, count in matrix.counts.items()),
        sums=(Text("合计", "Total").of(lang), len(matrix.rows), ""),
        mark=mark,
    )
    grids = [_grid(matrix, (title, on), lang, mark, wide=not many), states]
    if many and len(matrix.claimants) <= MOST_WIDE:
        grids.append(_grid(matrix, (title, on), lang, mark, wide=True))
    names = (name.of(lang) for name in _SHEETS)
    sheets = tuple(Sheet(name, grid) for name, grid in zip(names, grids, strict=False))
    return Book(Properties(title, created=on, lang=lang), sheets)


def _grid(matrix: Matrix, titles: tuple[str, str], lang: Lang, mark: str, *, wide: bool) -> Grid:
    """`wide`: a column for each claimant; else all of a provision in one cell, a line each."""
    columns = [one.id for one in matrix.claimants] if wide else []
    own = [(Text(one.name.zh, one.name.en), 12) for one in matrix.claimants] if wide else [_CLAIMANTS]
    heads = [*_FIXED, *own, _CERTIFICATES]
    return Grid(
        titles,
        tuple(head.of(lang) for head, _ in heads),
        tuple("text" for _ in heads),
        tuple(width for _, width in heads),
        tuple(_cells(row, columns if wide else None, lang) for row in matrix.rows),
        mark=mark,
        notes=tuple(f"{NAMES[state].of(lang)}：{SUMMARY[state].of(lang)}" for state in State),
    )


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


def _cells(row: Row, columns: list[str] | None, lang: Lang) -> tuple[str, ...]:
    """The cells of a provision. `columns`: the claimants that have one each; None where all stand in one."""
    states = {cell.entry.id: NAMES[cell.state].of(lang) for cell in row.cells}
    listed = "\n".join(f"{cell.entry.name.of(lang)} {states[cell.entry.id]}" for cell in row.cells)
    return (
        row.provision.number,
        row.provision.id,
        PROVISION_KINDS[row.provision.kind].of(lang),
        row.provision.text,
        "、".join(test.label for test in row.tests),
        NAMES[row.state].of(lang),
        *((listed,) if columns is None else (states.get(one, "") for one in columns)),
        "、".join(str(entry.data.get("number", entry.slug)) for entry in row.certificates),
    )


def _edition(edition: str, lang: Lang) -> str:
    return Text("草案", "draft").of(lang) if edition == "draft" else edition
