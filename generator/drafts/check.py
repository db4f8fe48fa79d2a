"""What can be said of a draft once it is read: ids, levels, hand-written numbers, elements, references."""

import re
from collections.abc import Collection, Iterator

from generator.diagnostics import nearest
from generator.drafts import codes
from generator.drafts.ast import Sink
from generator.drafts.model import (
    Block,
    Clause,
    Draft,
    Example,
    Figure,
    Formula,
    Inline,
    Note,
    Paragraph,
    Provision,
    Reference,
    Table,
    Term,
    Words,
    walk,
)
from generator.drafts.rewrite import Rewriter
from generator.drafts.text import inline_text
from generator.drafts.titles import MANDATORY, TITLE_NUMBER, bare_title
from generator.texts import Text

ID = re.compile(r"(?=.{1,40}\Z)[a-z][a-z0-9]*(?:-[a-z0-9]+)*")
RESERVED = frozenset({"top", "catalog-search"})
"""Ids that every page of the site has itself; its other ones hold an underscore."""
MOST_HINTS = 50
_CAPTION_NUMBER = re.compile(r"[表图]?\s*(?:[A-Z]\.)?[0-9]+(?=\s|[：:.、　])")
_CAPTION_LINE = re.compile(r"[表图]\s*(?:[A-Z]\.)?[0-9]+(?:\s|[：:　])")
_NOTE_NUMBER = re.compile(r"(?:注|示例)\s*[0-9]*\s*[：:]")
_NAMES: dict[type, Text] = {
    Table: Text("表", "table"),
    Figure: Text("图", "figure"),
    Formula: Text("公式", "formula"),
    Term: Text("术语", "term"),
}


def check(draft: Draft, sink: Sink, lost: Collection[str] = ()) -> None:
    """Adds the findings about a draft's structure to `sink`. `lost`: ids that went with a block already reported."""
    _ids(draft, sink)
    _levels(draft, sink)
    for clause in draft.clauses:
        _numbers(clause, sink)
    titles = {bare_title(clause.title) for clause in draft.clauses if clause.level == 1}
    for title in MANDATORY:
        if title not in titles:
            sink.add(codes.MISSING_CLAUSE, (1, 1), title=title)
    _references(draft, sink, lost)


def anchors(draft: Draft) -> Iterator[tuple[str, int, Text]]:
    """Everything that can have an id, in the order of the text: (id or "", line, what it is)."""
    for clause in draft.clauses:
        yield clause.id, clause.line, Text("章条", "clause")
        for block in walk(clause.blocks):
            if isinstance(block, Provision):
                yield block.id, block.line, Text("条款", "provision")
            elif isinstance(block, Table | Figure | Formula | Term):
                yield block.id, block.line, _NAMES[type(block)]


def _ids(draft: Draft, sink: Sink) -> None:
    lines: dict[str, int] = {}
    for name, line, what in anchors(draft):
        if not name:
            sink.add(codes.MISSING_ANCHOR, (line, 1), what=what)
        elif not ID.fullmatch(name) or name in RESERVED:
            sink.add(codes.BAD_ID, (line, 1), id=name[:80])
        elif name in lines:
            sink.add(codes.DUPLICATE_ID, (line, 1), id=name, line=lines[name])
        else:
            lines[name] = line


def _levels(draft: Draft, sink: Sink) -> None:
    previous = 0
    untitled: list[int] = []
    for clause in draft.clauses:
        if clause.level > previous + 1:
            sink.add(codes.LEVEL_SKIPPED, (clause.line, 1), level=clause.level, previous=previous)
        untitled = [level for level in untitled if level < clause.level]
        if untitled:
            sink.add(codes.DIVIDED_UNTITLED, (clause.line, 1))
        if not clause.heading:
            untitled.append(clause.level)
        previous = clause.level


def _numbers(clause: Clause, sink: Sink) -> None:
    _found(TITLE_NUMBER, clause.title, clause.line, sink)
    for block in walk(clause.blocks):
        match block:
            case Table() | Figure():
                _found(_CAPTION_NUMBER, inline_text(block.caption), block.line, sink)
            case Note() | Example():
                _found(_NOTE_NUMBER, _start(block.blocks[:1]), block.line, sink)
            case Paragraph():
                _found(
                    _CAPTION_LINE, _start((block,)) if len(inline_text(block.inlines)) < 60 else "", block.line, sink
                )
            case _:
                pass


def _start(blocks: tuple[Block, ...]) -> str:
    """The words that a paragraph begins with."""
    first = blocks[0] if blocks else None
    words = first.inlines[0] if isinstance(first, Paragraph) and first.inlines else None
    return words.text if isinstance(words, Words) else ""


def _found(pattern: re.Pattern[str], text: str, line: int, sink: Sink) -> None:
    if match := pattern.match(text):
        sink.add(codes.HAND_NUMBER, (line or 1, 1), text=match.group().strip())


def _references(draft: Draft, sink: Sink, lost: Collection[str]) -> None:
    known = {name for name, _, _ in anchors(draft) if name}
    ordered = sorted(known)
    hints = 0
    line = 1

    def enter(block: Block) -> Block:
        nonlocal line
        line = getattr(block, "line", 0) or line
        return block

    def look(inline: Inline) -> Inline:
        nonlocal hints
        if isinstance(inline, Reference) and inline.target not in known and inline.target not in lost:
            hints += 1  # comparing with every id takes its time
            hint = nearest(inline.target, ordered) if hints <= MOST_HINTS else Text("")
            sink.add(codes.DANGLING_REFERENCE, (line, 1), target=inline.target[:80], hint=hint)
        return inline

    rewriter = Rewriter(enter, look)
    for clause in draft.clauses:
        line = clause.line or line
        rewriter.inlines(clause.heading)
        rewriter.blocks(clause.blocks)
