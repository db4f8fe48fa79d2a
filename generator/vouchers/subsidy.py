"""What a contract is paid by voucher programmes: line by line, with the step that limited it.

How it is computed, exactly as the browser does it; money is int 分 throughout:

- A programme can be used when its conditions hold (`conditions.refused`): it is in force, the day of the claim and the
  day of the contract, where stated, are in a window for claims, and the profile meets what is asked of claimants.
  What the profile does not state is "not stated", and the programme is not used.
- Only listings that are listed on the day can be claimed. The ratio is the smaller of that of the listing's class and
  that of its category, as far as they are stated; without either nothing is paid.
- The ratio comes first and is the only step that rounds: cut to the fen (also where no rounding is stated), cut to the
  yuan, or to the nearest yuan. The limits follow in the programme's `order_of_limits`; those that it states but gives
  no place come last in the order of `programme.LIMITS`. Within a limit the lines are served in order of their ids; what
  does not fit is cut. A category's ceiling also holds for what is below it, the leaf first. What was drawn earlier, or
  is used up, is taken off the ceilings; of a year's ceiling, what was drawn in the year of the claim.
- Of an exclusion group one category is admitted, `repeat` admits one line of a category or branch, and programmes may
  exclude one another; earlier claims count. A line is paid by one programme; one that is funded otherwise by none.
- Which lines are claimed where is chosen for the most money; see `choose`.

More is never less: one more line never lowers what is paid. A higher ceiling never lowers it either, unless the limits
cut across each other (suppliers across categories, or the enterprise's ceiling before its categories'): there a line
may take more of an early limit only to lose it to a later one.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from generator.texts import Text
from generator.vouchers.amounts import base_of
from generator.vouchers.choose import Choice, choose
from generator.vouchers.claims import (
    NONE,
    Option,
    Problem,
    Reason,
    amounts,
    conflict,
    conflict_in,
    problem_of,
    rounded,
)
from generator.vouchers.conditions import refused
from generator.vouchers.programme import Offer, Programme, Programmes
from generator.vouchers.request import MOST_MONEY, Request, too_much

_BY_CHOICE = ("exclusion-group", "repeat", "excludes-voucher", "nothing-more")
"""Why a line that could be claimed is not."""


@dataclass(frozen=True, slots=True)
class Step:
    """One step of a line, 分. `step`: "ratio", a limit, or the reason why the choice left the line out.

    `room`: what was left of the ceiling when the line's turn came, None for no ceiling.
    """

    step: str
    room: int | None
    before: int
    after: int
    cut: int


@dataclass(frozen=True, slots=True)
class Refusal:
    """A listing of the line's product that the line is not claimed under, and why."""

    voucher: str
    listing: str
    reasons: tuple[Reason, ...]


@dataclass(frozen=True, slots=True)
class QuoteLine:
    """A line: where it is claimed (or not: `reason`), what it comes to, the steps, what is paid, 分.

    `ratio`: millionths. `limited_by`: the last step after the ratio that cut it. `base` None: no amount.
    """

    id: str
    product: str
    base: int | None
    voucher: str | None
    listing: str | None
    ratio: int | None
    steps: tuple[Step, ...]
    limited_by: str | None
    subsidy: int
    share: int
    reason: Reason | None
    others: tuple[Refusal, ...]


@dataclass(frozen=True, slots=True)
class Used:
    """A programme: whether it can be used (no `reasons`), what it pays for how many lines, what it wants to see."""

    voucher: str
    reasons: tuple[Reason, ...]
    subsidy: int
    claims: int
    evidence: tuple[Text, ...]


@dataclass(frozen=True, slots=True)
class Quote:
    """What is paid, 分. `proof`: whether no choice pays more ("exact"), or at most `bound` could be paid."""

    on: str
    proof: str
    bound: int
    claims: int
    base: int
    subsidy: int
    share: int
    lines: tuple[QuoteLine, ...]
    programmes: tuple[Used, ...]


def quote(programmes: Programmes, request: Request) -> Quote:
    """The quote for a request. Raises NotARequest where its amounts are beyond what is computed."""
    lines = sorted(request.lines, key=lambda line: line.id)
    bases = [base_of(programmes, line, request.on) for line in lines]
    if sum(base for base in bases if isinstance(base, int)) > MOST_MONEY:
        raise too_much(("lines",))
    barred = [refused(programme, request) for programme in programmes.vouchers]
    options: list[Option] = []
    refusals: list[dict[str, Refusal]] = []
    for number, (line, base) in enumerate(zip(lines, bases, strict=True)):
        told: dict[str, Refusal] = {}
        for place, programme in enumerate(programmes.vouchers):
            for offer in programme.offers:
                if offer.product != line.product:
                    continue
                found = _option(number, place, programme, offer, base, request)
                why: tuple[Reason, ...]
                if barred[place]:
                    why = barred[place]
                elif request.other_funding or line.other_funding:
                    why = ("other-funding",)
                elif isinstance(found, Option):
                    options.append(found)
                    continue
                else:
                    why = (found,)
                told[offer.id] = Refusal(programme.id, offer.id, why)
        refusals.append(told)
    problem = problem_of(
        len(lines), programmes.vouchers, tuple(options), request.earlier, request.used, int(request.on[:4])
    )
    choice = choose(problem)
    quoted = _lines(problem, choice, request, bases, refusals)
    base = sum(line.base or 0 for line in quoted)
    subsidy = sum(line.subsidy for line in quoted)
    return Quote(
        on=request.on,
        proof="exact" if choice.exact else "bound",
        bound=choice.bound,
        claims=sum(line.listing is not None for line in quoted),
        base=base,
        subsidy=subsidy,
        share=base - subsidy,
        lines=quoted,
        programmes=tuple(
            _used(programme, why, [line for line in quoted if line.voucher == programme.id])
            for programme, why in zip(programmes.vouchers, barred, strict=True)
        ),
    )


def _option(
    number: int, place: int, programme: Programme, offer: Offer, base: int | Reason, request: Request
) -> Option | Reason:
    """A line under a listing, or why it cannot be claimed there."""
    if not isinstance(base, int):
        return base
    if not offer.listed:
        return "not-listed"
    branch = next((branch for branch in programme.categories if branch.id == offer.category), None)
    grade = next((grade for grade in programme.grades if grade.id == offer.grade), None)
    ratios = [one.ratio for one in (grade, branch) if one is not None and one.ratio is not None]
    if branch is None or not ratios:
        return "ratio-not-stated"
    paths = {one.id: one.path for one in programme.categories}
    for one in request.earlier:
        if one.voucher == programme.id:
            against = conflict_in(programme, branch, one.category, paths.get(one.category, ()))
            if against:
                return against
    by_ratio = rounded(base, min(ratios), programme.rounding)
    ceiling = grade.ceiling if grade else None
    want = by_ratio if ceiling is None else min(by_ratio, ceiling)
    if not want:
        return "nothing-paid"
    return Option(number, place, offer, branch, min(ratios), by_ratio, ceiling, want)


def _lines(
    problem: Problem,
    choice: Choice,
    request: Request,
    bases: Sequence[int | Reason],
    refusals: Sequence[dict[str, Refusal]],
) -> tuple[QuoteLine, ...]:
    paid = amounts(problem, choice.options)
    steps = _steps(problem, choice.options, bases)
    made = []
    for number, line in enumerate(sorted(request.lines, key=lambda line: line.id)):
        chosen = choice.options[number]
        option = None if chosen == NONE else problem.options[chosen]
        told = dict(refusals[number])
        for place, other in enumerate(problem.options):
            if other.line == number and place != chosen:
                voucher = problem.programmes[other.programme].id
                told[other.offer.id] = Refusal(voucher, other.offer.id, (_why_not(problem, choice, option, other),))
        others = tuple(sorted(told.values(), key=lambda one: (one.voucher, one.listing)))
        base = bases[number]
        reason = None if option else _reason(base, others)
        if reason is not None and reason in _BY_CHOICE and isinstance(base, int):
            steps[number] = _left_out(problem, number, reason, base, told)
        cuts = [step.step for step in steps[number][1:] if step.cut]
        made.append(
            QuoteLine(
                id=line.id,
                product=line.product,
                base=base if isinstance(base, int) else None,
                voucher=problem.programmes[option.programme].id if option else None,
                listing=option.offer.id if option else None,
                ratio=option.ratio if option else None,
                steps=tuple(steps[number]),
                limited_by=cuts[-1] if cuts else None,
                subsidy=paid[number],
                share=(base if isinstance(base, int) else 0) - paid[number],
                reason=reason,
                others=others,
            )
        )
    return tuple(made)


def _reason(base: int | Reason, others: tuple[Refusal, ...]) -> Reason:
    """Why a line is not claimed: of its listings, the one that came nearest."""
    if not isinstance(base, int):
        return base
    if not others:
        return "no-listing"
    return next((why for one in others for why in one.reasons if why in _BY_CHOICE), others[0].reasons[0])


def _left_out(problem: Problem, line: int, reason: Reason, base: int, told: dict[str, Refusal]) -> list[Step]:
    """The steps of a line that the choice left out: its ratio, and the reason that cut all of it."""
    mine = [o.by_ratio for o in problem.options if o.line == line and reason in told[o.offer.id].reasons]
    if not mine:
        # An earlier claim left it out, before its ratio was looked at.
        return [_step(reason, 0, base, 0)]
    by_ratio = mine[0]
    return [_step("ratio", None, base, by_ratio), _step(reason, 0, by_ratio, 0)]


def _why_not(problem: Problem, choice: Choice, taken: Option | None, other: Option) -> Reason:
    if taken is not None:
        return "other-listing" if taken.programme == other.programme else "double-funding"
    for there in choice.options:
        against = conflict(problem, other, problem.options[there]) if there != NONE else None
        if against:
            return against
    return "nothing-more"


def _steps(problem: Problem, choice: Sequence[int], bases: Sequence[int | Reason]) -> list[list[Step]]:
    """The steps of every line that is claimed: its ratio, then each limit that holds for it."""
    steps: list[list[Step]] = [[] for _ in choice]
    paid = [0] * len(choice)
    for line, chosen in enumerate(choice):
        base = bases[line]
        if chosen != NONE and isinstance(base, int):
            paid[line] = problem.options[chosen].by_ratio
            steps[line].append(_step("ratio", None, base, paid[line]))
    for stage in problem.stages:
        room = list(stage.room)
        for line, chosen in enumerate(choice):
            group = stage.group[chosen] if chosen != NONE else NONE
            if group != NONE:
                after = min(paid[line], room[group])
                steps[line].append(_step(stage.limit, room[group], paid[line], after))
                room[group] -= after
                paid[line] = after
    return steps


def _step(step: str, room: int | None, before: int, after: int) -> Step:
    return Step(step, room, before, after, before - after)


def _used(programme: Programme, why: tuple[Reason, ...], lines: Sequence[QuoteLine]) -> Used:
    evidence = programme.evidence if lines else ()
    return Used(programme.id, why, sum(line.subsidy for line in lines), len(lines), evidence)
