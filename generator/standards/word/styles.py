"""styles.xml: Word's own styles that ours stand on, then those of Chinese standards, `标准文件_…`."""

from generator.documents.docx_xml import Element, element
from generator.standards.word.looks import LINE, LOOKS, TEXT_WIDTH, Look, style_id
from generator.standards.word.namespaces import root
from generator.standards.word_styles import STYLES

SONG, HEI, LATIN, MONO = "宋体", "黑体", "Times New Roman", "Consolas"

_OWN: dict[str, tuple[str, Look]] = {
    **{
        f"Heading{level}": (
            f"heading {level}",
            Look(head=True, justify="left", outline=level - 1, keep_next=True, keep_lines=True, next="paragraph"),
        )
        for level in range(1, 7)
    },
    "TOC1": ("toc 1", Look(justify="left", tabs=(("right", "dot", TEXT_WIDTH),))),
    "TOC2": ("toc 2", Look(justify="left", left=210, tabs=(("right", "dot", TEXT_WIDTH),))),
    "TOC3": ("toc 3", Look(justify="left", left=420, tabs=(("right", "dot", TEXT_WIDTH),))),
    "Header": ("header", Look(head=True, justify="right")),
    "HeaderEven": ("标准文件_页眉偶数页", Look("Header", justify="left")),
    "Footer": ("footer", Look(size=18, justify="right")),
    "FooterEven": ("标准文件_页脚偶数页", Look("Footer", justify="left")),
}
"""Word's own styles, by their ids."""


def styles() -> Element:
    """The part, whole."""
    made = root("w:styles")
    defaults = element("w:docDefaults", made)
    look = element("w:rPr", element("w:rPrDefault", defaults))
    element("w:rFonts", look, ascii=LATIN, hAnsi=LATIN, eastAsia=SONG, cs=LATIN)
    element("w:sz", look, val="21")
    element("w:szCs", look, val="21")
    element("w:lang", look, val="en-US", eastAsia="zh-CN", bidi="ar-SA")
    element("w:pPr", element("w:pPrDefault", defaults))
    _paragraph_style(made, "Normal", "Normal", Look("", size=21, justify="both"), default=True)
    for key, (name, own) in _OWN.items():
        _paragraph_style(made, key, name, own)
    _character_styles(made)
    _table_styles(made)
    for role, name in STYLES.items():
        _paragraph_style(made, style_id(role), name, LOOKS[role])
    return made


def fonts(parent: Element, *, head: bool = False, mono: bool = False) -> None:
    """The fonts of a run or style, for both scripts."""
    latin = HEI if head else MONO if mono else LATIN
    element("w:rFonts", parent, ascii=latin, hAnsi=latin, eastAsia=HEI if head else SONG, cs=latin)


def _paragraph_style(parent: Element, key: str, name: str, look: Look, *, default: bool = False) -> None:
    style = element("w:style", parent, type="paragraph", styleId=key)
    if default:
        style.set(style.tag.replace("style", "default"), "1")
    elif (key in _OWN and _OWN[key][0].startswith("标准")) or key.startswith("Std"):
        style.set(style.tag.replace("style", "customStyle"), "1")
    element("w:name", style, val=name)
    if look.based:
        element("w:basedOn", style, val=look.based)
    if look.next:
        element("w:next", style, val=style_id(look.next))
    if key.startswith("TOC"):
        element("w:uiPriority", style, val="39")
    element("w:qFormat", style)
    properties = element("w:pPr", style)
    _paragraph_properties(properties, look)
    text = element("w:rPr", style)
    head = look.head or look.based.startswith("Heading") or look.based in ("StdTableTitle", "StdFigureTitle", "Header")
    fonts(text, head=head, mono=look.mono)
    if look.letters:
        element("w:spacing", text, val=str(look.letters))
    if look.size:
        element("w:sz", text, val=str(look.size))
        element("w:szCs", text, val=str(look.size))


def _paragraph_properties(properties: Element, look: Look) -> None:
    """In the order of the schema (CT_PPrBase)."""
    for wanted, tag in (
        (look.keep_next, "w:keepNext"),
        (look.keep_lines, "w:keepLines"),
        (look.page_before, "w:pageBreakBefore"),
    ):
        if wanted:
            element(tag, properties)
    if not look.based:
        element("w:widowControl", properties)
    if look.number:
        number(properties, *look.number)
    if look.tabs:
        tabs(properties, look.tabs)
    if not look.based:
        element("w:autoSpaceDE", properties, val="0")
        element("w:autoSpaceDN", properties, val="0")
    _spacing(properties, look)
    _indent(properties, look)
    if look.justify:
        element("w:jc", properties, val=look.justify)
    if look.middle:
        element("w:textAlignment", properties, val="center")
    if look.outline is not None:
        element("w:outlineLvl", properties, val=str(look.outline))


def number(properties: Element, level: int, numbering: int) -> None:
    """What numbers a paragraph: a level of a list."""
    own = element("w:numPr", properties)
    element("w:ilvl", own, val=str(level))
    element("w:numId", own, val=str(numbering))


def tabs(properties: Element, stops: tuple[tuple[str, str, int], ...]) -> None:
    made = element("w:tabs", properties)
    for kind, leader, place in stops:
        stop = element("w:tab", made, val=kind)
        if leader:
            stop.set(stop.tag.replace("}tab", "}leader"), leader)
        stop.set(stop.tag.replace("}tab", "}pos"), str(place))


def _spacing(properties: Element, look: Look) -> None:
    given: dict[str, str] = {}
    for key, share in (("before", look.before), ("after", look.after)):
        if share:
            given[f"{key}Lines"] = str(share)
            given[key] = str(share * LINE // 100)
    if look.line:
        given |= {"line": str(look.line), "lineRule": "exact" if look.line > LINE * 2 else "auto"}
    if given:
        element("w:spacing", properties, **given)


def _indent(properties: Element, look: Look) -> None:
    given: dict[str, str] = {}
    if look.left:
        given["left"] = str(look.left)
    if look.right:
        given["right"] = str(look.right)
    if look.hanging:
        given["hanging"] = str(look.hanging)
    elif look.first_chars is not None:
        given |= {"firstLineChars": str(look.first_chars), "firstLine": str(look.first)}
    if look.hanging and look.first_chars == 0:
        given["firstLineChars"] = "0"
    if given:
        element("w:ind", properties, **given)


def _character_styles(parent: Element) -> None:
    plain = element("w:style", parent, type="character", styleId="DefaultParagraphFont")
    plain.set(plain.tag.replace("style", "default"), "1")
    element("w:name", plain, val="Default Paragraph Font")
    element("w:semiHidden", plain)
    for key, name in (
        ("Hyperlink", "Hyperlink"),
        ("FootnoteReference", "footnote reference"),
        ("VerbatimChar", "Verbatim Char"),
    ):
        style = element("w:style", parent, type="character", styleId=key)
        element("w:name", style, val=name)
        element("w:basedOn", style, val="DefaultParagraphFont")
        look = element("w:rPr", style)
        if key == "VerbatimChar":
            fonts(look, mono=True)
        if key == "FootnoteReference":
            element("w:vertAlign", look, val="superscript")


def _table_styles(parent: Element) -> None:
    plain = element("w:style", parent, type="table", styleId="TableNormal")
    plain.set(plain.tag.replace("style", "default"), "1")
    element("w:name", plain, val="Normal Table")
    element("w:semiHidden", plain)
    look = element("w:tblPr", plain)
    element("w:tblInd", look, w="0", type="dxa")
    _margins(look)
    style = element("w:style", parent, type="table", styleId="StdTable")
    style.set(style.tag.replace("style", "customStyle"), "1")
    element("w:name", style, val="标准文件_表")
    element("w:basedOn", style, val="TableNormal")
    look = element("w:tblPr", style)
    borders = element("w:tblBorders", look)
    for side in ("top", "left", "bottom", "right", "insideH", "insideV"):
        element(
            f"w:{side}", borders, val="single", sz="4" if side.startswith("inside") else "8", space="0", color="auto"
        )
    _margins(look)
    element("w:vAlign", element("w:tcPr", style), val="center")


def _margins(look: Element) -> None:
    sides = element("w:tblCellMar", look)
    for side, width in (("top", "0"), ("left", "85"), ("bottom", "0"), ("right", "85")):
        element(f"w:{side}", sides, w=width, type="dxa")
