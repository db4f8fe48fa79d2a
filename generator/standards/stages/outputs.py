"""The files that are made of an edition's text when it is published: one writer a format."""

from collections.abc import Callable, Mapping

from generator.diagnostics import Refused
from generator.documents.fonts import MissingGlyphs
from generator.standards.document import StandardDocument
from generator.standards.pdf import PdfError, standard_pdf
from generator.standards.single import standard_html
from generator.standards.word.write import standard_docx
from generator.texts import Text


def _html(document: StandardDocument) -> bytes:
    return standard_html(document).encode()


def _word(document: StandardDocument) -> bytes:
    return standard_docx(document)


def _pdf(document: StandardDocument) -> bytes:
    """The PDF. Raises Refused for characters that its font lacks: a published text is not shown with gaps."""
    try:
        return standard_pdf(document)
    except (MissingGlyphs, PdfError) as error:
        raise Refused(Text(f"不能生成 PDF：{error}", f"no PDF can be made: {error}")) from error


WRITERS: Mapping[str, Callable[[StandardDocument], bytes]] = {"docx": _word, "html": _html, "pdf": _pdf}
"""By the ending of the file."""
