"""A public notice as Word and PDF files."""

from collections.abc import Iterator

from generator.documents.docx import docx
from generator.documents.pdf import pdf
from generator.project import Project
from generator.vouchers.notice_document import notice_document

BASE = "exports/notices/"


def files(project: Project, notice_id: str, *, stand_in: bool = False) -> Iterator[tuple[str, bytes]]:
    """Name and content of each. Raises LookupError for an unknown notice; `stand_in` and MissingGlyphs as in `pdf`."""
    slug = notice_id.removeprefix("notices/")
    notice = project.get(f"notices/{slug}")
    if notice is None:
        raise LookupError(f"no notice {notice_id}")
    document = notice_document(project, notice)
    yield f"{slug}.docx", docx(document)
    yield f"{slug}.pdf", pdf(document, stand_in=stand_in)


def all_files(project: Project) -> Iterator[tuple[str, bytes]]:
    """The files of every notice, below `exports/notices/`; characters that the font lacks do not stop the others."""
    for notice in sorted(project.of_kind("notices"), key=lambda entry: entry.id):
        for name, content in files(project, notice.slug, stand_in=True):
            yield BASE + name, content
