"""Tables of a Word file as grids with spans, the first row as the head."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Protocol, TypeVar

from lxml import etree

from generator.drafts.changes import joined
from generator.drafts.model import Align, Break, Cell, Inline, Table, Words
from generator.standards.word_in.names import Element, W, is_on, local, value
from generator.standards.word_in.report import Remarks
from generator.texts import Text

MOST_COLUMNS = 64
_ALIGN: dict[str, Align] = {"center": "center", "right": "right", "end": "right", "distribute": "center"}

Read = Callable[[Element], tuple[Inline, ...]]


@dataclass(slots=True)
class _Place:
    """A cell of one row: over so many columns, `merge` as Word has it ("restart", "continue" or "")."""

    inlines: tuple[Inline, ...]
    columns: int
    merge: str
    align: Align
    rows: int = 1


def read_table(table: Element, read: Read, remarks: Remarks) -> Table:
    """The table without id and caption. `read` reads a paragraph of it."""
    rows: list[list[_Place]] = []
    heads = 0
    for element in _rows(table):
        if len(rows) == heads and _is_head(element):
            heads += 1
        rows.append([_place(cell, read, remarks) for cell in _cells(element)])
        rows[-1] = [*_blank(element, "gridBefore"), *rows[-1], *_blank(element, "gridAfter")]
    rows = [row for row in rows if row]
    width = max((sum(place.columns for place in row) for row in rows), default=0)
    for row in rows:
        row += [_Place((), 1, "", "") for _ in range(width - sum(place.columns for place in row))]
    if heads > 1:
        remarks.add(
            Text("表头多于一行（其余各行作为表体）", "a table's head of several rows (the others are in its body)")
        )
    head, body = _spanned(rows[:1], width), _spanned(rows[1:], width)
    if rows[1:] and any(place.merge == "continue" for place in rows[1]):
        remarks.add(Text("表头与表体之间的合并单元格", "a cell merged over head and body of a table"), lost=True)
    aligns = _aligns(body, width)
    return Table("", (), width, _aligned(head, aligns), _aligned(body, aligns))


def _rows(table: Element) -> Iterator[Element]:
    for child in table.iterchildren(etree.Element):
        if local(child) == "tr":
            yield child
        elif local(child) in ("sdt", "sdtContent", "customXml", "ins", "moveTo"):
            yield from _rows(child)


def _cells(row: Element) -> Iterator[Element]:
    for child in row.iterchildren(etree.Element):
        if local(child) == "tc":
            yield child
        elif local(child) in ("sdt", "sdtContent", "customXml", "ins", "moveTo"):
            yield from _cells(child)


def _is_head(row: Element) -> bool:
    return is_on(row.find(f"{W}trPr/{W}tblHeader"))


def _blank(row: Element, name: str) -> list[_Place]:
    return [_Place((), 1, "", "") for _ in range(_number(row.find(f"{W}trPr/{W}{name}"), 0))]


def _number(element: Element | None, least: int) -> int:
    text = value(element)
    return min(max(int(text), least), MOST_COLUMNS) if text.isdecimal() and len(text) < 5 else least


def _place(cell: Element, read: Read, remarks: Remarks) -> _Place:
    look = cell.find(W + "tcPr")
    merge = look.find(W + "vMerge") if look is not None else None
    columns = _number(look.find(W + "gridSpan") if look is not None else None, 1)
    texts = [(paragraph, read(paragraph)) for paragraph in cell.iter(W + "p")]
    if cell.find(f".//{W}tbl") is not None:
        remarks.add(Text("表格里的表格（保留了文字）", "a table inside a table (its text is kept)"), lost=True)
    said = [inlines for _, inlines in texts if inlines]
    if len(said) > 1 or any(isinstance(one, Break) for inlines in said for one in inlines):
        remarks.add(Text("单元格里的多个段落（并为一段）", "several paragraphs in a cell (now one)"))
    inlines: tuple[Inline, ...] = ()
    for one in said:
        inlines = joined([*inlines, *((Words(" "),) if inlines else ()), *_unbroken(one)])
    align = _ALIGN.get(value(texts[0][0].find(f"{W}pPr/{W}jc")), "") if texts else ""
    kind = "" if merge is None else value(merge) or "continue"
    return _Place(inlines, columns, kind, align)


def _unbroken(inlines: tuple[Inline, ...]) -> list[Inline]:
    return [Words(" ") if isinstance(one, Break) else one for one in inlines]


def _spanned(rows: list[list[_Place]], width: int) -> tuple[tuple[_Place, ...], ...]:
    """The rows without the cells that one above covers; a cell that goes on where none began stays by itself."""
    above: dict[int, _Place] = {}
    made: list[tuple[_Place, ...]] = []
    for row in rows:
        at, kept = 0, []
        going: dict[int, _Place] = {}
        for place in row:
            before = above.get(at)
            if place.merge == "continue" and before is not None and before.columns == place.columns:
                before.rows += 1
                going[at] = before
            else:
                kept.append(place)
                if place.merge:
                    going[at] = place
            at += place.columns
        above = going
        made.append(tuple(kept))
    return tuple(made)


class Spanning(Protocol):
    """A cell over so many rows and columns."""

    @property
    def rows(self) -> int: ...
    @property
    def columns(self) -> int: ...


Spanned = TypeVar("Spanned", bound=Spanning)


def starts(rows: Iterable[Sequence[Spanned]]) -> Iterator[list[tuple[int, Spanned]]]:
    """Each row's cells with the columns that they begin in."""
    covered: dict[int, int] = {}
    for row in rows:
        at = 0
        found: list[tuple[int, Spanned]] = []
        for place in row:
            while covered.get(at, 0) > 0:
                at += 1
            found.append((at, place))
            at += place.columns
        covered = {column: left - 1 for column, left in covered.items() if left > 1}
        for start, place in found:
            if place.rows > 1:
                covered.update(dict.fromkeys(range(start, start + place.columns), place.rows - 1))
        yield found


def _aligns(rows: tuple[tuple[_Place, ...], ...], width: int) -> list[Align]:
    """Of each column: that of the first cell of the body that begins in it."""
    found: list[Align] = [""] * (width + 1)
    for row in reversed(list(starts(rows))):
        for column, place in row:
            if column < width:
                found[column] = place.align
    return found


def _aligned(rows: tuple[tuple[_Place, ...], ...], aligns: list[Align]) -> tuple[tuple[Cell, ...], ...]:
    return tuple(
        tuple(
            Cell(place.inlines, place.rows, place.columns, aligns[min(column, len(aligns) - 1)])
            for column, place in row
        )
        for row in starts(rows)
    )
