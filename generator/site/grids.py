"""Grids, which documents and spreadsheets are made of, as tables of pages."""

from dataclasses import replace
from typing import TypeVar

from generator.documents.grid import NUMERIC, Grid
from generator.markup import Html, escaped, fill
from generator.site.tables import table
from generator.site.view import EMPTY, View

C = TypeVar("C")


def grid_table(view: View, grid: Grid, label: str, most: int = 500, style: str = "table--stack") -> Html:
    """A grid's rows, its sums last. At most so many rows; how many are left away is said."""
    texts = tuple(grid.texts())
    shown = texts[:most] if len(texts) > most else texts
    rows = [[escaped(cell) for cell in row] for row in shown]
    keep = [place for place in range(len(grid.headings)) if any(row[place] for row in rows)]
    made = table(
        label,
        [grid.headings[place] for place in keep],
        [[row[place] for place in keep] for row in rows],
        [grid.kinds[place] in NUMERIC for place in keep],
        style,
    )
    left = len(texts) - len(shown)
    more = view.say(f"另有 {left} 行，见下载的文件。", f"{left} more rows are in the files to download.")
    return made + (fill('<p class="muted">{}</p>', more) if left else EMPTY)


def without(grid: Grid, place: int) -> Grid:
    """A grid without one of its columns: an id, say, that tells a reader of a page nothing."""

    def cut(cells: tuple[C, ...]) -> tuple[C, ...]:
        return (*cells[:place], *cells[place + 1 :])

    sums = cut(grid.sums) if grid.sums else None
    rows = tuple(map(cut, grid.rows))
    return replace(
        grid, headings=cut(grid.headings), kinds=cut(grid.kinds), widths=cut(grid.widths), rows=rows, sums=sums
    )
