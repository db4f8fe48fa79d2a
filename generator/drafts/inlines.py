"""Pandoc's inline nodes become the model's: references found, raw text and unsafe links refused."""

import re
from collections.abc import Callable
from typing import Any, cast
from unicodedata import east_asian_width

from generator.drafts import codes
from generator.drafts.ast import Node, Position, Sink, attributes, only_place
from generator.drafts.model import Block, Break, Code, Footnote, Inline, Link, Math, Reference, Style, Styled, Words
from generator.texts import Text

STYLES: dict[str, Style] = {
    "Emph": "emphasis",
    "Strong": "strong",
    "Superscript": "superscript",
    "Subscript": "subscript",
    "Strikeout": "strikeout",
}
SAFE_LINK = re.compile(r"(?:https?://|mailto:)[!-~]+")
_REFERENCE = re.compile(r"\[@([A-Za-z][A-Za-z0-9-]*)\]")
_WAIVER = re.compile(r"<!--\s*waive\b(.*?)-->", re.S)
_WAIVED = re.compile(r"\s+([A-Z][0-9]{3}|[a-z][a-z0-9-]*)[:：]\s*(\S.*?)\s*", re.S)


class Inlines:
    """Converts runs of inlines. `ids` holds ids that stood on a piece of text, for the block to take."""

    def __init__(self, sink: Sink, footnote: Callable[[list[Node], Position], tuple[Block, ...]]) -> None:
        self.sink = sink
        self.footnote = footnote
        self.waivers: list[tuple[str, str, int]] = []
        self._begin: Position = (1, 1)

    def convert(self, nodes: list[Node], position: Position) -> tuple[tuple[Inline, ...], str]:
        """The inlines, and the id written behind the last of them ("" if none)."""
        found: list[Inline] = []
        ids: list[tuple[str, Position]] = []
        self._begin = position
        self._convert(nodes, position, found, ids)
        inlines = _references(_joined(found))
        for name, place in ids[:-1]:
            self.sink.add(codes.UNSUPPORTED, place, what=Text(f"文字上的标识“{name}”", f"the id '{name}' on a text"))
        return inlines, ids[-1][0] if ids else ""

    def waiver(self, text: str, position: Position) -> bool:
        """Whether raw text is a waiver comment; a well-formed one is kept."""
        comment = _WAIVER.fullmatch(text.strip())
        if comment is None:
            return False
        match = _WAIVED.fullmatch(comment.group(1))
        if match is None:
            self.sink.add(codes.MALFORMED_WAIVER, position, text=text.strip()[:80])
        else:
            self.waivers.append((match.group(1), match.group(2), position[0]))
        return True

    def _convert(
        self, nodes: list[Node], position: Position, found: list[Inline], ids: list[tuple[str, Position]]
    ) -> None:
        for node in nodes:
            kind: str = node["t"]
            content: Any = node.get("c")
            if kind == "Str":
                found.append(Words(content))
            elif kind in ("Space", "SoftBreak"):
                found.append(Words(" " if kind == "Space" else "\n"))
            elif kind == "LineBreak":
                found.append(Break())
            elif kind == "Span":
                position = self._span(content, position, found, ids)
            elif kind in STYLES:
                inner: list[Inline] = []
                self._convert(content, position, inner, ids)
                found.append(Styled(STYLES[kind], _references(_joined(inner))))
            else:
                self._other(kind, content, position, found, ids)

    def _span(
        self, content: list[Any], position: Position, found: list[Inline], ids: list[tuple[str, Position]]
    ) -> Position:
        if place := only_place(content[0]):
            self._convert(content[1], place, found, ids)
            return place
        attr = attributes(content[0])
        position = attr.position or position
        if attr.classes or attr.pairs:
            what = Text("文字上的类或属性", "classes or attributes on a text")
            self.sink.add(codes.UNSUPPORTED, position, what=what)
        self._convert(content[1], position, found, ids)
        if attr.id:
            ids.append((attr.id, position))
        return position

    def _other(
        self, kind: str, content: Any, position: Position, found: list[Inline], ids: list[tuple[str, Position]]
    ) -> None:
        if kind == "Code":
            found.append(Code(content[1]))
        elif kind == "Math":
            found.append(Math(content[1].strip()))
        elif kind == "Note":
            found.append(Footnote(self.footnote(content, position)))
        elif kind == "Link":
            inner: list[Inline] = []
            position = attributes(content[0]).position or position
            self._convert(content[1], position, inner, ids)
            found.extend(self._link(content[2][0], _joined(inner), position))
        elif kind == "RawInline":
            if not self.waiver(content[1], self._begin if _WAIVER.fullmatch(content[1].strip()) else position):
                self.sink.add(codes.RAW_HTML, position, text=content[1].strip()[:60])
        elif kind == "Image":
            what = Text("行内的图（图应独立成段）", "a figure inside a line (it stands in a paragraph of its own)")
            self.sink.add(codes.UNSUPPORTED, attributes(content[0]).position or position, what=what)
        else:
            self.sink.add(codes.UNSUPPORTED, position, what=kind)

    def _link(self, address: str, inlines: tuple[Inline, ...], position: Position) -> tuple[Inline, ...]:
        if address.startswith("#"):
            return (Reference(address[1:], "", inlines),)
        if not SAFE_LINK.fullmatch(address):
            self.sink.add(codes.UNSAFE_LINK, position, address=address[:80])
            return inlines
        return (Link(address, inlines or (Words(address),)),)


def _joined(inlines: list[Inline]) -> tuple[Inline, ...]:
    """Neighbouring words as one; a line end between two wide characters vanishes, else is a space."""
    joined: list[Inline] = []
    run: list[str] = []
    for inline in [*inlines, None]:
        if isinstance(inline, Words):
            run.append(inline.text)
            continue
        if run:
            joined.append(Words(_unbroken("".join(run))))
            run = []
        if inline is not None:
            joined.append(inline)
    return tuple(joined)


def _unbroken(text: str) -> str:
    if "\n" not in text:
        return text
    parts = text.split("\n")
    out = parts[0]
    for part in parts[1:]:
        out += part if _wide(out[-1:]) and _wide(part[:1]) else f" {part}"
    return out


def _wide(character: str) -> bool:
    return bool(character) and east_asian_width(character) in "WF"


def _references(inlines: tuple[Inline, ...]) -> tuple[Inline, ...]:
    """`[@id]` in words becomes a reference."""
    found: list[Inline] = []
    for inline in inlines:
        if not isinstance(inline, Words) or "[@" not in inline.text:
            found.append(inline)
            continue
        for index, part in enumerate(_REFERENCE.split(inline.text)):
            if part:
                found.append(cast(Inline, Reference(part) if index % 2 else Words(part)))
    return tuple(found)
