"""The table of comments that was filed for a stage, held against the comments as they are now."""

from collections import Counter

from generator.diagnostics import Refused
from generator.documents.read_tables import read_tables
from generator.drafts.text import normal
from generator.model.standard import Standard
from generator.project import DRAFT, Project
from generator.rules.standards.gates import PUBLISHED, states_of
from generator.source.tree import Tree
from generator.standards.comments.sheet import read_sheet
from generator.standards.comments.table import rows_of

STEM = "comment-table"


def filed_table(project: Project, slug: str) -> str:
    """The name of the file in `documents/`, "" where there is none."""
    names = sorted(name for name in project.documents.get(slug, ()) if name.partition(".")[0] == STEM)
    readable = [name for name in names if name.rpartition(".")[2].lower() in ("docx", "xlsx", "csv")]
    return next(iter(readable or names), "")


def differences(project: Project, tree: Tree, slug: str, name: str) -> int | None:
    """How many comments on the draft the table lacks, has too many, or gives with another decision; None: not read."""
    try:
        tables = read_tables(name, tree.read(f"standards/{slug}/documents/{name}"))
        sheet = read_sheet(tables)
    except (Refused, OSError, KeyError):
        return None
    filed = Counter((_first(row.cells.get("text", "")), row.cells.get("decision", "")) for row in sheet.rows)
    wanted = Counter(
        (_first(row.said.text), row.decision.zh)
        for row in rows_of(project, slug, edition=DRAFT, since=began(project, slug))
    )
    return max(sum((wanted - filed).values()), sum((filed - wanted).values()))


def began(project: Project, slug: str) -> str:
    """The day on which the last edition was published: comments on the draft before were on that edition's."""
    entry = project.get(f"standards/{slug}")
    states = states_of(project)
    history = entry.as_a(Standard).history if entry else ()
    return max((one.date for one in history if one.to in states and states[one.to].code == PUBLISHED), default="")


def _first(text: str) -> str:
    """The beginning of a comment, by which it is known: what the table adds stands behind it."""
    return normal(text.partition("\n")[0])
