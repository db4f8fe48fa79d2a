"""How the blocks and clauses of a draft lie in each other: the clauses below a clause, the lists and what leads them in."""

from collections.abc import Iterable, Iterator

from generator.drafts.model import Block, Clause, ListBlock, Provision, inner_blocks
from generator.rules.drafting.view import View


def children(draft: View) -> Iterator[tuple[Clause, tuple[Clause, ...]]]:
    """Every clause with the clauses right below it, in the order of the text."""
    below: dict[int, list[Clause]] = {}
    path: list[Clause] = []
    for clause in draft.clauses:
        while path and path[-1].level >= clause.level:
            path.pop()
        if path:
            below.setdefault(id(path[-1]), []).append(clause)
        path.append(clause)
    for clause in draft.clauses:
        yield clause, tuple(below.get(id(clause), ()))


def lists(blocks: Iterable[Block], lead: Block | None = None) -> Iterator[tuple[Block | None, ListBlock]]:
    """Every list, with the block before it in the same place (None for the first). Lists in lists are left out."""
    before = lead
    for block in blocks:
        if isinstance(block, ListBlock):
            yield before, block
        elif isinstance(block, Provision):
            # A provision may go on from the sentence before it.
            yield from lists(block.blocks)
        else:
            yield from lists(inner_blocks(block))
        before = block
