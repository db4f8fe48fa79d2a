"""Tables, figures and formulas with their captions and numbers, which fields of Word count."""

from dataclasses import dataclass

from generator.documents.docx_xml import Element
from generator.drafts.model import Figure, Formula, Table
from generator.standards.word.paragraphs import Paragraphs, Place
from generator.standards.word.pictures import Pictures
from generator.standards.word.runs import Runs
from generator.standards.word.tables import Tables


@dataclass(slots=True)
class Objects:
    paragraphs: Paragraphs
    runs: Runs
    tables: Tables
    pictures: Pictures

    def table(self, block: Table, place: Place) -> None:
        made = self.paragraphs.begin(place, "annex-table-title" if place.annex else "table-title")
        self._caption(made, "表", block)
        self.tables.table(block, place.parent)
        self.paragraphs.state.last = self.tables.last
        self.paragraphs.after_table = True

    def figure(self, block: Figure, place: Place) -> None:
        made = self.paragraphs.begin(place, "figure")
        if not self.pictures.put(self.runs.mark(made, "w:drawing") if self.pictures.has(block.file) else None, block):
            self.runs.text(made, f"［{block.file}：{block.alternative}］")
        title = self.paragraphs.begin(place, "annex-figure-title" if place.annex else "figure-title")
        self._caption(title, "图", block)

    def _caption(self, made: Element, mark: str, block: Table | Figure) -> None:
        key = self.paragraphs.state.start(made, self.paragraphs.name(block.id))
        self.runs.text(made, mark)
        self._sequence(made, mark, block.number)
        self.paragraphs.state.end(made, key)
        if block.caption:
            self.runs.text(made, "　")
            self.runs.inlines(made, block.caption)

    def formula(self, block: Formula, place: Place) -> None:
        made = self.paragraphs.begin(place, "formula")
        self.runs.mark(made, "w:tab")
        self.runs.math(made, block.math.tex, own_line=True)
        if block.number:
            self.runs.mark(made, "w:tab")
            key = self.paragraphs.state.start(made, self.paragraphs.name(block.id))
            self.runs.text(made, "（")
            self._sequence(made, "公式", block.number)
            self.runs.text(made, "）")
            self.paragraphs.state.end(made, key)

    def _sequence(self, made: Element, mark: str, shown: str) -> None:
        """The number of a table, figure or formula; in an annex it begins with the annex's letter."""
        letter, dot, count = shown.rpartition(".")
        if dot:
            self.runs.text(made, f"{letter}.")
            self.runs.field(made, f"SEQ {mark}{letter} \\* ARABIC", count)
        else:
            self.runs.field(made, f"SEQ {mark} \\* ARABIC", count)
