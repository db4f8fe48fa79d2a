"""Price components to amounts, and a solution's price from what fills its slots. Exact decimals throughout.

Money is yuan (CNY), tax included. Nothing is rounded but the lines of a solution's price, so that what a page
shows adds up to the totals it shows.

How many units a component of a product is charged for, in a solution (`units_of`):

- a dimension that counts the product itself (term with `dimension: product` in the vocabulary
  billing-dimensions: devices, licences, UPFs …): the quantity of the fill;
- a dimension that the solution's `sizing` states (connections, square metres, cameras …): that size, once
  for each product that charges for it, however many of the product there are;
- any other: the quantity of the fill. A usage component whose size is not stated has no amount.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import ROUND_DOWN, ROUND_HALF_EVEN, ROUND_HALF_UP, Context, Decimal, localcontext
from typing import Literal

from generator.model.parts import Price
from generator.model.product import Product
from generator.model.solution import Fill, Sized, Solution
from generator.project import Entry, Project

Reason = Literal["no-product", "no-prices", "not-valid", "no-size", "no-usage", "incomplete"]
"""Why something has no amount: its product cannot be read, states no prices, none that is valid today; the
solution does not say how many are needed or used; the component lacks its amount, period or tax rate."""

_EXACT = Context(prec=80)
_FEN = Decimal("0.01")
_ROUNDING = {"half-up": ROUND_HALF_UP, "half-even": ROUND_HALF_EVEN, "down": ROUND_DOWN}
PER_YEAR = {"month": 12, "year": 1}
"""How often a year a price is paid, by its period; once where it has none."""
_COUNTS_THE_PRODUCT = "product"


@dataclass(frozen=True, slots=True)
class PriceLine:
    """What one component of one fill costs. `units`: of the dimension.

    Once in all, for a year where it recurs, and for the use that the sizing states where it is by use.
    """

    fill: int
    slot: str
    product: str
    component: Price
    units: Decimal
    amount: Decimal


@dataclass(frozen=True, slots=True)
class NotStated:
    """What has no amount. `component` is None where it is the product as a whole."""

    fill: int
    slot: str
    product: str
    component: Price | None
    reason: Reason


@dataclass(frozen=True, slots=True)
class SolutionPrice:
    """Lines by fill and component, and what is missing. The totals are sums of the rounded lines."""

    lines: tuple[PriceLine, ...]
    not_stated: tuple[NotStated, ...]

    @property
    def once(self) -> Decimal:
        """Yuan, paid once."""
        return sum((line.amount for line in self.lines if line.component.charge == "once"), Decimal("0.00"))

    @property
    def yearly(self) -> Decimal:
        """Yuan for a year: what recurs, and use that is stated for a period."""
        return sum((line.amount for line in self.lines if _recurs(line.component)), Decimal("0.00"))

    @property
    def usage(self) -> Decimal:
        """Yuan for the use that the sizing states; over what time it is used is not stated."""
        by_use = (line for line in self.lines if line.component.charge == "usage" and not _recurs(line.component))
        return sum((line.amount for line in by_use), Decimal("0.00"))

    @property
    def complete(self) -> bool:
        return not self.not_stated

    @property
    def negotiated(self) -> bool:
        """Whether an amount is a matter of negotiation, so that the totals are a guide only."""
        return any(line.component.kind == "negotiated" for line in self.lines)


def amount(price: Price, quantity: Decimal, periods: Decimal | int = 1) -> Decimal:
    """Yuan with tax for `quantity` units (≥ 0) over `periods` (≥ 0), exact.

    The included units are taken off, then tiers (counted from the first unit that is charged), then the minimum,
    which is due even for no unit. `once`: periods do not count. `recurring`: a period that was begun counts
    whole. `usage` with a period: `quantity` is what is used in one period; without one it is all that is used,
    and periods do not count. Raises ValueError for a component that is not complete, and for negative numbers.
    """
    if quantity < 0 or periods < 0:
        raise ValueError("quantity and periods are not negative")
    if not is_complete(price):
        raise ValueError(f"the price component {price.id} is not complete")
    with localcontext(_EXACT):
        charged = max(quantity - (price.included or 0), Decimal(0))
        due = max(_charge(price, charged), price.minimum or Decimal(0))
        if price.tax == "excluded":
            due += due * (price.tax_rate or 0) / 100
        return due * _begun(periods) if _recurs(price) else due


def is_complete(price: Price) -> bool:
    """Whether a component says all that its amount depends on."""
    return not (
        (price.amount is None and not price.tiers)
        or (price.charge == "recurring" and price.period is None)
        or (price.tax == "excluded" and price.tax_rate is None)
        or (price.tiers and price.tiers[-1].up_to is not None)
    )


def solution_price(project: Project, solution: Entry, sizing: Mapping[str, Decimal] | None = None) -> SolutionPrice:
    """What a solution costs, once and for a year, for its own sizing or for another one."""
    model = solution.as_a(Solution)
    sizes = model.sizing if sizing is None else sizing
    lines: list[PriceLine] = []
    missing: list[NotStated] = []
    for index, fill in enumerate(model.fills):
        for found in _of_fill(project, index, fill, sizes):
            if isinstance(found, PriceLine):
                lines.append(found)
            else:
                missing.append(found)
    return SolutionPrice(tuple(lines), tuple(missing))


def fill_quantity(fill: Fill, sizing: Mapping[str, Decimal]) -> Decimal | None:
    """How many of a product fill a slot, whole ones where it depends on a size; None where that size is not stated."""
    if not isinstance(fill.quantity, Sized):
        return fill.quantity
    size = sizing.get(fill.quantity.per)
    if size is None:
        return None
    with localcontext(_EXACT):
        whole, rest = divmod(size, fill.quantity.each)
        return whole + 1 if rest else whole


def units_of(project: Project, dimension: str, quantity: Decimal, sizing: Mapping[str, Decimal]) -> Decimal:
    """How many units of a billing dimension `quantity` of a product are charged for; see the module."""
    term = project.term("billing-dimensions", dimension)
    if term and term.dimension == _COUNTS_THE_PRODUCT:
        return quantity
    return sizing.get(dimension, quantity)


def rounded(value: Decimal, how: str) -> Decimal:
    """Yuan to the fen: "half-up", "half-even" or "down"."""
    return value.quantize(_FEN, rounding=_ROUNDING[how], context=_EXACT)


def _of_fill(
    project: Project, index: int, fill: Fill, sizing: Mapping[str, Decimal]
) -> Iterator[PriceLine | NotStated]:
    def missing(reason: Reason, component: Price | None = None) -> NotStated:
        return NotStated(index, fill.slot, fill.product, component, reason)

    product = project.find("products", fill.product, Product)
    quantity = fill_quantity(fill, sizing)
    if product is None:
        yield missing("no-product")
    elif product.prices is None:
        yield missing("no-prices")
    elif quantity is None:
        yield missing("no-size")
    else:
        valid = [price for price in product.prices if _valid(price, project.today)]
        if product.prices and not valid:
            yield missing("not-valid")
        for price in valid:
            if not is_complete(price):
                yield missing("incomplete", price)
            elif price.charge == "usage" and price.dimension not in sizing:
                yield missing("no-usage", price)
            else:
                units = units_of(project, price.dimension, quantity, sizing)
                value = amount(price, units, PER_YEAR.get(price.period or "", 1))
                value = rounded(value, project.settings.programme.rounding)
                yield PriceLine(index, fill.slot, fill.product, price, units, value)


def _valid(price: Price, today: str) -> bool:
    period = price.valid
    return period is None or ((period.start or "") <= today and (not period.until or today <= period.until))


def _recurs(price: Price) -> bool:
    return price.charge != "once" and price.period is not None


def _charge(price: Price, units: Decimal) -> Decimal:
    """What the units cost before minimum and tax."""
    if not price.tiers:
        return units * (price.amount or 0)
    if price.tiering == "volume":
        reached = next(tier for tier in price.tiers if tier.up_to is None or units <= tier.up_to)
        return units * reached.amount
    total, below = Decimal(0), Decimal(0)
    for tier in price.tiers:
        upper = units if tier.up_to is None else min(tier.up_to, units)
        total += max(upper - below, Decimal(0)) * tier.amount
        below = max(below, upper)
    return total


def _begun(periods: Decimal | int) -> int:
    """Periods, one that was begun counted whole."""
    whole = int(periods)
    return whole + (periods > whole)
