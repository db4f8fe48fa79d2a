"""The files of a standard beside its page: Word, PDF, one HTML file, matrix, table of comments.

What was published is served as it was frozen; drafts are made from the same model as their page.
"""

from collections.abc import Iterator

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


def standard_files(project: Project, tree: Tree) -> Files:
    """`standards/<slug>/…` of every standard whose text can be read, and the style sheet of comparisons."""
    yield STYLE_PATH, style().encode()
    for entry in project.of_kind("standards"):
        for edition in editions(project, entry.slug):
            yield from _documents(project, tree, entry.slug, edition)
            yield from _matrix(project, entry.slug, edition)
        if rows := table.rows_of(project, entry.slug):
            grid, day = table.grid_of(project, entry, rows), table.day_of(rows)
            yield f"standards/{entry.slug}/{entry.slug}-comments.docx", table.table_docx(grid, day)
            yield f"standards/{entry.slug}/{entry.slug}-comments.xlsx", table.table_xlsx(grid, day)


def _documents(project: Project, tree: Tree, slug: str, edition: str) -> Files:
    document = document_of(project, tree, slug, edition)
    if document is None:
        return
    yield file_name(slug, edition, ".docx"), standard_docx(document)
    yield file_name(slug, edition, ".pdf"), standard_pdf(document, stand_in=True)
    yield file_name(slug, edition, ".html"), standard_html(document).encode()


def _matrix(project: Project, slug: str, edition: str) -> Files:
    found = matrix(project, slug, edition, project.today)
    if found is None or not found.claimants:
        return
    rows = matrix_rows(project, found)
    yield file_name(slug, edition, "-matrix.csv"), csv_bytes([guarded(cell) for cell in row] for row in rows)
    yield file_name(slug, edition, "-matrix.xlsx"), xlsx(matrix_book(project, found, project.today, "zh"))
