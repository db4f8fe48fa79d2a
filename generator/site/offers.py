"""What a buyer compares: the first figure and the price of a product or solution, in a line and in a table."""

from collections.abc import Iterable, Sequence

from generator.markup import Html, Template
from generator.model.parts import Price, Quantity
from generator.project import Entry
from generator.site import words
from generator.site.pieces import MUTED
from generator.site.solution_price import price_line
from generator.site.tables import table
from generator.site.view import BASES, EMPTY, STATISTICS, View, join, money

_FIGURE = Template("{} {}")
_STATEMENT = Template('{} <span class="note">· {}</span>')
_PIECE = Template("<span>{}</span>")
_FIELDS = {"products": "capabilities", "solutions": "achieves"}
_STATED = ("capabilities", "achieves", "results")

MOST_OFFERS = 60
"""Rows of a table of solutions; the rest is in the JSON."""


def figure(view: View, entry: Entry) -> Html:
    """The first figure that an entry states, with its metric; nothing where it states none."""
    stated = entry.data.get(_FIELDS.get(entry.kind.folder, ""))
    if not stated:
        return EMPTY
    quantity = Quantity.model_validate(stated[0])
    metric = view.project.get(f"metrics/{quantity.metric}")
    return _FIGURE.format(view.text(metric.name) if metric else quantity.metric, statement(view, quantity))


def statement(view: View, quantity: Quantity) -> Html:
    """A bound with its statistic and basis: `≤ 15 ms · 99th percentile · declared`."""
    notes = (STATISTICS[quantity.statistic].of(view.lang), BASES[quantity.basis].of(view.lang))
    return _STATEMENT.format(view.bounds(quantity), " · ".join(notes))


def statement_about(view: View, entry: Entry, metric: str) -> Html:
    """What an entry states first about a metric."""
    for field in _STATED:
        for stated in entry.data.get(field) or ():
            if stated.get("metric") == metric:
                return statement(view, Quantity.model_validate(stated))
    return EMPTY


def price(view: View, entry: Entry) -> str:
    """A solution's totals, or a product's first price; empty where nothing is stated."""
    if entry.kind.folder == "solutions":
        return price_line(view, entry)
    stated = entry.data.get("prices")
    return _first_price(view, Price.model_validate(stated[0])) if stated else ""


def _first_price(view: View, first: Price) -> str:
    amounts = [first.amount] if first.amount is not None else [tier.amount for tier in first.tiers]
    if not amounts:
        return ""
    least = money(min(amounts))
    shown = view.say(f"{least} 元", f"CNY {least}")
    if len(amounts) > 1:
        shown = view.say(f"{shown}起", f"from {shown}")
    unit = view.term_text("billing-dimensions", first.dimension)
    charge = words.choice("charge", first.charge, view.lang)
    if first.period:
        period = words.choice("period", first.period, view.lang)
        charge = view.say(f"每{period}", f"per {period}")
    return view.say(f"{shown}（{unit}，{charge}）", f"{shown} ({unit.lower()}, {charge})")


def solutions_table(view: View, solutions: Iterable[Entry]) -> Html:
    """Solutions side by side: vendor, first figure, price. Real ones first."""
    found = sorted(solutions, key=lambda entry: (entry.example, entry.slug))
    if not found:
        return EMPTY
    rows: list[Sequence[Html]] = [
        [
            view.entry(one.id),
            view.entry(f"organisations/{one.data.get('vendor')}"),
            figure(view, one),
            Html.escape(price(view, one) or view.say("未说明", "not stated")),
        ]
        for one in found[:MOST_OFFERS]
    ]
    heads = [
        view.say("方案", "Solution"),
        view.say("供应商", "Vendor"),
        view.say("主要指标", "First figure"),
        view.say("价格测算", "Computed price"),
    ]
    more = EMPTY
    if len(found) > MOST_OFFERS:
        rest = len(found) - MOST_OFFERS
        more = MUTED.format(view.say(f"另有 {rest} 个方案，见 JSON。", f"{rest} more in the JSON."))
    return table(view.say("方案", "Solutions"), heads, rows, [False] * 4, "table--stack") + more


def offer_line(view: View, entry: Entry) -> Html:
    """Figure and price of a product or solution, for lists."""
    parts = [figure(view, entry), Html.escape(price(view, entry))]
    return join(_PIECE.format(part) for part in parts if part)
