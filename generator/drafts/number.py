"""Numbers a draft as GB/T 1.1—2020 does, and resolves its references to those numbers.

Chapters 1, 2, …; clauses 1.1, 1.1.1; annexes A, A.1; terms as clauses of their chapter; tables, figures and
formulas through the whole body, and A.1, A.2 anew in each annex; notes and examples within their clause,
without a number where there is only one; footnotes through the whole document.
"""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from generator.drafts.model import (
    Block,
    Clause,
    ClauseKind,
    Draft,
    Example,
    Figure,
    Footnote,
    Formula,
    Inline,
    Note,
    Provision,
    Reference,
    Table,
    Term,
    walk,
)
from generator.drafts.rewrite import Rewriter
from generator.drafts.text import block_text

UNNUMBERED: frozenset[ClauseKind] = frozenset({"foreword", "introduction", "bibliography", "index"})


def numbered(draft: Draft) -> Draft:
    """The draft with all numbers, and with the label of each reference ("" where its target is missing)."""
    count = _Count()
    clauses = tuple(count.clause(clause) for clause in draft.clauses)
    labels = labels_of(clauses)

    def resolve(inline: Inline) -> Inline:
        return replace(inline, label=labels.get(inline.target, "")) if isinstance(inline, Reference) else inline

    return replace(draft, clauses=tuple(_resolved(clause, Rewriter(inline=resolve)) for clause in clauses))


def labels_of(clauses: Iterable[Clause]) -> dict[str, str]:
    """How the text calls whatever has an id: 第4章, 4.1, 附录A, 表1, 图1, 公式（1）."""
    labels: dict[str, str] = {}
    for clause in clauses:
        labels[clause.id] = clause.label
        for block in walk(clause.blocks):
            match block:
                case Table() | Figure():
                    labels[block.id] = f"{'表' if isinstance(block, Table) else '图'}{block.number}"
                case Formula():
                    labels[block.id] = f"公式（{block.number}）"
                case Term():
                    labels[block.id] = block.number
                case Provision():
                    labels[block.id] = clause.label
                case _:
                    pass
    labels.pop("", None)
    return labels


def _resolved(clause: Clause, rewriter: Rewriter) -> Clause:
    blocks = tuple(
        replace(block, text=block_text(block.blocks)) if isinstance(block, Provision) else block
        for block in rewriter.blocks(clause.blocks)
    )
    return replace(clause, heading=rewriter.inlines(clause.heading), blocks=blocks)


@dataclass(slots=True)
class _Count:
    """The counters while walking through the clauses."""

    path: list[int] = field(default_factory=list)
    annexes: int = 0
    annex: str = ""
    objects: Counter[str] = field(default_factory=Counter)
    footnotes: int = 0

    def clause(self, clause: Clause) -> Clause:
        number = self._number(clause)
        heading = Rewriter(inline=self._footnote).inlines(clause.heading)
        own = self._rewriter([b for b in clause.blocks if not isinstance(b, Term)])
        blocks: list[Block] = []
        for block in clause.blocks:
            if isinstance(block, Term):
                entry = replace(block, number=self._next(clause.level + 1) if number else "")
                blocks += self._rewriter([block]).blocks((entry,))
            elif isinstance(block, Provision):
                blocks += own.blocks((replace(block, clause=clause.id, number=number),))
            else:
                blocks += own.blocks((block,))
        return replace(clause, number=number, heading=heading, blocks=tuple(blocks))

    def _rewriter(self, place: list[Block]) -> Rewriter:
        """Numbers what is in one place, a clause or an entry of the terms, which has notes of its own."""
        all_of = Counter(type(block) for block in walk(place))
        seen: Counter[type] = Counter()

        def give(block: Block) -> Block:
            match block:
                case Table() | Figure() | Formula():
                    return replace(block, number=self._object(type(block).__name__))
                case Note() | Example():
                    seen[type(block)] += 1
                    return replace(block, number=seen[type(block)] if all_of[type(block)] > 1 else 0)
                case _:
                    return block

        return Rewriter(give, self._footnote)

    def _number(self, clause: Clause) -> str:
        if clause.kind in UNNUMBERED:
            return ""
        if clause.level == 1 and clause.kind == "annex":
            self.annexes += 1
            self.annex = _letters(self.annexes)
            self.objects.clear()
            self.path = [0]
            return self.annex
        return self._next(clause.level)

    def _next(self, level: int) -> str:
        self.path = (self.path + [0] * level)[:level]
        self.path[level - 1] += 1
        parts = [str(n) for n in self.path]
        return ".".join([self.annex, *parts[1:]] if self.annex else parts)

    def _object(self, name: str) -> str:
        self.objects[name] += 1
        return f"{self.annex}.{self.objects[name]}" if self.annex else str(self.objects[name])

    def _footnote(self, inline: Inline) -> Inline:
        if isinstance(inline, Footnote):
            self.footnotes += 1
            return replace(inline, number=self.footnotes)
        return inline


def _letters(count: int) -> str:
    """A … Z, then AA, AB …"""
    letters = ""
    while count:
        count, rest = divmod(count - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters
