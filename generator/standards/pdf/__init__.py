"""A group standard as PDF: cover, contents, foreword, text, annexes, laid out as GB/T 1.1—2020 has it.

Typst sets it with the packaged font; all text reaches it as data. Same document, same bytes.
"""

import json
from pathlib import Path
from typing import Any

from generator.documents import fonts
from generator.documents.pdf import STAND_IN, PdfError, compiled
from generator.drafts import pandoc
from generator.standards.document import StandardDocument
from generator.standards.pdf.content import content_of, strings

__all__ = ["PdfError", "standard_pdf", "standard_pictures"]

_TEMPLATE = Path(__file__).with_name("standard.typ")
_PACKAGED = "\u200b"
"""A place where a line may break: laid out, not drawn."""


def standard_pdf(document: StandardDocument, *, stand_in: bool = False, runner: pandoc.Runner = pandoc.run) -> bytes:
    """The PDF, tagged (PDF/UA-1).

    Raises `fonts.MissingGlyphs` for characters that the font lacks (with `stand_in` they are shown as 〓), and
    `PdfError` for what Typst refuses.
    """
    data, files = _checked(document, stand_in, runner)
    made = compiled(_TEMPLATE.read_bytes(), data, "pdf", files, pdf_standards=["ua-1"], timestamp=0)
    return bytes(made)


def standard_pictures(
    document: StandardDocument, ppi: int = 80, runner: pandoc.Runner = pandoc.run
) -> tuple[bytes, ...]:
    """Each page as a PNG, to be looked at."""
    data, files = _checked(document, True, runner)
    made = compiled(_TEMPLATE.read_bytes(), data, "png", files, ppi=float(ppi))
    return tuple(made) if isinstance(made, list) else (made,)


def _checked(
    document: StandardDocument, stand_in: bool, runner: pandoc.Runner
) -> tuple[dict[str, Any], dict[str, bytes]]:
    data, files = content_of(document, runner)
    lacking = tuple(c for c in fonts.missing(strings(data)) if c != _PACKAGED)
    if lacking and not stand_in:
        raise fonts.MissingGlyphs(lacking)
    if lacking:
        text = json.dumps(data, ensure_ascii=False).translate(dict.fromkeys(map(ord, lacking), STAND_IN))
        data = json.loads(text)
    return data, files
