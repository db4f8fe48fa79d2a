"""A pipe table becomes a grid with spans: `^^` joins the cell above, `<<` the cell to its left."""

from typing import Any

from generator.drafts import codes
from generator.drafts.ast import Node, Position, attributes
from generator.drafts.inlines import Inlines
from generator.drafts.model import Align, Cell, Inline, Table, Words

_ALIGN: dict[str, Align] = {"AlignLeft": "left", "AlignCenter": "center", "AlignRight": "right"}
Place = tuple[int, int]
Content = tuple[tuple[Inline, ...], Position]


def read_table(
    content: list[Any], caption: tuple[Inline, ...], name: str, position: Position, inlines: Inlines
) -> Table:
    """The table of a pandoc Table node. A span that is no rectangle is reported, and its cells stay apart."""
    attr = attributes(content[0])
    aligns = tuple(_ALIGN.get(column[0]["t"], "") for column in content[2])
    place = attr.position or position
    head = _grid(content[3][1], place, inlines)
    body = _grid([row for part in content[4] for row in part[3]], place, inlines)
    return Table(
        name or attr.id,
        caption,
        len(aligns),
        _spanned(head, aligns, inlines),
        _spanned(body, aligns, inlines),
        line=place[0],
    )


def _grid(rows: list[Any], position: Position, inlines: Inlines) -> list[list[Content]]:
    grid: list[list[Content]] = []
    for row in rows:
        cells: list[Content] = []
        for cell in row[1]:
            blocks: list[Node] = cell[4]
            nodes = [node for block in blocks if block["t"] in ("Plain", "Para") for node in block["c"]]
            place = _first_position(nodes) or position
            cells.append((inlines.convert(nodes, place)[0], place))
            position = place
        grid.append(cells)
    return grid


def _first_position(nodes: list[Node]) -> Position | None:
    if nodes and nodes[0]["t"] in ("Span", "Code", "Link", "Image"):
        return attributes(nodes[0]["c"][0]).position
    return None


def _spanned(grid: list[list[Content]], aligns: tuple[Align, ...], inlines: Inlines) -> tuple[tuple[Cell, ...], ...]:
    owner: dict[Place, Place] = {}
    areas: dict[Place, list[Place]] = {}
    for r, row in enumerate(grid):
        for c, (content, position) in enumerate(row):
            mark = content[0].text if len(content) == 1 and isinstance(content[0], Words) else ""
            before = {"^^": (r - 1, c), "<<": (r, c - 1)}.get(mark)
            if before is not None and before not in owner:
                inlines.sink.add(codes.TABLE_SPAN, position, mark=mark)
                before = None
            owner[r, c] = owner[before] if before is not None else (r, c)
            areas.setdefault(owner[r, c], []).append((r, c))
    spans = {start: _span(start, area) for start, area in areas.items()}
    for start, span in spans.items():
        if span is None:
            inlines.sink.add(codes.TABLE_SPAN, grid[start[0]][start[1]][1], mark="^^ / <<")
    rows: list[tuple[Cell, ...]] = []
    for r, row in enumerate(grid):
        cells: list[Cell] = []
        for c, (content, _) in enumerate(row):
            span = spans.get(owner[r, c]) if owner[r, c] in spans else None
            if span is not None and owner[r, c] != (r, c):
                continue
            height, width = span or (1, 1)
            cells.append(Cell(content, height, width, aligns[c] if c < len(aligns) else ""))
        rows.append(tuple(cells))
    return tuple(rows)


def _span(start: Place, area: list[Place]) -> tuple[int, int] | None:
    height = max(r for r, _ in area) - start[0] + 1
    left, right = min(c for _, c in area), max(c for _, c in area)
    width = right - left + 1
    return (height, width) if left == start[1] and height * width == len(area) else None
