"""The claims that are open to a request, and what a choice of them is paid: limit by limit, line by line.

An `Option` is a line claimed under a listing. A `Stage` is one limit of one programme: groups of options that share
what is left of a ceiling. Programmes' stages stand in their order of limits.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Literal

from generator.vouchers.programme import Branch, Offer, Programme

Reason = Literal[
    "not-in-force",
    "no-claim-window",
    "outside-claim-window",
    "contract-outside-window",
    "city-not-covered",
    "city-not-stated",
    "industry-not-covered",
    "industry-not-stated",
    "nature-not-covered",
    "nature-not-stated",
    "not-legal-person",
    "legal-person-not-stated",
    "too-young",
    "founded-not-stated",
    "revenue-too-low",
    "revenue-not-stated",
    "record-not-clean",
    "record-not-stated",
    "drew-excluded-voucher",
    "not-listed",
    "ratio-not-stated",
    "no-listing",
    "other-funding",
    "prices-not-stated",
    "quantity-not-stated",
    "price-not-valid",
    "price-incomplete",
    "nothing-paid",
    "exclusion-group",
    "repeat",
    "excludes-voucher",
    "double-funding",
    "other-listing",
    "nothing-more",
]
NONE = -1
"""No group, or no option."""


@dataclass(frozen=True, slots=True)
class Earlier:
    """What the enterprise drew before, 分."""

    voucher: str
    category: str
    amount: int
    year: int


@dataclass(frozen=True, slots=True)
class Used:
    """What is used up of a programme's total, or of a supplier's quota in it, 分."""

    voucher: str
    amount: int
    supplier: str | None = None


@dataclass(frozen=True, slots=True)
class Option:
    """Line `line` claimed as `offer` of programme number `programme`. `want`: after ratio and the line's ceiling."""

    line: int
    programme: int
    offer: Offer
    branch: Branch
    ratio: int
    by_ratio: int
    ceiling: int | None
    want: int


@dataclass(frozen=True, slots=True)
class Stage:
    """A limit: the group of each option (NONE: not limited by it) and what is left for each group, 分."""

    programme: int
    limit: str
    group: tuple[int, ...]
    room: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Problem:
    """Lines 0 … `lines` - 1 in order of their ids; options by line, programme and listing."""

    lines: int
    programmes: tuple[Programme, ...]
    options: tuple[Option, ...]
    stages: tuple[Stage, ...]


def rounded(base: int, ratio: int, how: str) -> int:
    """`ratio` millionths of a base, 分: cut to the fen, cut to the yuan, or to the nearest yuan (half up)."""
    if how == "fen-down":
        return base * ratio // 1_000_000
    if how == "yuan-down":
        return base * ratio // 100_000_000 * 100
    return min((base * ratio + 50_000_000) // 100_000_000 * 100, base)


def problem_of(
    lines: int,
    programmes: tuple[Programme, ...],
    options: tuple[Option, ...],
    earlier: Sequence[Earlier],
    used: Sequence[Used],
    year: int,
) -> Problem:
    stages = tuple(
        stage
        for number, programme in enumerate(programmes)
        for limit in programme.order
        for stage in _stages(number, programme, limit, options, earlier, used, year)
    )
    return Problem(lines, programmes, options, stages)


def amounts(problem: Problem, choice: Sequence[int]) -> list[int]:
    """What each line is paid under a choice (the number of its option, or NONE), 分."""
    paid = [problem.options[option].by_ratio if option != NONE else 0 for option in choice]
    claimed = [(line, option) for line, option in enumerate(choice) if option != NONE]
    for stage in problem.stages:
        room = list(stage.room)
        for line, option in claimed:
            group = stage.group[option]
            if group != NONE:
                paid[line] = min(paid[line], room[group])
                room[group] -= paid[line]
    return paid


def conflict(problem: Problem, one: Option, other: Option) -> Reason | None:
    """Why two lines cannot be claimed like this together; None where they can."""
    here = problem.programmes[one.programme]
    if one.programme != other.programme:
        there = problem.programmes[other.programme]
        return "excludes-voucher" if there.id in here.excludes or here.id in there.excludes else None
    return conflict_in(here, one.branch, other.branch.id, other.branch.path)


def conflict_in(programme: Programme, branch: Branch, other: str, path: Sequence[str]) -> Reason | None:
    """Why a category cannot be claimed beside another one (its id, and its path where it is known)."""
    if other == branch.id:
        return "repeat" if programme.repeat != "allowed" else None
    if any(other in group.categories and branch.id in group.categories for group in programme.groups):
        return "exclusion-group"
    same_branch = bool(path) and path[-1] == branch.path[-1]
    return "repeat" if same_branch and programme.repeat == "once-per-branch" else None


def _stages(
    number: int,
    programme: Programme,
    limit: str,
    options: tuple[Option, ...],
    earlier: Sequence[Earlier],
    used: Sequence[Used],
    year: int,
) -> Iterator[Stage]:
    mine = [option if option.programme == number else None for option in options]
    drawn = [one for one in earlier if one.voucher == programme.id]
    if limit == "line":
        caps = [None if option is None else option.ceiling for option in mine]
        keys = [NONE if cap is None else place for place, cap in enumerate(caps)]
        yield from _stage(number, limit, keys, {place: cap for place, cap in enumerate(caps) if cap is not None})
    elif limit == "category":
        paths = {branch.id: branch.path for branch in programme.categories}
        # From the leaf up: what a category leaves is shared with the others of its branch.
        for depth in range(max((len(path) for path in paths.values()), default=0)):
            rooms = {}
            for branch in programme.categories:
                if branch.ceiling is not None:
                    spent = sum(one.amount for one in drawn if branch.id in paths.get(one.category, (one.category,)))
                    rooms[branch.id] = max(0, branch.ceiling - spent)
            named = [
                option.branch.path[depth] if option is not None and depth < len(option.branch.path) else NONE
                for option in mine
            ]
            yield from _stage(number, limit, [key if key in rooms else NONE for key in named], rooms)
    elif limit == "supplier":
        spent_by: dict[str, int] = {}
        for one in used:
            if one.voucher == programme.id and one.supplier is not None:
                spent_by[one.supplier] = spent_by.get(one.supplier, 0) + one.amount
        quotas = {
            offer.supplier: max(0, offer.quota - spent_by.get(offer.supplier, 0))
            for offer in programme.offers
            if offer.quota is not None
        }
        suppliers = [
            option.offer.supplier if option is not None and option.offer.supplier in quotas else NONE for option in mine
        ]
        yield from _stage(number, limit, suppliers, quotas)
    else:
        cap = {
            "enterprise-year": programme.enterprise_year,
            "enterprise": programme.enterprise,
            "total": programme.total,
        }[limit]
        spent = {
            "enterprise-year": sum(one.amount for one in drawn if one.year == year),
            "enterprise": sum(one.amount for one in drawn),
            "total": sum(one.amount for one in used if one.voucher == programme.id and one.supplier is None),
        }[limit]
        if cap is not None:
            yield from _stage(number, limit, [0 if option else NONE for option in mine], {0: max(0, cap - spent)})


def _stage(number: int, limit: str, keys: Sequence[str | int], rooms: Mapping[Any, int]) -> Iterator[Stage]:
    """A stage over the groups that have an option, in the order of their first one."""
    present = list(dict.fromkeys(key for key in keys if key != NONE))
    if present:
        place = {key: index for index, key in enumerate(present)}
        group = tuple(place.get(key, NONE) for key in keys)
        yield Stage(number, limit, group, tuple(rooms[key] for key in present))
