"""Documents as PDF: Typst with the packaged font. Same data, same bytes; no network, no font of the machine.

Text reaches Typst as JSON and is shown as text, never read as markup. Typst gets an empty folder as its root
and as its place for packages, so there is nothing it could read or fetch. The file is tagged (PDF/UA-1),
except where a table is so long that the file is set in parts (pdf_parts.py).
"""

import json
import re
from collections.abc import Mapping
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, Literal

import typst

from generator.documents import fonts, pdf_parts
from generator.documents.grid import Block, Document, Grid, Items, Paragraph, Section

_TEMPLATE = Path(__file__).with_name("document.typ")
_LONG = re.compile(r"[!-~]{16,}")
_AFTER = re.compile(r"([/._\-?&=:,;@])(?=[!-~])")


class PdfError(RuntimeError):
    """Typst could not set a document, or warned: the packaged font is missing, or a document is not what it should be."""


STAND_IN = "〓"
"""What printers set where they have no type for a character."""


def pdf(document: Document, *, stand_in: bool = False) -> bytes:
    """The PDF. Raises `fonts.MissingGlyphs` for characters that the font lacks, `PdfError` for what Typst refuses.

    `stand_in`: show `STAND_IN` for those characters instead, where a draft is better than none.
    """
    data = _checked(document, stand_in)
    if pdf_parts.is_long(data):
        return pdf_parts.set_in_parts(data, set_part)
    return bytes(_compiled(data, "pdf", pdf_standards=["ua-1"], timestamp=0))


def set_part(data: dict[str, Any]) -> bytes:
    """A part of a long document, of plain objects so that it can be joined to others."""
    return bytes(_compiled(data, "pdf", pdf_standards=["1.4"], pdf_tags=False, timestamp=0))


def pictures(document: Document, ppi: int = 110) -> tuple[bytes, ...]:
    """Each page as a PNG, to be looked at. Raises as `pdf` does."""
    made = _compiled(_checked(document, False), "png", ppi=float(ppi))
    return tuple(made) if isinstance(made, list) else (made,)


def _checked(document: Document, stand_in: bool) -> dict[str, Any]:
    """A document as data, in characters that the font has."""
    lacking = fonts.missing(document.strings())
    if lacking and not stand_in:
        raise fonts.MissingGlyphs(lacking)
    data = _data(document)
    if lacking:
        text = json.dumps(data, ensure_ascii=False).translate(dict.fromkeys(map(ord, lacking), STAND_IN))
        data = json.loads(text)
    return data


def _compiled(data: dict[str, Any], form: Literal["pdf", "png"], **options: Any) -> Any:
    return compiled(_TEMPLATE.read_bytes(), data, form, **options)


def compiled(
    template: bytes,
    data: dict[str, Any],
    form: Literal["pdf", "png"],
    files: Mapping[str, bytes] | None = None,
    **options: Any,
) -> Any:
    """What Typst makes of a template and its data, which it gets as JSON in `sys.inputs.data`.

    `files`: pictures that the template may read, by plain name; it can read nothing else. Raises PdfError.
    """
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    with TemporaryDirectory(prefix="pdf-") as empty:
        for name, content in (files or {}).items():
            (Path(empty) / Path(name).name).write_bytes(content)
        try:
            compiler = typst.Compiler(  # type: ignore[misc]  # its stub wants a type that it does not take
                template,
                root=empty,
                font_paths=[str(fonts.folder())],
                ignore_system_fonts=True,
                sys_inputs={"data": text},
                package_path=empty,
                package_cache_path=empty,
            )
            made, warnings = compiler.compile_with_warnings(format=form, **options)
        except (RuntimeError, typst.TypstError) as error:
            raise PdfError(str(error)) from error
    if warnings:
        raise PdfError("; ".join(warning.message for warning in warnings))
    return made


def _data(document: Document) -> dict[str, Any]:
    about = document.properties
    wide = [_needs_page(section) for section in document.sections]
    return {
        "title": document.title,
        "subtitle": document.subtitle,
        "author": about.author,
        "subject": about.subject,
        "keywords": about.keywords,
        "date": about.created,
        "lang": about.lang,
        "font": fonts.FAMILY,
        "mark": document.mark,
        "landscape": document.landscape,
        "cover": document.cover,
        "contents": document.contents,
        "signature": document.signature,
        "start": 1,
        "total": 0,
        "more": [],
        "sections": [
            {
                "title": section.title,
                "level": section.level,
                "break": index > 0 and section.level == 1 and (wide[index] or wide[index - 1]),
                "blocks": [_block(block, document.landscape) for block in section.blocks],
            }
            for index, section in enumerate(document.sections)
        ],
    }


def _needs_page(section: Section) -> bool:
    """Whether a section holds a long table, which begins on a page of its own."""
    return any(isinstance(block, Grid) and len(block.rows) > 12 for block in section.blocks)


def _block(block: Block, landscape: bool) -> dict[str, Any]:
    match block:
        case Paragraph(text):
            return {"is": "paragraph", "text": text}
        case Items(items, numbered):
            return {"is": "items", "items": items, "numbered": numbered}
        case Grid():
            rows = [[breakable(cell) for cell in row] for row in block.texts()]
            return {
                "is": "grid",
                "titles": block.titles,
                "headings": block.headings,
                "kinds": block.kinds,
                "widths": block.widths,
                "rows": rows[: len(block.rows)],
                "sums": rows[-1] if block.sums else None,
                "notes": block.notes,
                "size": _size(block, landscape),
            }


def _size(grid: Grid, landscape: bool) -> float:
    """A size of type, in points, at which the columns have the width they ask for; 7 at least, 9.5 at most."""
    half = (265 if landscape else 158) / 0.3528 / max(sum(grid.widths) + len(grid.widths), 1)
    return round(min(max(half * 2, 7.0), 9.5) * 2) / 2


def breakable(text: str) -> str:
    """A text that can be broken within long addresses, so that it stays inside its cell."""
    return _LONG.sub(lambda run: _AFTER.sub("\\1\u200b", run[0]), text)
