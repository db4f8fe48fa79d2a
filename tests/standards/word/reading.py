"""What Word would show: numbers from numbering.xml, counters of fields, texts with changes made or refused."""

from collections.abc import Iterable, Iterator
from copy import deepcopy
from io import BytesIO
from typing import Any
from zipfile import ZipFile

from docx.oxml.ns import qn
from lxml import etree

Element = Any
"""An element; any, because looking for what is certainly there gives what may be None."""

BLOCKS = (qn("w:p"), qn("w:tbl"))


class File:
    """The parts of a file, parsed."""

    def __init__(self, content: bytes) -> None:
        with ZipFile(BytesIO(content)) as parts:
            self.names = parts.namelist()
            self.parts: dict[str, Any] = {
                name: etree.fromstring(parts.read(name)) for name in self.names if name.endswith(("xml", "rels"))
            }
            self.media = {name: parts.read(name) for name in self.names if "/media/" in name}
        self.body: Any = self.parts["word/document.xml"][0]
        self.styles: dict[str, Any] = {
            one.get(qn("w:styleId")): one for one in self.parts["word/styles.xml"].iter(qn("w:style"))
        }

    def name(self, paragraph: Element) -> str:
        """The name of a paragraph's style."""
        style = self.styles[paragraph.find(f"{qn('w:pPr')}/{qn('w:pStyle')}").get(qn("w:val"))]
        return str(style.find(qn("w:name")).get(qn("w:val")))

    def paragraphs(self) -> list[Element]:
        return list(self.body.iter(qn("w:p")))

    def named(self, name: str) -> list[Element]:
        return [one for one in self.paragraphs() if self.name(one) == name]

    def bookmarks(self) -> dict[str, str]:
        """The text in each bookmark."""
        found: dict[str, str] = {}
        open_: dict[str, str] = {}
        for node in self.body.iter():
            if node.tag == qn("w:bookmarkStart"):
                name = node.get(qn("w:name"))
                assert name not in found
                open_[node.get(qn("w:id"))] = name
                found[name] = ""
            elif node.tag == qn("w:bookmarkEnd"):
                del open_[node.get(qn("w:id"))]
            elif node.tag == qn("w:t"):
                for name in open_.values():
                    found[name] += node.text or ""
        assert not open_
        return found

    def numbers(self) -> dict[Element, str]:
        """The number that Word gives each numbered paragraph, as `numbering.xml` has it."""
        numbering = self.parts["word/numbering.xml"]
        abstract = {one.get(qn("w:abstractNumId")): one for one in numbering.iter(qn("w:abstractNum"))}
        lists = {one.get(qn("w:numId")): one for one in numbering.iter(qn("w:num"))}
        counts: dict[str, list[int]] = {}
        started: set[str] = set()
        found: dict[Element, str] = {}
        for paragraph in self.paragraphs():
            level, key = self._number(paragraph)
            if key in ("", "0"):
                continue
            of = lists[key].find(qn("w:abstractNumId")).get(qn("w:val"))
            levels = abstract[of].findall(qn("w:lvl"))
            count = counts.setdefault(of, [0] * len(levels))
            if lists[key].find(qn("w:lvlOverride")) is not None and key not in started:
                count[:] = [0] * len(levels)
            started.add(key)
            count[level] += 1
            count[level + 1 :] = [0] * (len(levels) - level - 1)
            text = levels[level].find(qn("w:lvlText")).get(qn("w:val"))
            for place in range(level + 1):
                text = text.replace(
                    f"%{place + 1}", _shown(levels[place].find(qn("w:numFmt")).get(qn("w:val")), count[place])
                )
            found[paragraph] = text
        return found

    def _number(self, paragraph: Element) -> tuple[int, str]:
        own = paragraph.find(f"{qn('w:pPr')}/{qn('w:numPr')}")
        style = paragraph.find(f"{qn('w:pPr')}/{qn('w:pStyle')}").get(qn("w:val"))
        while own is None and style:
            own = self.styles[style].find(f"{qn('w:pPr')}/{qn('w:numPr')}")
            based = self.styles[style].find(qn("w:basedOn"))
            style = based.get(qn("w:val")) if based is not None else ""
        if own is None:
            return 0, ""
        return int(own.find(qn("w:ilvl")).get(qn("w:val"))), own.find(qn("w:numId")).get(qn("w:val"))


def _shown(form: str, count: int) -> str:
    match form:
        case "lowerLetter":
            return chr(ord("a") + count - 1)
        case "upperLetter":
            return chr(ord("A") + count - 1)
        case _:
            return str(count)


def text_of(element: Element) -> str:
    signs = {qn("w:br"): "\n", qn("w:tab"): "\t"}
    return "".join(
        node.text or "" if node.tag in (qn("w:t"), qn("w:delText")) else signs.get(node.tag, "")
        for node in element.iter()
    )


def resolved(body: Element, *, accept: bool) -> Element:
    """The body as Word leaves it when all changes are accepted or refused."""
    body = deepcopy(body)
    gone, kept = (qn("w:del"), qn("w:ins")) if accept else (qn("w:ins"), qn("w:del"))
    marks = (f"{qn('w:pPr')}/{qn('w:rPr')}/{gone}", f"{qn('w:trPr')}/{gone}")
    dropped = [one for one in body.iter(qn("w:p"), qn("w:tr")) if any(one.find(mark) is not None for mark in marks)]
    for one in dropped:
        if one.getparent() is not None:
            one.getparent().remove(one)
    for table in [one for one in body.iter(qn("w:tbl")) if one.find(qn("w:tr")) is None]:
        table.getparent().remove(table)
    for one in list(body.iter(gone)):
        one.getparent().remove(one)
    for one in list(body.iter(kept)):
        parent = one.getparent()
        place = parent.index(one)
        parent[place : place + 1] = list(one)
    return body


def texts(blocks: Iterable[Element]) -> Iterator[str]:
    for block in blocks:
        for paragraph in block.iter(qn("w:p")):
            yield text_of(paragraph)
