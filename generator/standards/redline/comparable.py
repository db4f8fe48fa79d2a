"""The form of a draft in which a redline is exact: accepting it gives this form of the new text, rejecting of the old.

Left out is what Word does not show: lines, waivers, the attributes of provisions, MathML, the alternative text of a
figure, and the spelling of ids (a reference counts by what it leads to). Numbers and labels are computed anew.
"""

from dataclasses import replace

from generator.drafts.changes import accepted
from generator.drafts.model import (
    Block,
    Changed,
    Clause,
    Draft,
    Figure,
    Formula,
    Inline,
    Math,
    Provision,
    Reference,
    Table,
    Term,
    walk,
)
from generator.drafts.rewrite import Rewriter


def comparable(draft: Draft) -> Draft:
    """The draft as one that was accepted whole, without lines and attributes, and with its ids by their order."""
    draft = accepted(draft)
    targets: set[str] = set()

    def collect(inline: Inline) -> Inline:
        if isinstance(inline, Reference):
            targets.add(inline.target)
        return inline

    look = Rewriter(inline=collect)
    for clause in draft.clauses:
        look.inlines(clause.heading)
        look.blocks(clause.blocks)
    names: dict[str, str] = {}
    for clause in draft.clauses:
        for one in (clause, *walk(clause.blocks)):
            name = getattr(one, "id", "")
            if name in targets:
                names.setdefault(name, f"{len(names) + 1}")

    def plain(block: Block) -> Block:
        match block:
            case Provision():
                bare = replace(block, kind="statement", aspect="", verify="", grade="", clause="", text="")
                return replace(bare, id=names.get(block.id, ""), fingerprint="", substance="", line=0)
            case Figure():
                return replace(block, id=names.get(block.id, ""), alternative="", line=0)
            case Table() | Formula() | Term():
                return replace(block, id=names.get(block.id, ""), line=0)
            case Changed():
                return block
            case _:
                return replace(block, line=0)

    def plain_inline(inline: Inline) -> Inline:
        match inline:
            case Reference():
                return replace(inline, target=names.get(inline.target, inline.target))
            case Math():
                return replace(inline, mathml="")
            case _:
                return inline

    rewriter = Rewriter(plain, plain_inline)

    def bare_clause(clause: Clause) -> Clause:
        heading, blocks = rewriter.inlines(clause.heading), rewriter.blocks(clause.blocks)
        return replace(clause, id=names.get(clause.id, ""), heading=heading, title="", blocks=blocks, line=0)

    return Draft(tuple(bare_clause(clause) for clause in draft.clauses))
