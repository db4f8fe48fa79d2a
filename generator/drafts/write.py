"""Writes a draft as the text of draft.md, in the form that authors use: the other way round of `read.py`.

Reading what is written here gives the same draft, positions aside. A draft with tracked changes has no such form:
accept or reject them first. What draft.md cannot hold is written as near as can be: rows of a table's head after
the first one belong to its body, a forced line end in a cell is a blank.
"""

import re
from collections.abc import Iterable, Sequence
from itertools import pairwise

from generator.drafts.model import (
    Align,
    Block,
    Cell,
    Changed,
    Clause,
    Definitions,
    Draft,
    Example,
    Figure,
    Formula,
    ListBlock,
    Listing,
    Note,
    Paragraph,
    Provision,
    Quote,
    Table,
    Term,
    Waiver,
)
from generator.drafts.write_inlines import HasChanges, InlineWriter, plain, quoted, tex_lines

__all__ = ["HasChanges", "clause_markdown", "draft_markdown"]

Lines = list[str]
_RULES: dict[Align, str] = {"": "---", "left": ":--", "center": ":-:", "right": "--:"}
_QUOTED = ("en", "verify")
_OPEN = (Provision, Term, Note, Example)


def draft_markdown(draft: Draft) -> str:
    """The text of draft.md. Raises HasChanges."""
    writer = _Writer(draft.waivers)
    parts = [writer.clause(clause) for clause in draft.clauses]
    return "\n\n".join("\n".join(lines) for lines in [*parts, writer.waivers_before(0)] if lines) + "\n"


def clause_markdown(clause: Clause, *, heading: bool = True, taken: Iterable[str] = ()) -> str:
    """One clause, with or without its heading. `taken`: labels of footnotes that the text around it uses."""
    writer = _Writer((), taken)
    return "\n".join(writer.clause(clause, heading=heading))


class _Writer:
    def __init__(self, waivers: Sequence[Waiver], taken: Iterable[str] = ()) -> None:
        self.waivers = sorted(waivers, key=lambda waiver: waiver.line)
        self.taken = set(taken)
        self.footnotes: list[tuple[str, tuple[Block, ...]]] = []
        self.clause_id = ""
        self.inlines = InlineWriter(self._footnote)

    def clause(self, clause: Clause, *, heading: bool = True) -> Lines:
        if clause.change:
            raise HasChanges
        self.clause_id = clause.id
        parts = [self.waivers_before(clause.line)] if clause.line else []
        if heading:
            parts.append([self._heading(clause)])
        parts.append(self._blocks(clause.blocks, outer=True))
        while self.footnotes:
            label, blocks = self.footnotes.pop(0)
            parts.append(_hung(f"[^{label}]:", self._blocks(blocks), 4, own_line=not isinstance(blocks[0], Paragraph)))
        return _spaced(parts)

    def waivers_before(self, line: int) -> Lines:
        """The waivers that stand before a line, each a block; all that are left for 0."""
        lines: Lines = []
        while self.waivers and (not line or self.waivers[0].line < line):
            waiver = self.waivers.pop(0)
            lines += [*([""] if lines else []), f"<!-- waive {waiver.code}: {waiver.reason} -->"]
        return lines

    def _footnote(self, blocks: tuple[Block, ...]) -> str:
        stem = self.clause_id or "note"
        count = 1
        while f"{stem}-{count}" in self.taken:
            count += 1
        label = f"{stem}-{count}"
        self.taken.add(label)
        self.footnotes.append((label, blocks))
        return label

    def _heading(self, clause: Clause) -> str:
        annex = clause.kind == "annex" and clause.level == 1
        marks = [f"#{clause.id}"] if clause.id else []
        marks += [".annex", f"nature={clause.nature or 'informative'}"] if annex else []
        parts = ["#" * clause.level, self.inlines.heading(clause.heading), f"{{{' '.join(marks)}}}" if marks else ""]
        return " ".join(part for part in parts if part)

    def _blocks(self, blocks: Iterable[Block], outer: bool = False) -> Lines:
        parts: list[Lines] = []
        before: Block | None = None
        other = False
        """Whether a list has the other marker, as the list right before it would go on otherwise."""
        for block in blocks:
            if outer and (line := getattr(block, "line", 0)):
                parts.append(self.waivers_before(line))
            same = isinstance(block, ListBlock) and isinstance(before, ListBlock) and block.ordered == before.ordered
            other = same and not other
            parts.append(self._block(block, other))
            before = block
        return _spaced(parts)

    def _block(self, block: Block, other: bool) -> Lines:
        match block:
            case Paragraph(inlines=inlines):
                return self.inlines.line(inlines).split("\n")
            case ListBlock():
                return self._list(block, other)
            case Definitions(items=items):
                parts = []
                for item in items:
                    name = self.inlines.line(item.name)
                    parts.append([name, *_hung(":", self._blocks(item.blocks), 2)])
                return _spaced(parts)
            case Table():
                return self._table(block)
            case Figure():
                mark = f"{{#{block.id}}}" if block.id and not block.caption else ""
                lines = [f"![{plain(block.alternative)}]({block.file}){mark}"]
                caption = [f"图：{self.inlines.heading(block.caption)}{_id(block.id)}"] if block.caption else []
                return [*lines, *([""] if caption else []), *caption]
            case Formula():
                return f"$${tex_lines(block.math.tex)}$${_id(block.id)}".split("\n")
            case Term():
                mark = f"{{.term{_id(block.id, '')}{_pair('en', block.en)}}}"
                return self._fenced(mark, (Paragraph(block.name), *block.blocks))
            case Note() | Example():
                return self._fenced("note" if isinstance(block, Note) else "example", block.blocks)
            case Provision():
                pairs = (
                    ("kind", block.kind),
                    ("aspect", block.aspect),
                    ("class", block.grade),
                    ("verify", block.verify),
                )
                given = "".join(_pair(key, value) for key, value in pairs)
                return self._fenced(f"{{.provision #{block.id}{given}}}", block.blocks)
            case Quote(blocks=blocks):
                return [f"> {line}".rstrip() for line in self._blocks(blocks)] or [">"]
            case Listing(text=text):
                longest = max((len(run) for run in re.findall("`+", text)), default=0)
                fence = "`" * max(3, longest + 1)
                return [fence, *text.split("\n"), fence]
            case Changed():
                raise HasChanges
            case _:
                return []

    def _fenced(self, mark: str, blocks: tuple[Block, ...]) -> Lines:
        return [f"::: {mark}", *self._blocks(blocks, outer=True), ":::"]

    def _list(self, block: ListBlock, other: bool) -> Lines:
        tight = all(_is_tight(item) for item in block.items)
        lines: Lines = []
        for place, item in enumerate(block.items, 1):
            mark = f"{place}{')' if other else '.'}" if block.ordered else "*" if other else "-"
            inside = self._tight(item) if tight else self._blocks(item)
            lines += [""] if lines and not tight else []
            lines += _hung(mark, inside, len(mark) + 1, own_line=bool(item) and isinstance(item[0], _OPEN))
        return lines

    def _tight(self, item: tuple[Block, ...]) -> Lines:
        return [line for block in item for line in self._block(block, other=False)]

    def _table(self, table: Table) -> Lines:
        caption = f"表：{self.inlines.heading(table.caption)}{_id(table.id)}" if table.caption or table.id else ""
        rows = [*_placed(table.head[:1], table.width), *_placed((*table.head[1:], *table.body), table.width)]
        if not table.head:
            rows.insert(0, [None] * table.width)
        lines = [self._row(row) for row in rows]
        rule = f"|{'|'.join(_RULES[align] for align in _aligns(table))}|"
        return [*([caption, ""] if caption else []), lines[0], rule, *lines[1:]]

    def _row(self, row: "Sequence[Cell | str | None]") -> str:
        texts = (self.inlines.cell(one.inlines) if isinstance(one, Cell) else one or "" for one in row)
        return f"| {' | '.join(texts)} |"


def _placed(rows: Sequence[tuple[Cell, ...]], width: int) -> "list[list[Cell | str | None]]":
    """The cells on their places, with the marks of spans on those that they cover."""
    grid: list[list[Cell | str | None]] = [[None] * width for _ in rows]
    for r, row in enumerate(rows):
        c = 0
        for cell in row:
            while c < width and grid[r][c] is not None:
                c += 1
            for down in range(r, min(r + cell.rows, len(rows))):
                for across in range(c, min(c + cell.columns, width)):
                    grid[down][across] = cell if (down, across) == (r, c) else "^^" if across == c else "<<"
            c += cell.columns
    return grid


def _aligns(table: Table) -> list[Align]:
    """Of each column: that of the first cell that begins in it."""
    found: list[Align] = [""] * table.width
    for row in reversed((*_placed(table.head, table.width), *_placed(table.body, table.width))):
        for place, cell in enumerate(row):
            if isinstance(cell, Cell):
                found[place] = cell.align
    return found


def _is_tight(item: tuple[Block, ...]) -> bool:
    """Whether an item needs no blank line: one paragraph, or one with lists of such items below it."""
    kinds = [type(block) for block in item]
    if not kinds:
        return True
    if kinds[0] is not Paragraph or any(kind is not ListBlock for kind in kinds[1:]) or len(kinds) > 2:
        return False
    return all(_is_tight(inner) for block in item if isinstance(block, ListBlock) for inner in block.items)


def _hung(mark: str, lines: Lines, width: int, own_line: bool = False) -> Lines:
    """Lines behind a marker, the later ones indented by `width`. `own_line`: the marker stands alone on its line."""
    indented = [" " * width + line if line else "" for line in lines]
    if own_line or not lines:
        return [mark, *indented]
    return [f"{mark.ljust(width - 1)} {lines[0]}", *indented[1:]]


def _spaced(parts: Iterable[Lines]) -> Lines:
    """The parts with a blank line between them."""
    filled = [part for part in parts if part]
    return [line for before, part in pairwise([[], *filled]) for line in ([""] * bool(before) + part)]


def _id(name: str, braces: str = "{}") -> str:
    return (f" {braces[0]}#{name}{braces[1]}" if braces else f" #{name}") if name else ""


def _pair(key: str, value: str) -> str:
    return f" {key}={quoted(value, always=key in _QUOTED)}" if value else ""
