"""Gives what was read from a Word file its identity: ids, and what Word does not show, from the draft it goes into.

An id comes from a bookmark of ours, else from the text (equal, then alike), else it is new. Kind, aspect, class and
verification of a provision come from the draft, where it has the provision, else from the file's own part, else
from the verbs. TeX, alignment and names of pictures that mean the same are kept as the draft has them.
"""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace

from generator.diagnostics import Refused
from generator.drafts.check import anchors
from generator.drafts.model import (
    Block,
    Clause,
    Draft,
    Figure,
    Formula,
    Inline,
    ListBlock,
    Math,
    Note,
    Paragraph,
    Provision,
    ProvisionKind,
    Reference,
    Table,
    Term,
    walk,
)
from generator.drafts.number import numbered
from generator.drafts.rewrite import Rewriter
from generator.drafts.text import block_text, inline_text, with_hashes
from generator.standards.redline.blocks import likeness_of
from generator.standards.redline.pairs import clause_pairs
from generator.standards.redline.words import Work
from generator.standards.word_in.faces import aligned, face
from generator.standards.word_in.formulas import loose
from generator.standards.word_in.ids import Ids
from generator.standards.word_in.items import TEMPORARY
from generator.standards.word_in.kinds import kind_of
from generator.standards.word_in.report import Imported, Remarks
from generator.texts import Text

_STEMS: dict[type, str] = {Table: "tbl", Figure: "fig", Formula: "eq", Term: "t"}
_NORMATIVE = ("body",)
_FOLLOWS = (ListBlock,)
MOST_CLAUSES = 10_000
ENOUGH = 0.55
"""Two texts that are at least so alike are versions of one."""


@dataclass(frozen=True, slots=True)
class Settled:
    """`pairs`: for each clause, the index of the one of the draft that it is, None for a new one. `gone`: the others."""

    draft: Draft
    pairs: tuple[int | None, ...]
    gone: tuple[int, ...]


def settle(
    imported: Imported, into: Draft, removed: Iterable[str], remarks: Remarks, formulas: Mapping[str, str]
) -> Settled:
    """The draft of the file with ids. `removed`: ids that are never used again; `formulas`: the draft's own TeX by the
    TeX that Word's form of it gives (`formulas.py`). Raises Refused for a file of too many clauses.
    """
    return _Settling(imported, into, frozenset(removed), remarks, formulas).settled()


@dataclass(slots=True)
class _Settling:
    imported: Imported
    into: Draft
    removed: frozenset[str]
    remarks: Remarks
    formulas: Mapping[str, str]
    provisions: dict[str, Provision] = field(init=False)
    objects: dict[str, Block] = field(init=False)
    used: set[str] = field(init=False, default_factory=set)
    ids: Ids = field(init=False)
    renamed: dict[str, str] = field(init=False, default_factory=dict)
    near: Clause | None = None
    """The clause of the draft that is at the present place or was met last."""

    def __post_init__(self) -> None:
        self.provisions = {one.id: one for one in self.into.provisions}
        self.objects = {
            getattr(block, "id", ""): block
            for clause in self.into.clauses
            for block in walk(clause.blocks)
            if isinstance(block, Table | Figure | Formula | Term)
        }
        mine = {name for name, _, _ in anchors(self.imported.draft) if name}
        self.ids = Ids({name for name, _, _ in anchors(self.into)} | mine | self.removed | {""})
        self.used |= mine

    def settled(self) -> Settled:
        old, new = self.into.clauses, self.imported.draft.clauses
        if len(new) > MOST_CLAUSES:
            raise Refused(Text(f"章条多于 {MOST_CLAUSES} 个", f"more than {MOST_CLAUSES} clauses"))
        pairs = clause_pairs(self.into, self.imported.draft, Work())
        found = {j: i for i, j in pairs}
        names = [self._name(new, found, j) for j in range(len(new))]
        self.renamed |= {c.id: name for c, name in zip(new, names, strict=True) if c.id and c.id != name}
        clauses = []
        for j, clause in enumerate(new):
            before = old[found[j]] if j in found else None
            self.near = before or self.near
            clause = _headed(clause, before)
            made = replace(clause, id=names[j], blocks=self._blocks(clause, before, names[j]))
            if before is not None and made.kind != before.kind and made.level > 1:
                made = replace(made, kind=before.kind)
            clauses.append(self._as_before(made))
        if self.renamed:
            rename = Rewriter(inline=self._renamed)
            clauses = [replace(c, heading=rename.inlines(c.heading), blocks=rename.blocks(c.blocks)) for c in clauses]
        gone = tuple(i for i in range(len(old)) if i not in set(found.values()))
        return Settled(numbered(Draft(tuple(clauses))), tuple(found.get(j) for j in range(len(new))), gone)

    def _renamed(self, inline: Inline) -> Inline:
        if isinstance(inline, Reference) and inline.target in self.renamed:
            return replace(inline, target=self.renamed[inline.target])
        return inline

    def _name(self, new: tuple[Clause, ...], found: Mapping[int, int], j: int) -> str:
        """The id of a clause: the draft's, else that of the file, else a new one below its parent."""
        clause = new[j]
        if j in found:
            return self.into.clauses[found[j]].id
        taken = any(one.id == clause.id for one in self.into.clauses)
        if clause.id and not taken and clause.id not in self.removed and not clause.id.startswith(TEMPORARY):
            return clause.id
        parent = next((k for k in range(j - 1, -1, -1) if new[k].level < clause.level), None)
        siblings = []
        for k in range(j - 1, -1, -1):
            if new[k].level < clause.level:
                break
            if new[k].level == clause.level and k in found:
                siblings.append(self.into.clauses[found[k]].id)
        above = self.into.clauses[found[parent]].id if parent is not None and parent in found else ""
        below = [name for name in siblings if above and name.startswith(f"{above}-")]
        stem = above or ("annex-new" if clause.kind == "annex" and clause.level == 1 else "c-new")
        name = self.ids.after(reversed(below), stem)
        self.remarks.add(
            Text("新的章条（已给编号，请核对）", "new clauses (with a new id: please check)"), clause.title or name
        )
        return name

    def _blocks(self, clause: Clause, before: Clause | None, name: str) -> tuple[Block, ...]:
        waiting = [b for b in before.blocks if isinstance(b, Provision) and b.id not in self.used] if before else []
        plain = [block_text((b,)) for b in before.blocks if isinstance(b, Paragraph)] if before else []
        made: list[Block] = []
        blocks = list(clause.blocks)
        at = 0
        while at < len(blocks):
            block = blocks[at]
            at += 1
            if isinstance(block, Provision):
                made.append(self._provision(block, clause, before, name))
            elif isinstance(block, Paragraph) and (found := self._same(block, waiting)) is not None:
                waiting.remove(found)
                end = at
                while (
                    end < len(blocks) and isinstance(blocks[end], ListBlock | Note) and len(found.blocks) > end - at + 1
                ):
                    end += 1
                self.used.add(found.id)
                made.append(with_hashes(replace(found, blocks=(block, *blocks[at:end]))))
                at = end
            elif isinstance(block, Paragraph) and self._is_new(block, clause, plain):
                end = (
                    at + 1
                    if at < len(blocks)
                    and block_text((block,)).endswith(("：", ":"))
                    and isinstance(blocks[at], _FOLLOWS)
                    else at
                )
                made.append(self._proposed((block, *blocks[at:end]), clause, before, name))
                at = end
            else:
                made.append(self._object(block, before))
        return tuple(made)

    def _same(self, block: Paragraph, waiting: list[Provision]) -> Provision | None:
        text = inline_text(block.inlines)
        best = max(waiting, key=lambda one: likeness_of(_first(one), text), default=None)
        return best if best is not None and likeness_of(_first(best), text) >= ENOUGH else None

    def _is_new(self, block: Paragraph, clause: Clause, plain: list[str]) -> bool:
        """Whether a paragraph looks like a provision that nobody has marked."""
        text = inline_text(block.inlines)
        if clause.kind not in _NORMATIVE or kind_of(text) in ("", "statement"):
            return False
        return all(likeness_of(text, other) < ENOUGH for other in plain)

    def _provision(self, block: Provision, clause: Clause, before: Clause | None, name: str) -> Provision:
        known = self.provisions.get(block.id)
        if known is not None:
            return with_hashes(replace(known, blocks=tuple(self._object(b, before) for b in block.blocks), line=0))
        if block.id in self.removed:
            what = Text("已废止的条款编号（另给新编号）", "ids of provisions that were removed (now new ones)")
            self.remarks.add(what, block.id)
            return self._proposed(block.blocks, clause, before, name)
        own = self.imported.attributes.get(block.id)
        if own is None or not own.get("aspect"):
            kind = kind_of(block_text(block.blocks)) or "statement"
            return with_hashes(replace(block, kind=kind, aspect=self._aspect()))
        return block

    def _proposed(self, blocks: tuple[Block, ...], clause: Clause, before: Clause | None, name: str) -> Provision:
        """A provision that is new: its kind by its verbs, its aspect that of its neighbours."""
        near = [one.id for one in (before.blocks if before else ()) if isinstance(one, Provision)]
        near = near or self._neighbours()
        name = self.ids.after(near, f"p-{name.removeprefix('c-') or 'new'}", digits=2)
        kind: ProvisionKind = kind_of(block_text(blocks)) or "statement"
        what = Text(
            "新的条款（编号、类型、方面为推断，请核对）",
            "new provisions (id, kind and aspect are guesses: please check)",
        )
        self.remarks.add(what, f"{name} {kind} {block_text(blocks)[:20]}")
        return with_hashes(Provision(name, kind, self._aspect(), blocks))

    def _neighbours(self) -> list[str]:
        """The ids of the provisions of the chapter, up to the present place."""
        found: list[str] = []
        for clause in self.into.clauses:
            if clause.level == 1:
                found = []
            found += [one.id for one in clause.blocks if isinstance(one, Provision)]
            if clause is self.near:
                return found
        return []

    def _aspect(self) -> str:
        names = set(self._neighbours()) or set(self.provisions)
        aspects = Counter(self.provisions[name].aspect for name in sorted(names))
        return aspects.most_common(1)[0][0] if aspects else "function"

    def _object(self, block: Block, before: Clause | None) -> Block:
        """Gives a table, figure, formula or term its id."""
        if not isinstance(block, Table | Figure | Formula | Term) or block.id in self.objects:
            return block
        if block.id and block.id not in self.removed and not block.id.startswith(TEMPORARY):
            return block
        candidates = [
            one for one in self.objects.values() if type(one) is type(block) and getattr(one, "id", "") not in self.used
        ]
        inside = set(walk(before.blocks)) if before else set()
        best = max(candidates, key=lambda one: (likeness_of(face(one), face(block)), one in inside), default=None)
        if best is not None and likeness_of(face(best), face(block)) >= ENOUGH:
            name = getattr(best, "id", "")
            self.used.add(name)
            self.renamed[block.id] = name
            return replace(block, id=name)
        name = self.ids.after((), _STEMS[type(block)] + "-new")
        self.renamed[block.id] = name
        self.remarks.add(
            Text("新的表、图、公式或术语（已给编号，请核对）", "new tables, figures, formulas or terms (please check)"),
            name,
        )
        return replace(block, id=name)

    def _as_before(self, clause: Clause) -> Clause:
        """With the draft's own spelling where the file says the same."""
        return replace(clause, blocks=Rewriter(self._block, self._inline).blocks(clause.blocks))

    def _tex(self, tex: str) -> str:
        return self.formulas.get(tex) or self.formulas.get(loose(tex), tex)

    def _inline(self, inline: Inline) -> Inline:
        return Math(self._tex(inline.tex)) if isinstance(inline, Math) else inline

    def _block(self, block: Block) -> Block:
        old = self.objects.get(getattr(block, "id", ""))
        if isinstance(block, Formula):
            return replace(block, math=Math(self._tex(block.math.tex)))
        if isinstance(block, Table) and isinstance(old, Table):
            return aligned(block, old)
        if isinstance(block, Figure) and isinstance(old, Figure) and not block.alternative:
            return replace(block, alternative=old.alternative)
        if isinstance(block, Term) and isinstance(old, Term) and not block.en:
            return replace(block, en=old.en)
        return block


def _first(provision: Provision) -> str:
    return block_text(provision.blocks[:1])


def _headed(clause: Clause, before: Clause | None) -> Clause:
    """A clause whose heading lost its style on the way, and is its first paragraph now, has it again."""
    first = clause.blocks[0] if clause.blocks else None
    if before is None or clause.heading or not before.title or not isinstance(first, Paragraph):
        return clause
    if inline_text(first.inlines) != before.title:
        return clause
    return replace(clause, heading=first.inlines, title=before.title, level=before.level, blocks=clause.blocks[1:])
