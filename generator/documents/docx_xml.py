"""The XML that Word files are made of: elements, paragraphs, runs and fields. Text is always a text node."""

from functools import cache

from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from lxml import etree

Element = etree._Element

_SPACE = "{http://www.w3.org/XML/1998/namespace}space"


def paragraph(text: str, style: str, *, bookmark: int | None = None, center: bool = False) -> Element:
    paragraph = element("w:p")
    properties = element("w:pPr", paragraph)
    element("w:pStyle", properties, val=style)
    if center:
        element("w:jc", properties, val="center")
    if bookmark is not None:
        element("w:bookmarkStart", paragraph, id=str(bookmark), name=anchor(bookmark))
    if text:
        run(paragraph, text)
    if bookmark is not None:
        element("w:bookmarkEnd", paragraph, id=str(bookmark))
    return paragraph


def run(parent: Element, text: str, *, size: str = "", bold: bool = False) -> None:
    run = element("w:r", parent)
    if size or bold:
        look = element("w:rPr", run)
        if bold:
            element("w:b", look)
        if size:
            element("w:sz", look, val=size)
    texts(run, text)


def mark(parent: Element, kind: str, **more: str) -> None:
    element("w:fldChar", element("w:r", parent), fldCharType=kind, **more)


def instruction(parent: Element, text: str) -> None:
    node = element("w:instrText", element("w:r", parent))
    node.text = text
    node.set(_SPACE, "preserve")


def properties_of(paragraph: Element) -> Element:
    return paragraph[0]


def anchor(index: int) -> str:
    return f"_Toc{index + 1:08d}"


def element(tag: str, parent: Element | None = None, /, **attributes: str) -> Element:
    given = {name(f"w:{key}"): value for key, value in attributes.items()}
    return etree.SubElement(parent, name(tag), given) if parent is not None else OxmlElement(tag, given)


@cache
def name(tag: str) -> str:
    """A prefixed name such as `w:p` with its namespace; there are few, and they are asked for very often."""
    return qn(tag)


def texts(run: Element, text: str, tag: str = "w:t") -> None:
    """Text as text nodes in a run, a forced line end where it has one."""
    for place, line in enumerate(text.split("\n")):
        if place:
            element("w:br", run)
        node = element(tag, run)
        node.text = line
        node.set(_SPACE, "preserve")
