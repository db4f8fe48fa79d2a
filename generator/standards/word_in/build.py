"""The clauses of a draft from a row of paragraphs and tables whose roles are known."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from generator.drafts.model import Clause, ClauseKind, Nature, Words
from generator.drafts.titles import ELEMENTS
from generator.standards.word_in.blocks import Blocks
from generator.standards.word_in.guess import nature_of
from generator.standards.word_in.items import SKIPPED, Item, anchor
from generator.standards.word_in.report import Remarks
from generator.texts import Text

_CONTENTS = ("目次", "目录", "contents", "tableofcontents")
_LEVEL = re.compile(r"(?:clause|untitled|annex|annex-untitled)-([1-6])")
_LONGEST_TITLE = 40
_TERM = re.compile(r"(?P<name>.*[^\x00-\x7f].*?)[\s　]+(?P<en>[A-Za-z][\x20-\x7e]*)")


@dataclass(slots=True)
class _Open:
    """A clause that is being read."""

    level: int
    kind: ClauseKind
    heading: Item | None
    nature: Nature = ""
    items: list[Item] = field(default_factory=list)
    anchor: str = ""


@dataclass(slots=True)
class Built:
    """`places`: for each comment of Word's, the index of the clause and the provision that it stands in."""

    clauses: list[Clause] = field(default_factory=list)
    places: dict[str, tuple[int, str]] = field(default_factory=dict)
    names: dict[str, str] = field(default_factory=dict)


@dataclass(slots=True)
class Builder:
    """`known`: the ids of the draft that the text goes into; `ours`: this tool wrote the file."""

    blocks: Blocks
    remarks: Remarks
    _clauses: list[_Open] = field(default_factory=list)
    _kind: ClauseKind = "body"
    _contents: bool = False
    _wants_title: bool = False

    def build(self, items: Sequence[Item]) -> Built:
        """The clauses in order. What stands before the first of them is reported, not kept."""
        before: list[Item] = []
        for place, item in enumerate(items):
            if item.role.startswith(SKIPPED):
                continue
            if self._heading(item, items[place + 1 : place + 2]):
                continue
            if self._contents:
                continue
            (self._clauses[-1].items if self._clauses else before).append(item)
        if not self._clauses:
            what = Text("没有找到章标题（全部文字作为一章）", "no heading was found (all of the text is one chapter)")
            self.remarks.add(what, lost=True)
            self._clauses.append(_Open(1, "body", None, items=before))
            before = []
        for item in before:
            if item.text:
                self.remarks.add(
                    Text("第一个标题之前的文字（如封面）", "text before the first heading, such as a cover"), item.text
                )
        return self._built()

    def _heading(self, item: Item, following: Sequence[Item]) -> bool:
        """Whether the item begins a clause, or goes on with the heading of one."""
        role = item.role
        bare = "".join(item.text.split())
        if self._wants_title and self._goes_on(item):
            return True
        if role in ("front-title", "end-title", "clause-1", "contents-title") and bare.lower() in _CONTENTS:
            self._contents = True
            return True
        match = _LEVEL.fullmatch(role)
        if role in ("front-title", "end-title") or role == "annex":
            level = 1
        elif match:
            level = int(match[1])
        elif role == "annex-title":
            level = 1
        else:
            return False
        if not item.text and not item.names and "untitled" not in role and role != "annex":
            return True
        self._contents = False
        self._begin(item, role, level)
        return True

    def _begin(self, item: Item, role: str, level: int) -> None:
        bare = "".join(item.text.split())
        nature: Nature = ""
        if role in ("annex", "annex-title"):
            self._kind = "annex"
            named = nature_of(item)
            nature = "normative" if named == "normative" else "informative"
            self._wants_title = not item.text
        elif level == 1:
            self._kind = ELEMENTS.get(bare, "body")
            item.text = bare if bare in ELEMENTS else item.text
            if bare in ELEMENTS:
                item.inlines = (Words(bare),) if len(item.inlines) == 1 else item.inlines
        last = self._clauses[-1].level if self._clauses else 0
        if level > last + 1:
            level = last + 1
            if self._clauses:
                self.remarks.add(Text("跳过的标题层次", "levels of headings that were left out"), item.text)
        untitled = "untitled" in role
        made = _Open(level, self._kind, None if untitled else item, nature)
        made.anchor = anchor(item.names, self.blocks.provisions)
        self.blocks.used.add(made.anchor)
        if untitled:
            rest = replace(item, role="paragraph", listed=None, names=tuple(item.names))
            made.items.append(rest)
        self._clauses.append(made)

    def _goes_on(self, item: Item) -> bool:
        """The nature and the title of an annex in paragraphs of their own."""
        self._wants_title = False
        clause = self._clauses[-1]
        if item.role not in ("", "paragraph", "annex-title", "text-title", "annex") or item.table or item.pictures:
            return False
        named = nature_of(item)
        if named:
            clause.nature = "normative" if named == "normative" else "informative"
            if not item.text:
                self._wants_title = True
                return True
        if len(item.text) > _LONGEST_TITLE or item.text.endswith(("。", "；", "：")):
            return False
        if clause.heading is not None:
            clause.heading.inlines, clause.heading.text = item.inlines, item.text
            clause.anchor = clause.anchor or anchor(item.names, self.blocks.provisions)
        return True

    def _built(self) -> Built:
        built = Built()
        for clause in self._terms(self._clauses):
            place = len(built.clauses)
            heading = clause.heading
            for item in ([heading] if heading else []) + clause.items:
                for comment in item.comments:
                    built.places.setdefault(comment, (place, item.provision))
                self._named(built.names, item, clause)
            inlines = heading.inlines if heading else ()
            title = heading.text if heading else ""
            self.blocks.terms = clause.kind == "terms"
            self.blocks.references = clause.kind == "bibliography"
            self.blocks.abbreviations = clause.kind == "body" and "缩略语" in title
            made = self.blocks.blocks(clause.items)
            built.clauses.append(Clause(clause.anchor, clause.level, clause.kind, inlines, title, made, clause.nature))
        built.names.update(self.blocks.names)
        return built

    def _named(self, names: dict[str, str], item: Item, clause: _Open) -> None:
        """Word's own bookmarks at a heading stand for the clause."""
        if item is clause.heading or (clause.items and item is clause.items[0] and clause.heading is None):
            for name in item.names:
                if name.startswith("_") and clause.anchor:
                    names[name] = clause.anchor

    def _terms(self, clauses: list[_Open]) -> list[_Open]:
        """Terms that are set as clauses of their chapter (3.1, then the term and its English) become terms."""
        made: list[_Open] = []
        for clause in clauses:
            heading = clause.heading
            chapter = made[-1] if made else None
            if (
                clause.kind == "terms"
                and clause.level > 1
                and heading is not None
                and chapter is not None
                and chapter.kind == "terms"
                and _TERM.fullmatch(heading.text)
            ):
                heading.role = "term"
                chapter.items += [heading, *clause.items]
            else:
                made.append(clause)
        return made
