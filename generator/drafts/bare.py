"""A draft, or a clause, without what reading adds by itself: positions, MathML, numbers, hashes.

Two drafts that say the same in the same form are equal in this form, wherever they were read.
"""

from dataclasses import replace

from generator.drafts.model import (
    Block,
    Changed,
    Clause,
    Definitions,
    Draft,
    Example,
    Figure,
    Footnote,
    Formula,
    Inline,
    ListBlock,
    Listing,
    Math,
    Note,
    Paragraph,
    Provision,
    Quote,
    Reference,
    Table,
    Term,
    Waiver,
)
from generator.drafts.rewrite import Rewriter


def bare(draft: Draft) -> Draft:
    """The draft without positions and numbers."""
    waivers = tuple(Waiver(waiver.code, waiver.reason, 0) for waiver in draft.waivers)
    return Draft(tuple(bare_clause(clause) for clause in draft.clauses), waivers)


def bare_clause(clause: Clause) -> Clause:
    """The clause without positions and numbers."""
    heading, blocks = _REWRITER.inlines(clause.heading), _REWRITER.blocks(clause.blocks)
    return replace(clause, heading=heading, title="", blocks=blocks, number="", line=0)


def bare_blocks(blocks: tuple[Block, ...]) -> tuple[Block, ...]:
    """Blocks without positions and numbers."""
    return _REWRITER.blocks(blocks)


def _block(block: Block) -> Block:
    match block:
        case Provision():
            return replace(block, clause="", number="", text="", fingerprint="", substance="", line=0)
        case Table() | Figure() | Formula() | Term():
            return replace(block, number="", line=0)
        case Note() | Example():
            return replace(block, number=0, line=0)
        case Paragraph() | ListBlock() | Definitions() | Quote() | Listing():
            return replace(block, line=0)
        case Changed():
            return block


def _inline(inline: Inline) -> Inline:
    match inline:
        case Math():
            return Math(inline.tex)
        case Reference():
            return replace(inline, label="")
        case Footnote():
            return replace(inline, number=0)
        case _:
            return inline


_REWRITER = Rewriter(_block, _inline)
