"""Documents as Word files: cover, contents, headings, tables that repeat their header and split no row, page x of y.

Chinese stands in 宋体 and 黑体, everything else in Times New Roman and Arial. Texts are written as text nodes,
never as fields. Same data, same bytes: the parts are packed in order, with one fixed time.
"""

from datetime import datetime
from io import BytesIO

import docx as library
from docx.document import Document as WordFile
from docx.enum.section import WD_ORIENT
from docx.oxml.ns import qn
from docx.shared import Mm

from generator.documents.docx_package import packed
from generator.documents.docx_styles import MARGINS, TWIPS, set_styles
from generator.documents.docx_xml import Element, anchor, element, instruction, mark, paragraph, properties_of, run
from generator.documents.grid import Block, CellKind, Document, Grid, Items, Paragraph

_ALIGN: dict[CellKind, str] = {"text": "left", "date": "center", "integer": "center"}
_SIDE, _NARROW = 60, 10
"""Left and right of a cell's text, in twips; columns of so many half-width characters must not wrap."""

_PAGES = {"zh": ("第 ", " 页　共 ", " 页"), "en": ("Page ", " of ", "")}
_CONTENTS = {"zh": "目　录", "en": "Contents"}


def docx(document: Document) -> bytes:
    """The Word file. Raises ValueError for characters that XML cannot hold."""
    file = library.Document()
    body = file.element.body
    for child in list(body):
        if child.tag != qn("w:sectPr"):
            body.remove(child)
    _page(file, document)
    set_styles(file, document)
    _properties(file, document)
    at = body[-1]
    for one in _content(document):
        at.addprevious(one)
    _footer(file, document)
    relations = file.part.package.rels
    for key in [key for key, one in relations.items() if one.reltype.endswith("/thumbnail")]:
        del relations[key]  # a picture of the library's own template
    out = BytesIO()
    file.save(out)
    return packed(out.getvalue())


def _content(document: Document) -> list[Element]:
    made: list[Element] = []
    on_cover = bool(document.cover)
    if document.mark:
        made.append(paragraph(document.mark, "CatalogMark"))
    made.append(paragraph(document.title, "CatalogTitle"))
    if document.subtitle:
        made.append(paragraph(document.subtitle, "CatalogSubtitle"))
    if on_cover:
        made += [paragraph(f"{label}　{value}", "CatalogCover") for label, value in document.cover]
    if document.contents:
        made += _contents(document, page_before=on_cover)
    for index, section in enumerate(document.sections):
        heading = paragraph(section.title, f"Heading{section.level}", bookmark=index)
        if index == 0 and (on_cover or document.contents):
            properties_of(heading).append(element("w:pageBreakBefore"))
        if section.title:
            made.append(heading)
        for block in section.blocks:
            made += _block(block, document)
    made += [paragraph(line, "CatalogSignature") for line in document.signature]
    return made


def _block(block: Block, document: Document) -> list[Element]:
    match block:
        case Paragraph(text):
            return [paragraph(text, "CatalogText")]
        case Items(items, numbered):
            marks = [f"{place}. " if numbered else "· " for place in range(1, len(items) + 1)]
            return [paragraph(mark + item, "CatalogItem") for mark, item in zip(marks, items, strict=True)]
        case Grid():
            return _grid(block, document.landscape)


def _grid(grid: Grid, landscape: bool) -> list[Element]:
    across = (297 if landscape else 210) - 2 * MARGINS[landscape][0]
    small = "16" if sum(grid.widths) > across / 2 * 1.15 else "18"
    widths = [str(width) for width in _shared(grid.widths, round(across * TWIPS), int(small))]
    table = element("w:tbl")
    look = element("w:tblPr", table)
    element("w:tblW", look, w=str(sum(map(int, widths))), type="dxa")
    element("w:jc", look, val="center")
    element("w:tblBorders", look).extend(
        element(f"w:{side}", val="single", sz=size, space="0", color=color)
        for side, size, color in (("top", "8", "191919"), ("bottom", "8", "191919"), ("insideH", "2", "AAAAAA"))
    )
    element("w:tblLayout", look, type="fixed")
    sides = element("w:tblCellMar", look)
    for side in ("left", "right"):
        element(f"w:{side}", sides, w=str(_SIDE), type="dxa")
    columns = element("w:tblGrid", table)
    for width in widths:
        element("w:gridCol", columns, w=width)
    _row(table, grid.headings, widths, ["center"] * len(widths), small, header=True)
    aligned = [_ALIGN.get(kind, "right") for kind in grid.kinds]
    for place, cells in enumerate(grid.texts()):
        _row(table, cells, widths, aligned, small, total=place == len(grid.rows))
    above = [
        paragraph(line, "CatalogCaption" if place == 0 else "CatalogSubcaption", center=True)
        for place, line in enumerate(grid.titles)
        if line
    ]
    return [*above, table, *(paragraph(note, "CatalogNote") for note in grid.notes or ("",))]


def _shared(widths: tuple[int, ...], across: int, size: int) -> list[int]:
    """What each column gets of a table's width, in twips; `size`: of the letters, in half points.

    By their widths, but a narrow column gets the room for its words first: 第七条 in two lines helps nobody.
    """
    share = across / sum(widths)
    needs = [width * size * 5 + 2 * _SIDE for width in widths]
    kept = [width <= _NARROW and need > width * share for width, need in zip(widths, needs, strict=True)]
    taken = sum(need for need, keep in zip(needs, kept, strict=True) if keep)
    others = sum(width for width, keep in zip(widths, kept, strict=True) if not keep)
    if not others or taken > across / 2:
        return [round(width * share) for width in widths]
    left = (across - taken) / others
    return [need if keep else round(width * left) for width, need, keep in zip(widths, needs, kept, strict=True)]


def _row(
    table: Element,
    cells: tuple[str, ...],
    widths: list[str],
    aligned: list[str],
    size: str,
    *,
    header: bool = False,
    total: bool = False,
) -> None:
    row = element("w:tr", table)
    rules = element("w:trPr", row)
    element("w:cantSplit", rules)
    if header:
        element("w:tblHeader", rules)
    for text, width, side in zip(cells, widths, aligned, strict=True):
        cell = element("w:tc", row)
        look = element("w:tcPr", cell)
        element("w:tcW", look, w=width, type="dxa")
        if header or total:
            edges = element("w:tcBorders", look)
            element("w:bottom" if header else "w:top", edges, val="single", sz="6", space="0", color="191919")
        if header:
            element("w:shd", look, val="clear", color="auto", fill="F4F4F4")
        element("w:vAlign", look, val="center")
        paragraph = element("w:p", cell)
        properties = element("w:pPr", paragraph)
        element("w:pStyle", properties, val="CatalogHeader" if header else "CatalogCell")
        element("w:jc", properties, val=side)
        if text:
            run(paragraph, text, size=size, bold=total)


def _contents(document: Document, *, page_before: bool) -> list[Element]:
    """The field 目录 with its entries, each a link. Only Word can tell the pages: it adds them when it updates the field."""
    heading = paragraph(_CONTENTS[document.properties.lang], "CatalogContents")
    if page_before:
        properties_of(heading).append(element("w:pageBreakBefore"))
    made = [heading]
    last = len(document.sections) - 1
    for index, section in enumerate(document.sections):
        line = paragraph("", f"TOC{section.level}")
        if index == 0:
            mark(line, "begin", dirty="true")
            instruction(line, ' TOC \\o "1-2" \\h \\z \\u ')
            mark(line, "separate")
        link = element("w:hyperlink", line, anchor=anchor(index), history="1")
        run(link, section.title)
        if index == last:
            mark(line, "end")
        made.append(line)
    return made


def _footer(file: WordFile, document: Document) -> None:
    section = file.sections[0]
    section.different_first_page_header_footer = bool(document.cover)
    paragraph = section.footer.paragraphs[0]._p
    for child in list(paragraph):
        paragraph.remove(child)
    properties = element("w:pPr", paragraph)
    element("w:pStyle", properties, val="CatalogFooter")
    before, between, after = _PAGES[document.properties.lang]
    if document.mark:
        run(paragraph, document.mark)
    element("w:tab", element("w:r", paragraph))
    run(paragraph, before)
    for field, text in (("PAGE", between), ("NUMPAGES", after)):
        simple = element("w:fldSimple", paragraph, instr=f" {field} ")
        run(simple, "1")
        if text:
            run(paragraph, text)
    element("w:tab", element("w:r", paragraph))
    run(paragraph, document.properties.created)


def _page(file: WordFile, document: Document) -> None:
    section = file.sections[0]
    sides = (297, 210) if document.landscape else (210, 297)
    section.orientation = WD_ORIENT.LANDSCAPE if document.landscape else WD_ORIENT.PORTRAIT
    section.page_width, section.page_height = Mm(sides[0]), Mm(sides[1])
    across, along = MARGINS[document.landscape]
    section.left_margin = section.right_margin = Mm(across)
    section.top_margin = section.bottom_margin = Mm(along)
    section.footer_distance = Mm(9)


def _properties(file: WordFile, document: Document) -> None:
    about, core = document.properties, file.core_properties
    day = datetime.fromisoformat(about.created)
    core.title, core.author, core.subject, core.keywords = about.title, about.author, about.subject, about.keywords
    core.created = core.modified = day
    core.last_modified_by, core.comments, core.revision = about.author, "", 1
    core.language = "zh-CN" if about.lang == "zh" else "en"
