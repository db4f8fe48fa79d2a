"""What Word does with tracked changes, written from its rules alone: accept or reject all, then read what stands there.

A paragraph whose mark goes joins the next one, which gives the properties; a row whose mark goes is gone.
"""

import io
import re
from zipfile import ZipFile

from lxml import etree

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
NS = {"w": W}
MATH = "{http://schemas.openxmlformats.org/officeDocument/2006/math}oMath"
Element = etree._Element


def tag(name: str) -> str:
    return f"{{{W}}}{name}"


def paragraphs(docx: bytes, *, accept: bool | None) -> list[tuple[str, str]]:
    """Style and text of each paragraph once all changes are accepted, or rejected; None for a file without any.

    A field stands as its instruction, for its text is stale until Word updates it; a footnote stands in its place.
    """
    with ZipFile(io.BytesIO(docx)) as file:
        body, notes = (etree.fromstring(file.read(f"word/{name}.xml")) for name in ("document", "footnotes"))
    for part in (body, notes):
        if accept is None:
            assert not part.xpath("//w:ins|//w:del", namespaces=NS)
        else:
            resolve(part, "del" if accept else "ins", "ins" if accept else "del")
    texts = {one.get(tag("id")): "".join(map(text_of, one.iter(tag("p")))) for one in notes}
    found = []
    for paragraph in body.iter(tag("p")):
        style = paragraph.find("w:pPr/w:pStyle", NS)
        text = text_of(paragraph, texts)
        found.append((style.get(tag("val"), "") if style is not None else "", text))
    return found


def resolve(part: Element, gone: str, stays: str) -> None:
    for row in list(part.iter(tag("tr"))):
        if row.find(f"w:trPr/w:{gone}", NS) is not None:
            row.getparent().remove(row)  # type: ignore[union-attr]
    for table in list(part.iter(tag("tbl"))):
        if table.find("w:tr", NS) is None:
            table.getparent().remove(table)  # type: ignore[union-attr]
    marked = [p for p in part.iter(tag("p")) if p.find(f"w:pPr/w:rPr/w:{gone}", NS) is not None]
    for change in list(part.iter(tag(gone))):
        parent = change.getparent()
        if parent is not None and parent.tag not in (tag("rPr"), tag("trPr")):
            parent.remove(change)
    for change in list(part.iter(tag(stays))):
        parent = change.getparent()
        if parent is not None and parent.tag not in (tag("rPr"), tag("trPr")):
            at = parent.index(change)
            for child in reversed(list(change)):
                parent.insert(at, child)
            parent.remove(change)
    for paragraph in marked:
        join(paragraph)


def join(paragraph: Element) -> None:
    parent, following = paragraph.getparent(), paragraph.getnext()
    assert parent is not None
    inside = [child for child in paragraph if child.tag != tag("pPr")]
    if following is not None and following.tag == tag("p"):
        place = 1 if following.find("w:pPr", NS) is not None else 0
        for child in reversed(inside):
            following.insert(place, child)
    else:
        assert not "".join(text_of(paragraph).split()), "text in a paragraph whose mark goes, and none to join"
    parent.remove(paragraph)


def text_of(paragraph: Element, notes: dict[str | None, str] | None = None) -> str:
    parts: list[str] = []
    shown = True
    for node in paragraph.iter():
        if node.tag == tag("fldChar"):
            shown = node.get(tag("fldCharType")) != "separate"
        elif node.tag in (tag("instrText"), tag("delInstrText")):
            parts.append("{" + re.sub(r"_del_", "", (node.text or "").strip()) + "}")
        elif node.tag == tag("footnoteReference") and notes is not None:
            parts.append(f"[{notes[node.get(tag('id'))]}]")
        elif node.tag in (tag("t"), tag("delText")) and shown:
            parts.append(node.text or "")
        elif str(node.tag) == MATH:
            parts.append("<" + "".join(map(str, node.itertext())) + ">")
        elif node.tag in (tag("tab"), tag("br")) and node.getparent().tag == tag("r"):  # type: ignore[union-attr]
            parts.append("\n")
    return "".join(parts)
