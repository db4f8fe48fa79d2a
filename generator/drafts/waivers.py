"""What a waiver in a draft holds for, and the findings of the reader that waivers set aside.

A waiver holds for the next thing in the text: before a heading for that clause, up to the next heading; before
a block (a paragraph, a list, a table with its caption, a provision or another `:::` block) for all of that block;
within a paragraph for that paragraph. Before the first heading it also holds for what is said of the whole draft,
which stands at line 1.
"""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from generator.drafts import codes
from generator.drafts.ast import Problem
from generator.drafts.model import Block, Draft, Waiver, inner_blocks

_WAIVABLE = {name for code in codes.WAIVABLE for name in (code.code, code.name)}


def scoped(draft: Draft, lines: int) -> tuple[Waiver, ...]:
    """The draft's waivers with the lines that each holds for. `lines`: how many draft.md has."""
    if not draft.waivers:
        return ()
    spans = list(_spans(draft, lines))
    top = min((first for first, _ in spans), default=lines)
    found = []
    for waiver in draft.waivers:
        # Of several that begin in one line the outermost comes first.
        last = next((end for start, end in spans if start >= waiver.line), lines)
        first = 1 if waiver.line < top else waiver.line
        found.append(replace(waiver, first=first, last=max(last, waiver.line)))
    return tuple(found)


def holds(waiver: Waiver, names: Iterable[str], line: int) -> bool:
    """Whether it sets aside a finding in a line; `names` are the number and the name of the finding's code."""
    return waiver.first <= line <= waiver.last and waiver.code in names


def set_aside(problems: Iterable[Problem], draft: Draft) -> tuple[list[Problem], Draft]:
    """The problems that no waiver holds for, and the draft with the waivers that were used marked."""
    problems = list(problems)
    if not draft.waivers:
        return problems, draft
    used: set[int] = set()
    kept = []
    for code, finding in problems:
        names, line = (code.code, code.name), (finding.position or (1, 1))[0]
        mine = {n for n, waiver in enumerate(draft.waivers) if holds(waiver, names, line)}
        if code.code in _WAIVABLE and mine:
            used |= mine
        else:
            kept.append((code, finding))
    waivers = tuple(replace(waiver, used=n in used) for n, waiver in enumerate(draft.waivers))
    return kept, replace(draft, waivers=waivers)


def _spans(draft: Draft, lines: int) -> Iterator[tuple[int, int]]:
    """The first and the last line of each clause and block, in the order of the text, the outer before the inner."""
    ends = [clause.line - 1 for clause in draft.clauses[1:]] + [lines]
    for clause, end in zip(draft.clauses, ends, strict=True):
        yield clause.line, end
        yield from _of_blocks(clause.blocks, end)


def _of_blocks(blocks: tuple[Block, ...], end: int) -> Iterator[tuple[int, int]]:
    placed = [(line, block) for block in blocks if (line := getattr(block, "line", 0))]
    after = [*(line for line, _ in placed[1:]), end + 1][: len(placed)]
    for (line, block), following in zip(placed, after, strict=True):
        last = max(following - 1, line)
        yield line, last
        yield from _of_blocks(inner_blocks(block), last)
