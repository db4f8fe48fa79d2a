"""What `catalog voucher eligible` prints: lines aligned for Chinese, tables on a terminal, JSON."""

from collections.abc import Iterator, Sequence

from generator.cli.frame import say
from generator.exports.api_types import SCHEMA_VERSION
from generator.exports.computed import published
from generator.exports.json_text import json_document
from generator.exports.names import Names
from generator.project import Project
from generator.texts import Lang, Text
from generator.vouchers.eligibility import MARKS, OUTCOMES, Assessment, Result

_HEADS = (
    Text("", ""),
    Text("条件", "Criterion"),
    Text("查到", "Found"),
    Text("条款", "Clause"),
    Text("要做什么", "What to do"),
)
_GAP = "  "


def as_json(found: Sequence[Assessment], project: Project, on: str) -> str:
    """The listings with their criteria, as the API publishes them."""
    names = Names(project)
    listings = [
        {
            "listing": names.entry(one.listing),
            "voucher": names.entry(one.voucher),
            "product": names.entry(one.product) if one.product else None,
            "vendor": names.entry(one.vendor) if one.vendor else None,
            **{key: value for key, value in published(one, on).items() if key != "on"},
        }
        for one in found
    ]
    many = sum(one.listed for one in found)
    head = {"schema_version": SCHEMA_VERSION, "on": on, "count": len(found), "listed": many, "listings": listings}
    return json_document(head).decode().rstrip("\n")


def lines(found: Sequence[Assessment], project: Project, on: str, lang: Lang) -> Iterator[str]:
    """Plain text: how many qualify, then each listing with a line for each criterion."""
    from rich.cells import cell_len

    yield summary(found, on, lang)
    for one in found:
        rows = [[head.of(lang) for head in _HEADS], *(_cells(result, lang) for result in one.results)]
        wide = [max(cell_len(row[n]) for row in rows) for n in range(len(_HEADS))]
        yield ""
        yield title(one, project, lang)
        for row in rows:
            cells = (cell + " " * (wide[n] - cell_len(cell)) for n, cell in enumerate(row))
            yield (_GAP + _GAP.join(cells)).rstrip()


def on_terminal(found: Sequence[Assessment], project: Project, on: str, lang: Lang) -> None:
    """The same as tables that fit the terminal."""
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text as Cell

    console = Console(highlight=False)
    console.print(Cell(summary(found, on, lang)))
    for one in found:
        table = Table(title=Cell(title(one, project, lang), style="bold"), title_justify="left", expand=True)
        for head, ratio in zip(_HEADS, (None, 4, 4, 1, 4), strict=True):
            table.add_column(Cell(head.of(lang)), ratio=ratio, min_width=None if ratio else 8)
        for result in one.results:
            style = {"met": "green", "not-met": "red", "not-stated": "yellow"}.get(result.outcome, "dim")
            mark, *rest = _cells(result, lang)
            table.add_row(Cell(mark, style=style), *map(Cell, rest))
        console.print()
        console.print(table)


def summary(found: Sequence[Assessment], on: str, lang: Lang) -> str:
    """How many listings qualify."""
    many = sum(one.listed for one in found)
    zh = f"{on}：{len(found)} 个目录条目，{many} 个列入，{len(found) - many} 个不列入。"
    noun = "listing" if len(found) == 1 else "listings"
    return say(lang, zh, f"{on}: {len(found)} {noun}, {many} listed, {len(found) - many} not listed.")


def title(one: Assessment, project: Project, lang: Lang) -> str:
    """Listed or not, then which listing, for which programme."""
    state = say(lang, "列入", "listed") if one.listed else say(lang, "不列入", "not listed")
    entry, programme = project.get(one.listing), project.get(one.voucher)
    name = entry.name.of(lang) if entry else ""
    into = programme.name.of(lang) if programme else one.voucher
    return say(lang, f"{state}：{name}（{one.listing}），{into}", f"{state}: {name} ({one.listing}), {into}")


def _cells(result: Result, lang: Lang) -> list[str]:
    mark = f"{MARKS[result.outcome]} {OUTCOMES[result.outcome].of(lang)}"
    texts = (result.text.of(lang), result.value.of(lang), result.clause, result.remedy.of(lang))
    return [mark, *texts]
