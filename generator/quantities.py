"""Units, bounds, and the one function that decides whether a stated quantity meets a requirement.

A quantity promises bounds: `min` a lower one, `max` an upper one, `value` both. A requirement asks for
`min`, `max` or both. Comparisons are exact: numbers and factors are decimals and are compared as
fractions, never as binary floats.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from fractions import Fraction

from generator.model.parts import Quantity, Requirement
from generator.model.terms import VocabularyTerm
from generator.texts import Text

Units = Mapping[str, VocabularyTerm]
"""The terms of the code list `units`, by id."""

Bound = Fraction
"""A bound in the base unit of its dimension."""

BASES = ("planned", "declared", "measured")
"""What a statement rests on, weakest first."""

STATISTICS = ("average", "p95", "p99", "p999", "worst")
"""What a number is a statistic of, weakest first: who promises the worst case promises the average as well."""

STATISTIC_NAMES = {
    "average": Text("平均值", "average"),
    "p95": Text("95% 分位值", "95th percentile"),
    "p99": Text("99% 分位值", "99th percentile"),
    "p999": Text("99.9% 分位值", "99.9th percentile"),
    "worst": Text("最差值", "worst case"),
}


class Outcome(StrEnum):
    MET = "met"
    NOT_MET = "not-met"
    NOT_STATED = "not-stated"


@dataclass(frozen=True, slots=True)
class Verdict:
    """What `meets` decided and why.

    `counted` is the statement that decided, of which the condition can be shown; None where none did.
    """

    outcome: Outcome
    reason: Text
    counted: Quantity | None = None

    @property
    def met(self) -> bool:
        return self.outcome is Outcome.MET


def factor(unit: str, units: Units) -> Fraction | None:
    """What turns a number of this unit into its dimension's base unit; None where the code list does not say."""
    term = units.get(unit)
    return Fraction(term.factor) if term is not None and term.factor is not None else None


def dimension(unit: str, units: Units) -> str | None:
    """The dimension of a unit, None where the code list does not say."""
    term = units.get(unit)
    return term.dimension if term is not None else None


def comparable(one: str, other: str, units: Units) -> bool:
    """Whether two units measure the same and can be converted exactly. A unit is always comparable with itself."""
    if one == other:
        return True
    same = dimension(one, units) is not None and dimension(one, units) == dimension(other, units)
    return same and factor(one, units) is not None and factor(other, units) is not None


def in_base(number: Decimal, unit: str, units: Units) -> Fraction | None:
    """A number in the base unit of its dimension, exactly; None where the code list has no factor."""
    turn = factor(unit, units)
    return Fraction(number) * turn if turn is not None else None


def in_unit(number: Decimal, unit: str, wanted: str, units: Units) -> Fraction | None:
    """A number of `unit` in the unit `wanted`, exactly; None where there is no conversion."""
    if not comparable(unit, wanted, units):
        return None
    here, there = factor(unit, units), factor(wanted, units)
    return Fraction(number) * here / there if here and there else Fraction(number)


def lower(quantity: Quantity) -> Decimal | None:
    """The lower bound that a quantity promises, the worst where it states several."""
    return min((n for n in (quantity.min, quantity.value) if n is not None), default=None)


def upper(quantity: Quantity) -> Decimal | None:
    """The upper bound that a quantity promises, the worst where it states several."""
    return max((n for n in (quantity.max, quantity.value) if n is not None), default=None)


def shown(number: Decimal | Fraction) -> str:
    """A number as people write it: no exponent, no zeros at its end; at most 12 digits where it does not end."""
    if isinstance(number, Fraction):
        number = Decimal(number.numerator) / Decimal(number.denominator)
        number = number if Fraction(number).denominator < 10**12 else round(number, 12)
    text = format(number, "f")
    return text.rstrip("0").rstrip(".") if "." in text else text


def meets(need: Requirement, stated: Sequence[Quantity], units: Units) -> Verdict:
    """Whether statements meet a requirement: met, not met, or not stated, with the reason.

    A need `max r` is met when the stated upper bound is at most r, a need `min r` when the lower bound is at
    least r. A statement without that bound, or on a weaker statistic than asked, answers nothing. Of those
    that answer, the strongest basis counts (measured, declared, planned); then the statistic nearest to
    the one asked, because a stronger one is only a stand-in; then the worst bound. Conditions are shown,
    never compared.
    """
    about = [quantity for quantity in stated if quantity.metric == need.metric]
    if not about:
        return Verdict(Outcome.NOT_STATED, Text("没有说明该指标", "the metric is not stated"))
    verdicts = [
        _side(need, about, units, up) for up, limit in ((False, need.min), (True, need.max)) if limit is not None
    ]
    for outcome in (Outcome.NOT_MET, Outcome.NOT_STATED):
        for verdict in verdicts:
            if verdict.outcome is outcome:
                return verdict
    return verdicts[-1] if verdicts else Verdict(Outcome.MET, Text("没有提出界限", "no bound is asked for"), about[0])


def _side(need: Requirement, about: Sequence[Quantity], units: Units, up: bool) -> Verdict:
    """One side of a requirement: its upper bound where `up`, else its lower one."""
    with_bound = [(q, bound) for q in about if (bound := _bound(q, need.unit, units, up)) is not None]
    if not with_bound:
        return Verdict(Outcome.NOT_STATED, _why_no_bound(about, need, units, up))
    asked = STATISTICS.index(need.statistic)
    answers = [(q, bound) for q, bound in with_bound if STATISTICS.index(q.statistic) >= asked]
    if not answers:
        return Verdict(Outcome.NOT_STATED, _why_weaker(need, (q for q, _ in with_bound)))
    basis = max(BASES.index(q.basis) for q, _ in answers)
    answers = [(q, bound) for q, bound in answers if BASES.index(q.basis) == basis]
    nearest = min(STATISTICS.index(q.statistic) for q, _ in answers)
    answers = [(q, bound) for q, bound in answers if STATISTICS.index(q.statistic) == nearest]
    counted, bound = (max if up else min)(answers, key=lambda answer: answer[1])
    limit = Fraction((need.max if up else need.min) or 0)
    met = bound <= limit if up else bound >= limit
    return Verdict(Outcome.MET if met else Outcome.NOT_MET, _why(bound, limit, need.unit, units, up), counted)


def _bound(quantity: Quantity, unit: str, units: Units, up: bool) -> Bound | None:
    number = upper(quantity) if up else lower(quantity)
    return in_unit(number, quantity.unit, unit, units) if number is not None else None


def _why(bound: Fraction, limit: Fraction, unit: str, units: Units, up: bool) -> Text:
    sign = ("≤" if bound <= limit else ">") if up else ("≥" if bound >= limit else "<")
    term = units.get(unit)
    symbol = (term.symbol if term else None) or unit
    words = f"{shown(bound)} {symbol} {sign} {shown(limit)} {symbol}"
    return Text(f"{'上限' if up else '下限'} {words}", f"{'upper' if up else 'lower'} bound {words}")


def _why_no_bound(about: Sequence[Quantity], need: Requirement, units: Units, up: bool) -> Text:
    if all(comparable(quantity.unit, need.unit, units) for quantity in about):
        return (
            Text("没有承诺上限", "no upper bound is promised")
            if up
            else Text("没有承诺下限", "no lower bound is promised")
        )
    return Text(f"单位不能换算为 {need.unit}", f"its unit cannot be converted to {need.unit}")


def _why_weaker(need: Requirement, quantities: Iterable[Quantity]) -> Text:
    best = max((q.statistic for q in quantities), key=STATISTICS.index)
    has, wants = STATISTIC_NAMES[best], STATISTIC_NAMES[need.statistic]
    return Text(f"只有{has.zh}，要求的是{wants.zh}", f"only the {has.en} is stated, the {wants.en} is asked for")
