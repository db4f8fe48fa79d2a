"""The inlines of a draft as runs: styles, references as fields, links, footnotes, formulas, tracked changes."""

import re
from collections.abc import Callable, Iterable
from copy import deepcopy
from dataclasses import dataclass

from generator.documents.docx_xml import Element, element, texts
from generator.drafts.model import (
    Block,
    Break,
    Change,
    Code,
    Footnote,
    Inline,
    Link,
    Math,
    Reference,
    Style,
    Styled,
    Words,
)
from generator.standards.word.namespaces import R
from generator.standards.word.state import State, Tracked
from generator.standards.word_styles import bookmark

_EITHER = re.compile("[\u00b7\u00b0\u00b1\u00d7\u00f7\u2010-\u2026\u2103\u2160-\u2179\u2190-\u22ff\u2460-\u24ff]")
"""Signs that stand in both Chinese and Western fonts; here they are Chinese."""

_STYLES: dict[Style, tuple[str, str]] = {
    "strong": ("w:b", ""),
    "emphasis": ("w:i", ""),
    "strikeout": ("w:strike", ""),
    "superscript": ("w:vertAlign", "superscript"),
    "subscript": ("w:vertAlign", "subscript"),
}
"""In the order in which Word wants them."""


@dataclass(frozen=True, slots=True)
class Face:
    """How a run looks. `key`: a character style."""

    styles: frozenset[Style] = frozenset()
    key: str = ""

    def __bool__(self) -> bool:
        return bool(self.styles or self.key)


PLAIN = Face()


@dataclass(slots=True)
class Runs:
    """`note` writes the blocks of a footnote into it."""

    state: State
    note: Callable[[Element, tuple[Block, ...]], None]

    def inlines(self, parent: Element, inlines: Iterable[Inline], face: Face = PLAIN) -> None:
        for inline in inlines:
            self._inline(parent, inline, face)

    def text(self, parent: Element, text: str, face: Face = PLAIN) -> None:
        """A run of text, in the tracked change that the present place stands in."""
        if text:
            texts(self._run(parent, face, text), text, "w:delText" if self.state.deleted else "w:t")

    def mark(self, parent: Element, tag: str, face: Face = PLAIN, **attributes: str) -> Element:
        """A run that holds a sign, such as a tab."""
        return element(tag, self._run(parent, face), **attributes)

    def field(self, parent: Element, instruction: str, text: str, face: Face = PLAIN) -> None:
        """A field and the text that it showed last."""
        self.mark(parent, "w:fldChar", face, fldCharType="begin")
        self.instruction(parent, instruction, face)
        self.mark(parent, "w:fldChar", face, fldCharType="separate")
        self.text(parent, text, face)
        self.mark(parent, "w:fldChar", face, fldCharType="end")

    def instruction(self, parent: Element, text: str, face: Face = PLAIN) -> None:
        """What a field does, between its beginning and what it shows."""
        texts(self._run(parent, face), f" {text} ", "w:delInstrText" if self.state.deleted else "w:instrText")

    def _run(self, parent: Element, face: Face, text: str = "") -> Element:
        made = element("w:r", self.state.into(parent) if self.state.changes else parent)
        both = bool(text) and _EITHER.search(text) is not None
        if face or both:
            look = element("w:rPr", made)
            if face.key:
                element("w:rStyle", look, val=face.key)
            if both:
                element("w:rFonts", look, hint="eastAsia")
            for style, (tag, value) in _STYLES.items():
                if style in face.styles:
                    element(tag, look, **({"val": value} if value else {}))
        return made

    def _inline(self, parent: Element, inline: Inline, face: Face) -> None:
        match inline:
            case Words():
                self.text(parent, inline.text, face)
            case Styled():
                self.inlines(parent, inline.inlines, Face(face.styles | {inline.style}, face.key))
            case Code():
                self.text(parent, inline.text, Face(face.styles, "VerbatimChar"))
            case Math():
                self.math(parent, inline.tex, face)
            case Link():
                self._link(parent, inline, face)
            case Reference():
                self._reference(parent, inline, face)
            case Break():
                self.mark(parent, "w:br", face)
            case Change():
                self.state.changes.append(Tracked(inline.kind, inline.author, inline.date))
                self.inlines(parent, inline.inlines, face)
                self.state.changes.pop()
            case Footnote():
                self._footnote(parent, inline, face)

    def math(self, parent: Element, tex: str, face: Face = PLAIN, *, own_line: bool = False) -> None:
        """A formula; as it was written where it is not understood."""
        made = self.state.formulas.get((tex, own_line))
        if made is None:
            self.text(parent, tex, Face(face.styles, "VerbatimChar"))
        else:
            self.state.into(parent).append(deepcopy(made))

    def _link(self, parent: Element, link: Link, face: Face) -> None:
        made = element("w:hyperlink", parent, history="1")
        made.set(f"{{{R}}}id", self.state.relate(link.address))
        self.inlines(made, link.inlines, Face(face.styles, "Hyperlink"))

    def _reference(self, parent: Element, reference: Reference, face: Face) -> None:
        """A link to the bookmark of what is meant; inside it the field that numbers itself."""
        target = self.state.marks.targets.get(reference.target)
        if target is None:
            if reference.inlines:
                self.inlines(parent, reference.inlines, face)
            else:
                self.text(parent, reference.label or f"[{reference.target}]", face)
            return
        made = element("w:hyperlink", parent, anchor=bookmark(reference.target), history="1")
        if reference.inlines:
            self.inlines(made, reference.inlines, face)
            return
        self.text(made, target.before, face)
        shown = reference.label or target.label
        self.field(made, target.field, shown.removeprefix(target.before).removesuffix(target.after), face)
        self.text(made, target.after, face)

    def _footnote(self, parent: Element, footnote: Footnote, face: Face) -> None:
        state = self.state
        state.notes += 1
        key = str(state.notes)
        sign = Face(frozenset(), "FootnoteReference")
        self.mark(parent, "w:footnoteReference", sign, id=key)
        self.text(parent, ")", sign)
        note = element("w:footnote", state.footnotes, id=key)
        last, relate = state.last, state.relate
        state.relate = state.relate_footnote
        self.note(note, footnote.blocks)
        state.last, state.relate = last, relate
