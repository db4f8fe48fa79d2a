"""How the blocks and clauses of a draft lie in each other: the clauses below a clause, the lists and what leads them in."""

import re
from collections.abc import Iterable, Iterator

from generator.drafts.model import Block, Clause, Definitions, ListBlock, Provision, Table, inner_blocks
from generator.rules.drafting.view import View, targets


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


def abbreviations(draft: View) -> tuple[Definitions, ...]:
    """The lists of the chapter of symbols and abbreviations."""
    chapters = (c for c in draft.chapters if "缩略语" in c[0].title or "符号" in c[0].title)
    return tuple(b for c in chapters for clause in c for b in clause.blocks if isinstance(b, Definitions))


def first_mentions(draft: View) -> dict[str, int]:
    """Where each id, and each label written by hand (表1, 附录A), is first mentioned: a number that grows in the text.

    An annex that is mentioned by its label is found by its id too.
    """
    labels = {c[0].label: c[0].id for c in draft.chapters if c[0].kind == "annex"}
    found: dict[str, int] = {}
    for place, passage in enumerate(draft.passages):
        own = {block.id for block in passage.clause.blocks if passage.place == "caption" and isinstance(block, Table)}
        for within, target in enumerate(targets(passage.inlines)):
            if target not in own:
                found.setdefault(target, place * 1000 + within)
        for match in _LABEL.finditer(passage.text):
            label = match.group()
            if passage.clause.kind != "annex" or labels.get(label) != draft_annex(draft, passage.clause):
                found.setdefault(label, place * 1000)
                if label in labels:
                    found.setdefault(labels[label], place * 1000)
    return found


def draft_annex(draft: View, clause: Clause) -> str:
    """The id of the chapter that a clause is in."""
    return next((c[0].id for c in draft.chapters if clause in c), "")


_LABEL = re.compile(r"附录[A-Z]+|[表图](?:[A-Z]\.)?[0-9]+")
