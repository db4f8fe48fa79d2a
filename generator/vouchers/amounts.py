"""What a line of a contract comes to, from its product's prices and how much is ordered, 分.

Every component of the price that is valid on the day counts: once, for a year where it recurs, for the use that is
stated where it is by use. Each is rounded to the fen as the catalogue's settings say.
"""

from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from generator.model.parts import Price
from generator.pricing import PER_YEAR, amount, is_complete, rounded
from generator.vouchers.claims import Reason
from generator.vouchers.programme import Programmes
from generator.vouchers.request import Line


def base_of(programmes: Programmes, line: Line, on: str) -> int | Reason:
    """The line's amount, 分, or why it has none."""
    if line.amount is not None:
        return line.amount
    components = programmes.prices.get(line.product)
    if not components:
        return "prices-not-stated"
    valid = [price for price in (_price(component) for component in components) if _valid(price, on)]
    if not valid:
        return "price-not-valid"
    quantities = {key: Decimal(number) for key, number in (line.quantities or {}).items()}
    due = 0
    for price in valid:
        if not is_complete(price):
            return "price-incomplete"
        if price.dimension not in quantities:
            return "quantity-not-stated"
        yuan = amount(price, quantities[price.dimension], PER_YEAR.get(price.period or "", 1))
        due += int(rounded(yuan, programmes.rounding) * 100)
    return due


def _price(component: Mapping[str, Any]) -> Price:
    numbers = {
        key: Decimal(component[key]) for key in ("amount", "included", "minimum", "tax_rate") if key in component
    }
    tiers = [{key: Decimal(number) for key, number in tier.items()} for tier in component.get("tiers", ())]
    return Price.model_validate({**component, **numbers, "tiers": tiers})


def _valid(price: Price, on: str) -> bool:
    period = price.valid
    return period is None or ((period.start or "") <= on and (not period.until or on <= period.until))
