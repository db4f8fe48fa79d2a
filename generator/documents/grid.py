"""What a spreadsheet, a Word file or a PDF is made of: grids of typed cells, books of sheets, documents of sections.

Plain data in one language, ready to be written. A cell is by the kind of its column:

    text                str
    integer             int
    percent             Decimal or int, 50 is 50 %
    yuan                int, in 分; shown in yuan with two decimals
    ten-thousand-yuan   int, in 分; shown in 万元, with as many decimals as the column needs
    date                str, an ISO date; anything else is shown as it is

None is an empty cell. A str in a column of numbers is a note instead of one, such as "面议".
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from generator.texts import Lang

CellKind = Literal["text", "integer", "percent", "yuan", "ten-thousand-yuan", "date"]
Cell = str | int | Decimal | None
NUMERIC: frozenset[CellKind] = frozenset(("integer", "percent", "yuan", "ten-thousand-yuan"))

_FEN = {"yuan": Decimal(100), "ten-thousand-yuan": Decimal(1_000_000)}
_MOST_DECIMALS = 6


@dataclass(frozen=True, slots=True)
class Grid:
    """A table. `titles`: lines above it, the first is its name. `widths`: in half-width characters, one a column.

    `rows` and `sums` have as many cells as there are headings; `notes` are lines below it. `mark` says what the
    table is not, such as 非正式 or 示例, and is shown wherever the table is. Raises ValueError for ragged rows.
    """

    titles: tuple[str, ...]
    headings: tuple[str, ...]
    kinds: tuple[CellKind, ...]
    widths: tuple[int, ...]
    rows: tuple[tuple[Cell, ...], ...]
    sums: tuple[Cell, ...] | None = None
    mark: str = ""
    notes: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        width = len(self.headings)
        parts = (self.kinds, self.widths, *self.rows, *((self.sums,) if self.sums else ()))
        if not width or not self.titles or any(len(part) != width for part in parts):
            raise ValueError(f"a grid of {width} columns holds a row that is longer or shorter")

    @property
    def title(self) -> str:
        return self.titles[0]

    def decimals(self) -> tuple[int, ...]:
        """How many decimals the numbers of each column are shown with, so that they line up."""
        every = (*self.rows, self.sums) if self.sums else self.rows
        return tuple(_decimals(kind, (row[place] for row in every)) for place, kind in enumerate(self.kinds))

    def texts(self) -> Iterator[tuple[str, ...]]:
        """The rows, then the sums if there are any, as texts that a reader sees."""
        decimals = self.decimals()
        for row in (*self.rows, *((self.sums,) if self.sums else ())):
            yield tuple(shown(*cell) for cell in zip(self.kinds, row, decimals, strict=True))


@dataclass(frozen=True, slots=True)
class Properties:
    """What a file says about itself. `created`: an ISO date; the file's own and only time."""

    title: str
    author: str = ""
    subject: str = ""
    keywords: str = ""
    created: str = "1970-01-01"
    lang: Lang = "zh"


@dataclass(frozen=True, slots=True)
class Sheet:
    """A grid in a book, under the name of its tab: at most 31 characters, none of `[]:*?/\\`.

    `hidden`: for programs; readers find it among the hidden sheets, and it is not printed with the others.
    """

    name: str
    grid: Grid
    hidden: bool = False


@dataclass(frozen=True, slots=True)
class Book:
    """A spreadsheet file."""

    properties: Properties
    sheets: tuple[Sheet, ...]


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A plain paragraph."""

    text: str


@dataclass(frozen=True, slots=True)
class Items:
    """A list; numbered from 1 where its order means something."""

    items: tuple[str, ...]
    numbered: bool = False


Block = Paragraph | Items | Grid


@dataclass(frozen=True, slots=True)
class Section:
    """A heading (level 1 or 2) and what follows it; in a Word file one without a title has no heading."""

    title: str
    blocks: tuple[Block, ...] = ()
    level: Literal[1, 2] = 1


@dataclass(frozen=True, slots=True)
class Document:
    """A Word or PDF file. `cover`: lines below the title, each a label and what it says; no lines, no cover page.

    `contents`: whether there is a list of its sections. `landscape`: for wide tables. `signature`: lines at the
    end, to the right, such as the issuing body and the date. `mark`: as in `Grid`; on the cover and every page.
    """

    properties: Properties
    title: str
    sections: tuple[Section, ...]
    subtitle: str = ""
    cover: tuple[tuple[str, str], ...] = ()
    signature: tuple[str, ...] = ()
    mark: str = ""
    contents: bool = True
    landscape: bool = False

    def strings(self) -> Iterator[str]:
        """Every text that is shown."""
        yield from (self.title, self.subtitle, self.mark, self.properties.title, *self.signature)
        for line in self.cover:
            yield from line
        for section in self.sections:
            yield section.title
            for block in section.blocks:
                yield from _strings(block)


def shown(kind: CellKind, cell: Cell, decimals: int = 0) -> str:
    """A cell as a reader sees it.

    >>> shown("yuan", 320000, 2), shown("ten-thousand-yuan", 12_000_000, 0), shown("percent", 50)
    ('3,200.00', '12', '50%')
    """
    if cell is None or isinstance(cell, str):
        return cell or ""
    if kind == "percent":
        return f"{cell:.{decimals}f}%"
    if kind in _FEN:
        return f"{number(kind, cell):,.{decimals}f}"
    return f"{cell:,}" if kind == "integer" else str(cell)


def number(kind: CellKind, cell: int | Decimal) -> Decimal:
    """A cell's number in the unit its column is shown in: yuan, 万元, per cent or ones."""
    return cell / _FEN[kind] if kind in _FEN else Decimal(cell)


def width_of(text: str) -> int:
    """How wide a text is, in half-width characters; of several lines the widest."""
    return max((sum(2 if ord(c) > 0x2E7F else 1 for c in line) for line in text.split("\n")), default=0)


def fitting(kind: CellKind, heading: str, cells: Iterable[Cell], least: int = 6, most: int = 36) -> int:
    """A width that a column is easy to read in."""
    widest = max((width_of(shown(kind, cell, 2)) for cell in cells), default=0)
    return max(least, min(max(widest, min(width_of(heading), 12)) + 2, most))


def _decimals(kind: CellKind, cells: Iterable[Cell]) -> int:
    if kind == "yuan":
        return 2
    if kind not in ("percent", "ten-thousand-yuan"):
        return 0
    needed = (_places(number(kind, cell)) for cell in cells if cell is not None and not isinstance(cell, str))
    return min(max(needed, default=0), _MOST_DECIMALS)


def _places(value: Decimal) -> int:
    exponent = value.normalize().as_tuple().exponent
    return max(-exponent, 0) if isinstance(exponent, int) else 0


def _strings(block: Block) -> Iterator[str]:
    match block:
        case Paragraph(text):
            yield text
        case Items(items):
            yield from items
        case Grid():
            yield from (*block.titles, *block.headings, block.mark, *block.notes)
            for row in block.texts():
                yield from row
