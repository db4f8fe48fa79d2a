"""Bounds of what any choice can be paid, kept up to date while lines are decided one by one.

Two bounds, both of a relaxation in which a claim may be paid any part of what it can reach: what its ratio gives, or
what is left of the narrowest ceiling over it:

- by programme: within one limit, what its groups let through; of a programme's limits the tightest counts. A line
  that is not decided counts in every programme where it may be claimed.
- by prices: each group has a price in 1/1024 of what is paid, every ceiling is worth its price, and a line takes the
  option that leaves most after prices. Any prices give a bound; they are set once, before the search.
"""

from collections.abc import Sequence

from generator.vouchers.claims import NONE, Problem

UNIT = 1024
"""Prices are whole numbers from 0 to this."""
FINEST = 4
"""The last step in which prices are sought."""


class Bounds:
    """The bound over `allowed` options; `decide` and `undo` take a line from undecided to an option or NONE."""

    def __init__(self, problem: Problem, allowed: Sequence[int]) -> None:
        self.problem = problem
        self.by_line: list[list[int]] = [[] for _ in range(problem.lines)]
        for option in allowed:
            self.by_line[problem.options[option].line].append(option)
        self._reach = [option.want for option in problem.options]
        for stage in problem.stages:
            for option, group in enumerate(stage.group):
                if group != NONE:
                    self._reach[option] = min(self._reach[option], stage.room[group])
        self._once: set[int] = set()
        self._caps: list[int] = []
        self._families: list[tuple[int, int, int]] = []
        self._of: list[list[int]] = [[] for _ in problem.options]
        for number in range(len(problem.programmes)):
            self._add_families(number, allowed)
        self._whole = tuple(self._caps)
        self._prices = [0] * len(self._caps)
        self._open = [self._most(options) for options in self.by_line]
        self._sums = [0] * len(self._caps)
        for share in self._open:
            for group, want in share:
                self._sums[group] += want
        self._best = [max((self._reach[o] for o in options), default=0) for options in self.by_line]
        self._loose = sum(self._best)
        self._set_prices()
        self._value = [self._worth(option) for option in range(len(problem.options))]
        self._top = [max((self._value[o] for o in options), default=0) for options in self.by_line]
        self._priced = sum(self._top) + sum(p * c for p, c in zip(self._prices, self._caps, strict=True))

    def upper(self) -> int:
        """At most this is paid in all, 分."""
        return min(sum(self._tightest().values()), self._loose, self._priced // UNIT)

    def decide(self, line: int, option: int) -> None:
        self._change(line, option, 1)

    def undo(self, line: int, option: int) -> None:
        self._change(line, option, -1)

    def fewest(self, undecided: Sequence[int], decided: Sequence[int], wanted: int) -> int:
        """At least so many of the undecided lines must be claimed for `wanted` in all, beside the decided options.

        Counted over all programmes, and for each one by itself: it has to pay what the others cannot.
        """
        tops = self._tightest()
        every = sum(tops.values())
        steps: list[int] = []
        base = apart = 0
        for number, top in tops.items():
            here, gains = self._gains(number, undecided, decided)
            apart += _count(here, gains, wanted - every + top, len(undecided))
            base += here
            steps += gains
        return max(apart, _count(base, steps, wanted, len(undecided)))

    def _tightest(self) -> dict[int, int]:
        """At most this is paid by each programme."""
        tightest: dict[int, int] = {}
        for programme, first, last in self._families:
            through = 0
            for group in range(first, last):
                through += min(self._caps[group], self._sums[group])
            tightest[programme] = min(through, tightest.get(programme, through))
        return tightest

    def _gains(self, number: int, undecided: Sequence[int], decided: Sequence[int]) -> tuple[int, list[int]]:
        """What the limit of a programme with most groups lets through of the decided, and what lines may add to it."""
        _, first, last = max((f for f in self._families if f[0] == number), key=lambda f: f[2] - f[1])
        within = [0] * (last - first)
        for option in decided:
            for group in self._of[option]:
                if first <= group < last:
                    within[group - first] += self._reach[option]
        base = sum(min(self._caps[first + at], there) for at, there in enumerate(within))
        wants: list[list[int]] = [[] for _ in within]
        for line in undecided:
            for group, want in self._open[line]:
                if first <= group < last:
                    wants[group - first].append(want)
        steps: list[int] = []
        for at, there in enumerate(within):
            cap = self._caps[first + at]
            for want in sorted(wants[at], reverse=True):
                step = min(cap, there + want) - min(cap, there)
                if not step:
                    break
                there += want
                steps.append(step)
        return base, steps

    def _add_families(self, number: int, allowed: Sequence[int]) -> None:
        """One family for each stage of a programme that can bind, and one for categories to be claimed once."""
        mine = [o for o in allowed if self.problem.options[o].programme == number]
        if not mine:
            return
        programme = self.problem.programmes[number]
        first = len(self._families)
        for stage in self.problem.stages:
            if stage.programme == number and stage.limit != "line":
                self._add(number, mine, [stage.group[o] for o in mine], stage.room)
        if programme.repeat != "allowed":
            paths = [self.problem.options[o].branch.path for o in mine]
            keys = [path[0] if programme.repeat == "once-per-category" else path[-1] for path in paths]
            present = sorted(set(keys))
            most = [max(self._reach[o] for o, k in zip(mine, keys, strict=True) if k == key) for key in present]
            start = len(self._caps)
            self._add(number, mine, [present.index(key) for key in keys], most)
            self._once.update(range(start, len(self._caps) - 1))
        if len(self._families) == first:
            self._add(number, mine, [NONE] * len(mine), ())

    def _add(self, number: int, mine: Sequence[int], groups: Sequence[int], room: Sequence[int]) -> None:
        start = len(self._caps)
        wants = [self._reach[o] for o in mine]
        # What no group limits goes to a group of its own that lets all through. No ceiling is above all wants:
        # that keeps the numbers small.
        self._caps += [min(cap, sum(wants)) for cap in room]
        self._caps.append(sum(wants))
        free = len(self._caps) - 1
        for option, group in zip(mine, groups, strict=True):
            self._of[option].append(free if group == NONE else start + group)
        self._families.append((number, start, len(self._caps)))

    def _most(self, options: Sequence[int]) -> tuple[tuple[int, int], ...]:
        """What an undecided line may bring to each group: the most of its options there."""
        most: dict[int, int] = {}
        for option in options:
            for group in self._of[option]:
                most[group] = max(most.get(group, 0), self._reach[option])
        return tuple(most.items())

    def _worth(self, option: int) -> int:
        left = UNIT - sum(self._prices[group] for group in self._of[option])
        return max(0, left) * self._reach[option]

    def _set_prices(self) -> None:
        """Prices by steps of halves, group by group, while the bound falls; of use where a line has a choice."""

        def bound() -> int:
            tops = (max((self._worth(o) for o in options), default=0) for options in self.by_line)
            return sum(tops) + sum(p * c for p, c in zip(self._prices, self._caps, strict=True))

        best = bound()
        tight = [g for g, cap in enumerate(self._caps) if self._sums[g] > cap]
        step = UNIT
        while step >= FINEST:
            for group in tight:
                for change in (step, -step):
                    before = self._prices[group]
                    if 0 <= before + change <= UNIT:
                        self._prices[group] = before + change
                        found = bound()
                        if found < best:
                            best = found
                        else:
                            self._prices[group] = before
            step //= 2

    def _change(self, line: int, option: int, sign: int) -> None:
        for group, want in self._open[line]:
            self._sums[group] -= sign * want
        self._loose -= sign * self._best[line]
        self._priced -= sign * self._top[line]
        if option != NONE:
            want = self._reach[option]
            for group in self._of[option]:
                self._sums[group] += sign * want
                if group in self._once:
                    # Nothing else can be claimed there.
                    self._caps[group] = want if sign > 0 else self._whole[group]
            self._loose += sign * want
            self._priced += sign * self._value[option]


def _count(base: int, steps: Sequence[int], wanted: int, most: int) -> int:
    """How many steps, the greatest first, lead from `base` to `wanted`; more than `most` where none do."""
    count = 0
    for step in sorted(steps, reverse=True):
        if base >= wanted:
            return count
        base += step
        count += 1
    return count if base >= wanted else most + 1
