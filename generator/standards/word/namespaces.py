"""The namespaces of a Word file's parts, and their outermost elements."""

from lxml import etree

from generator.documents.docx_xml import Element

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
M = "http://schemas.openxmlformats.org/officeDocument/2006/math"
WP = "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"
A = "http://schemas.openxmlformats.org/drawingml/2006/main"
PIC = "http://schemas.openxmlformats.org/drawingml/2006/picture"
SVG = "http://schemas.microsoft.com/office/drawing/2016/SVG/main"

_PREFIXES: dict[str, str] = {"w": W, "r": R, "m": M}
_DRAWING: dict[str, str] = {"wp": WP, "a": A, "pic": PIC}


def root(tag: str, *, drawings: bool = False) -> Element:
    """The outermost element of a part, such as `w:document`, which declares the prefixes of all that is in it."""
    prefixes = _PREFIXES | (_DRAWING if drawings else {})
    prefix, local = tag.split(":")
    return etree.Element(f"{{{prefixes[prefix]}}}{local}", nsmap=prefixes)
