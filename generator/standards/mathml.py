"""Passes MathML on to a page: only presentation elements, only harmless attributes, no TeX beside it."""

from xml.etree import ElementTree

from markupsafe import Markup

from generator.markup import escaped, fill, joined

ELEMENTS = frozenset({
    "math", "mrow", "mi", "mn", "mo", "ms", "mtext", "mspace", "mfrac", "msqrt", "mroot", "msub", "msup", "msubsup",
    "munder", "mover", "munderover", "mmultiscripts", "mprescripts", "none", "mtable", "mtr", "mtd", "mphantom",
    "mpadded", "menclose", "mstyle", "merror",
})  # fmt: skip
ATTRIBUTES = frozenset({
    "display", "mathvariant", "form", "fence", "separator", "stretchy", "symmetric", "largeop", "movablelimits",
    "accent", "accentunder", "lspace", "rspace", "minsize", "maxsize", "linethickness", "width", "height", "depth",
    "columnalign", "rowalign", "columnspan", "rowspan", "notation",
})  # fmt: skip
_NAMESPACE = "{http://www.w3.org/1998/Math/MathML}"


def mathml(source: str) -> Markup:
    """The formula as HTML; empty where `source` is empty or is not MathML."""
    if not source:
        return Markup("")
    try:
        # The text is the converter's own output: well-formed, without a document type or entities.
        root = ElementTree.fromstring(source)  # noqa: S314
    except ElementTree.ParseError:
        return Markup("")
    return _element(root) if _name(root) == "math" else Markup("")


def _name(element: ElementTree.Element) -> str:
    return element.tag.removeprefix(_NAMESPACE)


def _element(element: ElementTree.Element) -> Markup:
    name = _name(element)
    if name.startswith("annotation"):
        return Markup("")
    inside = escaped(element.text or "") + joined(_element(e) + escaped(e.tail or "") for e in element)
    if name not in ELEMENTS:  # such as <semantics>: its content stays
        return inside
    kept = ((key, value) for key, value in element.attrib.items() if key in ATTRIBUTES)
    attributes = joined(fill(' {}="{}"', key, value) for key, value in sorted(kept))
    return fill("<{}{}>{}</{}>", name, attributes, inside, name)
