"""The paragraph styles of our Word files: Chinese in 宋体 and 黑体, everything else in Times New Roman and Arial."""

from docx.document import Document as WordFile
from docx.enum.style import WD_STYLE_TYPE
from docx.oxml.ns import qn
from docx.shared import Pt
from docx.styles.style import ParagraphStyle

from generator.documents.docx_xml import Element
from generator.documents.docx_xml import element as make
from generator.documents.grid import Document
from generator.texts import Lang

_BODY, _HEAD = ("Times New Roman", "宋体"), ("Arial", "黑体")
MARGINS = {False: (26, 28), True: (16, 17)}
"""Left and right, top and bottom, in millimetres, by whether the page is wide."""

TWIPS = 56.6929
"""Of a millimetre."""

_ORDER = (
    "pStyle",
    "keepNext",
    "keepLines",
    "pageBreakBefore",
    "widowControl",
    "tabs",
    "spacing",
    "ind",
    "jc",
    "outlineLvl",
)


def set_styles(file: WordFile, document: Document) -> None:
    lang = document.properties.lang
    for default in file.styles.element.iter(qn("w:lang")):
        default.set(qn("w:val"), "en-GB")
        default.set(qn("w:eastAsia"), "zh-CN")
    across = (297 if document.landscape else 210) - 2 * MARGINS[document.landscape][0]
    _style(file, "Normal", 11, lang=lang, after=0, line=1.0)
    _style(file, "Heading 1", 15, head=True, before=18, after=8, next_stays=True)
    _style(file, "Heading 2", 12, head=True, before=12, after=6, next_stays=True)
    from_top = 150 if document.landscape else 190
    on_cover = bool(document.cover)
    above_title = from_top if on_cover and not document.mark else 6
    _style(file, "CatalogMark", 12, align="center", before=from_top if on_cover else 0, after=4, color="A01C1C")
    _style(file, "CatalogTitle", 26 if on_cover else 18, head=True, align="center", before=above_title, after=6)
    _style(file, "CatalogSubtitle", 14, align="center", after=90 if on_cover else 10, color="6E6E6E")
    _style(file, "CatalogCover", 12, align="center", before=4, after=4)
    _style(file, "CatalogContents", 15, head=True, align="center", after=12)
    _style(file, "CatalogText", 11, indent="200" if lang == "zh" else "", after=4, line=1.4, align="both")
    _style(file, "CatalogItem", 11, after=3, line=1.35, hanging=True)
    _style(file, "CatalogCaption", 12, head=True, align="center", before=10, after=3, next_stays=True)
    _style(file, "CatalogNote", 9, after=4, color="555555", next_stays=False)
    _style(file, "CatalogSubcaption", 9, align="center", after=4, color="555555", next_stays=True)
    _style(file, "CatalogHeader", 9, head=True, align="center", before=3, after=3, next_stays=True)
    _style(file, "CatalogCell", 9, before=2, after=2)
    _style(file, "CatalogSignature", 11, align="right", before=6, after=0)
    _style(file, "CatalogFooter", 9, color="6E6E6E", tabs=(("center", across / 2), ("right", across)))
    _style(file, "TOC 1", 11, before=4, after=4, tabs=(("dots", across),))
    _style(file, "TOC 2", 10.5, before=2, after=2, left="220", tabs=(("dots", across),))


def _style(
    file: WordFile,
    name: str,
    size: float,
    *,
    head: bool = False,
    align: str = "",
    before: float = 0,
    after: float = 0,
    line: float = 1.0,
    color: str = "191919",
    indent: str = "",
    hanging: bool = False,
    left: str = "",
    next_stays: bool = False,
    tabs: tuple[tuple[str, float], ...] = (),
    lang: Lang | None = None,
) -> None:
    """A paragraph style, made or changed: all that it says is written out, nothing is left to the template."""
    styles = file.styles
    style = styles[name] if name in styles else styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
    if not isinstance(style, ParagraphStyle):
        raise TypeError(f"{name} is no paragraph style")
    element = style.element
    for old in [*element.findall(qn("w:rPr")), *element.findall(qn("w:pPr"))]:
        element.remove(old)
    look = style.paragraph_format
    look.space_before, look.space_after, look.line_spacing = Pt(before), Pt(after), line
    look.keep_with_next = next_stays
    style.font.size = Pt(size)
    properties = element.get_or_add_pPr()
    if indent or left or hanging:
        place = make("w:ind", properties)
        first_line = str(round(int(indent) / 100 * size * 20)) if indent else ""
        for key, value in (
            ("firstLineChars", indent),
            ("firstLine", first_line),
            ("left", left or ("360" if hanging else "")),
        ):
            if value:
                place.set(qn(f"w:{key}"), value)
        if hanging:
            place.set(qn("w:hanging"), "360")
    if align:
        make("w:jc", properties, val=align)
    if tabs:
        stops = make("w:tabs")
        properties.insert(0, stops)
        for kind, millimetres in tabs:
            stop = make("w:tab", stops, val="right" if kind == "dots" else kind)
            if kind == "dots":
                stop.set(qn("w:leader"), "dot")
            stop.set(qn("w:pos"), str(round(millimetres * TWIPS)))
    if name.startswith("Heading"):
        make("w:outlineLvl", properties, val=str(int(name[-1]) - 1))
    run = element.get_or_add_rPr()
    ascii_font, chinese = _HEAD if head else _BODY
    fonts = make("w:rFonts", ascii=ascii_font, hAnsi=ascii_font, eastAsia=chinese, cs=ascii_font)
    run.insert(0, fonts)
    fonts.addnext(make("w:color", val=color))
    if lang:
        make("w:lang", run, val="en-GB", eastAsia="zh-CN")
    _ordered(properties)


def _ordered(properties: Element) -> None:
    """Put a paragraph's properties in the order that the format's schema asks for."""
    places = {qn(f"w:{name}"): place for place, name in enumerate(_ORDER)}
    properties[:] = sorted(properties, key=lambda child: places.get(str(child.tag), len(places)))
