"""One draft that holds both sides of a comparison as tracked changes, for Word and for whatever shows marks.

Accepting it gives the new draft and rejecting it the old one, in the form of `comparable`.
"""

from collections.abc import Iterator
from dataclasses import replace

from generator.drafts.model import Block, Change, Changed, Clause, Draft, Inline
from generator.drafts.rewrite import Rewriter
from generator.standards.redline.model import ClauseDiff, DraftDiff


def marked(diff: DraftDiff, author: str = "", date: str = "") -> Draft:
    """The draft with every change marked as `author`'s, of `date` (ISO). Numbers and labels are those of each side."""

    def sign(block: Block) -> Block:
        return replace(block, author=author, date=date) if isinstance(block, Changed) else block

    def sign_inline(inline: Inline) -> Inline:
        return replace(inline, author=author, date=date) if isinstance(inline, Change) else inline

    signer = Rewriter(sign, sign_inline) if author or date else None
    clauses = []
    for clause in (one for found in diff.clauses for one in _clauses(found)):
        if signer and not clause.change:
            clause = replace(clause, heading=signer.inlines(clause.heading), blocks=signer.blocks(clause.blocks))
        clauses.append(clause)
    return Draft(tuple(clauses))


def _clauses(found: ClauseDiff) -> Iterator[Clause]:
    old, new = found.old, found.new
    if old is not None and new is not None and found.state == "kept":
        yield replace(new, heading=found.heading, blocks=found.blocks)
        return
    if old is not None and found.state in ("deleted", "replaced", "moved-away"):
        moved = f"移至{new.label}" if new is not None and found.state == "moved-away" else ""
        yield replace(old, change="deleted", moved=moved)
    if new is not None and found.state in ("inserted", "replaced", "moved-here"):
        moved = f"由{old.label}移来" if old is not None and found.state == "moved-here" else ""
        yield replace(new, change="inserted", moved=moved)
