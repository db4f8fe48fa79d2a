"""What "meets" means: bounds, statistics, bases and units, each on one line."""

from decimal import Decimal
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.model.parts import Quantity, Requirement
from generator.model.terms import VocabularyTerm
from generator.quantities import comparable, in_unit, lower, meets, shown, upper

UNITS = {
    str(term["id"]): VocabularyTerm.model_validate({"name": {"zh": term["id"]}, **term})
    for term in (
        {"id": "us", "dimension": "time", "factor": Decimal("0.000001"), "symbol": "µs"},
        {"id": "ms", "dimension": "time", "factor": Decimal("0.001"), "symbol": "ms"},
        {"id": "s", "dimension": "time", "factor": Decimal(1), "symbol": "s"},
        {"id": "week", "dimension": "time", "factor": Decimal(604800)},
        {"id": "percent", "dimension": "ratio", "factor": Decimal("0.01"), "symbol": "%"},
        {"id": "ratio", "dimension": "ratio", "factor": Decimal(1)},
        {"id": "grade"},
    )
}


def needs(text: str) -> Requirement:
    return Requirement.model_validate({"metric": "m", **_parsed(text)})


def states(*texts: str) -> list[Quantity]:
    return [Quantity.model_validate({"metric": "m", **_parsed(text)}) for text in texts]


def _parsed(text: str) -> dict[str, Any]:
    """`max 20 ms p99 measured` as a quantity's data."""
    found: dict[str, Any] = {}
    words = text.split()
    while words and words[0] in ("min", "max", "value", "metric"):
        key, number = words[:2]
        found[key] = number if key == "metric" else Decimal(number)
        words = words[2:]
    found["unit"] = words.pop(0)
    for word in words:
        found["basis" if word in ("planned", "declared", "measured") else "statistic"] = word
    return found


@pytest.mark.parametrize(
    ("need", "stated", "outcome"),
    [
        # the bound that is asked for
        ("max 20 ms", ["max 20 ms"], "met"),
        ("max 20 ms", ["max 20.001 ms"], "not-met"),
        ("max 20 ms", ["value 12 ms"], "met"),
        ("max 20 ms", ["min 12 ms"], "not-stated"),
        ("min 99.9 percent", ["min 99.9 percent"], "met"),
        ("min 99.9 percent", ["value 99.8 percent"], "not-met"),
        ("min 99.9 percent", ["max 100 percent"], "not-stated"),
        ("max 20 ms", ["value 10 max 30 ms"], "not-met"),
        ("max 20 ms", [], "not-stated"),
        ("max 20 ms", ["metric other max 5 ms"], "not-stated"),
        # both bounds
        ("min 5 max 20 ms", ["min 5 max 20 ms"], "met"),
        ("min 5 max 20 ms", ["max 20 ms"], "not-stated"),
        ("min 5 max 20 ms", ["max 21 ms"], "not-met"),
        ("min 5 max 20 ms", ["value 7 ms"], "met"),
        ("min 0 ms", ["value 0 ms"], "met"),
        ("ms", ["value 7 ms"], "met"),
        # units
        ("max 20 ms", ["max 0.02 s"], "met"),
        ("max 20 ms", ["max 20000 us"], "met"),
        ("max 20 ms", ["max 20001 us"], "not-met"),
        ("min 1 week", ["min 604800 s"], "met"),
        ("min 0.999999 ratio", ["min 99.9999 percent"], "met"),
        ("max 20 ms", ["max 20 percent"], "not-stated"),
        ("max 20 ms", ["max 20 unheard-of"], "not-stated"),
        ("max 3 grade", ["max 3 grade"], "met"),
        ("max 3 unheard-of", ["max 4 unheard-of"], "not-met"),
        # statistics: a weaker one than asked says nothing, a stronger one stands in
        ("max 20 ms", ["max 10 ms average"], "not-stated"),
        ("max 20 ms p99", ["max 10 ms p95"], "not-stated"),
        ("max 20 ms p99", ["max 10 ms p999"], "met"),
        ("max 20 ms average", ["max 20 ms"], "met"),
        ("max 20 ms p99", ["max 30 ms worst", "max 15 ms p99"], "met"),
        ("max 20 ms", ["max 30 ms worst", "max 15 ms p99"], "not-met"),
        # the strongest basis of those that answer
        ("max 20 ms", ["max 10 ms declared", "max 25 ms measured"], "not-met"),
        ("max 20 ms", ["max 25 ms declared", "max 10 ms measured"], "met"),
        ("max 20 ms", ["max 25 ms planned", "max 10 ms declared"], "met"),
        ("max 20 ms", ["max 10 ms declared", "min 5 ms measured"], "met"),
        ("max 20 ms", ["max 10 ms declared", "max 5 ms average measured"], "met"),
        # then the worst bound
        ("max 20 ms", ["max 10 ms", "max 0.03 s"], "not-met"),
        ("min 90 percent", ["min 95 percent", "min 0.8 ratio"], "not-met"),
    ],
)
def test_meets(need: str, stated: list[str], outcome: str) -> None:
    assert meets(needs(need), states(*stated), UNITS).outcome == outcome


@pytest.mark.parametrize(
    ("need", "stated", "zh", "en"),
    [
        ("max 20 ms", "max 0.03 s", "上限 30 ms > 20 ms", "upper bound 30 ms > 20 ms"),
        ("min 99.9 percent", "value 99.95 percent", "下限 99.95 % ≥ 99.9 %", "lower bound 99.95 % ≥ 99.9 %"),
        ("max 20 ms", "min 3 ms", "没有承诺上限", "no upper bound is promised"),
        ("max 20 ms", "max 3 ms p95", "只有95% 分位值，要求的是最差值", "only the 95th percentile is stated, the worst case is asked for"),
        ("max 20 ms", "max 3 percent", "单位不能换算为 ms", "its unit cannot be converted to ms"),
        ("max 20 ms", "metric other max 3 ms", "没有说明该指标", "the metric is not stated"),
    ],
)  # fmt: skip
def test_the_reason(need: str, stated: str, zh: str, en: str) -> None:
    reason = meets(needs(need), states(stated), UNITS).reason
    assert (reason.zh, reason.en) == (zh, en)


def test_the_statement_that_decided_is_told() -> None:
    declared, measured = states("max 10 ms declared", "max 25 ms measured")
    verdict = meets(needs("max 20 ms"), [declared, measured], UNITS)
    assert verdict.counted is measured
    assert not verdict.met


def test_bounds_of_a_quantity() -> None:
    (both,) = states("min 5 max 20 value 7 ms")
    assert (lower(both), upper(both)) == (Decimal(5), Decimal(20))
    (one,) = states("min 5 ms")
    assert (lower(one), upper(one)) == (Decimal(5), None)


def test_units_convert_exactly_and_only_within_a_dimension() -> None:
    assert in_unit(Decimal("0.1"), "s", "us", UNITS) == 100_000
    assert in_unit(Decimal("99.9999999999"), "percent", "ratio", UNITS) == Fraction("0.999999999999")
    assert in_unit(Decimal(1), "s", "week", UNITS) == Fraction(1, 604800)
    assert in_unit(Decimal(1), "s", "percent", UNITS) is None
    assert comparable("grade", "grade", UNITS)
    assert not comparable("grade", "s", UNITS)


@pytest.mark.parametrize(
    ("number", "text"),
    [
        (Decimal("99.90"), "99.9"),
        (Decimal("1E+3"), "1000"),
        (Decimal("0.000001"), "0.000001"),
        (Decimal("100"), "100"),
        (Decimal("-0.50"), "-0.5"),
        (Fraction(1, 3), "0.333333333333"),
        (Fraction(20), "20"),
    ],
)
def test_shown(number: Decimal | Fraction, text: str) -> None:
    assert shown(number) == text


NUMBERS = st.decimals(min_value=-(10**6), max_value=10**6, places=6)
STATISTICS = st.sampled_from(["average", "p95", "p99", "p999", "worst"])
BASES = st.sampled_from(["planned", "declared", "measured"])


@given(NUMBERS, st.decimals(min_value=0, max_value=10**6, places=6), st.sampled_from(["us", "ms", "s", "week"]))
def test_a_promise_meets_every_need_that_asks_no_more_in_every_unit(number: Decimal, more: Decimal, unit: str) -> None:
    stated = Quantity.model_validate({"metric": "m", "max": number, "unit": unit})
    limit = in_unit(number, unit, "us", UNITS)
    assert limit is not None
    need = Requirement.model_validate({"metric": "m", "max": Decimal(int(limit)) + 1 + more, "unit": "us"})
    assert meets(need, [stated], UNITS).met


@given(st.lists(st.tuples(NUMBERS, STATISTICS, BASES), max_size=6), NUMBERS, STATISTICS, st.randoms())
def test_the_order_of_statements_does_not_matter(
    statements: list[tuple[Decimal, str, str]], limit: Decimal, statistic: str, random: Any
) -> None:
    data = [{"metric": "m", "max": n, "unit": "ms", "statistic": s, "basis": b} for n, s, b in statements]
    need = Requirement.model_validate({"metric": "m", "max": limit, "unit": "ms", "statistic": statistic})
    stated = [Quantity.model_validate(one) for one in data]
    shuffled = stated[:]
    random.shuffle(shuffled)
    assert meets(need, stated, UNITS).outcome == meets(need, shuffled, UNITS).outcome
