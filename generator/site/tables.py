"""Tables of pages: quantities, prices, and plain ones."""

from collections.abc import Sequence

from generator.markup import Html, Template, escaped, fill
from generator.model.parts import Price, Quantity, Requirement
from generator.site import words
from generator.site.cite import evidence
from generator.site.view import BASES, EMPTY, STATISTICS, View, join, money, number

_WIDE = Template(
    '<div class="wide" role="region" aria-label="{}" tabindex="0"><table class="table {}"><thead><tr>{}</tr></thead><tbody>{}</tbody></table></div>'
)
_TH = Template('<th scope="col">{}</th>')
_TH_NUMBER = Template('<th scope="col" class="num">{}</th>')
_ROW = Template("<tr>{}</tr>")
_TD = Template("<td>{}</td>")
_NUM = Template('<td class="num">{}</td>')
_NOTE = Template('<span class="note">{}</span>')
_BASIS = Template('<span class="basis basis--{}">{}</span>')


def table(
    label: str, heads: Sequence[str], rows: Sequence[Sequence[Html]], numeric: Sequence[bool], style: str = ""
) -> Html:
    """A table that scrolls inside its own frame on a narrow screen."""
    head = join((_TH_NUMBER if n else _TH).format(h) for h, n in zip(heads, numeric, strict=True))
    body = join(
        _ROW.format(join((_NUM if n else _TD).format(c) for c, n in zip(row, numeric, strict=True))) for row in rows
    )
    return _WIDE.format(label, style, head, body)


def quantities_table(view: View, values: Sequence[Quantity | Requirement], label: str) -> Html:
    """Statements about metrics: the metric, its bound with unit, statistic, basis, condition and evidence."""
    rows = []
    for value in values:
        basis, notes = EMPTY, []
        if isinstance(value, Quantity):
            basis = _BASIS.format(value.basis, BASES[value.basis].of(view.lang))
            if value.condition:
                notes.append(view.text(value.condition))
            if value.evidence:
                notes.append(evidence(view, value.evidence))
        rows.append(
            [
                view.entry(f"metrics/{value.metric}"),
                view.bounds(value),
                escaped(STATISTICS[value.statistic].of(view.lang)),
                basis,
                join((_NOTE.format(note) for note in notes), "<br>"),
            ]
        )
    heads = [
        view.say(*pair)
        for pair in (
            ("指标", "Metric"),
            ("数值", "Value"),
            ("统计口径", "Statistic"),
            ("依据", "Basis"),
            ("条件与证明", "Conditions and evidence"),
        )
    ]
    keep = [i for i in range(5) if any(row[i] for row in rows)]
    return table(
        label,
        [heads[i] for i in keep],
        [[row[i] for i in keep] for row in rows],
        [i == 1 for i in keep],
        "table--quantities",
    )


def prices_table(view: View, prices: Sequence[Price]) -> Html:
    """Price components: dimension, charge, amount or steps, and what is included."""
    rows = []
    for price in prices:
        charge = words.choice("charge", price.charge, view.lang)
        if price.period:
            charge += view.say("，每", ", per ") + words.choice("period", price.period, view.lang)
        steps = (
            _steps(view, price)
            if price.amount is None
            else [fill('<span class="money">{}</span>', money(price.amount))]
        )
        amount = join(steps, "<br>")
        notes = []
        if price.included is not None:
            notes.append(view.say(f"含 {number(price.included)}", f"{number(price.included)} included"))
        if price.minimum is not None:
            notes.append(view.say(f"最低 {money(price.minimum)} 元", f"minimum {money(price.minimum)} CNY"))
        if price.tiering:
            notes.append(words.choice("tiering", price.tiering, view.lang))
        tax = words.choice("tax", price.tax, view.lang)
        rate = (
            ""
            if price.tax_rate is None
            else view.say(f"，税率 {number(price.tax_rate)}%", f" ({number(price.tax_rate)}%)")
        )
        notes.append(view.say(tax, f"tax {tax}") + rate)
        notes.append(words.choice("kind", price.kind, view.lang))
        if price.valid:
            notes.append(f"{price.valid.start or '…'} – {price.valid.until or '…'}")
        name = view.text(price.name) if price.name else fill("<code>{}</code>", price.id)
        rows.append(
            [
                name,
                view.term("billing-dimensions", price.dimension),
                escaped(charge),
                amount,
                _NOTE.format(view.say("，", ", ").join(notes)),
            ]
        )
    heads = [
        view.say(*pair)
        for pair in (
            ("项目", "Component"),
            ("计费量纲", "Dimension"),
            ("收费方式", "Charge"),
            ("单价（元）", "Amount (CNY)"),
            ("说明", "Notes"),
        )
    ]
    return table(view.say("价格", "Prices"), heads, rows, [False, False, False, True, False], "table--prices")


def _steps(view: View, price: Price) -> list[Html]:
    steps, start = [], None
    for tier in price.tiers:
        if tier.up_to is not None:
            reach = f"≤ {number(tier.up_to)}" if start is None else f"{number(start)} – {number(tier.up_to)}"
            start = tier.up_to
        else:
            reach = f"> {number(start)}" if start is not None else view.say("全部", "all")
        steps.append(fill('<span class="note">{}</span> <span class="money">{}</span>', reach, money(tier.amount)))
    return steps
