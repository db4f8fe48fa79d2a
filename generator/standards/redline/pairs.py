"""Which clause of the old draft is which of the new: by permanent id, then by what they say."""

from collections import Counter, defaultdict
from collections.abc import Callable, Hashable, Iterable, Sequence
from dataclasses import replace
from itertools import pairwise

from generator.drafts.model import Block, Clause, Draft, Inline, Reference
from generator.drafts.rewrite import Rewriter
from generator.drafts.text import exact_text
from generator.standards.redline.blocks import likeness_of
from generator.standards.redline.keys import blocks_key, clause_shape, inlines_key
from generator.standards.redline.words import Work

_ALIKE = 0.5
_RARE = 12
"""Pairs of characters that stand in more clauses than this tell nothing about which is which."""
_TRIED = 5


def clause_pairs(old: Draft, new: Draft, work: Work) -> list[tuple[int, int]]:
    """Places of the same clause in both, in the order of the new draft."""
    pairs: dict[int, int] = {}  # new to old

    def match(key: Callable[[Clause], Hashable]) -> None:
        done = set(pairs.values())
        left = _once((i, key(c)) for i, c in enumerate(old.clauses) if i not in done)
        right = _once((j, key(c)) for j, c in enumerate(new.clauses) if j not in pairs)
        pairs.update({right[k]: left[k] for k in left.keys() & right.keys() if k not in ("", (), None)})

    match(lambda clause: clause.id)
    match(lambda clause: blocks_key(clause.blocks))
    match(lambda clause: (clause_shape(clause), inlines_key(clause.heading)) if clause.title else None)
    _alike(old, new, pairs, work)
    return [(pairs[j], j) for j in sorted(pairs)]


def _once(keys: Iterable[tuple[int, Hashable]]) -> dict[Hashable, int]:
    """The place of every key that is there once."""
    found: dict[Hashable, int] = {}
    many: Counter[Hashable] = Counter()
    for place, key in keys:
        found[key] = place
        many[key] += 1
    return {key: place for key, place in found.items() if many[key] == 1}


def _alike(old: Draft, new: Draft, pairs: dict[int, int], work: Work) -> None:
    """Pairs what is left by likeness; only clauses that share something rare are looked at."""
    done = set(pairs.values())
    texts = {i: _text(c) for i, c in enumerate(old.clauses) if i not in done}
    where: dict[str, list[int]] = defaultdict(list)
    for i, text in texts.items():
        for gram in {a + b for a, b in pairwise(text)}:
            where[gram].append(i)
    for j, clause in enumerate(new.clauses):
        if j in pairs or not texts:
            continue
        text = _text(clause)
        shared = Counter(i for g in {a + b for a, b in pairwise(text)} for i in where.get(g, ())[:_RARE] if i in texts)
        near = [i for i, _ in sorted(shared.items(), key=lambda one: (-one[1], one[0]))[:_TRIED]]
        if not near or not work.effort.grants(len(near) * 500):
            continue
        score, best = max((likeness_of(texts[i], text), -i) for i in near)
        if score >= _ALIKE:
            pairs[j] = -best
            del texts[-best]


def _text(clause: Clause) -> str:
    return f"{clause.title} {exact_text(clause.blocks)}"[:2_000]


def one_name(old: Draft, new: Draft, pairs: Sequence[tuple[int, int]]) -> tuple[Draft, Draft]:
    """Both drafts with one id for each pair: the new one's, or the old one's where the new has none.

    So what refers to the clause finds it on either side.
    """
    names: dict[str, str] = {}
    taken = {c.id for c in old.clauses}
    clauses = list(new.clauses)
    for i, j in pairs:
        before, after = old.clauses[i].id, new.clauses[j].id
        if before and not after:
            clauses[j] = replace(new.clauses[j], id=before)
        elif before and after != before and after not in taken:
            names[before] = after
    if names:

        def renamed(inline: Inline) -> Inline:
            if isinstance(inline, Reference) and inline.target in names:
                return replace(inline, target=names[inline.target])
            return inline

        rewriter = Rewriter(_same, renamed)
        renewed = (
            replace(c, id=names.get(c.id, c.id), heading=rewriter.inlines(c.heading), blocks=rewriter.blocks(c.blocks))
            for c in old.clauses
        )
        old = replace(old, clauses=tuple(renewed))
    return old, replace(new, clauses=tuple(clauses))


def _same(block: Block) -> Block:
    return block
