"""The files of a standard beside its page: Word, PDF, one HTML file, matrix, table of comments.

What was published is served as it was frozen; drafts are made from the same model as their page.
"""

from collections.abc import Callable, Iterator, Mapping
from functools import partial

from generator.conformance.claims import editions
from generator.conformance.matrix import matrix
from generator.documents.xlsx import xlsx
from generator.exports.cells import csv_bytes, guarded
from generator.project import Project
from generator.source.tree import Tree
from generator.standards.comments import table
from generator.standards.document import document_of, file_name
from generator.standards.matrix_files import matrix_book, matrix_rows
from generator.standards.pdf import standard_pdf
from generator.standards.redline.page import STYLE_PATH, style
from generator.standards.single import standard_html
from generator.standards.word.write import standard_docx

Files = Iterator[tuple[str, bytes]]
Makers = Mapping[str, Callable[[], bytes]]


def standard_files(project: Project, tree: Tree) -> Files:
    """`standards/<slug>/…` of every standard whose text can be read, and the style sheet of comparisons."""
    yield STYLE_PATH, style().encode()
    for path, make in document_makers(project, tree).items():
        yield path, make()


def document_makers(project: Project, tree: Tree) -> Makers:
    """Each file by its path below the site's root, made when it is asked for: a Word file and a PDF take their time."""
    found: dict[str, Callable[[], bytes]] = {}
    for entry in project.of_kind("standards"):
        for edition in editions(project, entry.slug):
            found |= _documents(project, tree, entry.slug, edition)
            found |= _matrix(project, entry.slug, edition)
        if rows := table.rows_of(project, entry.slug):
            grid, day = table.grid_of(project, entry, rows), table.day_of(rows)
            found[f"standards/{entry.slug}/{entry.slug}-comments.docx"] = partial(table.table_docx, grid, day)
            found[f"standards/{entry.slug}/{entry.slug}-comments.xlsx"] = partial(table.table_xlsx, grid, day)
    return found


def _documents(project: Project, tree: Tree, slug: str, edition: str) -> dict[str, Callable[[], bytes]]:
    document = document_of(project, tree, slug, edition)
    if document is None:
        return {}
    frozen = f"standards/{slug}/published/{edition}/"
    known = frozenset(tree.paths())
    makers: dict[str, Callable[[], bytes]] = {
        ".docx": partial(standard_docx, document),
        ".pdf": partial(standard_pdf, document, stand_in=True),
        ".html": lambda: standard_html(document).encode(),
    }
    found = {}
    for ending, make in makers.items():
        # What was published is served as it was frozen, but nothing that a browser would show as a page of this site.
        own = f"{frozen}{slug}{ending}"
        kept = ending != ".html" and own in known
        found[file_name(slug, edition, ending)] = partial(tree.read, own) if kept else make
    return found


def _matrix(project: Project, slug: str, edition: str) -> dict[str, Callable[[], bytes]]:
    found = matrix(project, slug, edition, project.today)
    if found is None or not found.claimants:
        return {}
    rows = partial(matrix_rows, project, found)
    return {
        file_name(slug, edition, "-matrix.csv"): lambda: csv_bytes([guarded(cell) for cell in row] for row in rows()),
        file_name(slug, edition, "-matrix.xlsx"): lambda: xlsx(matrix_book(project, found, project.today, "zh")),
    }
