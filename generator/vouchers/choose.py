"""Which lines are claimed under which listing: the most money, then the fewest claims, then lines in order.

Last comes the order of ids: going through the lines by id, a line rather claimed than not, and rather under the first
programme and listing by id. Up to 40 lines the choice is exact, found by branch and bound:

1. an exclusion group (or programmes that exclude one another) is decided first: a configuration for each way;
2. the most that can be paid, over all configurations, lines with the most to gain first;
3. the fewest claims that reach it, counting up from a lower bound, lines in order of ids: the first found is the one.

Lines that are alike in every respect are tried in one order only, where the order of lines cannot matter. Beyond 40
lines, or when `BUDGET` places were looked at, the answer is the best that was found (greedily, then improved a line at
a time), and `bound` says what no choice can exceed. The browser's twin counts the same places: both stop at the same.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from generator.vouchers.bounds import Bounds
from generator.vouchers.claims import NONE, Option, Problem, Stage, amounts, conflict

MOST_LINES = 40
BUDGET = 100_000
"""Places of the search, in all."""
CONFIGURATIONS = 64
MOVES = 1_000_000
"""What improvement may cost: lines that are worked out, over all tries."""


@dataclass(frozen=True, slots=True)
class Choice:
    """For each line the number of its option, or NONE. `exact`: proven; `bound`: what is paid at most, 分."""

    options: tuple[int, ...]
    exact: bool
    bound: int


class _Spent(Exception):
    """The budget is used up."""


def choose(problem: Problem) -> Choice:
    """The choice of claims for a problem."""
    search = _Search(problem)
    return search.run()


class _Search:
    def __init__(self, problem: Problem) -> None:
        self.problem = problem
        self.count = len(problem.options)
        self.by_line: list[list[int]] = [[] for _ in range(problem.lines)]
        for number, option in enumerate(problem.options):
            self.by_line[option.line].append(number)
        self.places = 0
        self.best: list[int] = [NONE] * problem.lines
        self.total = 0

    def run(self) -> Choice:
        everything = range(self.count)
        self.improve()
        if self.problem.lines > MOST_LINES:
            bound = Bounds(self.problem, everything).upper()
            return Choice(tuple(self.best), False, max(bound, self.total))
        configurations = [Bounds(self.problem, allowed) for allowed in self.configurations()]
        tops = [bounds.upper() for bounds in configurations]
        try:
            for bounds, top in zip(configurations, tops, strict=True):
                if top > self.total:
                    self.most(bounds)
        except _Spent:
            return Choice(tuple(self.best), False, max(self.total, *tops))
        try:
            self.fewest([b for b, top in zip(configurations, tops, strict=True) if top >= self.total])
        except _Spent:
            return Choice(tuple(self.best), False, self.total)
        return Choice(tuple(self.best), True, self.total)

    # What is good enough to begin with

    def improve(self) -> None:
        """Greedy, then a line at a time: what conflicts with a change is dropped."""
        cost = max(1, self.problem.lines)
        tries = MOVES // cost
        wants = [max((self.problem.options[o].want for o in options), default=0) for options in self.by_line]
        order = sorted(range(self.problem.lines), key=lambda line: (-wants[line], line))
        key = self.key(self.best)
        better = True
        while better and tries > 0:
            better = False
            for line in order:
                for option in (*self.by_line[line], NONE):
                    if option == self.best[line] or tries <= 0:
                        continue
                    tries -= 1
                    changed = self.changed(line, option)
                    found = self.key(changed)
                    if found < key:
                        self.best, key, better = changed, found, True
        self.total = -key[0]

    def changed(self, line: int, option: int) -> list[int]:
        """The best so far with another option for a line, less what conflicts with it."""
        changed = list(self.best)
        changed[line] = option
        if option != NONE:
            for other, there in enumerate(changed):
                if other != line and there != NONE and self.conflict(option, there):
                    changed[other] = NONE
        return changed

    def key(self, choice: Sequence[int]) -> tuple[int, int, tuple[int, ...]]:
        """What is better has the smaller key."""
        order = tuple(self.count if option == NONE else option for option in choice)
        return -sum(amounts(self.problem, choice)), sum(option != NONE for option in choice), order

    def conflict(self, one: int, other: int) -> bool:
        return conflict(self.problem, self.problem.options[one], self.problem.options[other]) is not None

    # Configurations

    def configurations(self) -> list[list[int]]:
        """Sets of options that leave no exclusion group and no excluded programme to be decided, by what they allow."""
        found: list[list[int]] = [list(range(self.count))]
        for decide in self.choices():
            split = [part for allowed in found for part in _split(allowed, decide)]
            if len(split) > CONFIGURATIONS:
                break
            found = split
        return found

    def choices(self) -> Iterator[list[frozenset[int]]]:
        """For each thing to decide, the sets of options of which only one may stay."""
        options = self.problem.options
        programmes = self.problem.programmes
        for a in range(len(programmes)):
            for b in range(a + 1, len(programmes)):
                if programmes[b].id in programmes[a].excludes or programmes[a].id in programmes[b].excludes:
                    yield [frozenset(n for n, o in enumerate(options) if o.programme == p) for p in (a, b)]
        for number, programme in enumerate(programmes):
            for group in programme.groups:
                yield [
                    frozenset(n for n, o in enumerate(options) if o.programme == number and o.branch.id == category)
                    for category in group.categories
                ]

    # The most

    def most(self, bounds: Bounds) -> None:
        wants = [max((self.problem.options[o].want for o in options), default=0) for options in bounds.by_line]
        order = sorted(range(self.problem.lines), key=lambda line: (-wants[line], line))
        tried = [sorted(options, key=lambda o: (-self.problem.options[o].want, o)) for options in bounds.by_line]
        alike = self.alike(bounds, order)
        choice = [NONE] * self.problem.lines
        rank = [0] * self.problem.lines

        def visit(at: int) -> None:
            self.place()
            if bounds.upper() <= self.total:
                return
            if at == len(order):
                paid = sum(amounts(self.problem, choice))
                if paid > self.total:
                    self.total, self.best = paid, list(choice)
                return
            line = order[at]
            for number, option in enumerate((*tried[line], NONE)):
                if alike[at] != NONE and number < rank[alike[at]]:
                    continue
                if option == NONE or self.fits(option, choice):
                    choice[line], rank[line] = option, number
                    bounds.decide(line, option)
                    visit(at + 1)
                    bounds.undo(line, option)
                    choice[line] = NONE

        visit(0)

    # The fewest, in order

    def fewest(self, configurations: Sequence[Bounds]) -> None:
        """Among the choices that are paid the total: the fewest claims, then the first in order."""
        lines = range(self.problem.lines)
        known = sum(option != NONE for option in self.best)
        least = min((b.fewest(lines, (), self.total) for b in configurations), default=0)
        for count in range(least, known + 1):
            found = [choice for bounds in configurations if (choice := self.first(bounds, count)) is not None]
            if found:
                self.best = min(found, key=self.key)
                return

    def first(self, bounds: Bounds, most: int) -> list[int] | None:
        """The first choice in order of at most so many claims that is paid the total; None where there is none."""
        lines = range(self.problem.lines)
        alike = self.alike(bounds, lines)
        choice = [NONE] * self.problem.lines
        rank = [0] * self.problem.lines
        taken: list[int] = []

        def visit(line: int) -> bool:
            self.place()
            if bounds.upper() < self.total:
                return False
            if line == len(lines):
                return sum(amounts(self.problem, choice)) == self.total
            if len(taken) + bounds.fewest(lines[line:], taken, self.total) > most:
                return False
            for number, option in enumerate((*bounds.by_line[line], NONE)):
                if alike[line] != NONE and number < rank[alike[line]]:
                    continue
                if option == NONE or (len(taken) < most and self.fits(option, taken)):
                    choice[line], rank[line] = option, number
                    if option != NONE:
                        taken.append(option)
                    bounds.decide(line, option)
                    if visit(line + 1):
                        return True
                    bounds.undo(line, option)
                    if option != NONE:
                        taken.pop()
                    choice[line] = NONE
            return False

        return list(choice) if visit(0) else None

    def place(self) -> None:
        self.places += 1
        if self.places > BUDGET:
            raise _Spent

    def fits(self, option: int, taken: Sequence[int]) -> bool:
        return not any(other != NONE and self.conflict(option, other) for other in taken)

    # Lines that are alike

    def alike(self, bounds: Bounds, order: Sequence[int]) -> list[int]:
        """For each place of an order, the line before that is alike in every respect, or NONE."""
        seen: dict[tuple[object, ...], int] = {}
        before = []
        nested = self.nested()
        for line in order:
            sign = tuple(_sign(self.problem.options[o]) for o in bounds.by_line[line])
            before.append(seen.get(sign, NONE) if nested else NONE)
            seen[sign] = line
        return before

    def nested(self) -> bool:
        """Whether the order of lines cannot matter: a later limit's groups never cut through an earlier one's."""
        stages = [(s.programme, self.binding(s)) for s in self.problem.stages if s.limit != "line"]
        for at, (programme, groups) in enumerate(stages):
            for other, later in stages[at + 1 :]:
                if other != programme:
                    continue
                into: dict[int, int] = {}
                for group, there in zip(groups, later, strict=True):
                    if group != NONE and into.setdefault(group, there) != there:
                        return False
        lines = [stage for stage in self.problem.stages if stage.limit == "line"]
        return all(self.problem.programmes[stage.programme].order[0] == "line" for stage in lines)

    def binding(self, stage: Stage) -> list[int]:
        """The group of each option, NONE for groups that have room for all."""
        sums = [0] * len(stage.room)
        for option, group in enumerate(stage.group):
            if group != NONE:
                sums[group] += self.problem.options[option].want
        return [g if g != NONE and sums[g] > stage.room[g] else NONE for g in stage.group]


def _sign(option: Option) -> tuple[object, ...]:
    return option.programme, option.offer.id, option.by_ratio


def _split(allowed: list[int], sets: list[frozenset[int]]) -> list[list[int]]:
    """`allowed` with one of the sets at a time and none of the others; as it is where at most one is present."""
    present = [one for one in sets if any(option in one for option in allowed)]
    if len(present) < 2:
        return [allowed]
    every = frozenset[int]().union(*present)
    return [[option for option in allowed if option in one or option not in every] for one in present]
