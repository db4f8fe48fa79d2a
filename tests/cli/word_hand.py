"""Edits a Word file as people do in Word: tracked insertions and deletions, plain edits, comments."""

from collections.abc import Iterator
from copy import deepcopy
from io import BytesIO
from pathlib import Path

import docx
from docx.document import Document
from docx.oxml.ns import qn
from docx.oxml.parser import OxmlElement
from docx.oxml.text.run import CT_R
from docx.text.run import Run
from lxml.etree import _Element as Element

AUTHOR = "李四"
_DATE = "2026-05-20T10:00:00Z"


class Hand:
    """A person with a file open in Word. Paragraphs are found by what they say."""

    def __init__(self, content: bytes) -> None:
        self.file: Document = docx.Document(BytesIO(content))
        self._ids = 9000

    def save(self, path: Path) -> Path:
        self.file.save(str(path))
        return path

    def replace(self, old: str, new: str, *, within: str) -> None:
        """Tracked: a few words for others."""
        for run in self._runs(within):
            before, found, after = run.text.partition(old)
            if found:
                parts = (self._run(before), self._tracked("del", old), self._tracked("ins", new), self._run(after))
                for part in parts:
                    run.addprevious(part)
                run.getparent().remove(run)  # type: ignore[union-attr]
                return
        raise AssertionError(old)

    def add_after(self, text: str, *, within: str) -> None:
        """Tracked: a new paragraph like the one before it."""
        before = self._paragraph(within)
        made = OxmlElement("w:p")
        made.append(self._look(before))
        self._mark(made, "ins")
        made.append(self._tracked("ins", text))
        before.addnext(made)

    def delete(self, within: str) -> None:
        """Tracked: a paragraph goes, its mark too."""
        self._take(self._paragraph(within), "del")

    def overwrite(self, old: str, new: str) -> None:
        """Not tracked: the text of a cell of a table, or of a paragraph."""
        for run in self._runs(old):
            run.text = run.text.replace(old, new)

    def comment(self, within: str, text: str) -> None:
        run = next(self._runs(within))
        self.file.add_comment(Run(run, self.file), text=text, author=AUTHOR, initials="L")

    def _paragraph(self, within: str) -> Element:
        found: list[Element] = [one for one in self.file.element.body.iter(qn("w:p")) if within in _text(one)]
        assert found, within
        return found[0]

    def _runs(self, within: str) -> Iterator[CT_R]:
        return iter([run for run in self._paragraph(within).iter(qn("w:r")) if isinstance(run, CT_R) and run.text])

    def _new(self, kind: str) -> Element:
        self._ids += 1
        made = OxmlElement(f"w:{kind}")
        for name, value in (("w:id", str(self._ids)), ("w:author", AUTHOR), ("w:date", _DATE)):
            made.set(qn(name), value)
        return made

    def _run(self, text: str) -> Element:
        made = OxmlElement("w:r")
        made.text = text
        return made

    def _tracked(self, kind: str, text: str) -> Element:
        made = self._new(kind)
        made.append(_gone(self._run(text)) if kind == "del" else self._run(text))
        return made

    def _take(self, paragraph: Element, kind: str) -> None:
        for run in [child for child in paragraph if child.tag == qn("w:r")]:
            made = self._new(kind)
            run.addprevious(made)
            made.append(_gone(run) if kind == "del" else run)
        self._mark(paragraph, kind)

    def _mark(self, paragraph: Element, kind: str) -> None:
        look = paragraph.find(qn("w:pPr"))
        assert look is not None
        mark = look.find(qn("w:rPr"))
        if mark is None:
            mark = OxmlElement("w:rPr")
            look.append(mark)
        mark.append(self._new(kind))

    def _look(self, paragraph: Element) -> Element:
        made = OxmlElement("w:pPr")
        style = paragraph.find(f"{qn('w:pPr')}/{qn('w:pStyle')}")
        if style is not None:
            made.append(deepcopy(style))
        return made


def _text(paragraph: Element) -> str:
    return "".join(one.text or "" for one in paragraph.iter(qn("w:t")))


def _gone(run: Element) -> Element:
    for text in run.iter(qn("w:t")):
        text.tag = qn("w:delText")
    return run
