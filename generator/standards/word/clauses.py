"""The clauses of a draft: headings that Word numbers, the title before the first chapter, annexes, the end line."""

from dataclasses import dataclass

from generator.documents.docx_xml import Element, element
from generator.drafts.model import NATURES, Changed, Clause, Paragraph
from generator.standards.word.blocks import Blocks, Label
from generator.standards.word.looks import ANNEXES, CLAUSES, REFERENCES
from generator.standards.word.paragraphs import Place
from generator.standards.word.runs import Runs
from generator.standards.word.state import State, Tracked

FRONT = frozenset(("foreword", "introduction"))


@dataclass(slots=True)
class Clauses:
    """`author` and `date` are those of changes of whole clauses, which do not name their own."""

    state: State
    blocks: Blocks
    body: Element
    author: str
    date: str

    @property
    def runs(self) -> Runs:
        return self.blocks.runs

    def clause(self, clause: Clause) -> None:
        if clause.change:
            with self.blocks.paragraphs.within(Tracked(clause.change, self.author, self.date)):
                self._clause(clause)
        else:
            self._clause(clause)

    def title(self, text: str) -> None:
        """The name of the standard on the first page of its text."""
        self.runs.text(self.blocks.paragraphs.begin(Place(self.body), "text-title"), text)

    def end_line(self) -> None:
        made = self.blocks.paragraphs.begin(Place(self.body), "end-line")
        edge = element("w:pBdr", None)
        element("w:bottom", edge, val="single", sz="8", space="1", color="auto")
        made[0].insert(1, edge)

    def _clause(self, clause: Clause) -> None:
        annex = clause.number.partition(".")[0] if clause.kind == "annex" else ""
        self.state.clauses = ANNEXES if annex else CLAUSES
        self.state.rows.clear()
        place = Place(self.body, annex=annex)
        mark = self._mark(clause)
        if clause.heading or not clause.number:
            self._heading(clause, mark, annex)
            self._inside(clause, place)
        else:
            role = f"{'annex-' if annex else ''}untitled-{max(clause.level, 2)}"
            label = Label(role, (clause.level - 1, self.state.clauses), mark=mark, shown=clause.number)
            self.blocks.labelled(label, clause.blocks, place)

    def _heading(self, clause: Clause, mark: str, annex: str) -> None:
        if clause.kind in FRONT or clause.kind in ("bibliography", "index"):
            role = "clause-2" if clause.level > 1 else "front-title" if clause.kind in FRONT else "end-title"
        elif annex:
            role = "annex" if clause.level == 1 else f"annex-{clause.level}"
        else:
            role = f"clause-{clause.level}"
        numbering = (0, 0) if role == "clause-2" and not clause.number else None  # the style's number is not for it
        made = self.blocks.paragraphs.begin(Place(self.body), role, numbering, shown=clause.number)
        if role == "annex":
            self.runs.mark(made, "w:br")
            self.runs.text(made, NATURES.get(clause.nature, ""))
            self.runs.mark(made, "w:br")
        key = self.state.start(made, mark)
        self.runs.inlines(made, clause.heading)
        self.state.end(made, key)

    def _inside(self, clause: Clause, place: Place) -> None:
        if clause.kind != "bibliography":
            self.blocks.blocks(clause.blocks, place)
            return
        for block in clause.blocks:
            inner = block.blocks[0] if isinstance(block, Changed) and len(block.blocks) == 1 else block
            if isinstance(inner, Paragraph):
                self.blocks.labelled(Label("reference", (0, REFERENCES)), (block,), place)
            else:
                self.blocks.blocks((block,), place)

    def _mark(self, clause: Clause) -> str:
        if clause.id:
            return self.blocks.paragraphs.name(clause.id)
        return self.state.marks.of_clause(clause)
