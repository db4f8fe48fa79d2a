"""The choice of claims: against every other choice on small cases, and what must hold for any case."""

from copy import deepcopy
from itertools import product
from random import Random
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import generator.vouchers.choose as choosing
from generator.vouchers.bounds import Bounds
from generator.vouchers.choose import Choice, choose
from generator.vouchers.claims import NONE, Problem, amounts, conflict
from generator.vouchers.programme import programmes_of
from generator.vouchers.request import request_of
from generator.vouchers.subsidy import Quote, quote
from tests.quotes.cases import case

SEEDS = st.integers(0, 2**32 - 1)


def quoted(data: dict[str, Any]) -> Quote:
    return quote(programmes_of(data["programmes"]), request_of(data["request"]))


def problem(data: dict[str, Any], monkeypatch: pytest.MonkeyPatch) -> Problem:
    """The problem that a quote is made of."""
    seen: list[Problem] = []

    def spy(found: Problem) -> Choice:
        seen.append(found)
        return choose(found)

    with monkeypatch.context() as patch:
        patch.setattr("generator.vouchers.subsidy.choose", spy)
        quoted(data)
    return seen[0]


def key(given: Problem, choice: tuple[int, ...]) -> tuple[int, int, tuple[int, ...]]:
    """Most money, fewest claims, then lines in order: claimed rather than not, under the first option."""
    order = tuple(10**9 if option == NONE else option for option in choice)
    return -sum(amounts(given, choice)), sum(option != NONE for option in choice), order


def every(given: Problem) -> list[tuple[int, ...]]:
    """Every choice that nothing forbids."""
    by_line = [
        [NONE, *(n for n, option in enumerate(given.options) if option.line == line)] for line in range(given.lines)
    ]
    found = []
    for choice in product(*by_line):
        taken = [given.options[option] for option in choice if option != NONE]
        if not any(conflict(given, a, b) for at, a in enumerate(taken) for b in taken[at + 1 :]):
            found.append(choice)
    return found


def best_of_all(seed: int, monkeypatch: pytest.MonkeyPatch) -> bool:
    """Compares one case; False where it has too many choices to go through them."""
    given = problem(case(Random(seed)), monkeypatch)
    ways = 1
    for line in range(given.lines):
        ways *= 1 + sum(option.line == line for option in given.options)
    if ways > 5_000:
        return False
    found = choose(given)
    assert found.exact, seed
    best = min(every(given), key=lambda choice: key(given, choice))
    assert found.options == best, f"seed {seed}: {key(given, found.options)} but {key(given, best)}"
    assert found.bound == sum(amounts(given, best))
    return True


def test_no_other_choice_is_better(monkeypatch: pytest.MonkeyPatch) -> None:
    assert sum(best_of_all(seed, monkeypatch) for seed in range(250)) > 180


@pytest.mark.full
def test_no_other_choice_is_better_in_many_cases(monkeypatch: pytest.MonkeyPatch) -> None:
    assert sum(best_of_all(seed, monkeypatch) for seed in range(1_000, 6_000)) > 3_500


@given(SEEDS)
@settings(max_examples=150)
def test_nothing_is_paid_beyond_a_ceiling(seed: int) -> None:
    data = case(Random(seed))
    found = quoted(data)
    rules = {one["id"]: one for one in data["programmes"]["vouchers"]}
    drawn = data["request"]["earlier"]
    for line in found.lines:
        assert 0 <= line.subsidy <= (line.base or 0)
        assert line.share + line.subsidy == (line.base or 0)
        assert all(step.before - step.cut == step.after >= 0 for step in line.steps)
        assert not line.steps or line.steps[-1].after == line.subsidy
    assert found.subsidy + found.share == found.base
    assert found.subsidy <= found.bound
    for voucher, rule in rules.items():
        mine = [line for line in found.lines if line.voucher == voucher]
        offers = {offer["id"]: offer for offer in rule["offers"]}
        before = [one for one in drawn if one["voucher"] == voucher]
        paths = {one["id"]: one["path"] for one in rule["categories"]}

        def within(ceiling: int | None, paid: int, spent: int) -> None:
            assert ceiling is None or paid <= max(0, ceiling - spent)

        paid = sum(line.subsidy for line in mine)
        within(rule["enterprise"], paid, sum(one["amount"] for one in before))
        within(rule["enterprise_year"], paid, sum(one["amount"] for one in before if one["year"] == 2026))
        used = [one for one in data["request"]["used"] if one["voucher"] == voucher]
        within(rule["total"], paid, sum(one["amount"] for one in used if one["supplier"] is None))
        for category in rule["categories"]:
            inside = [line for line in mine if category["id"] in paths[offers[line.listing or ""]["category"]]]
            spent = sum(one["amount"] for one in before if category["id"] in paths[one["category"]])
            within(category["ceiling"], sum(line.subsidy for line in inside), spent)
        for grade in rule["grades"]:
            for line in mine:
                if offers[line.listing or ""]["grade"] == grade["id"]:
                    within(grade["ceiling"], line.subsidy, 0)
        for offer in rule["offers"]:
            inside = [line for line in mine if offers[line.listing or ""]["supplier"] == offer["supplier"]]
            spent = sum(one["amount"] for one in used if one["supplier"] == offer["supplier"])
            within(offer["quota"], sum(line.subsidy for line in inside), spent)
        claimed = [offers[line.listing or ""]["category"] for line in mine]
        for group in rule["groups"]:
            assert len({*claimed, *(one["category"] for one in before)} & set(group["categories"])) < 2 or not set(
                claimed
            ) & set(group["categories"])


@given(SEEDS)
@settings(max_examples=100)
def test_one_more_line_never_lowers_the_total(seed: int) -> None:
    data = case(Random(seed))
    fewer = deepcopy(data)
    del fewer["request"]["lines"][seed % len(fewer["request"]["lines"])]
    assert quoted(fewer).subsidy <= quoted(data).subsidy


@given(SEEDS)
@settings(max_examples=100)
def test_a_higher_ceiling_never_lowers_the_total_where_limits_do_not_cross(seed: int) -> None:
    pick = Random(seed)
    data = case(pick, nested=True)
    higher = deepcopy(data)
    for rule in higher["programmes"]["vouchers"]:
        for holder, name in [
            *((rule, name) for name in ("enterprise", "enterprise_year", "total")),
            *((one, "ceiling") for one in (*rule["categories"], *rule["grades"])),
        ]:
            if holder[name] is not None and pick.random() < 0.3:
                holder[name] = None if pick.random() < 0.3 else holder[name] + pick.randint(0, 20_000)
    assert quoted(data).subsidy <= quoted(higher).subsidy


@given(SEEDS)
@settings(max_examples=60)
def test_no_choice_exceeds_its_bounds(seed: int) -> None:
    with pytest.MonkeyPatch.context() as patch:
        given = problem(case(Random(seed), lines=4), patch)
    bounds = Bounds(given, range(len(given.options)))
    for choice in every(given)[:400]:
        paid = sum(amounts(given, choice))
        for line, option in enumerate(choice):
            assert bounds.upper() >= paid
            bounds.decide(line, option)
        assert bounds.upper() >= paid
        for line, option in enumerate(choice):
            bounds.undo(line, option)
        taken = [option for option in choice if option != NONE]
        assert bounds.fewest(range(given.lines), (), paid) <= len(taken)


def test_forty_lines_are_exact_and_one_more_is_bounded() -> None:
    exact = quoted(case(Random(3), lines=40, programmes=1))
    assert (exact.proof, exact.bound) == ("exact", exact.subsidy)
    more = quoted(case(Random(3), lines=41, programmes=1))
    assert more.proof == "bound"
    assert more.bound >= more.subsidy > 0


def test_an_exhausted_budget_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    data = case(Random(8), lines=12, programmes=2)
    exact = quoted(data)
    monkeypatch.setattr(choosing, "BUDGET", 3)
    found = quoted(data)
    assert (exact.proof, found.proof) == ("exact", "bound")
    assert found.subsidy <= exact.subsidy <= found.bound
