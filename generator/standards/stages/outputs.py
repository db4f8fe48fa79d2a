"""The files that are made of an edition's text when it is published: one writer a format."""

from collections.abc import Callable, Mapping

from generator.standards.document import StandardDocument
from generator.standards.word.write import standard_docx


def _word(document: StandardDocument) -> bytes:
    return standard_docx(document)


WRITERS: Mapping[str, Callable[[StandardDocument], bytes]] = {"docx": _word}
"""By the ending of the file."""
