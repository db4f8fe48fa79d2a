"""The references of a draft that came in from Word, by the ids of what they lead to."""

from generator.drafts.changes import joined
from generator.drafts.check import anchors
from generator.drafts.model import Clause, Draft, Inline, Reference, Words
from generator.drafts.rewrite import Rewriter
from generator.standards.word_in.build import Built
from generator.standards.word_in.report import Remarks
from generator.standards.word_styles import anchor_of
from generator.texts import Text


def referred(built: Built, ids: frozenset[str], remarks: Remarks) -> tuple[Clause, ...]:
    """References by id; one to a place that has none is the words that it showed."""
    known = {name for name, _, _ in anchors(Draft(tuple(built.clauses)))} | ids

    def refer(inline: Inline) -> Inline:
        if not isinstance(inline, Reference):
            return inline
        target = built.names.get(inline.target, "") or anchor_of(inline.target)
        if target and target in known:
            return Reference(target, "", inline.inlines)
        remarks.add(
            Text(
                "交叉引用（没有找到所指，保留了文字）",
                "a cross-reference whose target was not found (its text is kept)",
            ),
            inline.label,
        )
        return Words(inline.label) if not inline.inlines else Words("".join(_plain(inline.inlines)))

    rewriter = _Joining(inline=refer)
    return tuple(
        Clause(c.id, c.level, c.kind, rewriter.inlines(c.heading), c.title, rewriter.blocks(c.blocks), c.nature)
        for c in built.clauses
    )


class _Joining(Rewriter):
    """Also joins words that stand side by side after a reference became words."""

    __slots__ = ()

    def inlines(self, inlines: tuple[Inline, ...]) -> tuple[Inline, ...]:
        return joined(Rewriter.inlines(self, inlines))


def _plain(inlines: tuple[Inline, ...]) -> list[str]:
    return [one.text for one in inlines if isinstance(one, Words)]
