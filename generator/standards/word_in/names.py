"""The XML names of a Word file, short: `W + "p"` is a paragraph."""

from lxml import etree

Element = etree._Element

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
M = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
WP = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
SVG = "{http://schemas.microsoft.com/office/drawing/2016/SVG/main}"
V = "{urn:schemas-microsoft-com:vml}"

STRICT = {
    "http://purl.oclc.org/ooxml/wordprocessingml/main": W,
    "http://purl.oclc.org/ooxml/officeDocument/math": M,
    "http://purl.oclc.org/ooxml/officeDocument/relationships": R,
    "http://purl.oclc.org/ooxml/drawingml/main": A,
    "http://purl.oclc.org/ooxml/drawingml/wordprocessingDrawing": WP,
}
"""The namespaces of "strict" files, and the usual ones for the same."""


def value(element: Element | None, name: str = "val") -> str:
    """An attribute of Word's own, "" where there is none."""
    return "" if element is None else element.get(W + name) or ""


def is_on(element: Element | None) -> bool:
    """Whether a switch such as `w:b` is there and on."""
    return element is not None and value(element).lower() not in ("0", "false", "off", "none")


def usual(root: Element) -> Element:
    """The tree with the usual namespaces, for a file in Word's "strict" form."""
    if not any(namespace in STRICT for namespace in root.nsmap.values()):
        return root
    for element in root.iter(etree.Element):
        element.tag = _usual(str(element.tag))
        for key in list(element.attrib):
            name = str(key)
            if name.startswith("{") and (made := _usual(name)) != name:
                element.set(made, element.attrib.pop(key))
    return root


def _usual(name: str) -> str:
    namespace, _, local = name[1:].partition("}")
    return STRICT[namespace] + local if name.startswith("{") and namespace in STRICT else name


def local(element: Element) -> str:
    """The name without its namespace."""
    return str(element.tag).rpartition("}")[2]
