"""The blocks of a draft as paragraphs and tables."""

from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from generator.documents.docx_xml import Element
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
from generator.standards.word.looks import CHARACTER, DASHES, EXAMPLES, LETTERS, NOTES
from generator.standards.word.objects import Objects
from generator.standards.word.paragraphs import Number, Paragraphs, Place
from generator.standards.word.pictures import Pictures
from generator.standards.word.runs import Face, Runs
from generator.standards.word.state import State, Tracked
from generator.standards.word.tables import Tables
from generator.standards.word_styles import Role


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
    shown: str = ""
    views: set[str] = field(default_factory=set)
    whole: frozenset[str] = frozenset()
    closing: str = ""


@dataclass(slots=True)
class Blocks:
    state: State
    pictures: Pictures
    runs: Runs = field(init=False)
    paragraphs: Paragraphs = field(init=False)
    objects: Objects = field(init=False)
    label: Label | None = None
    after_where: bool = False

    def __post_init__(self) -> None:
        self.runs = Runs(self.state, self.note)
        self.paragraphs = Paragraphs(self.state)
        self.objects = Objects(self.paragraphs, self.runs, Tables(self.state, self.runs), self.pictures)

    def blocks(self, blocks: Iterable[Block], place: Place) -> None:
        for block in blocks:
            self._block(block, place)

    def labelled(self, label: Label, blocks: tuple[Block, ...], place: Place) -> None:
        """Blocks of which the first paragraph bears a number or a mark."""
        outer, self.label = self.label, label
        label.whole = self.state.views
        label.views = set(label.whole)
        self.blocks(blocks, place)
        self._flush(place)
        self.label = outer

    def note(self, parent: Element, blocks: tuple[Block, ...]) -> None:
        """A footnote: its sign, then its text."""
        outer = self.label
        self.labelled(Label("footnote", joint="footnote"), blocks, Place(parent, "footnote"))
        self.label = outer

    def _block(self, block: Block, place: Place) -> None:
        match block:
            case Paragraph():
                self._paragraph(block, place)
                return
            case Changed():
                with self.paragraphs.within(Tracked(block.kind, block.author, block.date)):
                    self.blocks(block.blocks, place)
                return
            case Provision():
                with self.paragraphs.marked(self.paragraphs.name(block.id)):
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
                self.objects.table(block, place)
            case Figure():
                self.objects.figure(block, place)
            case Formula():
                self.objects.formula(block, place)
            case Term():
                self._term(block, place)
            case Note() | Example():
                self._aside(block, place)
            case Quote():
                self.blocks(block.blocks, replace(place, role="quote", left=0))
            case Listing():
                self.runs.text(self.paragraphs.begin(place, "listing"), block.text, Face())
            case _:
                pass

    def _paragraph(self, block: Paragraph, place: Place) -> None:
        label = self.label
        if label is None or not label.views & self.state.views:
            made = self.paragraphs.begin(place, place.role, left=place.left)
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
        made = self.paragraphs.begin(place, label.role, label.number, left=left, shown=label.shown)
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
        made = self.paragraphs.begin(place, "term", (level, numbering), left=indent, hanging=indent)
        key = self.state.start(made, self.paragraphs.name(block.id))
        self.runs.mark(made, "w:br")
        self.runs.inlines(made, block.name)
        self.runs.text(made, f"　{block.en}" if block.en else "")
        self.state.end(made, key)
        self.blocks(block.blocks, replace(place, role="definition"))


def _plain(inlines: tuple[Inline, ...]) -> str:
    return "".join(one.text for one in inlines[:1] if isinstance(one, Words))
