"""A Word file as a row of paragraphs and tables, each with its role, its list and the provision that it stands in."""

import re
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, field

from lxml import etree

from generator.drafts.model import Inline, Style, Table
from generator.drafts.text import inline_text
from generator.standards.word_in.names import Element, W, local, value
from generator.standards.word_in.pictures import Picture
from generator.standards.word_in.report import Remarks
from generator.standards.word_in.runs import Inside, Runs
from generator.standards.word_in.styles import Listed, Styles
from generator.standards.word_in.tables import read_table
from generator.standards.word_styles import anchor_of
from generator.texts import Text

MOST_ITEMS = 60_000
SKIPPED = ("cover-", "contents", "text-title", "end-line", "skip")
_PLAIN_LOOK = ("clause-", "annex", "front-", "end-", "table-title", "figure-title", "caption", "text-title")
_BOLD: frozenset[Style] = frozenset(("strong",))
_BOTH: frozenset[Style] = frozenset(("strong", "emphasis"))
DELETED = "_del_"
"""What stands before the name of a bookmark whose id a part that is not deleted has too."""

TEMPORARY = "word-"
"""What an id begins with that stands for a bookmark of Word's own until the permanent id is known."""


def anchor(names: Iterable[str], provisions: Collection[str], used: Collection[str] = ()) -> str:
    """The id that the bookmarks of a heading or caption give; for Word's own (`_Ref…`) a temporary one."""
    found = [(name, anchor_of(name.removeprefix(DELETED))) for name in names]
    own = next((one for _, one in found if one and one not in provisions and one not in used), "")
    return own or next((temporary(name) for name, _ in found if name.startswith("_Ref")), "")


def temporary(name: str) -> str:
    """The temporary id for a bookmark of Word's own."""
    return TEMPORARY + re.sub("[^a-z0-9]+", "-", name.lower()).strip("-")[:30]


@dataclass(slots=True)
class Item:
    """A paragraph, or a table where `table` is one.

    `names`: the bookmarks that begin in it; `provision`: the id of the provision that it is a part of, "" for none;
    `indented`: set in by itself, as what goes on after an item of a list is.
    """

    role: str
    inlines: tuple[Inline, ...] = ()
    listed: Listed | None = None
    numbered_off: bool = False
    indented: bool = False
    names: tuple[str, ...] = ()
    provision: str = ""
    pictures: tuple[Picture, ...] = ()
    comments: tuple[str, ...] = ()
    table: Table | None = None
    unknown: str = ""
    text: str = field(default="")

    def __post_init__(self) -> None:
        self.text = self.text or inline_text(self.inlines)


@dataclass(slots=True)
class Body:
    """Walks through the body. `provisions`: the ids that are those of provisions; `ours`: this tool wrote the file."""

    styles: Styles
    runs: Runs
    remarks: Remarks
    provisions: Collection[str]
    ours: bool = False
    _active: dict[str, str] = field(default_factory=dict)
    _waiting: list[tuple[str, str]] = field(default_factory=list)
    _count: int = 0

    def items(self, body: Element) -> list[Item]:
        """All that is in a body, in order, without empty paragraphs."""
        return [item for item in self._items(body.iterchildren(etree.Element)) if _says(item)]

    def _items(self, elements: Iterable[Element]) -> Iterator[Item]:
        for element in elements:
            name = local(element)
            if name == "p":
                yield self._paragraph(element)
            elif name == "tbl":
                yield self._table(element)
            elif name in ("sdt", "sdtContent", "customXml", "smartTag", "ins", "moveTo", "del", "moveFrom"):
                yield from self._items(element.iterchildren(etree.Element))
            elif name == "bookmarkStart":
                self._waiting.append((value(element, "id"), value(element, "name")))
            elif name == "bookmarkEnd":
                self._active.pop(value(element, "id"), None)
            elif name in ("altChunk", "subDoc"):
                what = Text("嵌入的其他文档", "another document embedded in this one")
                self.remarks.add(what, lost=True)
            elif name == "oMathPara":
                yield self._paragraph(_wrapped(element))

    def _paragraph(self, element: Element) -> Item:
        role, unknown = self.styles.role(element)
        if role.startswith(("clause-", "annex", "front-", "end-", "untitled")) and not role.endswith(
            ("table-title", "figure-title")
        ):
            self.runs.end_fields()
            self._active.clear()  # no provision reaches into the next clause, wherever its bookmark ends
        bold = role.startswith(_PLAIN_LOOK) and not self.ours
        inside = self.runs.read(
            element, _BOTH if bold else _BOLD if role == "term" else frozenset(), raw=role == "listing"
        )
        names, provision = self._marks(inside)
        return Item(
            role,
            inside.inlines,
            self.styles.listed(element),
            self.styles.is_numbered_off(element),
            _indented(element),
            names,
            provision,
            tuple(inside.pictures),
            tuple(inside.comments),
            unknown=unknown,
        )

    def _present(self) -> str:
        """The provision that began last and goes on."""
        return next(reversed(self._active.values()), "")

    def _marks(self, inside: Inside) -> tuple[tuple[str, ...], str]:
        """The bookmarks that begin here, and the provision that reaches over or into this paragraph."""
        starts, self._waiting = [*self._waiting, *inside.starts], []
        for key, name in starts:
            if (anchor := anchor_of(name.removeprefix(DELETED))) in self.provisions:
                self._active[key] = anchor
        provision = self._present()
        for key in inside.ends:
            self._active.pop(key, None)
        return tuple(name for _, name in starts), provision

    def _table(self, element: Element) -> Item:
        provision = self._present()
        names: list[str] = []
        comments: list[str] = []
        pictures: list[Picture] = []

        def read(paragraph: Element) -> tuple[Inline, ...]:
            inside = self.runs.read(paragraph)
            more, own = self._marks(inside)
            nonlocal provision
            provision = provision or own
            names.extend(more)
            comments.extend(inside.comments)
            pictures.extend(inside.pictures)
            return inside.inlines

        table = read_table(element, read, self.remarks)
        if pictures:
            self.remarks.add(Text("表格里的图片", "a picture in a table"), lost=True)
        return Item(
            "table", (), names=tuple(names), provision=provision, comments=tuple(comments), table=table, text="表"
        )


def _says(item: Item) -> bool:
    """Whether there is anything in it; an empty item of a list may bear what follows."""
    bears = item.listed is not None or item.role.startswith(("untitled", "annex"))
    return bool(item.inlines or item.pictures or item.table or item.comments or (item.names and bears))


def _wrapped(element: Element) -> Element:
    paragraph = etree.Element(W + "p")
    paragraph.append(element)
    return paragraph


def _indented(element: Element) -> bool:
    look = element.find(f"{W}pPr/{W}ind")
    if look is None:
        return False
    found = value(look, "left") or value(look, "start") or value(look, "leftChars")
    return bool(re.fullmatch("[0-9]{1,6}", found)) and int(found) > 0
