"""What a paragraph of a Word file is: by its style, what that style stands on, its outline level, its list."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from generator.standards.word_in.names import Element, W, value
from generator.standards.word_styles import ROLES

_HEADING = re.compile(r"(?:heading|标题)\s*([1-9])", re.I)
_CONTENTS = re.compile(r"(?:toc|目录)\s*[0-9]|table of figures|图表目录", re.I)
_PLAIN = {
    "caption": "caption", "题注": "caption", "title": "text-title", "标题": "text-title", "subtitle": "text-title",
    "副标题": "text-title", "quote": "quote", "intense quote": "quote", "block text": "quote", "引用": "quote",
    "明显引用": "quote", "source code": "listing", "html preformatted": "listing", "html 预设格式": "listing",
    "plain text": "paragraph", "normal": "paragraph", "正文": "paragraph", "body text": "paragraph",
    "first paragraph": "paragraph", "list paragraph": "paragraph", "列出段落": "paragraph", "正文文本": "paragraph",
    "compact": "paragraph", "no spacing": "paragraph", "footnote text": "paragraph", "脚注文本": "paragraph",
    "normal indent": "paragraph", "正文缩进": "paragraph", "normal (web)": "paragraph", "endnote text": "paragraph",
    "header": "skip", "footer": "skip", "页眉": "skip", "页脚": "skip", "toc heading": "contents-title",
}  # fmt: skip
_MOST_LEVELS = 6
_MOST_STEPS = 20


@dataclass(frozen=True, slots=True)
class Listed:
    """The list that a paragraph is an item of. `places`: how many numbers its number is made of ("%1.%2" is 2)."""

    key: str
    level: int
    form: str
    places: int
    own: bool
    """Whether the paragraph says so itself, not its style."""


@dataclass(slots=True)
class Styles:
    """Reads styles.xml and numbering.xml, either of which may be missing."""

    styles: Element | None
    numbering: Element | None
    _by_id: dict[str, Element] = field(init=False, default_factory=dict)
    _default: str = field(init=False, default="")
    _roles: dict[str, tuple[str, str]] = field(init=False, default_factory=dict)
    _lists: dict[str, dict[str, tuple[str, str]]] = field(init=False, default_factory=dict)
    _abstract: dict[str, str] = field(init=False, default_factory=dict)
    _restarts: set[str] = field(init=False, default_factory=set)
    _going: dict[str, str] = field(init=False, default_factory=dict)
    _looks: dict[str, frozenset[str]] = field(init=False, default_factory=dict)

    def __post_init__(self) -> None:
        for style in self.styles.iter(W + "style") if self.styles is not None else ():
            self._by_id.setdefault(value(style, "styleId"), style)
            if value(style, "type") == "paragraph" and value(style, "default") in ("1", "true"):
                self._default = value(style, "styleId")
        if self.numbering is not None:
            self._read_lists(self.numbering)

    def name(self, style: str) -> str:
        """What a style is called."""
        return value(_child(self._by_id.get(style), "name"))

    def role(self, paragraph: Element) -> tuple[str, str]:
        """The role of a paragraph, "" for one that its style says nothing about; and the style's name where it is unknown."""
        look = paragraph.find(W + "pPr")
        style = value(_child(look, "pStyle")) or self._default
        if style not in self._roles:
            self._roles[style] = self._role(style)
        role, unknown = self._roles[style]
        own = _outline(look)
        if own and not role.startswith(("clause", "annex", "front", "end")):
            return own, ""
        return role, unknown

    def listed(self, paragraph: Element) -> Listed | None:
        """The list of a paragraph, its own or its style's."""
        look = paragraph.find(W + "pPr")
        properties, own = _child(look, "numPr"), True
        level = value(_child(properties, "ilvl"))
        key = value(_child(properties, "numId"))
        if not key:
            own = False
            for style in self._chain(value(_child(look, "pStyle")) or self._default):
                properties = _child(_child(style, "pPr"), "numPr")
                key = key or value(_child(properties, "numId"))
                level = level or value(_child(properties, "ilvl")) or self._linked(key, value(style, "styleId"))
        levels = self._lists.get(key)
        if not key or key == "0" or levels is None:
            return None
        form, text = levels.get(level or "0", ("bullet", ""))
        return Listed(self._list_of(key), int(level) if level.isdigit() else 0, form, text.count("%"), own)

    def _list_of(self, key: str) -> str:
        """The list whose numbers go on in `key`: Word begins anew only where the list says so."""
        abstract = self._abstract.get(key, "")
        if key in self._restarts or abstract not in self._going:
            self._going[abstract] = key
        return self._going[abstract]

    def is_numbered_off(self, paragraph: Element) -> bool:
        """Whether the paragraph says that it has no number though its style has one."""
        return value(_child(_child(paragraph.find(W + "pPr"), "numPr"), "numId")) == "0"

    def looks(self, style: str) -> frozenset[str]:
        """What a character style is: "strong", "emphasis", "code", "note"."""
        if style not in self._looks:
            found: set[str] = set()
            for one in self._chain(style):
                name, look = value(_child(one, "name")).lower(), _child(one, "rPr")
                found |= {"code"} if re.search(r"verbatim|html code|source text|等宽|代码", name) else set()
                found |= (
                    {"note"}
                    if re.search(r"(?:foot|end)note (?:reference|characters)|脚注引用|尾注引用", name)
                    else set()
                )
                found |= {"strong"} if name in ("strong", "要点") or _on(look, "b") else set()
                found |= {"emphasis"} if name in ("emphasis", "强调") or _on(look, "i") else set()
            self._looks[style] = frozenset(found)
        return self._looks[style]

    def _role(self, style: str) -> tuple[str, str]:
        first = ""
        for one in self._chain(style):
            name = value(_child(one, "name"))
            first = first or name
            if role := _named(name):
                return role, "" if role != "paragraph" or name == first else first
            if role := _outline(_child(one, "pPr")):
                return role, ""
        return "", first if style else ""

    def _chain(self, style: str) -> Iterator[Element]:
        """A style and those that it stands on."""
        for _ in range(_MOST_STEPS):
            one = self._by_id.get(style)
            if one is None:
                return
            yield one
            style = value(_child(one, "basedOn"))

    def _read_lists(self, numbering: Element) -> None:
        abstract: dict[str, dict[str, tuple[str, str]]] = {}
        for one in numbering.iter(W + "abstractNum"):
            levels = {value(level, "ilvl"): _level(level) for level in one.iter(W + "lvl")}
            abstract[value(one, "abstractNumId")] = levels
        for one in numbering.iter(W + "num"):
            changed = {value(level, "ilvl"): _level(level) for level in one.iter(W + "lvl")}
            levels = abstract.get(value(_child(one, "abstractNumId")), {})
            key = value(one, "numId")
            self._lists[key] = {**levels, **changed}
            self._abstract[key] = value(_child(one, "abstractNumId"))
            if one.find(f"{W}lvlOverride/{W}startOverride") is not None:
                self._restarts.add(key)

    def _linked(self, key: str, style: str) -> str:
        """The level of a list that a style is linked to."""
        if self.numbering is None or not key:
            return ""
        for one in self.numbering.iter(W + "lvl"):
            if value(_child(one, "pStyle")) == style:
                return value(one, "ilvl")
        return ""


def _named(name: str) -> str:
    """The role that a name stands for."""
    if name in ROLES:
        return ROLES[name]
    if match := _HEADING.fullmatch(name.strip()):
        return f"clause-{min(int(match[1]), _MOST_LEVELS)}"
    if _CONTENTS.fullmatch(name.strip()):
        return "contents"
    return _PLAIN.get(name.strip().lower(), "")


def _outline(look: Element | None) -> str:
    level = value(_child(look, "outlineLvl"))
    return f"clause-{int(level) + 1}" if level.isdigit() and int(level) < _MOST_LEVELS else ""


def _level(level: Element) -> tuple[str, str]:
    return value(_child(level, "numFmt")) or "decimal", value(_child(level, "lvlText"))


def _child(parent: Element | None, name: str) -> Element | None:
    return None if parent is None else parent.find(W + name)


def _on(look: Element | None, name: str) -> bool:
    one = _child(look, name)
    return one is not None and value(one).lower() not in ("0", "false", "off")
