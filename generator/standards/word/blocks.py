"""The blocks of a draft as paragraphs and tables."""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace

from generator.documents.docx_xml import Element, element
from generator.drafts.model import (
    Block,
    Changed,
    Definition,
    Definitions,
    Example,
    Figure,
    Formula,
    Inline,
    ListBlock,
    Listing,
    Note,
    Paragraph,
    Provision,
    Quote,
    Table,
    Term,
    Words,
)
from generator.standards.word.looks import CHARACTER, DASHES, EXAMPLES, LETTERS, LINE, NOTES, style_id
from generator.standards.word.pictures import Pictures
from generator.standards.word.runs import Face, Runs
from generator.standards.word.state import State, Tracked
from generator.standards.word.styles import number
from generator.standards.word.tables import Tables
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
class Label:
    """The number or mark that the next paragraph bears: of an untitled clause, an item, a note.

    A text that changes may have two such paragraphs, one that is seen before the change and one after.
    """

    role: Role
    number: Number | None = None
    name: tuple[Inline, ...] = ()
    joint: str = ""
    mark: str = ""
    views: set[str] = field(default_factory=set)
    whole: frozenset[str] = frozenset()
    closing: str = ""


@dataclass(slots=True)
class Blocks:
    state: State
    pictures: Pictures
    runs: Runs = field(init=False)
    tables: Tables = field(init=False)
    label: Label | None = None
    starts: list[str] = field(default_factory=list)
    open: list[str] = field(default_factory=list)
    after_where: bool = False
    after_table: bool = False

    def __post_init__(self) -> None:
        self.runs = Runs(self.state, self.note)
        self.tables = Tables(self.state, self.runs)

    def paragraph(
        self, place: Place, role: Role, numbering: Number | None = None, *, left: int = 0, hanging: int = 0
    ) -> Element:
        """An empty paragraph with its properties; bookmarks that wait for one begin in it."""
        made = element("w:p", place.parent)
        properties = element("w:pPr", made)
        element("w:pStyle", properties, val=style_id(role))
        if numbering:
            number(properties, *numbering)
        if self.after_table and role in _CLOSE:
            element("w:spacing", properties, beforeLines="50", before=str(LINE // 2))
        self.after_table = False
        if hanging:
            element("w:ind", properties, left=str(left), hanging=str(hanging))
        elif left:
            element("w:ind", properties, left=str(left), firstLineChars="0", firstLine="0")
        if self.state.changes:
            look = element("w:rPr", properties)
            for change in self.state.changes:
                self.state.tracked(look, change)
        self.state.last = made
        for mark in self.starts:
            self.open.append(self.state.start(made, mark))
        self.starts.clear()
        return made

    def blocks(self, blocks: Iterable[Block], place: Place) -> None:
        for block in blocks:
            self._block(block, place)

    @contextmanager
    def within(self, change: Tracked) -> Iterator[None]:
        self.state.changes.append(change)
        yield
        self.state.changes.pop()

    def labelled(self, label: Label, blocks: tuple[Block, ...], place: Place) -> None:
        """Blocks of which the first paragraph bears a number or a mark."""
        outer, self.label = self.label, label
        label.whole = self.state.views
        label.views = set(label.whole)
        self.blocks(blocks, place)
        self._flush(place)
        self.label = outer

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

    def note(self, parent: Element, blocks: tuple[Block, ...]) -> None:
        """A footnote: its sign, then its text."""
        outer = self.label, self.starts, self.open, self.state.changes
        self.starts, self.open = [], []
        self.labelled(Label("footnote", joint="footnote"), blocks, Place(parent, "footnote"))
        self.label, self.starts, self.open, self.state.changes = outer

    def _block(self, block: Block, place: Place) -> None:
        match block:
            case Paragraph():
                self._paragraph(block, place)
                return
            case Changed():
                with self.within(Tracked(block.kind, block.author, block.date)):
                    self.blocks(block.blocks, place)
                return
            case Provision():
                with self.marked(self.name(block.id)):
                    self.blocks(block.blocks, place)
                return
            case _:
                self._flush(place)
        outer, self.label = self.label, None
        self._other(block, place)
        self.label = outer

    def _other(self, block: Block, place: Place) -> None:
        match block:
            case ListBlock():
                self._list(block, place)
            case Definitions():
                self._definitions(block, place)
            case Table():
                self._table(block, place)
            case Figure():
                self._figure(block, place)
            case Formula():
                self._formula(block, place)
            case Term():
                self._term(block, place)
            case Note() | Example():
                self._aside(block, place)
            case Quote():
                self.blocks(block.blocks, replace(place, role="quote", left=0))
            case Listing():
                self.runs.text(self.paragraph(place, "listing"), block.text, Face())
            case _:
                pass

    def name(self, anchor: str) -> str:
        return self.state.marks.name(anchor, deleted=self.state.deleted) if anchor else ""

    def _paragraph(self, block: Paragraph, place: Place) -> None:
        label = self.label
        if label is None or not label.views & self.state.views:
            made = self.paragraph(place, place.role, left=place.left)
            self.runs.inlines(made, block.inlines)
        else:
            made = self._begun(label, place)
            self.runs.inlines(made, block.inlines)
            self._closed(label, made)
        self.after_where = _plain(block.inlines).startswith("式中")

    def _begun(self, label: Label, place: Place) -> Element:
        """The paragraph that bears the label, with what stands before its text."""
        label.views -= self.state.views
        left = place.left if label.number is None else 0
        made = self.paragraph(place, label.role, label.number, left=left)
        if label.joint == "footnote":
            sign = Face(frozenset(), "FootnoteReference")
            self.runs.mark(made, "w:footnoteRef", sign)
            self.runs.text(made, ")", sign)
            self.runs.text(made, " ")
        elif label.name:
            self.runs.inlines(made, label.name)
            self.runs.text(made, label.joint)
        elif label.mark and ("new" in self.state.views or "new" not in label.whole):
            label.closing = self.state.start(made, label.mark)
            label.mark = ""
        return made

    def _closed(self, label: Label, made: Element) -> None:
        self.state.end(made, label.closing)
        label.closing = ""

    def _flush(self, place: Place) -> None:
        """Where no paragraph came to bear the label, an empty one does."""
        label = self.label
        if label and label.views == label.whole:
            self._closed(label, self._begun(label, place))
            label.views.clear()

    def _list(self, block: ListBlock, place: Place) -> None:
        around, ordered = place.lists
        level = min(place.depth, 8)
        if not block.ordered:
            own = DASHES
        elif ordered and around:
            own = around
        else:
            own = self.state.numbering.new(LETTERS)
        role = ("number-item" if level else "letter-item") if block.ordered else ("dot-item" if level else "dash-item")
        left = (4 + 2 * level) * CHARACTER
        inside = replace(place, left=left, depth=place.depth + 1, lists=(own, block.ordered))
        for item in block.items:
            self.labelled(Label(role, (level, own)), item, inside)

    def _definitions(self, block: Definitions, place: Place) -> None:
        """Names with their meanings: of abbreviations after a colon, of a formula's variables after a dash."""
        role, joint = ("formula-where", "——") if self.after_where else ("abbreviation", "：")
        for definition in block.items:
            self._definition(definition, Label(role, name=definition.name, joint=joint), place)

    def _definition(self, definition: Definition, label: Label, place: Place) -> None:
        self.labelled(label, definition.blocks, replace(place, role="definition"))

    def _aside(self, block: Note | Example, place: Place) -> None:
        """注, 注1, 示例: the label is a number of Word's."""
        role, numbering = ("note", NOTES) if isinstance(block, Note) else ("example", EXAMPLES)
        if not block.number:
            label = Label(role, (0, numbering))
        else:
            current = self.state.rows.get(role, 0)
            if block.number == 1 or not current:
                current = self.state.rows[role] = self.state.numbering.new(numbering)
            label = Label(f"{role}-numbered", (1, current))
        left = 960 if role == "example" else 780
        self.labelled(label, block.blocks, replace(place, role=role, left=left, depth=0, lists=(0, False)))

    def _term(self, block: Term, place: Place) -> None:
        level = block.number.count(".")
        numbering = self.state.clauses
        indent = 2 * CHARACTER  # of the name, on the line below the number
        made = self.paragraph(place, "term", (level, numbering), left=indent, hanging=indent)
        key = self.state.start(made, self.name(block.id))
        self.runs.mark(made, "w:br")
        self.runs.inlines(made, block.name)
        self.runs.text(made, f"　{block.en}" if block.en else "")
        self.state.end(made, key)
        self.blocks(block.blocks, replace(place, role="definition"))

    def _table(self, block: Table, place: Place) -> None:
        made = self.paragraph(place, "annex-table-title" if place.annex else "table-title")
        self._caption(made, "表", block, place)
        self.tables.table(block, place.parent)
        self.state.last = self.tables.last
        self.after_table = True

    def _figure(self, block: Figure, place: Place) -> None:
        made = self.paragraph(place, "figure")
        if not self.pictures.put(self.runs.mark(made, "w:drawing") if self.pictures.has(block.file) else None, block):
            self.runs.text(made, f"［{block.file}：{block.alternative}］")
        title = self.paragraph(place, "annex-figure-title" if place.annex else "figure-title")
        self._caption(title, "图", block, place)

    def _caption(self, made: Element, mark: str, block: Table | Figure, place: Place) -> None:
        key = self.state.start(made, self.name(block.id))
        self.runs.text(made, mark)
        self._sequence(made, mark, block.number, place)
        self.state.end(made, key)
        if block.caption:
            self.runs.text(made, "　")
            self.runs.inlines(made, block.caption)

    def _formula(self, block: Formula, place: Place) -> None:
        made = self.paragraph(place, "formula")
        self.runs.mark(made, "w:tab")
        self.runs.math(made, block.math.tex, own_line=True)
        if block.number:
            self.runs.mark(made, "w:tab")
            key = self.state.start(made, self.name(block.id))
            self.runs.text(made, "（")
            self._sequence(made, "公式", block.number, place)
            self.runs.text(made, "）")
            self.state.end(made, key)

    def _sequence(self, made: Element, mark: str, shown: str, place: Place) -> None:
        """The number of a table, figure or formula; in an annex it begins with the annex's letter."""
        letter, dot, count = shown.rpartition(".")
        if dot:
            self.runs.text(made, f"{letter}.")
            self.runs.field(made, f"SEQ {mark}{letter} \\* ARABIC", count)
        else:
            self.runs.field(made, f"SEQ {mark} \\* ARABIC", count)


def _plain(inlines: tuple[Inline, ...]) -> str:
    return "".join(one.text for one in inlines[:1] if isinstance(one, Words))
