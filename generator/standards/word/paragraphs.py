"""The paragraphs of a Word file as they begin: style, number, indent, tracked change, the bookmarks that begin there."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

from generator.documents.docx_xml import Element, element
from generator.standards.word.looks import LINE, LOOKS, gap, style_id
from generator.standards.word.state import State, Tracked
from generator.standards.word.styles import number, tabs
from generator.standards.word_styles import Role

Number = tuple[int, int]
"""Level and list."""

_CLOSE = frozenset(
    ("paragraph", "definition", *(f"{kind}untitled-{n}" for kind in ("", "annex-") for n in range(2, 7)))
)
"""What stands with no space of its own above it, and needs some below a table."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where blocks go and what their plain paragraphs are. `left`: the indent inside a list; `depth`: lists around."""

    parent: Element
    role: Role = "paragraph"
    left: int = 0
    depth: int = 0
    lists: tuple[int, bool] = (0, False)
    annex: str = ""


@dataclass(slots=True)
class Paragraphs:
    """`starts`: bookmarks that wait for a paragraph; `open`: the ids of those that wait for their end."""

    state: State
    starts: list[str] = field(default_factory=list)
    open: list[str] = field(default_factory=list)
    after_table: bool = False

    def begin(
        self,
        place: Place,
        role: Role,
        numbering: Number | None = None,
        *,
        left: int = 0,
        hanging: int = 0,
        shown: str = "",
    ) -> Element:
        """An empty paragraph with its properties; bookmarks that wait for one begin in it.

        `shown`: the number as Word will show it, which decides where the text after it begins.
        """
        made = element("w:p", place.parent)
        properties = element("w:pPr", made)
        element("w:pStyle", properties, val=style_id(role))
        if numbering:
            number(properties, *numbering)
        usual = LOOKS[role].tabs[0][2] if shown and LOOKS[role].tabs else 0
        if usual and usual != gap(len(shown)):
            tabs(properties, (("clear", "", usual), ("left", "", gap(len(shown)))))
        if self.after_table and role in _CLOSE:
            element("w:spacing", properties, beforeLines="50", before=str(LINE // 2))
        self.after_table = False
        if hanging:
            element("w:ind", properties, left=str(left), hanging=str(hanging))
        elif left:
            element("w:ind", properties, left=str(left), firstLineChars="0", firstLine="0")
        if self.state.changes:
            self.state.mark(element("w:rPr", properties))
        self.state.last = made
        for mark in self.starts:
            self.open.append(self.state.start(made, mark))
        self.starts.clear()
        return made

    @contextmanager
    def within(self, change: Tracked) -> Iterator[None]:
        self.state.changes.append(change)
        yield
        self.state.changes.pop()

    @contextmanager
    def marked(self, mark: str) -> Iterator[None]:
        """A bookmark from the first paragraph to the last of what is written inside."""
        if not mark:
            yield
            return
        self.starts.append(mark)
        depth = len(self.open)
        yield
        if mark in self.starts:  # nothing was written
            self.starts.remove(mark)
        elif len(self.open) > depth:
            self.state.end(self.state.last, self.open.pop(depth))

    def name(self, anchor: str) -> str:
        return self.state.marks.name(anchor, deleted=self.state.deleted) if anchor else ""
