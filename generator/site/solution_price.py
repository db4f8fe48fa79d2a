"""What a solution costs, computed from what fills its slots: totals first, then every line, then what is missing."""

from collections.abc import Sequence

from generator.markup import Html, Template
from generator.pricing import NotStated, PriceLine, solution_price
from generator.project import Entry
from generator.site import words
from generator.site.tables import table
from generator.site.view import EMPTY, View, join, money, number
from generator.texts import Text

_TITLE = Template("<h3>{}</h3>")
_TOTALS = Template('<dl class="numbers">{}</dl>')
_TOTAL = Template("<div><dt>{}</dt><dd>{}</dd></div>")
_NOTE = Template('<p class="muted">{}</p>')

_REASONS = {
    "no-product": Text("产品信息不可读", "the product cannot be read"),
    "no-prices": Text("未说明价格", "no prices stated"),
    "not-valid": Text("没有当前有效的价格", "no price that is valid today"),
    "no-size": Text("未说明规模", "no size stated"),
    "no-usage": Text("未说明用量", "no use stated"),
    "incomplete": Text("价格不完整", "the price is incomplete"),
}


def solution_prices(view: View, entry: Entry) -> Html:
    """The prices of a solution; nothing where none of its products states one."""
    price = solution_price(view.project, entry)
    if not price.lines:
        return EMPTY
    totals = [
        (view.say("一次性（元）", "Once (CNY)"), price.once),
        (view.say("每年（元）", "Per year (CNY)"), price.yearly),
    ]
    if price.usage:
        totals.append((view.say("按所述用量（元）", "For the use stated (CNY)"), price.usage))
    shown = _TOTALS.format(join(_TOTAL.format(label, money(value)) for label, value in totals))
    note = view.say(
        "按组成产品的目录价和上述规模计算，含税，不含实施安装。",
        "Computed from the products' list prices and the size above; tax included, installation not.",
    )
    if price.negotiated:
        note += view.say("其中有协议价，仅供参考。", " Some prices are negotiated: a guide only.")
    return (
        _TITLE.format(view.say("价格测算", "Computed price"))
        + shown
        + _NOTE.format(note)
        + _lines(view, price.lines)
        + (_missing(view, price.not_stated) if price.not_stated else EMPTY)
    )


def _lines(view: View, lines: Sequence[PriceLine]) -> Html:
    rows = []
    for line in lines:
        component = line.component
        charge = words.choice("charge", component.charge, view.lang)
        if component.period:
            charge += view.say("，每", ", per ") + words.choice("period", component.period, view.lang)
        rows.append(
            [
                view.entry(f"products/{line.product}"),
                view.text(component.name.text)
                if component.name
                else view.term("billing-dimensions", component.dimension),
                Html.escape(charge),
                Html.escape(number(line.units)),
                Html.escape(money(line.amount)),
            ]
        )
    heads = [
        view.say("产品", "Product"),
        view.say("项目", "Component"),
        view.say("收费方式", "Charge"),
        view.say("数量", "Units"),
        view.say("金额（元；周期项按一年）", "Amount (CNY; a year of what recurs)"),
    ]
    return table(view.say("价格明细", "Price lines"), heads, rows, [False, False, False, True, True], "table--prices")


def _missing(view: View, found: Sequence[NotStated]) -> Html:
    items = join(
        Template("<li>{}：{}</li>" if view.lang == "zh" else "<li>{}: {}</li>").format(
            view.entry(f"products/{one.product}"), _REASONS[one.reason].of(view.lang)
        )
        for one in found
    )
    title = view.say("未计入价格的部分", "Not in the price")
    return Template('<p class="note">{}</p><ul class="links">{}</ul>').format(title, items)
