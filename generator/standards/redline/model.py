"""What a comparison of two drafts found: clause by clause and provision by provision."""

from dataclasses import dataclass
from typing import Literal

from generator.drafts.model import Block, Clause, Draft, Inline, Provision
from generator.texts import Text

State = Literal["kept", "replaced", "inserted", "deleted", "moved-here", "moved-away"]
Change = Literal["added", "removed", "moved", "text", "kind", "aspect", "class", "verify", "substance", "editorial"]

CHANGES: dict[Change, Text] = {
    "added": Text("新增", "added"),
    "removed": Text("删除", "removed"),
    "moved": Text("移动", "moved"),
    "text": Text("文字改变", "wording"),
    "kind": Text("条款类型改变", "kind"),
    "aspect": Text("所属方面改变", "aspect"),
    "class": Text("类别改变", "class"),
    "verify": Text("证实方法改变", "verification"),
    "substance": Text("技术内容可能改变", "maybe technical"),
    "editorial": Text("仅编辑性改动", "editorial"),
}
"""What changed of a provision. `substance`: its verbs, negations, bounds, figures, units or references changed."""


@dataclass(frozen=True, slots=True)
class ProvisionDiff:
    """A provision that changed. `old` or `new` is None for one that is only on the other side; `blocks` has the marks."""

    id: str
    old: Provision | None
    new: Provision | None
    changes: tuple[Change, ...]
    blocks: tuple[Block, ...]

    @property
    def technical(self) -> bool:
        """Whether a claim to it may no longer hold."""
        return bool({"added", "removed", "kind", "substance"} & set(self.changes))


@dataclass(frozen=True, slots=True)
class ClauseDiff:
    """One place in the order of both drafts together.

    A clause that moved has two: `moved-away` where it was, without content, and `moved-here` where it is. `heading` and
    `blocks` hold both sides with marks: of a clause that is on one side only, its own and no marks. `replaced`: its
    level, kind or nature changed, or whether it has a title. `provisions`: those in it that changed.
    """

    state: State
    old: Clause | None
    new: Clause | None
    heading: tuple[Inline, ...] = ()
    blocks: tuple[Block, ...] = ()
    provisions: tuple[ProvisionDiff, ...] = ()
    edited: bool = False

    @property
    def id(self) -> str:
        one = self.new or self.old
        return one.id if one else ""

    @property
    def renumbered(self) -> bool:
        return self.old is not None and self.new is not None and self.old.number != self.new.number

    @property
    def changed(self) -> bool:
        """Whether there is anything to see beside a new number."""
        return self.state != "kept" or self.edited or bool(self.provisions)


@dataclass(frozen=True, slots=True)
class DraftDiff:
    """Two drafts side by side; `clauses` in one order that holds the order of both."""

    old: Draft
    new: Draft
    clauses: tuple[ClauseDiff, ...]

    @property
    def provisions(self) -> tuple[ProvisionDiff, ...]:
        return tuple(p for clause in self.clauses for p in clause.provisions)

    @property
    def readable(self) -> tuple[ClauseDiff, ...]:
        """The clauses without those that moved away together with the one that they stand in."""
        found: list[ClauseDiff] = []
        away = 0  # the level of the clause that moved away last, 0 once another one follows
        for clause in self.clauses:
            level = clause.old.level if clause.state == "moved-away" and clause.old else 0
            if not (level and away and level > away):
                found.append(clause)
                away = level
        return tuple(found)

    @property
    def counts(self) -> dict[str, int]:
        """How many clauses were added, removed, moved, edited and only renumbered, and provisions by what changed."""
        states = [c.state for c in self.clauses]
        changes = [a for p in self.provisions for a in p.changes]
        return {
            "clauses_added": states.count("inserted"),
            "clauses_removed": states.count("deleted"),
            "clauses_moved": states.count("moved-here"),
            "clauses_changed": sum(
                c.state in ("kept", "replaced", "moved-here") and (c.edited or bool(c.provisions)) for c in self.clauses
            ),
            "clauses_renumbered": sum(c.renumbered for c in self.clauses if c.state != "moved-away"),
            "clauses_unchanged": sum(not c.changed for c in self.clauses),
            "provisions_added": changes.count("added"),
            "provisions_removed": changes.count("removed"),
            "provisions_moved": changes.count("moved"),
            "provisions_changed": sum(p.old is not None and p.new is not None for p in self.provisions),
            "provisions_substance": sum(p.technical for p in self.provisions if p.old and p.new),
            "provisions_editorial": changes.count("editorial"),
        }
