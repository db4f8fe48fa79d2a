"""What two sequences have in common, in order; the work it may take is bounded.

Python's matcher gives runs that read well, but its time grows with the square of what repeats. So both ends that
are equal go first, then what stands once in both holds the rest apart, and what is still too much is left unmatched.
"""

from bisect import bisect_left
from collections import Counter
from collections.abc import Hashable, Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

AT_ONCE = 60_000
"""Comparisons that one call of the matcher may begin with."""


@dataclass(slots=True)
class Effort:
    """Comparisons left for a whole redline: a hostile text makes it coarse, not slow."""

    left: int = 3_000_000

    def grants(self, wanted: int) -> bool:
        """Whether so many may be made; they are then taken off."""
        if wanted > self.left:
            return False
        self.left -= wanted
        return True


def common(old: Sequence[Hashable], new: Sequence[Hashable], effort: Effort) -> Iterator[tuple[int, int]]:
    """Places (in `old`, in `new`) of equal elements, rising on both sides."""
    start, ends = 0, (len(old), len(new))
    while start < min(ends) and old[start] == new[start]:
        yield start, start
        start += 1
    tail = 0
    while tail < min(ends) - start and old[ends[0] - 1 - tail] == new[ends[1] - 1 - tail]:
        tail += 1
    stops = ends[0] - tail, ends[1] - tail
    if start < min(stops):
        middle = _middle(old[start : stops[0]], new[start : stops[1]], effort)
        yield from ((start + i, start + j) for i, j in middle)
    yield from ((stops[0] + i, stops[1] + i) for i in range(tail))


def _middle(old: Sequence[Hashable], new: Sequence[Hashable], effort: Effort) -> Iterator[tuple[int, int]]:
    many = Counter(new)
    cost = sum(many[one] for one in old)
    if not cost:
        return
    if cost <= AT_ONCE and effort.grants(cost):
        for match in SequenceMatcher(None, old, new, autojunk=False).get_matching_blocks():
            yield from ((match.a + k, match.b + k) for k in range(match.size))
        return
    once = Counter(old)
    places = {one: i for i, one in enumerate(old) if once[one] == 1 and many[one] == 1}
    pairs = [(places[one], j) for j, one in enumerate(new) if one in places]
    if not pairs:
        return
    before = (0, 0)
    for at in longest_run([i for i, _ in pairs]):
        i, j = pairs[at]
        yield from _between(old, new, before, (i, j), effort)
        yield i, j
        before = i + 1, j + 1
    yield from _between(old, new, before, (len(old), len(new)), effort)


def _between(
    old: Sequence[Hashable], new: Sequence[Hashable], start: tuple[int, int], stop: tuple[int, int], effort: Effort
) -> Iterator[tuple[int, int]]:
    inside = common(old[start[0] : stop[0]], new[start[1] : stop[1]], effort)
    yield from ((start[0] + i, start[1] + j) for i, j in inside)


def longest_run(places: Sequence[int]) -> list[int]:
    """The indices of a longest rising run within `places`; what is not in it has moved."""
    ends: list[int] = []  # the index of the smallest end of a run of each length
    values: list[int] = []
    before: list[int] = []
    for index, place in enumerate(places):
        at = bisect_left(values, place)
        before.append(ends[at - 1] if at else -1)
        ends[at:], values[at:] = ([index, *ends[at + 1 :]], [place, *values[at + 1 :]])
    run: list[int] = []
    index = ends[-1] if ends else -1
    while index >= 0:
        run.append(index)
        index = before[index]
    return run[::-1]
