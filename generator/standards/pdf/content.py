"""A standard's document as the plain data that its Typst template shows.

Inlines are strings or objects with `i`, blocks objects with `b`, clauses objects with `level`; texts are shown as
text and never read as markup. Formulas are Typst's own notation, which pandoc makes of their TeX.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from generator.documents import fonts
from generator.documents.pdf import breakable
from generator.drafts import pandoc
from generator.drafts.model import (
    NATURES,
    Block,
    Break,
    Cell,
    Change,
    Changed,
    Clause,
    Code,
    Definitions,
    Example,
    Figure,
    Footnote,
    Formula,
    Inline,
    Link,
    ListBlock,
    Listing,
    Math,
    Note,
    Paragraph,
    Provision,
    Quote,
    Reference,
    Styled,
    Table,
    Term,
    Words,
)
from generator.drafts.text import inline_text
from generator.standards.document import StandardDocument
from generator.standards.formulas import formulas_of

Data = dict[str, Any]

_OUTSIDE = re.compile(r'"(?:[^"\\]|\\.)*"|\\.')
_FRONT = ("foreword", "introduction")
_LEAST, _MOST = 8, 36
"""Half-width characters that a column counts as, at least and at most: what is longer breaks."""
_SHORT = 18


def content_of(document: StandardDocument, runner: pandoc.Runner = pandoc.run) -> tuple[Data, dict[str, bytes]]:
    """The data, and the pictures that it names, by name."""
    figures = {
        file: f"figure-{place}{file[file.rfind('.') :]}" for place, file in enumerate(sorted(document.figures or {}), 1)
    }
    writer = _Writer(_typst(document, runner), figures)
    clauses = [writer.clause(clause) for clause in document.draft.clauses]
    front = [one for one in clauses if one["kind"] in _FRONT]
    data: Data = {
        "font": fonts.FAMILY,
        "name": document.name.zh,
        "english": document.name.en if document.english_title else "",
        "label": document.label,
        "number": document.number,
        "codes": [f"{name} {code}" for name, code in (("ICS", document.ics), ("CCS", document.ccs)) if code],
        "replaces": list(document.replaces),
        "stage": f"（{document.stage.zh}）" if document.stage.zh else "",
        "stage_date": document.stage_date if document.stage.zh else "",
        "patents": document.patent_request.zh,
        "published": document.published_on,
        "effective": document.effective_on,
        "publisher": document.publisher,
        "example": document.example,
        "front": front,
        "clauses": [one for one in clauses if one["kind"] not in _FRONT],
    }
    return data, {figures[file]: content for file, content in (document.figures or {}).items()}


def strings(data: object) -> Iterator[str]:
    """Every text in the data, keys left out."""
    if isinstance(data, str):
        yield data
    elif isinstance(data, dict):
        for value in data.values():
            yield from strings(value)
    elif isinstance(data, list | tuple):
        for value in data:
            yield from strings(value)


def _typst(document: StandardDocument, runner: pandoc.Runner) -> Mapping[tuple[str, bool], str]:
    """Each formula in Typst's notation; one that pandoc does not understand is not there and is shown as TeX."""
    wanted = list(formulas_of(document.draft))
    if not wanted:
        return {}
    try:
        output = pandoc.from_formulas(wanted, ("-t", "typst", "--wrap=none"), runner=runner).decode()
    except pandoc.PandocError:
        return {}
    parts = output.strip().split("\n\n")
    if len(parts) != len(wanted):
        return {}
    found = {}
    for key, part in zip(wanted, parts, strict=True):
        part = part.strip()
        inside = part[1:-1].strip()
        # Nothing but a formula: no end of it, no code in it outside of its texts.
        if part[:1] == part[-1:] == "$" and not set("$#") & set(_OUTSIDE.sub("", inside)):
            found[key] = inside
    return found


@dataclass(slots=True)
class _Writer:
    formulas: Mapping[tuple[str, bool], str]
    figures: Mapping[str, str]
    seen: set[str] = field(default_factory=set)

    def clause(self, clause: Clause) -> Data:
        return {
            "id": self._once(clause.id),
            "level": clause.level,
            "kind": clause.kind,
            "number": clause.number,
            "title": self.inlines(clause.heading),
            "plain": clause.title,
            "nature": NATURES.get(clause.nature, ""),
            "blocks": self.blocks(clause.blocks),
            "change": clause.change,
        }

    def blocks(self, blocks: Iterable[Block]) -> list[Data]:
        return [self.block(block) for block in blocks]

    def block(self, block: Block) -> Data:
        match block:
            case Paragraph():
                return {"b": "paragraph", "text": self.inlines(block.inlines)}
            case ListBlock():
                return {"b": "list", "ordered": block.ordered, "items": [self.blocks(item) for item in block.items]}
            case Definitions():
                items = [{"name": self.inlines(d.name), "blocks": self.blocks(d.blocks)} for d in block.items]
                return {"b": "definitions", "items": items}
            case Table():
                return self._table(block)
            case Figure():
                return {
                    "b": "figure",
                    "id": self._once(block.id),
                    "number": block.number,
                    "file": self.figures.get(block.file, ""),
                    "alt": block.alternative or inline_text(block.caption) or block.number,
                    "caption": self.inlines(block.caption),
                }
            case Formula():
                shown = self._math(block.math, True)
                return {"b": "formula", "id": self._once(block.id), "number": block.number, "math": shown}
            case Term():
                return {
                    "b": "term",
                    "id": self._once(block.id),
                    "number": block.number,
                    "name": self.inlines(block.name),
                    "en": block.en,
                    "blocks": self.blocks(block.blocks),
                }
            case Note() | Example():
                label = f"{'注' if isinstance(block, Note) else '示例'}{block.number or ''}："
                return {"b": "note", "label": label, "blocks": self.blocks(block.blocks)}
            case Quote():
                return {"b": "quote", "blocks": self.blocks(block.blocks)}
            case Listing():
                return {"b": "listing", "text": block.text}
            case Provision():
                return {"b": "provision", "id": self._once(block.id), "blocks": self.blocks(block.blocks)}
            case Changed():
                return {"b": "changed", "kind": block.kind, "blocks": self.blocks(block.blocks)}

    def _once(self, name: str) -> str:
        """An id the first time that it comes; a comparison may hold one twice."""
        if name in self.seen:
            return ""
        self.seen.add(name)
        return name

    def _table(self, table: Table) -> Data:
        placed = _placed(table)
        middle = _short_columns(table.width, placed[len(table.head) :])
        return {
            "b": "table",
            "id": self._once(table.id),
            "number": table.number,
            "caption": self.inlines(table.caption),
            "columns": _widths(table.width, placed),
            "head": [[self._cell(cell, True) for _, cell in row] for row in placed[: len(table.head)]],
            "body": [[self._cell(cell, place in middle) for place, cell in row] for row in placed[len(table.head) :]],
        }

    def _cell(self, cell: Cell, center: bool) -> Data:
        return {
            "text": self.inlines(cell.inlines),
            "rows": cell.rows,
            "columns": cell.columns,
            "align": cell.align,
            "center": center,
        }

    def inlines(self, inlines: Iterable[Inline]) -> list[Any]:
        return [self._inline(inline) for inline in inlines]

    def _inline(self, inline: Inline) -> Any:
        match inline:
            case Words():
                return breakable(inline.text)
            case Styled():
                return {"i": inline.style, "in": self.inlines(inline.inlines)}
            case Code():
                return {"i": "code", "text": breakable(inline.text)}
            case Math():
                return {"i": "math", **self._math(inline, False)}
            case Link():
                return {"i": "link", "to": inline.address, "in": self.inlines(inline.inlines)}
            case Reference():
                shown = self.inlines(inline.inlines) or [inline.label]
                return {"i": "reference", "to": inline.target if inline.label else "", "in": shown}
            case Break():
                return {"i": "break"}
            case Footnote():
                return {"i": "footnote", "number": inline.number, "blocks": self.blocks(inline.blocks)}
            case Change():
                return {"i": inline.kind, "in": self.inlines(inline.inlines)}

    def _math(self, math: Math, own_line: bool) -> Data:
        known = self.formulas.get((math.tex, own_line)) or self.formulas.get((math.tex, not own_line), "")
        return {"typst": known, "tex": math.tex}


Placed = list[list[tuple[int, Cell]]]
"""The rows of a table, each cell with the column that it begins in."""


def _placed(table: Table) -> Placed:
    rows: Placed = []
    covered: dict[int, int] = {}
    for row in (*table.head, *table.body):
        place, made = 0, []
        for cell in row:
            while covered.get(place, 0):
                place += 1
            made.append((place, cell))
            place += cell.columns
        rows.append(made)
        covered = {column: left - 1 for column, left in covered.items() if left > 1}
        for start, cell in made:
            covered |= {column: cell.rows - 1 for column in range(start, start + cell.columns) if cell.rows > 1}
    return rows


def _widths(width: int, rows: Placed) -> list[int]:
    """What each column asks for, in half-width characters: its longest text, within bounds."""
    found = [_LEAST] * width
    for row in rows:
        for place, cell in row:
            if cell.columns == 1 and place < width:
                found[place] = max(found[place], min(_width(inline_text(cell.inlines)), _MOST))
    return found


def _short_columns(width: int, rows: Placed) -> set[int]:
    """The columns whose texts are all short, which are centred."""
    long = {place for row in rows for place, cell in row if _width(inline_text(cell.inlines)) > _SHORT}
    return set(range(width)) - long


def _width(text: str) -> int:
    return sum(1 if character < "\u2e80" else 2 for character in text)
