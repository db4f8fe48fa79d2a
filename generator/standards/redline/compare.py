"""Compares two drafts: clauses paired and put into one order, what moved told from what changed."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from generator.drafts.changes import accepted, has_changes
from generator.drafts.model import Block, Clause, Draft, Provision
from generator.standards.redline.align import longest_run
from generator.standards.redline.blocks import diff_blocks
from generator.standards.redline.keys import blocks_key, clause_key, clause_shape
from generator.standards.redline.model import Change, ClauseDiff, DraftDiff, ProvisionDiff, State
from generator.standards.redline.pairs import clause_pairs, one_name
from generator.standards.redline.words import Work, diff_inlines


def compare_drafts(old: Draft, new: Draft) -> DraftDiff:
    """What changed from `old` to `new`. Changes that a draft has itself, from a reviewer, count as made.

    Time grows with what changed: equal clauses are told by their content.
    """
    old, new = (accepted(draft) if has_changes(draft) else draft for draft in (old, new))
    work = Work()
    pairs = clause_pairs(old, new, work)
    old, new = one_name(old, new, pairs)
    for draft in (old, new):
        for provision in draft.provisions:
            work.learn(provision.text)
    sides = _Sides(old, new, {p.id: p for p in old.provisions}, {p.id: p for p in new.provisions}, work)
    moved = _moved_provisions(old, new, pairs)
    clauses = (sides.clause(entry, moved) for entry in _order(old, new, pairs))
    return DraftDiff(old, new, tuple(clauses))


Entry = tuple[State, int, int]
"""A state with the places of the clause in both drafts, -1 where it is not there."""


def _order(old: Draft, new: Draft, pairs: Sequence[tuple[int, int]]) -> Iterator[Entry]:
    """Both drafts' clauses in one order that holds the order of both."""
    stays = {pairs[at] for at in longest_run([i for i, _ in pairs])}
    to_new, to_old = dict(pairs), {j: i for i, j in pairs}

    def gone(start: int, stop: int) -> Iterator[Entry]:
        for at in range(start, stop):
            yield ("moved-away", at, to_new[at]) if at in to_new else ("deleted", at, -1)

    done = 0
    for j, clause in enumerate(new.clauses):
        at = to_old.get(j, -1)
        if at < 0:
            yield "inserted", -1, j
        elif (at, j) not in stays:
            yield "moved-here", at, j
        else:
            yield from gone(done, at)
            done = at + 1
            yield "kept" if clause_shape(old.clauses[at]) == clause_shape(clause) else "replaced", at, j
    yield from gone(done, len(old.clauses))


@dataclass(frozen=True, slots=True)
class _Sides:
    """Both drafts, their provisions by id, and the work shared."""

    old: Draft
    new: Draft
    was: Mapping[str, Provision]
    now: Mapping[str, Provision]
    work: Work

    def clause(self, entry: Entry, moved: frozenset[str]) -> ClauseDiff:
        state, i, j = entry
        before = self.old.clauses[i] if i >= 0 else None
        after = self.new.clauses[j] if j >= 0 else None
        if state == "moved-away":
            return ClauseDiff(state, before, after)
        provisions = (*self._present(after, moved), *self._gone(before))
        if before is None or after is None:
            heading, blocks = next((one.heading, one.blocks) for one in (before, after) if one is not None)
            return ClauseDiff(state, before, after, heading, blocks, provisions)
        if clause_key(before) == clause_key(after):
            return ClauseDiff(state, before, after, after.heading, after.blocks, provisions)
        heading = diff_inlines(before.heading, after.heading, self.work, self._blocks)
        untitled = not after.heading and bool(after.number)
        blocks = diff_blocks(before.blocks, after.blocks, self.work, labelled=untitled)
        return ClauseDiff(state, before, after, heading, blocks, provisions, edited=True)

    def _blocks(self, old: tuple[Block, ...], new: tuple[Block, ...]) -> tuple[Block, ...]:
        return diff_blocks(old, new, self.work)

    def _present(self, clause: Clause | None, moved: frozenset[str]) -> Iterator[ProvisionDiff]:
        for provision in _own(clause):
            earlier = self.was.get(provision.id)
            if earlier is None:
                yield ProvisionDiff(provision.id, None, provision, ("added",), provision.blocks)
            elif changes := _changes(earlier, provision, provision.id in moved):
                blocks = self._blocks(earlier.blocks, provision.blocks)
                yield ProvisionDiff(provision.id, earlier, provision, changes, blocks)

    def _gone(self, clause: Clause | None) -> Iterator[ProvisionDiff]:
        """Those that are in no clause any more."""
        for provision in _own(clause):
            if provision.id not in self.now:
                yield ProvisionDiff(provision.id, provision, None, ("removed",), provision.blocks)


def _own(clause: Clause | None) -> Iterator[Provision]:
    return (block for block in (clause.blocks if clause else ()) if isinstance(block, Provision))


def _changes(old: Provision, new: Provision, moved: bool) -> tuple[Change, ...]:
    other_text = blocks_key(old.blocks) != blocks_key(new.blocks)
    substance = old.kind == new.kind and old.substance != new.substance
    told: tuple[tuple[Change, bool], ...] = (
        ("moved", moved),
        ("text", other_text),
        ("kind", old.kind != new.kind),
        ("aspect", old.aspect != new.aspect),
        ("class", old.grade != new.grade),
        ("verify", old.verify != new.verify),
        ("substance", substance),
        ("editorial", other_text and old.substance == new.substance),
    )
    return tuple(name for name, differs in told if differs)


def _moved_provisions(old: Draft, new: Draft, pairs: Sequence[tuple[int, int]]) -> frozenset[str]:
    """Provisions that stand in another clause now, or in another order within theirs."""
    to_old = {j: i for i, j in pairs}
    was = {p.id: (i, at) for i, c in enumerate(old.clauses) for at, p in enumerate(_own(c))}
    found: set[str] = set()
    for j, clause in enumerate(new.clauses):
        stayed = []
        for provision in _own(clause):
            if provision.id in was and was[provision.id][0] == to_old.get(j, -1):
                stayed.append(provision.id)
            elif provision.id in was:
                found.add(provision.id)
        run = longest_run([was[name][1] for name in stayed])
        found |= {name for at, name in enumerate(stayed) if at not in run}
    return frozenset(found)
