"""What the parts of the writer share while one file is written: where it stands, what it has counted."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from generator.documents.docx_xml import Element, element, name
from generator.drafts.model import ChangeKind
from generator.standards.word.looks import CLAUSES
from generator.standards.word.marks import Marks
from generator.standards.word.numbering import Numbering

INSERT, DELETE = "w:ins", "w:del"
TAGS: Mapping[ChangeKind, str] = {"inserted": INSERT, "deleted": DELETE}


@dataclass(frozen=True, slots=True)
class Tracked:
    """A tracked change that what is written stands in."""

    kind: ChangeKind
    author: str
    date: str

    @property
    def time(self) -> str:
        """As Word wants it: date and time."""
        return self.date if "T" in self.date or not self.date else f"{self.date}T00:00:00Z"


Relate = Callable[[str], str]
"""Gives the id of the relation to an address outside of the file."""


@dataclass(slots=True)
class State:
    """`changes`: the tracked changes around the present place, the outermost first. `formulas`: OMML by TeX and whether it is on a line of its own.

    `relate` belongs to the part that is written; `footnotes` is the part of the footnotes. `count` numbers the changes,
    `last` is the last paragraph; `rows` are the lists of the notes and examples that go on, `clauses` that of clauses.
    """

    marks: Marks
    footnotes: Element
    relate: Relate
    relate_footnote: Relate
    formulas: Mapping[tuple[str, bool], Element] = field(default_factory=dict)
    numbering: Numbering = field(default_factory=Numbering)
    changes: list[Tracked] = field(default_factory=list)
    count: int = 0
    last: Element | None = None
    notes: int = 0
    rows: dict[str, int] = field(default_factory=dict)
    clauses: int = CLAUSES

    @property
    def deleted(self) -> bool:
        return any(change.kind == "deleted" for change in self.changes)

    @property
    def views(self) -> frozenset[str]:
        """Where the present place is seen: in the text with all changes made ("new"), with none made ("old")."""
        kinds = {change.kind for change in self.changes}
        return frozenset(
            ({"new"} if "deleted" not in kinds else set()) | ({"old"} if "inserted" not in kinds else set())
        )

    def tracked(self, parent: Element, change: Tracked) -> Element:
        """`w:ins` or `w:del`, for runs or as a property."""
        self.count += 1
        made = element(TAGS[change.kind], parent, id=str(self.count), author=change.author)
        if change.time:
            made.set(name("w:date"), change.time)
        return made

    def mark(self, properties: Element) -> None:
        """That a paragraph's end or a row came or went with the present place."""
        for kind in TAGS:
            found = next((change for change in self.changes if change.kind == kind), None)
            if found:
                self.tracked(properties, found)

    def into(self, parent: Element) -> Element:
        """Where runs go: `parent`, or the tracked change at its end; neighbours of one change share it."""
        for change in self.changes:
            last = parent[-1] if len(parent) else parent
            parent = last if _is(last, change) else self.tracked(parent, change)
        return parent

    def start(self, parent: Element, mark: str) -> str:
        """Begin a bookmark; the id that ends it, "" where there is none to be made."""
        if not mark:
            return ""
        self.marks.count += 1
        key = str(self.marks.count)
        element("w:bookmarkStart", parent, id=key, name=mark)
        return key

    def end(self, parent: Element | None, key: str) -> None:
        if key and parent is not None:
            element("w:bookmarkEnd", parent, id=key)


def _is(made: Element, change: Tracked) -> bool:
    by = (made.get(name("w:author")), made.get(name("w:date"), ""))
    return made.tag == name(TAGS[change.kind]) and by == (change.author, change.time)
