"""How each clause and provision came to read as it does, through several versions of a draft."""

from collections.abc import Mapping, Sequence
from itertools import pairwise

from generator.drafts.model import Draft
from generator.standards.redline.compare import compare_drafts
from generator.standards.redline.model import ClauseDiff, ProvisionDiff

Step = tuple[str, ClauseDiff | ProvisionDiff]
"""The label of the version that brought a change, and the change."""


def clause_history(versions: Sequence[tuple[str, Draft]]) -> Mapping[str, tuple[Step, ...]]:
    """For every id of a clause or provision, what each version changed of it, oldest first.

    `versions`: label and draft, oldest first. What stands in the first version has no step for that, and what only got
    a new number has none; an id without any step is not there.
    """
    found: dict[str, list[Step]] = {}
    for (_, old), (label, new) in pairwise(versions):
        for clause in compare_drafts(old, new).clauses:
            if clause.changed and clause.id and clause.state != "moved-away":
                found.setdefault(clause.id, []).append((label, clause))
            for provision in clause.provisions:
                found.setdefault(provision.id, []).append((label, provision))
    return {name: tuple(steps) for name, steps in sorted(found.items())}
