"""The difference of two runs of inlines by word, made readable: few whole pieces rather than single characters."""

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from functools import partial
from itertools import pairwise

from generator.drafts.model import Block, Change, Footnote, Inline
from generator.standards.redline.align import Effort, common
from generator.standards.redline.keys import inlines_key
from generator.standards.redline.tokens import Token, built, tokens

_ALIKE = 0.2
"""Less of a text in common than this, and it is shown as replaced whole, not in pieces."""
_SENTENCE = frozenset("。；！？")
_PAUSE = frozenset("，、：,;）)（(")


@dataclass(slots=True)
class Work:
    """What a whole comparison shares: the effort left, and how often two characters stand together."""

    effort: Effort = field(default_factory=Effort)
    together: Counter[str] = field(default_factory=Counter)

    def learn(self, text: str) -> None:
        self.together.update(a + b for a, b in pairwise(text))


@dataclass(frozen=True, slots=True)
class Hunk:
    """A stretch of both sides, as places of their pieces: the same, or one put for the other."""

    same: bool
    old: tuple[int, int]
    new: tuple[int, int]


Inner = Callable[[tuple[Block, ...], tuple[Block, ...]], tuple[Block, ...]]
"""How the blocks of two footnotes are compared."""


def diff_inlines(old: tuple[Inline, ...], new: tuple[Inline, ...], work: Work, inner: Inner) -> tuple[Inline, ...]:
    """The new inlines with what was added and taken away marked."""
    if inlines_key(old) == inlines_key(new):
        return new
    a, b = tokens(old), tokens(new)
    made: list[Inline] = []
    for hunk in hunks(a, b, work):
        gone, come = a[slice(*hunk.old)], b[slice(*hunk.new)]
        if hunk.same:
            made += built([_kept(x, y, inner) for x, y in zip(gone, come, strict=True)])
            continue
        if gone:
            made.append(Change("deleted", built(gone)))
        if come:
            made.append(Change("inserted", built(come)))
    return tuple(made)


def _kept(old: Token, new: Token, inner: Inner) -> Token:
    if isinstance(old.inline, Footnote) and isinstance(new.inline, Footnote):
        return replace(new, inline=replace(new.inline, blocks=inner(old.inline.blocks, new.inline.blocks)))
    return new


def hunks(old: Sequence[Token], new: Sequence[Token], work: Work) -> list[Hunk]:
    """The whole of both sides as hunks in turn: same, other, same …"""
    found = _merged(_raw(old, new, work), old, new)
    alike = sum(t.size for h in found if h.same for t in old[slice(*h.old)])
    longer = max(sum(t.size for t in side) for side in (old, new))
    if alike < _ALIKE * longer and sum(not h.same for h in found) > 1:
        return [Hunk(False, (0, len(old)), (0, len(new)))]
    found = _tidy(_slid(found, old, new), old, new)
    return _whole_words(found, old, new, work)


def _raw(old: Sequence[Token], new: Sequence[Token], work: Work) -> list[Hunk]:
    made: list[Hunk] = []
    i = j = 0
    pairs = list(common([t.key for t in old], [t.key for t in new], work.effort))
    at = 0
    while at < len(pairs):
        x, y = pairs[at]
        if x > i or y > j:
            made.append(Hunk(False, (i, x), (j, y)))
        start = at
        while at < len(pairs) and pairs[at] == (x + at - start, y + at - start):
            at += 1
        i, j = x + at - start, y + at - start
        made.append(Hunk(True, (x, i), (y, j)))
    if i < len(old) or j < len(new):
        made.append(Hunk(False, (i, len(old)), (j, len(new))))
    return made


def _merged(found: list[Hunk], old: Sequence[Token], new: Sequence[Token]) -> list[Hunk]:
    """Without equal stretches that are smaller than the differences on both sides of them."""
    made: list[Hunk] = []
    for index, hunk in enumerate(found):
        if not hunk.same:
            made.append(hunk)
        elif made and not made[-1].same and index + 1 < len(found):
            pieces = old[slice(*hunk.old)]
            size = sum(t.size for t in pieces)
            around = min(_size(made[-1], old, new), _size(found[index + 1], old, new))
            small = size <= min(around, 6) and not any(t.text[-1:] in _SENTENCE for t in pieces)
            made.append(replace(hunk, same=not small))
        else:
            made.append(hunk)
        made = _fused(made)
    return made


def _fused(made: list[Hunk]) -> list[Hunk]:
    """With the last two as one where they are of one kind."""
    if len(made) > 1 and made[-1].same == made[-2].same:
        last, before = made.pop(), made.pop()
        made.append(Hunk(last.same, (before.old[0], last.old[1]), (before.new[0], last.new[1])))
    return made


def _size(hunk: Hunk, old: Sequence[Token], new: Sequence[Token]) -> int:
    return max(sum(t.size for t in old[slice(*hunk.old)]), sum(t.size for t in new[slice(*hunk.new)]))


def _tidy(found: list[Hunk], old: Sequence[Token], new: Sequence[Token]) -> list[Hunk]:
    """The hunks with the equal stretches between them as the changed ones leave them."""
    made: list[Hunk] = []
    i = j = 0
    for hunk in (h for h in found if not h.same):
        if hunk.old[0] > i:
            made.append(Hunk(True, (i, hunk.old[0]), (j, hunk.new[0])))
        made.append(hunk)
        made = _fused(made)
        i, j = hunk.old[1], hunk.new[1]
    if i < len(old) or j < len(new):
        made.append(Hunk(True, (i, len(old)), (j, len(new))))
    return made


def _slid(found: list[Hunk], old: Sequence[Token], new: Sequence[Token]) -> list[Hunk]:
    """Pure additions and removals moved, within what is equal around each, to where they begin and end best."""
    changed = [hunk for hunk in found if not hunk.same]
    for at, hunk in enumerate(changed):
        if (hunk.old[0] < hunk.old[1]) == (hunk.new[0] < hunk.new[1]):
            continue
        side, span = (old, hunk.old) if hunk.old[0] < hunk.old[1] else (new, hunk.new)
        # At least one piece stays between two changes.
        room = hunk.old[0] - changed[at - 1].old[1] - 1 if at else hunk.old[0]
        left = 0
        while left < room and side[span[0] - left - 1].key == side[span[1] - left - 1].key:
            left += 1
        room = changed[at + 1].old[0] - hunk.old[1] - 1 if at + 1 < len(changed) else len(old) - hunk.old[1]
        right = 0
        while right < room and side[span[0] + right].key == side[span[1] + right].key:
            right += 1
        by = max(range(-left, right + 1), key=partial(_fits, side, span))
        changed[at] = _moved(hunk, by)
    return changed


def _moved(hunk: Hunk, by: int) -> Hunk:
    (a, b), (c, d) = hunk.old, hunk.new
    return replace(hunk, old=(a + by, b + by), new=(c + by, d + by))


def _fits(side: Sequence[Token], span: tuple[int, int], by: int) -> tuple[int, int, int]:
    """How well a stretch begins and ends when it is moved by so many pieces; the least move of those as good."""
    return _edge(side, span[0] + by) + _edge(side, span[1] + by), -abs(by), by


def _edge(side: Sequence[Token], at: int) -> int:
    if at in (0, len(side)):
        return 4
    before, after = side[at - 1], side[at]
    if before.text[-1:] in _SENTENCE:
        return 4
    if before.text[-1:] in _PAUSE:
        return 3
    if after.text[:1] in _PAUSE | _SENTENCE:
        return 2
    return 0 if before.joins and after.joins else 1


def _whole_words(found: list[Hunk], old: Sequence[Token], new: Sequence[Token], work: Work) -> list[Hunk]:
    """One changed character shown with the one it makes a word with."""
    taken = [0] * len(found)
    given = [0] * len(found)
    for at, hunk in enumerate(found):
        if hunk.same or hunk.old[1] - hunk.old[0] != 1 or hunk.new[1] - hunk.new[0] != 1:
            continue
        x, y = old[hunk.old[0]], new[hunk.new[0]]
        if not (x.joins and y.joins):
            continue
        room_left = at and found[at - 1].old[1] - found[at - 1].old[0] - given[at - 1] > 0
        left = old[hunk.old[0] - 1] if room_left else None
        right = old[hunk.old[1]] if at + 1 < len(found) else None
        left_fits = _word(left, x, y, work, before=True)
        right_fits = _word(right, x, y, work, before=False)
        if left_fits and left_fits >= right_fits:
            taken[at] = -1
        elif right_fits:
            taken[at], given[at + 1] = 1, 1
    wider = [
        replace(
            h,
            old=(h.old[0] + min(by, 0), h.old[1] + max(by, 0)),
            new=(h.new[0] + min(by, 0), h.new[1] + max(by, 0)),
        )
        for h, by in zip(found, taken, strict=True)
    ]
    return _tidy(wider, old, new)


def _word(near: Token | None, old: Token, new: Token, work: Work, *, before: bool) -> int:
    """How often both characters make a word with the one beside them, as far as the drafts tell; 0 for no word."""
    if near is None or not near.joins or near.path != old.path or near.path != new.path:
        return 0
    both = [near.text + one.text if before else one.text + near.text for one in (old, new)]
    return min(work.together[word] for word in both)
