"""What the text of a Word file can point to: bookmarks by permanent id, and how a reference to each is written."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from generator.drafts.model import (
    Block,
    Changed,
    Clause,
    Draft,
    Figure,
    Formula,
    Paragraph,
    Provision,
    Table,
    Term,
    inner_blocks,
    walk,
)
from generator.standards.word_styles import bookmark


@dataclass(frozen=True, slots=True)
class Target:
    """`field`: the instruction that gives the label, or a part of it; `before` and `after` stand around that part."""

    label: str
    field: str
    before: str = ""
    after: str = ""


@dataclass(slots=True)
class Marks:
    """The bookmarks of one file: names once each, ids counted.

    A name that both a deleted and a kept part would bear goes to the kept one; the deleted one gets `_del_` before it.
    """

    targets: dict[str, Target]
    kept: frozenset[str]
    names: dict[int, str] = field(default_factory=dict)
    used: set[str] = field(default_factory=set)
    count: int = 0

    def name(self, anchor: str, *, deleted: bool = False) -> str:
        """The name of the bookmark of an id, "" where it is taken already."""
        name = bookmark(anchor)
        if deleted and anchor in self.kept:
            name = f"_del_{name}"
        if not name or name in self.used:
            return ""
        self.used.add(name)
        return name

    def of_clause(self, clause: Clause) -> str:
        """A clause's own bookmark, or Word's kind of name for one without an id."""
        return bookmark(clause.id) if clause.id else self.names[id(clause)]


def marks_of(draft: Draft) -> Marks:
    marks = Marks({}, frozenset(_kept(draft)))
    for place, clause in enumerate(draft.clauses, 1):
        marks.names[id(clause)] = f"_Toc{place:08d}"
        _add(marks, clause)
    marks.targets.pop("", None)
    return marks


def _add(marks: Marks, clause: Clause) -> None:
    own = _numbered(clause, marks.of_clause(clause))
    _put(marks, clause.id, own, clause.change == "deleted")
    first = next(_each(clause.blocks, False), (None, False))[0]
    for block, deleted in _each(clause.blocks, clause.change == "deleted"):
        name = bookmark(getattr(block, "id", ""))
        match block:
            case Table() | Figure():
                mark = "表" if isinstance(block, Table) else "图"
                _put(marks, block.id, Target(f"{mark}{block.number}", f"REF {name} \\h"), deleted)
            case Formula():
                _put(marks, block.id, Target(f"公式（{block.number}）", f"REF {name} \\h", "公式"), deleted)
            case Term():
                _put(marks, block.id, Target(block.number, f"REF {name} \\r \\h"), deleted)
            case Provision():
                # The first one of an untitled 条 stands in the paragraph that bears the number.
                bears = not clause.heading and bool(clause.number) and block is first
                _put(marks, block.id, _numbered(clause, name) if bears else own, deleted)
            case _:
                pass


def _put(marks: Marks, anchor: str, target: Target, deleted: bool) -> None:
    """What is deleted here may stand elsewhere: then references lead there."""
    if not (deleted and anchor in marks.kept):
        marks.targets[anchor] = target


def _each(blocks: Iterable[Block], deleted: bool) -> Iterator[tuple[Block, bool]]:
    """The blocks and all that is in them, and whether each is deleted."""
    for block in blocks:
        gone = deleted or (isinstance(block, Changed) and block.kind == "deleted")
        yield block, gone
        yield from _each(inner_blocks(block), gone)


def _numbered(clause: Clause, name: str) -> Target:
    if not clause.number:
        return Target(clause.label, f"REF {name} \\h")
    if clause.level > 1:
        return Target(clause.label, f"REF {name} \\r \\h")
    if clause.kind == "annex":
        return Target(clause.label, f"REF {name} \\r \\h")
    return Target(clause.label, f"REF {name} \\r \\h", "第", "章")


def _kept(draft: Draft) -> Iterable[str]:
    """The ids of all that is not deleted."""
    for clause in draft.clauses:
        if clause.change != "deleted":
            yield clause.id
            yield from _kept_blocks(clause.blocks)


def _kept_blocks(blocks: Iterable[Block]) -> Iterable[str]:
    for block in blocks:
        if isinstance(block, Changed) and block.kind == "deleted":
            continue
        if name := getattr(block, "id", ""):
            yield name
        match block:
            case Provision() | Term() | Changed():
                yield from _kept_blocks(block.blocks)
            case _:
                yield from (getattr(b, "id", "") for b in walk((block,)) if not isinstance(b, Paragraph))
