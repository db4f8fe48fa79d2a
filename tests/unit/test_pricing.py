"""Price components to amounts: worked examples, properties, and a count by single units as a second opinion."""

from decimal import Decimal
from typing import Any

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from generator.loader import load
from generator.model.parts import Price
from generator.pricing import NotStated, SolutionPrice, amount, is_complete, rounded, solution_price
from generator.source.tree import MemoryTree


def price(**keys: Any) -> Price:
    return Price.model_validate({"id": "one", "dimension": "device", "charge": "once", **keys})


def tiers(*steps: tuple[int | None, str]) -> list[dict[str, Any]]:
    return [{"amount": Decimal(each)} | ({"up_to": up_to} if up_to else {}) for up_to, each in steps]


STEPS = tiers((100, "30.00"), (500, "26.00"), (None, "22.50"))


@pytest.mark.parametrize(
    ("component", "quantity", "periods", "expected"),
    [
        (price(amount=3200), "5", 1, "16000"),
        (price(amount=3200), "5", 12, "16000"),
        (price(amount=30, charge="recurring", period="month"), "10", 12, "3600"),
        (price(amount=30, charge="recurring", period="month"), "10", "2.1", "900"),
        (price(amount=30, charge="recurring", period="month"), "10", 0, "0"),
        (price(amount=Decimal("0.12"), charge="usage"), "1000", 12, "120"),
        (price(amount=Decimal("0.12"), charge="usage", period="month"), "1000", 12, "1440"),
        (price(tiering="graduated", tiers=STEPS), "100", 1, "3000"),
        (price(tiering="graduated", tiers=STEPS), "101", 1, "3026"),
        (price(tiering="graduated", tiers=STEPS), "600", 1, "15650"),
        (price(tiering="volume", tiers=STEPS), "100", 1, "3000"),
        (price(tiering="volume", tiers=STEPS), "101", 1, "2626"),
        (price(amount=2, included=50), "40", 1, "0"),
        (price(amount=2, included=50), "60", 1, "20"),
        (price(tiering="graduated", tiers=STEPS, included=50), "151", 1, "3026"),
        (price(amount=2, minimum=500), "60", 1, "500"),
        (price(amount=2, minimum=500, charge="recurring", period="year"), "0", 3, "1500"),
        (price(amount=100, tax="excluded", tax_rate=13), "3", 1, "339"),
        (price(amount=100, minimum=200, tax="excluded", tax_rate=6), "1", 1, "212"),
    ],
)
def test_amounts(component: Price, quantity: str, periods: Any, expected: str) -> None:
    assert amount(component, Decimal(quantity), Decimal(periods)) == Decimal(expected)


@pytest.mark.parametrize(
    "component",
    [
        price(),
        price(amount=1, charge="recurring"),
        price(amount=1, tax="excluded"),
        price(tiering="graduated", tiers=tiers((10, "1"))),
    ],
)
def test_what_is_not_complete_has_no_amount(component: Price) -> None:
    assert not is_complete(component)
    with pytest.raises(ValueError, match="not complete"):
        amount(component, Decimal(1))


def test_negative_numbers_are_refused() -> None:
    with pytest.raises(ValueError, match="negative"):
        amount(price(amount=1), Decimal(-1))


money = st.decimals(0, 10_000, places=2, allow_nan=False, allow_infinity=False)
quantities = st.decimals(0, 2_000, places=2, allow_nan=False, allow_infinity=False)


@st.composite
def components(draw: st.DrawFn, tiering: str | None = None) -> Price:
    tiering = tiering or draw(st.sampled_from(["", "graduated", "volume"]))
    keys: dict[str, Any] = {"charge": draw(st.sampled_from(["once", "recurring", "usage"]))}
    if keys["charge"] == "recurring":
        keys["period"] = draw(st.sampled_from(["month", "year"]))
    if tiering:
        bounds = sorted(draw(st.sets(st.integers(1, 1_000), min_size=1, max_size=4)))
        amounts = [str(draw(money)) for _ in range(len(bounds) + 1)]
        keys |= {"tiering": tiering, "tiers": tiers(*zip([*bounds, None], amounts, strict=True))}
    else:
        keys["amount"] = draw(money)
    if draw(st.booleans()):
        keys["included"] = draw(st.integers(1, 100))
    if draw(st.booleans()):
        keys["minimum"] = draw(money)
    if draw(st.booleans()):
        keys |= {"tax": "excluded", "tax_rate": draw(st.integers(0, 20))}
    return price(**keys)


@given(components(), quantities, st.integers(0, 36))
def test_never_negative(component: Price, quantity: Decimal, periods: int) -> None:
    assert amount(component, quantity, periods) >= 0


@given(components("graduated"), quantities, quantities)
def test_graduated_tiers_never_fall(component: Price, one: Decimal, two: Decimal) -> None:
    less, more = sorted((one, two))
    assert amount(component, less) <= amount(component, more)


@given(components("graduated"), quantities)
def test_graduated_tiers_do_not_jump(component: Price, quantity: Decimal) -> None:
    step = Decimal("0.01")
    tax = (component.tax_rate or Decimal(0)) / 100
    dearest = max(tier.amount for tier in component.tiers) * (1 + tax)
    assert amount(component, quantity + step) - amount(component, quantity) <= dearest * step


@given(components(), quantities, st.integers(0, 24), st.integers(0, 24))
def test_periods_add_up(component: Price, quantity: Decimal, one: int, two: int) -> None:
    assume(component.charge == "recurring")
    parts = amount(component, quantity, one) + amount(component, quantity, two)
    assert amount(component, quantity, one + two) == parts


@given(components(), st.integers(0, 300))
def test_one_unit_after_another(component: Price, quantity: int) -> None:
    """A second way to the same amount: every unit is priced by itself."""
    charged = range(1, quantity - int(component.included or 0) + 1)

    def tier_of(unit: int) -> Decimal:
        return next(tier.amount for tier in component.tiers if tier.up_to is None or unit <= tier.up_to)

    if not component.tiers:
        due = sum((component.amount or Decimal(0) for _ in charged), Decimal(0))
    elif component.tiering == "volume":
        due = sum((tier_of(len(charged)) for _ in charged), Decimal(0))
    else:
        due = sum((tier_of(unit) for unit in charged), Decimal(0))
    due = max(due, component.minimum or Decimal(0))
    if component.tax == "excluded":
        due = due * (100 + (component.tax_rate or Decimal(0))) / 100
    assert amount(component, Decimal(quantity)) == due


@pytest.mark.parametrize(
    ("value", "how", "expected"),
    [("0.125", "half-up", "0.13"), ("0.125", "half-even", "0.12"), ("0.129", "down", "0.12"), ("7", "down", "7.00")],
)
def test_rounding(value: str, how: str, expected: str) -> None:
    assert str(rounded(Decimal(value), how)) == expected


PRODUCTS = """\
catalog/products/gateway.yaml
name: {zh: 工业网关}
vendor: acme
category: gateway
prices:
  - {id: hardware, dimension: device, charge: once, amount: 3200.00}
  - {id: sim, dimension: connection, charge: recurring, period: month, tiering: graduated, tiers: [{up_to: 100, amount: 30.00}, {amount: 22.50}]}
---
catalog/products/upf.yaml
name: {zh: 用户面设备}
vendor: acme
category: upf
prices:
  - {id: old, dimension: device, charge: once, amount: 90000, valid: {until: 2025-12-31}}
  - {id: new, dimension: device, charge: once, amount: 80000, tax: excluded, tax_rate: 13, valid: {start: 2026-01-01}}
  - {id: traffic, dimension: traffic-gb, charge: usage, amount: 0.5}
---
catalog/products/camera.yaml
name: {zh: 摄像机}
vendor: acme
category: camera
---
catalog/solutions/line.yaml
name: {zh: 产线方案}
vendor: acme
implements: line
scenarios: [{scenario: inspection}]
sizing: {connection: 210}
fills:
  - {slot: access, product: gateway, quantity: {per: connection, each: 40}}
  - {slot: core, product: upf, quantity: 2}
  - {slot: eye, product: camera, quantity: 8}
---
catalog/vocabularies/billing-dimensions.yaml
name: {zh: 计费量纲}
terms:
  - {id: device, name: {zh: 设备}, dimension: product}
  - {id: connection, name: {zh: 连接}}
  - {id: traffic-gb, name: {zh: 流量}}
"""


def solution(text: str = PRODUCTS, sizing: dict[str, Decimal] | None = None) -> SolutionPrice:
    files = dict(part.split("\n", 1) for part in text.split("---\n"))
    project, problems = load(MemoryTree({path: content.encode() for path, content in files.items()}), "2026-07-01")
    assert {code.code for code, _ in problems} == {"S010"}, "only programme.yaml is missing"
    return solution_price(project, project.entries["solutions/line"], sizing)


def test_a_solution_from_its_fills() -> None:
    found = solution()
    assert [f"{line.product} {line.component.id} {line.units} {line.amount}" for line in found.lines] == [
        "gateway hardware 6 19200.00",  # 210 connections, 40 each: 5.25, so 6
        "gateway sim 210 65700.00",  # (100 × 30 + 110 × 22.50) × 12
        "upf new 2 180800.00",
    ]
    assert (found.once, found.yearly) == (Decimal("200000.00"), Decimal("65700.00"))
    assert [(gap.product, gap.component.id if gap.component else None, gap.reason) for gap in found.not_stated] == [
        ("upf", "traffic", "no-usage"),
        ("camera", None, "no-prices"),
    ]
    assert not found.complete


def test_another_size() -> None:
    found = solution(sizing={"connection": Decimal(40), "device": Decimal(999)})
    assert [f"{line.component.id} {line.units}" for line in found.lines] == ["hardware 1", "sim 40", "new 2"]


def test_use_is_apart_from_what_recurs() -> None:
    found = solution(sizing={"connection": Decimal(40), "traffic-gb": Decimal(6000)})
    assert (found.yearly, found.usage) == (Decimal("14400.00"), Decimal("3000.00"))


def test_a_size_that_is_not_stated() -> None:
    found = solution(sizing={})
    assert NotStated(0, "access", "gateway", None, "no-size") in found.not_stated
    assert {line.product for line in found.lines} == {"upf"}


def test_prices_that_are_no_longer_valid() -> None:
    found = solution(PRODUCTS.replace("start: 2026-01-01", "start: 2026-08-01").replace("  - {id: traffic", "  #"))
    assert ("upf", "not-valid") in [(gap.product, gap.reason) for gap in found.not_stated]
