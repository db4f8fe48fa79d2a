"""Whether an SVG figure is only a drawing: no scripts, no files or addresses from elsewhere.

A figure is served as a file of its own, where a script in it would run with the site's rights, and Word and PDF
converters follow what it names. So only known elements are let through, and links within the figure alone.
"""

import re

from defusedxml.common import DefusedXmlException
from defusedxml.ElementTree import ParseError, fromstring

_SVG = "{http://www.w3.org/2000/svg}"
_NAMES = """
    svg title desc g defs use symbol marker rect circle ellipse line polyline polygon path text tspan textPath
    linearGradient radialGradient stop clipPath mask pattern
"""
ELEMENTS = frozenset(_NAMES.split())
"""The elements that a figure may hold."""

_OUTSIDE = re.compile(r"url\(\s*[\"']?(?!#)|javascript:|data:|@import|expression\(", re.IGNORECASE)


def is_drawing(content: bytes) -> bool:
    """Whether the bytes are an SVG that may be shown: well-formed, without entities, of these elements only."""
    try:
        root = fromstring(content, forbid_dtd=True)
    except (ParseError, DefusedXmlException, ValueError, LookupError):
        return False
    if root.tag != f"{_SVG}svg":
        return False
    for element in root.iter():
        if not element.tag.startswith(_SVG) or element.tag.removeprefix(_SVG) not in ELEMENTS:
            return False
        for name, value in element.attrib.items():
            local = str(name).rpartition("}")[2].lower()
            if local.startswith("on") or (local == "href" and not str(value).startswith("#")):
                return False
            if _OUTSIDE.search(str(value)):
                return False
    return True
