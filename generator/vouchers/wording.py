"""Prices, capabilities, certificates and lists of names as a line of text in both languages."""

from collections.abc import Callable, Iterable, Sequence
from decimal import Decimal

from generator.model.parts import Price, Quantity
from generator.model.words import word
from generator.project import Project
from generator.quantities import shown
from generator.texts import NOTHING, Text
from generator.vouchers.standing import Held


def listed(texts: Iterable[Text], zh: str = "、", en: str = ", ") -> Text:
    """Texts one after another; English ones in their place where a text has them."""
    found = tuple(texts)
    return Text(zh.join(one.zh for one in found), en.join(one.of("en") for one in found))


def term(project: Project, vocabulary: str, code: str) -> Text:
    """A term's name, or its id."""
    found = project.term(vocabulary, code)
    return found.name.text if found else Text(code, code)


def entry(project: Project, full_id: str) -> Text:
    """An entry's name, or its bare id."""
    found = project.get(full_id)
    slug = full_id.rpartition("/")[2]
    return found.name if found else Text(slug, slug)


def choice(field: str, code: str) -> Text:
    return word(field, code) or Text(code, code)


def yuan(value: Decimal) -> str:
    """Yuan with two decimals and thousands separated."""
    return f"{value:,.2f}"


def many(number: int, one: str, several: str) -> str:
    """`1 price`, `2 prices`."""
    return f"{number} {one if number == 1 else several}"


def capability(project: Project, quantity: Quantity) -> Text:
    """`端到端时延 11.4 ms（99 分位，实测）`."""
    unit = project.term("units", quantity.unit)

    def bounds(symbol: str) -> str:
        if quantity.value is not None:
            return f"{shown(quantity.value)} {symbol}"
        if quantity.min is not None and quantity.max is not None:
            return f"{shown(quantity.min)}–{shown(quantity.max)} {symbol}"
        if quantity.min is not None:
            return f"≥ {shown(quantity.min)} {symbol}"
        return f"≤ {shown(quantity.max)} {symbol}" if quantity.max is not None else "?"

    symbol = (unit.symbol if unit else None) or ""
    zh = symbol or (unit.name.zh if unit else quantity.unit)
    western = symbol and not any(character >= "一" for character in symbol)
    en = symbol if western else (unit.name.of("en") if unit else quantity.unit)
    about = entry(project, f"metrics/{quantity.metric}")
    how, basis = choice("statistic", quantity.statistic), choice("basis", quantity.basis)
    return Text(
        f"{about.zh} {bounds(zh)}（{how.zh}，{basis.zh}）",
        f"{about.of('en')} {bounds(en)} ({how.en}, {basis.en})",
    )


def price(project: Project, component: Price) -> Text:
    """`设备 3,200.00元起（台，一次性）`."""
    dimension = term(project, "billing-dimensions", component.dimension)
    name = component.name.text if component.name else dimension
    charge = choice("charge", component.charge)
    if component.period:
        period = choice("period", component.period)
        charge = Text(f"每{period.zh}", f"per {period.en}")
    notes = [dimension, charge]
    if component.kind == "negotiated":
        notes.append(choice("kind", component.kind))
    if component.tax == "excluded":
        notes.append(choice("tax", component.tax) if component.tax_rate is None else _tax(component.tax_rate))
    if component.included is not None:
        notes.append(_around("含 {}", "{} included", shown(component.included)))
    if component.minimum is not None:
        notes.append(_around("最低 {}元", "CNY {} at least", yuan(component.minimum)))
    about, how = listed(notes, "，"), _amounts(component)
    return Text(f"{name.zh} {how.zh}（{about.zh}）", f"{name.of('en')} {how.en} ({about.en})")


def certificate(held: Held) -> Text:
    """`…等级评价 引领级（EX-CERT-2025-0012，至 2028-10-14）`."""
    until = held.certificate.valid.until
    number = held.certificate.number
    end = Text(f"，至 {until}", f", until {until}") if until else NOTHING
    return Text(
        f"{held.scheme.zh} {held.level.zh}（{number}{end.zh}）",
        f"{held.scheme.of('en')}, {held.level.of('en')} ({number}{end.en})",
    )


def first(texts: Sequence[Text], most: int, more: Callable[[int], Text]) -> Text:
    """A list that is cut after `most`, with what `more` says of the rest."""
    shown_, rest = texts[:most], len(texts) - most
    return listed([*shown_, more(rest)] if rest > 0 else shown_)


def _amounts(component: Price) -> Text:
    if component.amount is not None:
        return _around("{}元", "CNY {}", yuan(component.amount))
    if not component.tiers:
        return Text("金额未定", "no amount")
    steps, below = [], ""
    for tier in component.tiers:
        reach = f"≤{shown(tier.up_to)}" if tier.up_to is not None else f">{below}" if below else ""
        below = shown(tier.up_to) if tier.up_to is not None else below
        steps.append(f"{reach}: {yuan(tier.amount)}" if reach else yuan(tier.amount))
    tiering = choice("tiering", component.tiering or "graduated")
    return Text(f"{tiering.zh}（元）{'; '.join(steps)}", f"{tiering.en} (CNY) {'; '.join(steps)}")


def _tax(rate: Decimal) -> Text:
    return _around("不含税，另加 {}%", "before {}% tax", shown(rate))


def _around(zh: str, en: str, value: str) -> Text:
    return Text(zh.format(value), en.format(value))
