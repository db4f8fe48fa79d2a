"""Brings a draft that came back into the text of draft.md: what says the same keeps its lines, byte by byte.

The source is cut by position into clauses and, where only some blocks of a clause changed, into blocks; what changed
is written anew. The result is read again and has to say what was to be said; else the whole draft is written anew.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace

from generator.drafts.bare import bare, bare_blocks, bare_clause
from generator.drafts.model import Block, Clause, Draft, Footnote, Inline, Math, Table, Waiver
from generator.drafts.read import read_draft
from generator.drafts.rewrite import Rewriter
from generator.drafts.write import clause_markdown, draft_markdown
from generator.standards.word_in.settle import Settled

_COMMENT = re.compile(r"\s*<!--.*-->\s*")
_CAPTION = re.compile(r"\s*表[：:]")
_LABEL = re.compile(r"\[\^([^\]\s]+)\]")


@dataclass(frozen=True, slots=True)
class Merged:
    """`text`: the new draft.md. `changed`, `added`, `removed`: ids of clauses. `rewritten`: the whole text is new."""

    text: str
    changed: tuple[str, ...]
    added: tuple[str, ...]
    removed: tuple[str, ...]
    moved: bool
    rewritten: bool = False


def merge(source: str, into: Draft, settled: Settled, spelling: Mapping[str, str], aspects: tuple[str, ...]) -> Merged:
    """The new text. `source` is the text that `into` was read from, `spelling` the form of each TeX to compare by."""
    source = source.removeprefix("\ufeff").replace("\r\n", "\n")
    merging = _Merging(source.split("\n"), into, _Same(spelling), set(_LABEL.findall(source)))
    parts: list[str] = []
    changed: list[str] = []
    added: list[str] = []
    for clause, place in zip(settled.draft.clauses, settled.pairs, strict=True):
        if place is None:
            added.append(clause.id)
            parts.append(clause_markdown(clause, taken=merging.labels))
        elif merging.same.clause(clause, into.clauses[place]):
            parts.append(merging.clause(place))
        else:
            changed.append(clause.id)
            parts.append(merging.merged(clause, place))
    known = [place for place in settled.pairs if place is not None]
    gone = tuple(into.clauses[place].id for place in settled.gone)
    preamble = "\n".join(merging.lines[: merging.start(0)]).strip("\n") if into.clauses else ""
    text = "\n\n".join(part.strip("\n") for part in [preamble, *parts] if part.strip("\n")) + "\n"
    if not changed and not added and not gone and known == sorted(known):
        text = source
    rewritten = not _says(text, settled.draft, merging.same, aspects)
    if rewritten:
        text = draft_markdown(replace(settled.draft, waivers=_renewed(into)))
    return Merged(text, tuple(changed), tuple(added), gone, known != sorted(known), rewritten)


def _says(text: str, draft: Draft, same: "_Same", aspects: tuple[str, ...]) -> bool:
    found, _ = read_draft("draft.md", text.encode(), aspects)
    return found is not None and same.draft(found) == same.draft(draft)


def _renewed(draft: Draft) -> tuple[Waiver, ...]:
    return tuple(Waiver(waiver.code, waiver.reason, 0) for waiver in draft.waivers)


@dataclass(frozen=True, slots=True)
class _Same:
    """Compares clauses and blocks without positions and numbers, formulas by what they say."""

    spelling: Mapping[str, str]

    def clause(self, one: Clause, other: Clause) -> bool:
        return self._clause(one) == self._clause(other)

    def blocks(self, blocks: tuple[Block, ...]) -> tuple[Block, ...]:
        return self._rewriter().blocks(bare_blocks(blocks))

    def heading(self, clause: Clause) -> Clause:
        return self._clause(replace(clause, blocks=()))

    def draft(self, draft: Draft) -> tuple[Clause, ...]:
        return tuple(self._clause(clause) for clause in bare(draft).clauses)

    def _clause(self, clause: Clause) -> Clause:
        plain, rewriter = bare_clause(clause), self._rewriter()
        return replace(plain, heading=rewriter.inlines(plain.heading), blocks=rewriter.blocks(plain.blocks))

    def _rewriter(self) -> Rewriter:
        return Rewriter(inline=self._inline)

    def _inline(self, inline: Inline) -> Inline:
        return Math(self.spelling.get(inline.tex, inline.tex)) if isinstance(inline, Math) else inline


@dataclass(slots=True)
class _Merging:
    lines: list[str]
    into: Draft
    same: _Same
    labels: set[str]

    def start(self, place: int) -> int:
        """The index of the first line of a clause."""
        return self.into.clauses[place].line - 1

    def _end(self, place: int) -> int:
        after = place + 1
        return self.start(after) if after < len(self.into.clauses) else len(self.lines)

    def clause(self, place: int) -> str:
        return "\n".join(self.lines[self.start(place) : self._end(place)])

    def merged(self, clause: Clause, place: int) -> str:
        """A clause of which something changed: its blocks that did not keep their lines."""
        old = self.into.clauses[place]
        if _has_footnotes(clause) or _has_footnotes(old):
            waivers = _waivers(self.lines[self.start(place) : self._end(place)])
            others = [*self.lines[: self.start(place)], *self.lines[self._end(place) :]]
            taken = set(_LABEL.findall("\n".join(others)))
            head, _, rest = clause_markdown(clause, taken=taken).partition("\n")
            return "\n\n".join([head, *waivers, rest.strip("\n")])
        starts = [self._block_start(block, self.start(place)) for block in old.blocks]
        ends = [*starts[1:], self._end(place)]
        same_heading = self.same.heading(clause) == self.same.heading(old)
        head = self.lines[self.start(place)] if same_heading else clause_markdown(replace(clause, blocks=()))
        plain_old = self.same.blocks(old.blocks)
        left = list(range(len(plain_old)))
        chosen: list[int | None] = []
        for one in self.same.blocks(clause.blocks):
            found = next((i for i in left if plain_old[i] == one), None)
            chosen.append(found)
            if found is not None:
                left.remove(found)
        parts = [head]
        for block, found in zip(clause.blocks, chosen, strict=True):
            if found is not None:
                parts.append("\n".join(self.lines[starts[found] : ends[found]]).strip("\n"))
                continue
            if left:  # a block that is replaced leaves its waivers
                parts += _waivers(self.lines[starts[left[0]] : ends[left[0]]])
                left.pop(0)
            parts.append(clause_markdown(replace(clause, blocks=(block,)), heading=False, taken=self.labels))
        return "\n\n".join(part for part in parts if part)

    def _block_start(self, block: Block, least: int) -> int:
        """The index of a block's first line, with the comments and the caption before it."""
        at = getattr(block, "line", 0) - 1
        while isinstance(block, Table) and at - 1 > least and self.lines[at - 1].strip():
            at -= 1  # a table is where its rule is
        while at - 1 > least and self._belongs(block, self.lines[at - 1]):
            at -= 1
        while at < len(self.lines) and not self.lines[at].strip():
            at += 1
        return at

    def _belongs(self, block: Block, line: str) -> bool:
        return (
            not line.strip()
            or bool(_COMMENT.fullmatch(line))
            or (isinstance(block, Table) and bool(_CAPTION.match(line)))
        )


def _waivers(lines: list[str]) -> list[str]:
    return [line.strip() for line in lines if _COMMENT.fullmatch(line)]


def _has_footnotes(clause: Clause) -> bool:
    found = False

    def look(inline: Inline) -> Inline:
        nonlocal found
        found = found or isinstance(inline, Footnote)
        return inline

    rewriter = Rewriter(inline=look)
    rewriter.inlines(clause.heading)
    rewriter.blocks(clause.blocks)
    return found
