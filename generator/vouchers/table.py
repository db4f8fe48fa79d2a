"""The tables of a programme's catalogue, as data: what every format writes, in the columns the programme asks for."""

from collections.abc import Iterable, Mapping, Sequence
from decimal import ROUND_CEILING, Decimal

from generator.documents.grid import Cell, CellKind, Grid, fitting, shown
from generator.model.voucher import Column, Table, Voucher
from generator.project import Entry
from generator.texts import Lang, Text
from generator.vouchers.published import Row, Value

LABELS: Mapping[str, Text] = {
    "number": Text("序号", "No."),
    "branch": Text("一级目录", "Branch"),
    "category": Text("二级目录", "Category"),
    "grade": Text("等级", "Grade"),
    "product": Text("产品名称", "Product"),
    "model": Text("型号", "Model"),
    "version": Text("版本", "Version"),
    "vendor": Text("供应商", "Vendor"),
    "vendor-city": Text("供应商所在地", "Vendor's city"),
    "subsidy-class": Text("类别", "Class"),
    "ratio": Text("奖补比例上限（%）", "Ratio, at most (%)"),
    "ceiling": Text("奖补上限（元）", "Ceiling (CNY)"),
    "exclusion-group": Text("互斥组", "Exclusion group"),
    "price": Text("价格", "Price"),
    "price-once": Text("一次性价格（元）", "Price, once (CNY)"),
    "price-yearly": Text("每年价格（元）", "Price, yearly (CNY)"),
    "capabilities": Text("能力指标", "Capabilities"),
    "certificate": Text("证书", "Certificate"),
    "cities": Text("供货地市", "Available in"),
    "valid-from": Text("有效期始", "Valid from"),
    "valid-until": Text("有效期止", "Valid until"),
    "notice": Text("公示", "Notice"),
    "summary": Text("简介", "Summary"),
    "address": Text("网页", "Page"),
}
"""What each published value is called where the programme gives it no heading of its own."""

MONEY = frozenset(("ceiling", "price-once", "price-yearly"))
"""Values in fen."""

_KINDS: Mapping[str, CellKind] = {"number": "integer", "ratio": "percent", "valid-from": "date", "valid-until": "date"}
_SUM = Text("合计", "Total")
_COUNT = Text("共{count}项", "{count} listings")


def table(
    voucher: Entry,
    table_id: str,
    rows: Sequence[Row],
    lang: Lang,
    *,
    captions: tuple[str, ...] = (),
    notes: tuple[str, ...] = (),
    mark: str = "",
) -> Grid:
    """A table of a programme: its rows by category, class and listing, numbered from 1, and how many they are.

    `captions`: lines below the title. Raises LookupError where the programme has no such table.
    """
    model = voucher.as_a(Voucher)
    found = next((one for one in model.tables if one.id == table_id), None)
    if found is None:
        raise LookupError(f"{voucher.id} has no table {table_id}")
    return _grid(found, ordered(model, rows), lang, captions=captions, notes=notes, mark=mark)


def ordered(voucher: Voucher, rows: Iterable[Row]) -> tuple[Row, ...]:
    """Rows in the order of the programme's categories and classes, then by listing."""
    names = {category.id: category.name.zh for category in voucher.categories}
    categories = {
        (names.get(category.parent or ""), category.name.zh): place for place, category in enumerate(voucher.categories)
    }
    classes = {one.name.zh: place for place, one in enumerate(voucher.classes)}

    def key(row: Row) -> tuple[int, int, str]:
        branch, category = (_plain(row.values.get(name), "zh") or None for name in ("branch", "category"))
        last = len(categories) + len(classes)
        place = categories.get((branch, category or ""), last)
        return place, classes.get(_plain(row.values.get("subsidy-class"), "zh"), last), row.listing

    return tuple(sorted(rows, key=key))


def kind_of(column: Column) -> CellKind:
    """How a column is written. Money is never written as the fen it is counted in."""
    if column.shows in MONEY:
        return column.format if column.format in ("yuan", "ten-thousand-yuan", "text") else "yuan"
    natural = _KINDS.get(column.shows, "text")
    return column.format if natural != "text" and column.format == "text" else natural


def cell_of(shows: str, value: Value, kind: CellKind, lang: Lang) -> Cell:
    """A value in a column of a kind."""
    if isinstance(value, Text):
        return value.of(lang)
    if kind != "text" or value is None or isinstance(value, str):
        return value
    return shown("yuan", value, 2) if shows in MONEY else f"{value:f}%" if isinstance(value, Decimal) else str(value)


def widths_of(
    kinds: Sequence[CellKind], headings: Sequence[str], rows: Sequence[Sequence[Cell]], wanted: Sequence[int | None]
) -> tuple[int, ...]:
    """The width of each column: what is wanted, else what its cells need."""
    return tuple(
        want or fitting(kind, heading, (row[place] for row in rows[:2000]))
        for place, (kind, heading, want) in enumerate(zip(kinds, headings, wanted, strict=True))
    )


def _grid(
    made: Table, rows: Sequence[Row], lang: Lang, *, captions: tuple[str, ...], notes: tuple[str, ...], mark: str
) -> Grid:
    columns = made.columns
    kinds = tuple(map(kind_of, columns))
    cells = tuple(
        tuple(
            number if column.shows == "number" else cell_of(column.shows, row.values.get(column.shows), kind, lang)
            for column, kind in zip(columns, kinds, strict=True)
        )
        for number, row in enumerate(rows, 1)
    )
    headings = tuple(column.label.of(lang) for column in columns)
    wanted = [int(c.width.to_integral_value(ROUND_CEILING)) if c.width else None for c in columns]
    return Grid(
        titles=(made.title.of(lang), *captions),
        headings=headings,
        kinds=kinds,
        widths=widths_of(kinds, headings, cells, wanted),
        rows=cells,
        sums=_sums(kinds, len(rows), lang),
        mark=mark,
        notes=notes,
    )


def _sums(kinds: Sequence[CellKind], count: int, lang: Lang) -> tuple[Cell, ...]:
    """How many listings there are. Prices of one unit and ceilings of categories make no sum that means anything."""
    sums: list[Cell] = [None] * len(kinds)
    words = [_SUM.of(lang), _COUNT.fill(lang, {"count": count})]
    free = [place for place, kind in enumerate(kinds) if kind in ("text", "integer")] or [0]
    if len(free) > 1:
        sums[free[0]], sums[free[1]] = words
    else:
        sums[free[0]] = " ".join(words)
    return tuple(sums)


def _plain(value: Value, lang: Lang) -> str:
    return value.of(lang) if isinstance(value, Text) else "" if value is None else str(value)
