"""The inside of a paragraph of a Word file: inlines, and what else stands in it (bookmarks, pictures, comments)."""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field

from lxml import etree

from generator.documents.package import Relation
from generator.drafts.changes import joined
from generator.drafts.inlines import SAFE_LINK
from generator.drafts.model import Break, Code, Footnote, Inline, Link, Math, Reference, Style, Styled, Words
from generator.drafts.text import inline_text
from generator.standards.wordin.names import MC, WP, A, Element, M, R, V, W, is_on, local, value
from generator.standards.wordin.omml import Omml
from generator.standards.wordin.report import Remarks
from generator.standards.wordin.styles import Styles
from generator.texts import Text

ORDER: tuple[Style, ...] = ("strong", "emphasis", "strikeout", "superscript", "subscript")
_INVISIBLE = re.compile(
    r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff\ufff9-\uffff]"
)
_BLANKS = " \t\r\n\u3000\u00a0"
_SPACES = re.compile(r"[ \t\r\n]+")
_PASSED = frozenset(
    (
        "ins",
        "moveTo",
        "smartTag",
        "customXml",
        "sdt",
        "sdtContent",
        "bdo",
        "dir",
        "rubyBase",
        "Choice",
        "del",
        "moveFrom",
    )
)
_IGNORED = frozenset(
    ("pPr", "rPr", "proofErr", "lastRenderedPageBreak", "softHyphen", "sdtPr", "sdtEndPr", "smartTagPr", "customXmlPr",
     "permStart", "permEnd", "annotationRef", "footnoteRef", "endnoteRef", "separator", "continuationSeparator",
     "moveFromRangeStart", "moveFromRangeEnd", "moveToRangeStart", "moveToRangeEnd", "tblPr", "rubyPr", "rt",
     "customXmlInsRangeStart", "customXmlInsRangeEnd", "customXmlDelRangeStart", "customXmlDelRangeEnd", "dayLong",
     "dayShort", "monthLong", "monthShort", "yearLong", "yearShort", "pgNum", "ptab", "delInstrText")
)  # fmt: skip
_FIELD = re.compile(r"\s*([A-Za-z]+)\s*(\"[^\"]*\"|\S+)?")
_MARKS = {
    "u": Text("下划线", "underlining"),
    "highlight": Text("突出显示", "highlighting"),
    "caps": Text("全部大写", "all capitals"),
    "smallCaps": Text("小型大写", "small capitals"),
    "em": Text("着重号", "emphasis marks"),
    "bdr": Text("文字边框", "borders of text"),
}


@dataclass(frozen=True, slots=True)
class Picture:
    """`part`: the picture's file in the package; `name` and `alternative` as Word keeps them."""

    part: str
    name: str
    alternative: str


@dataclass(slots=True)
class Inside:
    """What a paragraph holds. `starts`, `ends`: bookmarks that begin or end in it; `comments`: those about it."""

    inlines: tuple[Inline, ...] = ()
    starts: list[tuple[str, str]] = field(default_factory=list)
    ends: list[str] = field(default_factory=list)
    pictures: list[Picture] = field(default_factory=list)
    comments: list[str] = field(default_factory=list)


Piece = tuple[frozenset[Style], Inline]


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
        elif name in _PASSED:
            self._children(child, styles, pieces)
        elif name in ("bookmarkStart", "bookmarkEnd", "commentRangeStart", "commentRangeEnd", "commentReference"):
            self._mark(name, child)
        elif name not in _IGNORED:
            self.remarks.add(
                Text(f"不认识的内容 {name}", f"unknown content {name}"), _text(child), lost=bool(_text(child))
            )

    def _mark(self, name: str, child: Element) -> None:
        key = value(child, "id")
        match name:
            case "bookmarkStart":
                self._inside.starts.append((key, value(child, "name")))
            case "bookmarkEnd":
                self._inside.ends.append(key)
            case "commentRangeStart":
                self._open.add(key)
                self._inside.comments.append(key)
            case "commentRangeEnd":
                self._open.discard(key)
            case _:
                if key not in self._inside.comments and key not in self.quotes:
                    self._inside.comments.append(key)

    def _run(self, run: Element, pieces: list[Piece]) -> None:
        look = run.find(W + "rPr")
        styles, special = self._look(look)
        if look is not None and is_on(look.find(W + "vanish")):
            if _text(run):
                self.remarks.add(Text("隐藏的文字", "hidden text"), _text(run), lost=True)
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
                self._drawing(child)
            elif name == "ruby":
                self.remarks.add(Text("拼音指南", "phonetic guides"), _text(child))
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
        for name, what in _MARKS.items():
            one = look.find(W + name)
            if one is not None and is_on(one) and "note" not in special:
                self.remarks.add(Text(f"格式：{what.zh}", f"formatting: {what.en}"))
        return frozenset(found), special

    def _words(self, text: str, styles: frozenset[Style], special: frozenset[str], pieces: list[Piece]) -> None:
        if "note" in special:
            return  # the sign that stands at a footnote, which is numbered anew
        if _INVISIBLE.search(text):
            self.remarks.add(Text("看不见的控制字符（已删去）", "invisible control characters (taken out)"))
            text = _INVISIBLE.sub("", text)
        for key in self._open:
            self.quotes[key] = self.quotes.get(key, "") + text
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
            self._put((styles, Reference(anchor, _shown(whole))), pieces)
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
        match = _FIELD.match(done.instruction)
        kind, argument = (match[1].upper(), (match[2] or "").strip('"')) if match else ("", "")
        if kind in ("REF", "PAGEREF", "NOTEREF") and argument and not argument.startswith("\\"):
            if kind == "REF" and argument:
                self._put((frozenset(), Reference(argument, _shown([one for _, one in done.pieces]))), pieces)
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

    def _put(self, piece: Piece, pieces: list[Piece]) -> None:
        if not self._fields:
            pieces.append(piece)
        elif self._fields[-1].shown:
            self._fields[-1].pieces.append(piece)

    def _foreign(self, child: Element) -> None:
        if _text(child):
            self.remarks.add(
                Text(f"不认识的内容 {local(child)}", f"unknown content {local(child)}"), _text(child), lost=True
            )

    def _drawing(self, child: Element) -> None:
        for box in child.iter(W + "txbxContent"):
            self.remarks.add(Text("文本框里的文字", "text in a text box"), _text(box), lost=True)
        found = False
        for frame in [*child.iter(WP + "inline"), *child.iter(WP + "anchor")]:
            about = frame.find(WP + "docPr")
            for blip in frame.iter(A + "blip"):
                found = True
                relation = self.relations().get(blip.get(R + "embed") or "")
                name, alternative = (
                    (about.get(key) or "" for key in ("name", "descr")) if about is not None else ("", "")
                )
                self._picture(relation, name, alternative)
        for image in child.iter(V + "imagedata"):
            found = True
            self._picture(self.relations().get(image.get(R + "id") or ""), "", image.get("title") or "")
        if not found and child.find(f".//{W}txbxContent") is None:
            what = {"object": Text("嵌入的对象", "an embedded object")}.get(
                local(child), Text("图形或图表", "a shape or chart")
            )
            self.remarks.add(what, lost=True)

    def _picture(self, relation: Relation | None, name: str, alternative: str) -> None:
        if relation is None or relation.external:
            self.remarks.add(Text("没有存在文件里的图片", "a picture that is not in the file"), name, lost=True)
        else:
            self._inside.pictures.append(Picture(relation.target, name, alternative))


def _reaches_on(one: _Field) -> bool:
    """Whether a field may reach over several paragraphs: contents do."""
    return one.instruction.strip().upper().startswith(("TOC", "INDEX"))


def cut(inlines: tuple[Inline, ...], count: int) -> tuple[Inline, ...]:
    """The inlines without their first `count` characters."""
    made: list[Inline] = []
    for one in inlines:
        if count <= 0:
            made.append(one)
        elif isinstance(one, Words | Code):
            if len(one.text) > count:
                made.append(type(one)(one.text[count:]))
            count -= len(one.text)
        elif isinstance(one, Styled):
            length = len(inline_text(one.inlines))
            if rest := cut(one.inlines, count):
                made.append(Styled(one.style, rest))
            count -= length
        elif isinstance(one, Footnote):
            made.append(one)
        else:
            count -= len(inline_text((one,)))
    return tidied(tuple(made))


def nested(pieces: Iterable[Piece]) -> tuple[Inline, ...]:
    """Pieces with their styles as inlines inside each other, the style that reaches farthest outside."""
    todo = _blanks_outside(pieces)
    made: list[Inline] = []
    at = 0
    while at < len(todo):
        styles, one = todo[at]
        if not styles:
            made.append(one)
            at += 1
            continue
        reach = {style: _reach(todo, at, style) for style in styles}
        style = max(ORDER, key=lambda each: reach.get(each, 0))
        inner = [(having - {style}, each) for having, each in todo[at : at + reach[style]]]
        made.append(Styled(style, nested(inner)))
        at += reach[style]
    return _fused(made)


def tidied(inlines: tuple[Inline, ...]) -> tuple[Inline, ...]:
    """Without blanks and line ends at both ends of a paragraph; several blanks in a row are one."""
    made: list[Inline] = list(inlines)
    for end in (0, -1):
        while made:
            one = made[end]
            if isinstance(one, Break):
                made.pop(end)
            elif isinstance(one, Words):
                text = one.text.lstrip(_BLANKS) if end == 0 else one.text.rstrip(_BLANKS)
                if text:
                    made[end] = Words(text)
                    break
                made.pop(end)
            else:
                break
    for place, one in enumerate(made):
        if isinstance(one, Break) and place + 1 < len(made) and isinstance(after := made[place + 1], Words):
            made[place + 1] = Words(after.text.lstrip(" "))
    return joined(made)


def _blanks_outside(pieces: Iterable[Piece]) -> list[Piece]:
    """Blanks at the ends of a styled run stand outside of it, as no style is seen there."""
    parts: list[Piece] = []
    for styles, one in pieces:
        if not styles or not isinstance(one, Words):
            parts.append((styles, one))
            continue
        bare = one.text.strip(_BLANKS)
        start = one.text[: len(one.text) - len(one.text.lstrip(_BLANKS))]
        end = one.text[len(start) + len(bare) :]
        parts += [(styles, Words(text)) for text in (start, bare, end) if text]
    made: list[Piece] = []
    for place, (styles, one) in enumerate(parts):
        if styles and isinstance(one, Words) and not one.text.strip(_BLANKS):
            before = made[-1][0] if made else frozenset()
            after = parts[place + 1][0] if place + 1 < len(parts) else frozenset()
            styles = before & after
        made.append((styles, one))
    return made


def _reach(pieces: list[Piece], at: int, style: Style) -> int:
    end = at
    while end < len(pieces) and style in pieces[end][0]:
        end += 1
    return end - at


def _fused(inlines: list[Inline]) -> tuple[Inline, ...]:
    """Neighbours that are one: words, code. Blanks in a row are one."""
    made: list[Inline] = []
    for one in inlines:
        last = made[-1] if made else None
        if isinstance(one, Words) and isinstance(last, Words):
            made[-1] = Words(last.text + one.text)
        elif isinstance(one, Code) and isinstance(last, Code):
            made[-1] = Code(last.text + one.text)
        else:
            made.append(one)
    return tuple(Words(_SPACES.sub(" ", one.text)) if isinstance(one, Words) else one for one in made)


def _shown(inlines: Iterable[Inline]) -> str:
    """The words that a reference showed last."""
    return inline_text(inlines)


def _text(element: Element) -> str:
    return "".join(one.text or "" for one in element.iter(W + "t", M + "t")).strip()
