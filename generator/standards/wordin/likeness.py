"""How alike two texts are, and which of two rows of things are the same ones."""

from collections.abc import Hashable, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from generator.drafts.text import normal

Key = TypeVar("Key", bound=Hashable)

ENOUGH = 0.55
"""Two texts that are at least so alike are versions of one."""
_MOST_CHARACTERS = 600
_MOST_PAIRS = 300_000
_WINDOW = 40
_IN_ORDER = 0.1


@dataclass(frozen=True, slots=True)
class Shape(Generic[Key]):
    """A text to compare: `title` counts by itself where it is equal."""

    key: Key
    text: str
    title: str = ""

    @property
    def plain(self) -> str:
        return normal(f"{self.title} {self.text}")[:_MOST_CHARACTERS]


def likeness(one: str, other: str) -> float:
    """0 to 1: the share of pairs of neighbouring characters that both have."""
    if one == other:
        return 1.0
    return _dice(_pairs(normal(one)[:_MOST_CHARACTERS]), _pairs(normal(other)[:_MOST_CHARACTERS]))


def paired(
    old: Sequence[Shape[Key]], new: Sequence[Shape[Key]], known: Sequence[tuple[int, int]] = ()
) -> list[tuple[int, int]]:
    """Which of `old` is which of `new`, by index: equal texts first, then the most alike.

    `known` are pairs that are certain; one that keeps to their order counts for more. No one is used twice.
    """
    pairs = list(known)
    left_old = [i for i in range(len(old)) if i not in {a for a, _ in pairs}]
    left_new = [j for j in range(len(new)) if j not in {b for _, b in pairs}]
    texts_old, texts_new = {i: old[i].plain for i in left_old}, {j: new[j].plain for j in left_new}
    by_text: dict[str, list[int]] = {}
    for i in left_old:
        by_text.setdefault(texts_old[i], []).append(i)
    for j in left_new:
        if texts_new[j] and len(same := by_text.get(texts_new[j], [])) == 1:
            pairs.append((same.pop(), j))
    left_old = [i for i in left_old if i not in {a for a, _ in pairs}]
    left_new = [j for j in left_new if j not in {b for _, b in pairs}]
    window = _WINDOW if len(left_old) * len(left_new) > _MOST_PAIRS else None
    order = sorted(pairs, key=lambda pair: pair[1])
    sets_old, sets_new = {i: _pairs(texts_old[i]) for i in left_old}, {j: _pairs(texts_new[j]) for j in left_new}
    scored: list[tuple[float, int, int]] = []
    for j in left_new:
        low, high = _bounds(order, j, len(old))
        for i in left_old:
            if window is not None and not low - window <= i <= high + window:
                continue
            score = _dice(sets_old[i], sets_new[j])
            if old[i].title and old[i].title == new[j].title:
                score = max(score, 0.7)
            if score >= ENOUGH - (_IN_ORDER if low < i < high else 0):
                scored.append((score + (_IN_ORDER if low < i < high else 0), i, j))
    used_old: set[int] = set()
    used_new: set[int] = set()
    for _, i, j in sorted(scored, key=lambda one: (-one[0], abs(one[1] - one[2]), one[1], one[2])):
        if i not in used_old and j not in used_new:
            used_old.add(i)
            used_new.add(j)
            pairs.append((i, j))
    return sorted(pairs, key=lambda pair: pair[1])


def _bounds(order: Sequence[tuple[int, int]], j: int, end: int) -> tuple[int, int]:
    """Between which of the old ones the new one stands, by the certain pairs around it."""
    low, high = -1, end
    for a, b in order:
        if b < j:
            low = a
        else:
            high = a
            break
    return low, high


def _pairs(text: str) -> frozenset[str]:
    return frozenset(text[n : n + 2] for n in range(max(len(text) - 1, 1))) if text else frozenset()


def _dice(one: frozenset[str], other: frozenset[str]) -> float:
    return 2 * len(one & other) / (len(one) + len(other)) if one or other else 0.0
