"""The formulas of a draft, as whoever converts them needs them."""

from generator.drafts.model import Block, Draft, Formula, Inline, Math
from generator.drafts.rewrite import Rewriter


def formulas_of(draft: Draft) -> dict[tuple[str, bool], None]:
    """Every formula that was understood when the draft was read, once: its TeX and whether it has a line of its own."""
    found: dict[tuple[str, bool], None] = {}

    def block(one: Block) -> Block:
        if isinstance(one, Formula) and one.math.mathml:
            found[one.math.tex, True] = None
        return one

    def inline(one: Inline) -> Inline:
        if isinstance(one, Math) and one.mathml:
            found[one.tex, False] = None
        return one

    look = Rewriter(block, inline)
    for clause in draft.clauses:
        look.inlines(clause.heading)
        look.blocks(clause.blocks)
    return found
