"""A draft as its rules look at it: its clauses, and every passage of text with the place where it stands.

Made once for a draft and kept as long as the project lives. In a passage's text references stand as their labels,
formulas and code as `◇`: they are no words, so nothing is looked for in them.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Literal

from generator.diagnostics import Finding
from generator.drafts.model import (
    Block,
    Break,
    Clause,
    Code,
    Definitions,
    Draft,
    Example,
    Figure,
    Footnote,
    Inline,
    Link,
    ListBlock,
    Math,
    Note,
    Paragraph,
    Provision,
    Quote,
    Reference,
    Styled,
    Table,
    Term,
    Words,
)
from generator.drafts.verbs import Improper, Verb, improper, verbs
from generator.model.standard import Standard
from generator.project import Entry, Project

Place = Literal["text", "item", "definition", "abbreviation", "note", "example", "footnote", "cell", "caption", "quote"]
NO_WORDS = "◇"
INFORMATIVE = frozenset({"foreword", "introduction", "references", "bibliography", "index"})
"""Elements that are informative (GB/T 1.1—2020, table 3)."""


@dataclass(frozen=True, slots=True)
class Passage:
    """A run of text. `line` is where its block begins; `provision` and `term` are what it stands in."""

    clause: Clause
    place: Place
    text: str
    line: int
    inlines: tuple[Inline, ...]
    provision: Provision | None = None
    term: Term | None = None

    @property
    def normative(self) -> bool:
        """Whether it may hold provisions: the text of a normative element, without what is only added to it."""
        return (
            self.place in ("text", "item")
            and self.clause.kind not in INFORMATIVE
            and self.clause.nature != "informative"
            and self.term is None
        )

    def spot(self, verb: Verb | Improper) -> str:
        """The verb with what follows it: enough to find it in the line, where 应 alone may be a part of another word."""
        return self.text[verb.start : verb.start + len(verb.word) + 2].partition(NO_WORDS)[0]


class View:
    """What the rules ask a draft for. Without a draft (none, or one with errors) there are no clauses."""

    def __init__(self, entry: Entry, draft: Draft | None) -> None:
        self.entry = entry
        self.draft = draft or Draft(())
        self.path = entry.path.rpartition("/")[0] + "/draft.md"

    def __bool__(self) -> bool:
        return bool(self.draft.clauses)

    @property
    def clauses(self) -> tuple[Clause, ...]:
        return self.draft.clauses

    @property
    def standard(self) -> Standard:
        return self.entry.as_a(Standard)

    def at(self, line: int, word: str = "", /, **values: object) -> Finding:
        """A finding in draft.md, at a line or at a word in the block that begins there."""
        return Finding(self.path, values=values, position=(line or 1, 1), word=word)

    def of_kind(self, *kinds: str) -> tuple[Clause, ...]:
        return tuple(clause for clause in self.clauses if clause.kind in kinds)

    @cached_property
    def chapters(self) -> tuple[tuple[Clause, ...], ...]:
        """Each chapter or annex with all its clauses."""
        found: list[list[Clause]] = []
        for clause in self.clauses:
            if clause.level == 1 or not found:
                found.append([])
            found[-1].append(clause)
        return tuple(tuple(chapter) for chapter in found)

    @cached_property
    def passages(self) -> tuple[Passage, ...]:
        return tuple(passage for clause in self.clauses for passage in _of_clause(clause))

    @cached_property
    def verbs(self) -> tuple[tuple[Passage, tuple[Verb, ...]], ...]:
        """The passages that hold verbs of provisions, with them."""
        return tuple((p, found) for p in self.passages if (found := verbs(unquoted(p.text))))

    @cached_property
    def wordings(self) -> tuple[tuple[Passage, Improper], ...]:
        return tuple(_wordings(self))

    def text_of(self, kind: str) -> str:
        """All passages of the clauses of a kind, a line each."""
        return "\n".join(passage.text for passage in self.passages if passage.clause.kind == kind)


def view(entry: Entry, project: Project) -> View:
    """The draft of a standard, made once."""
    return project.kept(("drafting", entry.slug), lambda: View(entry, project.drafts.get(entry.slug)))


_QUOTED = re.compile(r"“[^”]{0,80}”|《[^》]{0,80}》|「[^」]{0,80}」")


def unquoted(text: str) -> str:
    """The text, as long as it was, with `◇` for what it only quotes: words between quotation marks, titles."""
    return _QUOTED.sub(lambda match: NO_WORDS * len(match.group()), text) if "“" in text or "《" in text else text


def said(inlines: Iterable[Inline]) -> str:
    """The words of inlines; a superscript is marked by ^, so 10⁵ is not 105."""
    return "".join(_said(inline) for inline in inlines)


def _said(inline: Inline) -> str:
    match inline:
        case Words(text=text):
            return text
        case Styled(style=style, inlines=inner):
            return ("^" if style == "superscript" else "") + said(inner)
        case Link(inlines=inner):
            return said(inner)
        case Reference(label=label, inlines=inner):
            return said(inner) or label
        case Code() | Math():
            return NO_WORDS
        case Break():
            return " "
        case _:
            return said(getattr(inline, "inlines", ()))


def targets(inlines: Iterable[Inline]) -> Iterator[str]:
    """The ids that the references in a run name."""
    for inline in inlines:
        if isinstance(inline, Reference):
            yield inline.target
        elif isinstance(inline, Styled | Link):
            yield from targets(inline.inlines)


def _of_clause(clause: Clause) -> Iterator[Passage]:
    yield from _footnotes(clause.heading, _At(clause, "footnote", clause.line))
    yield from _of_blocks(clause.blocks, _At(clause, "text", clause.line))


@dataclass(frozen=True, slots=True)
class _At:
    clause: Clause
    place: Place
    line: int
    provision: Provision | None = None
    term: Term | None = None

    def now(self, place: Place = "text", line: int = 0) -> "_At":
        """The same place, or the inner one; what is in a note stays in a note."""
        added = self.place == "definition" and place in ("note", "example", "footnote")
        inner = place if added or self.place in ("text", "item") else self.place
        return _At(self.clause, inner, line or self.line, self.provision, self.term)


def _of_blocks(blocks: Iterable[Block], at: _At) -> Iterator[Passage]:
    for block in blocks:
        line = getattr(block, "line", 0) or at.line
        match block:
            case Paragraph(inlines=inlines):
                yield from _run(inlines, at.now(at.place, line))
            case ListBlock(items=items):
                for item in items:
                    yield from _of_blocks(item, at.now("item", line))
            case Definitions(items=definitions):
                for one in definitions:
                    yield from _run(one.name, at.now("abbreviation", line))
                    yield from _of_blocks(one.blocks, at.now("abbreviation", line))
            case Table(caption=caption, head=head, body=body):
                yield from _run(caption, at.now("caption", line))
                for cell in (cell for row in (*head, *body) for cell in row):
                    yield from _run(cell.inlines, at.now("cell", line))
            case Figure(caption=caption):
                yield from _run(caption, at.now("caption", line))
            case Note(blocks=inner):
                yield from _of_blocks(inner, at.now("note", line))
            case Example(blocks=inner):
                yield from _of_blocks(inner, at.now("example", line))
            case Quote(blocks=inner):
                yield from _of_blocks(inner, at.now("quote", line))
            case Provision(blocks=inner):
                yield from _of_blocks(inner, _At(at.clause, "text", line, block, at.term))
            case Term(blocks=inner):
                yield from _of_blocks(inner, _At(at.clause, "definition", line, None, block))
            case _:
                yield from _of_blocks(getattr(block, "blocks", ()), at)


def _run(inlines: tuple[Inline, ...], at: _At) -> Iterator[Passage]:
    if text := said(inlines).strip():
        yield Passage(at.clause, at.place, text, at.line, inlines, at.provision, at.term)
    yield from _footnotes(inlines, at)


def _footnotes(inlines: Iterable[Inline], at: _At) -> Iterator[Passage]:
    """The footnotes in a run; one in a table stays a part of the table, where it may hold requirements."""
    for inline in inlines:
        if isinstance(inline, Footnote):
            place: Place = "cell" if at.place in ("cell", "caption") else "footnote"
            yield from _of_blocks(inline.blocks, _At(at.clause, place, at.line, at.provision, at.term))
        elif isinstance(inline, Styled | Link):
            yield from _footnotes(inline.inlines, at)


def wordings(draft: View) -> tuple[tuple[Passage, Improper], ...]:
    """The forms that annex C does not know, where provisions and what belongs to them stand."""
    return draft.wordings


def _wordings(draft: View) -> Iterator[tuple[Passage, Improper]]:
    for passage in draft.passages:
        provisions = passage.clause.kind not in INFORMATIVE and passage.term is None
        if provisions and passage.place in ("text", "item", "cell", "note", "footnote"):
            for one in improper(unquoted(passage.text)):
                yield passage, one
