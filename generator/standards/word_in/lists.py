"""Items of lists, each with its level, as lists inside each other."""

from collections.abc import Sequence
from dataclasses import dataclass

from generator.drafts.model import Block, ListBlock

MOST_LEVELS = 8


@dataclass(slots=True)
class Entry:
    """An item. `key` tells ordered lists apart: one with another key begins anew."""

    level: int
    ordered: bool
    key: str
    blocks: list[Block]


def lists(entries: Sequence[Entry]) -> list[Block]:
    """The lists that the items make, in order."""
    levels: list[int] = []
    steps: list[tuple[int, Entry]] = []
    for entry in entries:
        while levels and levels[-1] > entry.level:
            levels.pop()
        if (not levels or levels[-1] < entry.level) and len(levels) < MOST_LEVELS:
            levels.append(entry.level)
        steps.append((len(levels) - 1, entry))
    made, end = _lists(steps, 0, 0)
    while end < len(steps):
        more, end = _lists(steps, end, steps[end][0])
        made += more
    return made


def _lists(steps: Sequence[tuple[int, Entry]], at: int, depth: int) -> tuple[list[Block], int]:
    """The lists of one depth from `at` on, and where they end."""
    made: list[Block] = []
    items: list[tuple[Block, ...]] = []
    first: Entry | None = None
    while at < len(steps) and steps[at][0] >= depth:
        entry = steps[at][1]
        if first is not None and (first.ordered != entry.ordered or (entry.ordered and first.key != entry.key)):
            made.append(ListBlock(first.ordered, tuple(items)))
            items, first = [], None
        first = first or entry
        at += 1
        inside: list[Block] = []
        if at < len(steps) and steps[at][0] > depth:
            inside, at = _lists(steps, at, depth + 1)
        items.append((*entry.blocks, *inside))
    if first is not None:
        made.append(ListBlock(first.ordered, tuple(items)))
    return made, at
