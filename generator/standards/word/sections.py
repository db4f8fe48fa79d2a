"""The sections of the file: cover, front matter with roman pages, text with arabic ones; their headers and footers."""

from generator.documents.docx_xml import Element, element, name, run
from generator.standards.word.namespaces import R, root

_MARGINS = {"top": "1417", "right": "1134", "bottom": "1134", "left": "1417"}
"""25, 20, 20 and 25 mm."""
_COVER = {"top": "567", "right": "1304", "bottom": "1361", "left": "1417"}
"""10, 23, 24 and 25 mm."""

PARTS = ("header-odd", "header-even", "footer-odd", "footer-even")


def section(parent: Element, form: str = "", start: int = 0, relations: dict[str, str] | None = None) -> None:
    """`w:sectPr`: `form` is that of its page numbers, `start` where they begin; none of both for the cover."""
    made = element("w:sectPr", parent)
    for part, key in (relations or {}).items():
        kind, side = part.split("-")
        one = element(f"w:{kind}Reference", made, type="even" if side == "even" else "default")
        one.set(f"{{{R}}}id", key)
    if form:
        element("w:type", made, val="oddPage")
    element("w:pgSz", made, w="11906", h="16838")
    sides = _MARGINS if form else _COVER
    element("w:pgMar", made, **sides, header="850" if form else "567", footer="850" if form else "567", gutter="0")
    if form:
        numbers = element("w:pgNumType", made, fmt=form)
        if start:
            numbers.set(name("w:start"), str(start))
    element("w:docGrid", made, type="lines", linePitch="312")


def edge(part: str, number: str) -> Element:
    """A header with the standard's number or a footer with the page, right on odd and left on even pages."""
    kind, side = part.split("-")
    made = root("w:hdr" if kind == "header" else "w:ftr")
    line = element("w:p", made)
    style = ("Header" if kind == "header" else "Footer") + ("Even" if side == "even" else "")
    element("w:pStyle", element("w:pPr", line), val=style)
    if kind == "header":
        run(line, number)
    else:
        run(element("w:fldSimple", line, instr=" PAGE "), "1")
    return made


def settings() -> Element:
    """What Word is told about the whole file."""
    made = root("w:settings")
    element("w:zoom", made, percent="100")
    element("w:bordersDoNotSurroundHeader", made)
    element("w:bordersDoNotSurroundFooter", made)
    element("w:defaultTabStop", made, val="420")
    element("w:evenAndOddHeaders", made)
    element("w:drawingGridVerticalSpacing", made, val="156")
    element("w:characterSpacingControl", made, val="compressPunctuation")
    notes = element("w:footnotePr", made)
    for key in ("-1", "0"):
        element("w:footnote", notes, id=key)
    rules = element("w:compat", made)
    for rule in ("spaceForUL", "balanceSingleByteDoubleByteWidth", "doNotLeaveBackslashAlone", "ulTrailSpace",
                 "doNotExpandShiftReturn", "adjustLineHeightInTable", "useFELayout"):  # fmt: skip
        element(f"w:{rule}", rules)
    element(
        "w:compatSetting", rules, name="compatibilityMode", uri="http://schemas.microsoft.com/office/word", val="15"
    )
    element("w:themeFontLang", made, val="en-US", eastAsia="zh-CN")
    return made


def footnotes() -> Element:
    """The part of the footnotes with the two lines that Word wants there."""
    made = root("w:footnotes", drawings=True)
    for key, kind in (("-1", "separator"), ("0", "continuationSeparator")):
        note = element("w:footnote", made, type=kind, id=key)
        line = element("w:p", note)
        element("w:pStyle", element("w:pPr", line), val="Normal")
        element(f"w:{kind}", element("w:r", line))
    return made
