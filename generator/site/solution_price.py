"""What a solution costs, computed from what fills its slots: totals first, then every line, then what is missing."""

from collections.abc import Sequence
from decimal import Decimal

from generator.markup import Html, Template, escaped, fill
from generator.model.parts import Price
from generator.model.solution import Solution
from generator.pricing import NotStated, PriceLine, SolutionPrice, solution_price
from generator.project import Entry
from generator.site import words
from generator.site.pieces import FACT, MUTED
from generator.site.tables import table
from generator.site.view import EMPTY, View, join, money, number
from generator.texts import Text

_TOTALS = Template('<dl class="numbers">{}</dl>')
_NEGOTIATED = Template(' <span class="badge badge--warn">{}</span>')
_SUBSIDY = Template('<p class="note">{}<a href="{}">{}</a></p>')
_STEP = Template('<span class="note">{}</span> <span class="money">{}</span>')
_MONEY = Template('<span class="money">{}</span>')

_REASONS = {
    "no-product": Text("产品信息不可读", "the product cannot be read"),
    "no-prices": Text("未说明价格", "no prices stated"),
    "not-valid": Text("没有当前有效的价格", "no price that is valid today"),
    "no-size": Text("未说明规模", "no size stated"),
    "no-usage": Text("未说明用量", "no use stated"),
    "incomplete": Text("价格不完整", "the price is incomplete"),
}


def priced(view: View, entry: Entry) -> SolutionPrice:
    """What a solution costs, computed once for all pages of a view."""
    if (kept := view.prices.get(entry.id)) is None:
        kept = view.prices[entry.id] = solution_price(view.project, entry)
    return kept


def price_line(view: View, entry: Entry) -> str:
    """The totals in a line; nothing where none of the products states a price."""
    price = priced(view, entry)
    if not price.lines:
        return ""
    shown = [
        view.say(f"一次性 {money(price.once)} 元", f"CNY {money(price.once)} once"),
        view.say(f"每年 {money(price.yearly)} 元", f"CNY {money(price.yearly)} a year"),
    ]
    return view.say("，", ", ").join(shown)


def solution_prices(view: View, entry: Entry) -> Html:
    """The prices of a solution; nothing where none of its products states one."""
    price = priced(view, entry)
    if not price.lines:
        return EMPTY
    totals = [
        (view.say("一次性（元）", "Once (CNY)"), price.once),
        (view.say("每年（元）", "Per year (CNY)"), price.yearly),
    ]
    if price.usage:
        totals.append((view.say("按所述用量（元）", "For the use stated (CNY)"), price.usage))
    shown = _TOTALS.format(join(FACT.format(label, money(value)) for label, value in totals))
    note = view.say(
        "按组成产品的目录价和上述规模计算，含税，不含实施安装；周期项的金额按一年计。",
        "Computed from the products' list prices and the size above; tax included, installation not. What recurs is"
        " for a year.",
    )
    if entry.as_a(Solution).investment:
        note += view.say(
            "“投资”由供应商说明，口径可能包括实施、安装或未列价格的部分，与本测算不会相等。",
            " The investment below is the vendor's statement; it may hold installation and parts without a price here,"
            " so the two differ.",
        )
    if price.usage:
        note += view.say(
            "按用量的金额另列，不含在“每年”中；用量以月计的，就是一个月的金额。",
            " What is charged by use stands apart, not in the year; where the size is for a month, it is for a month.",
        )
    if price.negotiated:
        note += view.say("标“协议价”的行仅供参考。", " Lines marked “negotiated” are a guide only.")
    return (
        shown
        + MUTED.format(note)
        + _lines(view, price.lines)
        + (_missing(view, price.not_stated) if price.not_stated else EMPTY)
        + _SUBSIDY.format(
            view.say("服务券能补多少，企业自付多少：", "What a voucher pays, and what is left to pay: "),
            view.links.page("quote/"),
            view.say("奖补测算", "the subsidy calculator"),
        )
    )


def _lines(view: View, lines: Sequence[PriceLine]) -> Html:
    rows = []
    for line in lines:
        component = line.component
        charge = words.choice("charge", component.charge, view.lang)
        if component.period:
            charge += view.say("，每", ", per ") + words.choice("period", component.period, view.lang)
        name = (
            view.text(component.name.text) if component.name else view.term("billing-dimensions", component.dimension)
        )
        if component.kind == "negotiated":
            name += _NEGOTIATED.format(words.choice("kind", component.kind, view.lang))
        rows.append(
            [
                view.entry(f"products/{line.product}"),
                name,
                escaped(charge),
                _unit_price(view, component, line.units),
                view.counted("billing-dimensions", component.dimension, line.units),
                escaped(money(line.amount)),
            ]
        )
    heads = [
        view.say("产品", "Product"),
        view.say("项目", "Component"),
        view.say("收费方式", "Charge"),
        view.say("单价（元）", "Unit price (CNY)"),
        view.say("数量", "Units"),
        view.say("金额（元）", "Amount (CNY)"),
    ]
    numeric = [False, False, False, True, True, True]
    return table(view.say("价格明细", "Price lines"), heads, rows, numeric, "table--prices table--lines")


def _unit_price(view: View, component: Price, units: Decimal) -> Html:
    """What one unit costs, or the tiers that so many units reach, with what else goes into the amount."""
    charged = max(units - (component.included or 0), Decimal(0))
    steps: list[Html] = []
    if component.amount is not None:
        steps.append(_MONEY.format(money(component.amount)))
    elif component.tiering == "volume":
        tier = next(tier for tier in component.tiers if tier.up_to is None or charged <= tier.up_to)
        place = component.tiers.index(tier) + 1
        steps.append(_STEP.format(view.say(f"第 {place} 档", f"tier {place}"), money(tier.amount)))
    else:
        below = Decimal(0)
        for tier in component.tiers:
            upper = charged if tier.up_to is None else min(tier.up_to, charged)
            if upper > below:
                steps.append(_STEP.format(f"{number(upper - below)} ×", money(tier.amount)))
            below = max(below, upper)
    if component.included:
        free = view.say(f"含 {number(component.included)}", f"{number(component.included)} included")
        steps.append(fill('<span class="note">{}</span>', free))
    if component.minimum is not None:
        least = view.say(f"最低 {money(component.minimum)}", f"minimum {money(component.minimum)}")
        steps.append(fill('<span class="note">{}</span>', least))
    if component.tax == "excluded":
        rate = number(component.tax_rate or Decimal(0))
        added = view.say(f"不含税，另加 {rate}%", f"before {rate}% tax")
        steps.append(fill('<span class="note">{}</span>', added))
    return join(steps, "<br>")


def _missing(view: View, found: Sequence[NotStated]) -> Html:
    items = join(
        Template("<li>{}：{}</li>" if view.lang == "zh" else "<li>{}: {}</li>").format(
            view.entry(f"products/{one.product}"), _REASONS[one.reason].of(view.lang)
        )
        for one in found
    )
    title = view.say("未计入价格的部分", "Not in the price")
    return Template('<p class="note">{}</p><ul class="links">{}</ul>').format(title, items)
