"""The inside of a paragraph of a Word file: inlines, and what else stands in it (bookmarks, pictures, comments)."""

import re
from collections.abc import Callable
from dataclasses import dataclass, field

from lxml import etree

from generator.documents.package import Relation
from generator.drafts.inlines import SAFE_LINK
from generator.drafts.model import Break, Code, Footnote, Inline, Link, Math, Reference, Style, Words
from generator.drafts.read import CONTROL
from generator.drafts.text import inline_text
from generator.standards.word_in.known import FIELD, IGNORED, MARKS, PASSED
from generator.standards.word_in.names import MC, Element, M, R, W, is_on, local, value
from generator.standards.word_in.omml import Omml
from generator.standards.word_in.pictures import Picture, pictures_in, text_of
from generator.standards.word_in.pieces import Piece, nested, tidied
from generator.standards.word_in.report import Remarks
from generator.standards.word_in.styles import Styles
from generator.texts import Text

MOST_COMMENTS = 5_000
"""Comments of a file; marks of more are not looked at, and `read.py` refuses a file that has more."""
_MOST_OPEN = 100
"""Comments that may reach over the same words."""
_LONGEST_QUOTE = 2_000


@dataclass(slots=True)
class Inside:
    """What a paragraph holds. `starts`, `ends`: bookmarks that begin or end in it; `comments`: those about it."""

    inlines: tuple[Inline, ...] = ()
    starts: list[tuple[str, str]] = field(default_factory=list)
    ends: list[str] = field(default_factory=list)
    pictures: list[Picture] = field(default_factory=list)
    comments: list[str] = field(default_factory=list)


@dataclass(slots=True)
class _Field:
    """A field that has begun: what it does, and the pieces that it shows."""

    instruction: str = ""
    shown: bool = False
    pieces: list[Piece] = field(default_factory=list)


@dataclass(slots=True)
class Runs:
    """Reads paragraphs one after the other; comments may reach over several of them.

    `quotes` collects the words that each comment is about, `footnote` gives the blocks of a note by its id.
    """

    styles: Styles
    relations: Callable[[], "dict[str, Relation]"]
    footnote: Callable[[str, str], Footnote | None]
    remarks: Remarks
    omml: Omml = field(default_factory=Omml)
    quotes: dict[str, str] = field(default_factory=dict)
    _open: set[str] = field(default_factory=set)
    _commented: set[str] = field(default_factory=set)
    _fields: list[_Field] = field(default_factory=list)
    _inside: Inside = field(default_factory=Inside)

    def read(self, paragraph: Element, plain: frozenset[Style] = frozenset(), *, raw: bool = False) -> Inside:
        """What a paragraph holds. `plain`: styles that all of its kind have, so that they mean nothing.

        `raw`: blanks count, styles do not, as in a listing.
        """
        outer, self._inside = self._inside, Inside()
        inside = self._inside
        pieces: list[Piece] = []
        self._children(paragraph, frozenset(), pieces)
        if self._fields and not _reaches_on(self._fields[0]):
            self.end_fields(pieces)
        if plain:
            pieces = [(styles - plain, one) for styles, one in pieces]
        inside.inlines = tuple(one for _, one in pieces) if raw else tidied(nested(pieces))
        inside.comments += sorted(self._open - set(inside.comments))
        self._inside = outer
        return inside

    def end_fields(self, pieces: list[Piece] | None = None) -> None:
        """End the fields that have begun and do not end where they should; what they show goes to `pieces`."""
        while self._fields:
            self._end_field(pieces if pieces is not None else [])

    def _children(self, parent: Element, styles: frozenset[Style], pieces: list[Piece]) -> None:
        for child in parent.iterchildren(etree.Element):
            self._child(child, styles, pieces)

    def _child(self, child: Element, styles: frozenset[Style], pieces: list[Piece]) -> None:
        name = local(child)
        tag = str(child.tag)
        if tag.startswith(M) and name in ("oMath", "oMathPara"):
            for one in [child] if name == "oMath" else list(child.iter(M + "oMath")):
                if tex := self.omml.tex(one):
                    self._put((styles, Math(tex)), pieces)
        elif tag == MC + "AlternateContent":
            chosen = child.find(MC + "Choice")
            self._children(chosen if chosen is not None else child, styles, pieces)
        elif not tag.startswith(W):
            self._foreign(child)
        elif name == "r":
            self._run(child, pieces)
        elif name == "hyperlink":
            self._hyperlink(child, styles, pieces)
        elif name == "fldSimple":
            made = _Field(value(child, "instr"), shown=True)
            self._fields.append(made)
            self._children(child, styles, pieces)
            self._end_field(pieces)
        elif name in PASSED:
            self._children(child, styles, pieces)
        elif name in ("bookmarkStart", "bookmarkEnd", "commentRangeStart", "commentRangeEnd", "commentReference"):
            self._mark(name, child)
        elif name not in IGNORED:
            self.remarks.add(
                Text(f"不认识的内容 {name}", f"unknown content {name}"), text_of(child), lost=bool(text_of(child))
            )

    def _mark(self, name: str, child: Element) -> None:
        key = value(child, "id")
        if name.startswith("comment") and len(self._commented) >= MOST_COMMENTS and key not in self._commented:
            return
        match name:
            case "bookmarkStart":
                self._inside.starts.append((key, value(child, "name")))
            case "bookmarkEnd":
                self._inside.ends.append(key)
            case "commentRangeStart":
                self._commented.add(key)
                if len(self._open) < _MOST_OPEN:
                    self._open.add(key)
                self._inside.comments.append(key)
            case "commentRangeEnd":
                self._open.discard(key)
            case _:
                self._commented.add(key)
                if key not in self._inside.comments and key not in self.quotes:
                    self._inside.comments.append(key)

    def _run(self, run: Element, pieces: list[Piece]) -> None:
        look = run.find(W + "rPr")
        styles, special = self._look(look)
        if look is not None and is_on(look.find(W + "vanish")):
            if text_of(run):
                self.remarks.add(Text("隐藏的文字", "hidden text"), text_of(run), lost=True)
            return
        for child in run.iterchildren(etree.Element):
            name = local(child)
            if name in ("t", "delText"):
                self._words(child.text or "", styles, special, pieces)
            elif name == "tab":
                self._put((styles, Words(" ")), pieces)
            elif name in ("br", "cr"):
                if value(child, "type") in ("", "textWrapping"):
                    self._put((styles, Break()), pieces)
            elif name == "noBreakHyphen":
                self._put((styles, Words("-")), pieces)
            elif name == "sym":
                self._symbol(child, styles, pieces)
            elif name == "fldChar":
                self._field_mark(value(child, "fldCharType"), pieces)
            elif name == "instrText":
                if self._fields and not self._fields[-1].shown:
                    self._fields[-1].instruction += child.text or ""
            elif name in ("footnoteReference", "endnoteReference"):
                note = self.footnote(name.removesuffix("Reference"), value(child, "id"))
                if note is not None:
                    self._put((styles, note), pieces)
            elif name in ("drawing", "pict", "object"):
                self._inside.pictures += pictures_in(child, self.relations(), self.remarks)
            elif name == "ruby":
                self.remarks.add(Text("拼音指南", "phonetic guides"), text_of(child))
                for base in child.iter(W + "rubyBase"):
                    self._children(base, styles, pieces)
            else:
                self._child(child, styles, pieces)

    def _look(self, look: Element | None) -> tuple[frozenset[Style], frozenset[str]]:
        if look is None:
            return frozenset(), frozenset()
        special = (
            self.styles.looks(value(look.find(W + "rStyle"))) if look.find(W + "rStyle") is not None else frozenset()
        )
        found: set[Style] = set()
        for name, style in (("b", "strong"), ("i", "emphasis"), ("strike", "strikeout"), ("dstrike", "strikeout")):
            one = look.find(W + name)
            if is_on(one) or (one is None and style in special):
                found.add(style)  # type: ignore[arg-type]
        raised = value(look.find(W + "vertAlign"))
        if raised in ("superscript", "subscript"):
            found.add(raised)  # type: ignore[arg-type]
        for name, what in MARKS.items():
            one = look.find(W + name)
            if one is not None and is_on(one) and "note" not in special:
                self.remarks.add(Text(f"格式：{what.zh}", f"formatting: {what.en}"))
        return frozenset(found), special

    def _words(self, text: str, styles: frozenset[Style], special: frozenset[str], pieces: list[Piece]) -> None:
        if "note" in special:
            return  # the sign that stands at a footnote, which is numbered anew
        if CONTROL.search(text):
            self.remarks.add(Text("看不见的控制字符（已删去）", "invisible control characters (taken out)"))
            text = CONTROL.sub("", text)
        for key in self._open:
            self.quotes[key] = (self.quotes.get(key, "") + text)[:_LONGEST_QUOTE]
        if text:
            self._put((styles, Code(text) if "code" in special else Words(text)), pieces)

    def _symbol(self, child: Element, styles: frozenset[Style], pieces: list[Piece]) -> None:
        code = value(child, "char")
        place = int(code, 16) if re.fullmatch("[0-9A-Fa-f]{1,6}", code) else 0xFFFD
        if 0x20 <= place < 0xE000:
            self._put((styles, Words(chr(place))), pieces)
        else:
            font = value(child, "font")
            self.remarks.add(Text(f"符号字体 {font} 中的符号 {code}", f"the sign {code} of the font {font}"), lost=True)

    def _hyperlink(self, child: Element, styles: frozenset[Style], pieces: list[Piece]) -> None:
        inner: list[Piece] = []
        outer, self._fields = self._fields, []
        self._children(child, styles, inner)
        self._fields = outer
        if not inner:
            return
        anchor, key = value(child, "anchor"), child.get(R + "id")
        whole = [one for _, one in inner]
        fields = [one for one in whole if isinstance(one, Reference)]
        if anchor and fields and not any(isinstance(one, Math | Footnote) for one in whole):
            self._put((styles, Reference(anchor, inline_text(whole))), pieces)
        elif anchor:
            self._put((styles, Reference(anchor, "", nested(inner))), pieces)
        elif key and (relation := self.relations().get(key)) is not None:
            self._link(relation.target, inner, styles, pieces)
        else:
            for one in inner:
                self._put(one, pieces)

    def _link(self, address: str, inner: list[Piece], styles: frozenset[Style], pieces: list[Piece]) -> None:
        if SAFE_LINK.fullmatch(address):
            self._put((frozenset(), Link(address, nested(inner))), pieces)
            return
        self.remarks.add(Text(f"链接 {address[:60]}", f"the link {address[:60]}"), lost=True)
        for one in inner:
            self._put(one, pieces)

    def _field_mark(self, kind: str, pieces: list[Piece]) -> None:
        if kind == "begin":
            self._fields.append(_Field())
        elif kind == "separate" and self._fields:
            self._fields[-1].shown = True
        elif kind == "end" and self._fields:
            self._end_field(pieces)

    def _end_field(self, pieces: list[Piece]) -> None:
        """What a field shows takes its place; a reference is made of its target."""
        done = self._fields.pop()
        if not done.shown:
            return
        match = FIELD.match(done.instruction)
        kind, argument = (match[1].upper(), (match[2] or "").strip('"')) if match else ("", "")
        if kind in ("REF", "PAGEREF", "NOTEREF") and argument and not argument.startswith("\\"):
            if kind == "REF" and argument:
                self._put((frozenset(), Reference(argument, inline_text([one for _, one in done.pieces]))), pieces)
                return
        elif kind == "HYPERLINK" and argument and not argument.startswith("\\"):
            self._link(argument, done.pieces, frozenset(), pieces)
            return
        elif kind == "HYPERLINK" and (inner := re.search(r'\\l\s+"([^"]+)"', done.instruction)):
            self._put((frozenset(), Reference(inner[1], "", nested(done.pieces))), pieces)
            return
        elif kind in ("PAGE", "NUMPAGES", "TOC"):
            return
        elif kind and kind not in (
            "SEQ",
            "EQ",
            "STYLEREF",
            "LISTNUM",
            "QUOTE",
            "SYMBOL",
            "DATE",
            "TITLE",
            "INDEX",
            "XE",
        ):
            self.remarks.add(Text(f"域 {kind}（保留了文字）", f"the field {kind} (its text is kept)"))
        for one in done.pieces:
            self._put(one, pieces)

    def _foreign(self, child: Element) -> None:
        if text_of(child):
            self.remarks.add(
                Text(f"不认识的内容 {local(child)}", f"unknown content {local(child)}"), text_of(child), lost=True
            )

    def _put(self, piece: Piece, pieces: list[Piece]) -> None:
        if not self._fields:
            pieces.append(piece)
        elif self._fields[-1].shown:
            self._fields[-1].pieces.append(piece)


def _reaches_on(one: _Field) -> bool:
    """Whether a field may reach over several paragraphs: contents do."""
    return one.instruction.strip().upper().startswith(("TOC", "INDEX"))
