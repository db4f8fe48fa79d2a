"""The blocks of a clause from the paragraphs and tables in it."""

import re
from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import dataclass, field, replace

from generator.drafts.blocks import FIGURE_FILE
from generator.drafts.model import (
    Block,
    Break,
    Code,
    Definition,
    Definitions,
    Example,
    Figure,
    Formula,
    Inline,
    ListBlock,
    Listing,
    Math,
    Note,
    Paragraph,
    Quote,
    Styled,
    Table,
    Term,
    Words,
)
from generator.drafts.text import inline_text
from generator.standards.word_in.items import Item, anchor
from generator.standards.word_in.lists import Entry, lists
from generator.standards.word_in.pictures import Picture
from generator.standards.word_in.pieces import cut, tidied
from generator.standards.word_in.report import Remarks
from generator.texts import Text

_ABBREVIATION = re.compile(r"([A-Za-z0-9][A-Za-z0-9 ./+-]{0,30})\s*(?:[：:]|——|[\s　]{1,})[\s　]*(?=[^\x00-\x7f])")
_FORMULA_NUMBER = re.compile(r"[\s.…·]*(?:[（(]\s*(?:[A-Z]\.)?[0-9]+\s*[)）])?[\s]*")
_PLACEHOLDER = re.compile(r"［(figures/[a-z0-9./-]+)：(.*)］")
_TERM = re.compile(r"(?P<name>.+?)(?:[\s　]*　[\s　]*|(?<=[^\x00-\x7f])[\s　]+(?=[A-Za-z]))(?P<en>[\x20-\x7e]+)\Z")
_TERM_NUMBER = re.compile(r"[0-9]+(?:[.．][0-9]+)+[\s　]*")


@dataclass(slots=True)
class Blocks:
    """`provisions`: ids of provisions. `figure` gives a picture's file name in the standard's folder.

    `names` collects which id Word's own bookmarks (`_Ref…`) stand for; `terms`, `abbreviations`, `references`: what
    the present clause holds.
    """

    provisions: Collection[str]
    remarks: Remarks
    figure: Callable[[Picture], str]
    provision: Callable[[str, tuple[Block, ...]], Block]
    ours: bool = False
    terms: bool = False
    abbreviations: bool = False
    references: bool = False
    names: dict[str, str] = field(default_factory=dict)
    used: set[str] = field(default_factory=set)
    _going: tuple[str, int] = ("", 0)
    """The list that was read last among the present blocks, and where it is."""

    def blocks(self, items: Sequence[Item]) -> tuple[Block, ...]:
        """The blocks of a clause: its provisions, and its terms in the chapter of terms."""
        made: list[Block] = []
        at = 0
        while at < len(items):
            end = at + 1
            if items[at].role == "term" or (self.terms and self._is_term(items, at)):
                while end < len(items) and items[end].role != "term" and not (self.terms and self._is_term(items, end)):
                    end += 1
                made.append(self._term(items[at:end]))
            elif name := items[at].provision:
                while end < len(items) and items[end].provision == name:
                    end += 1
                made.append(self.provision(name, self._plain(items[at:end])))
            else:
                while (
                    end < len(items)
                    and not items[end].provision
                    and items[end].role != "term"
                    and not (self.terms and self._is_term(items, end))
                ):
                    end += 1
                made += self._plain(items[at:end])
            at = end
        return tuple(made)

    def _is_term(self, items: Sequence[Item], at: int) -> bool:
        """A number alone on its line, or a term with its English that a definition follows."""
        item = items[at]
        return item.role in ("", "paragraph") and bool(_TERM_NUMBER.fullmatch(item.text)) and at + 2 < len(items)

    def _term(self, items: Sequence[Item]) -> Term:
        head, rest = items[0], items[1:]
        if _TERM_NUMBER.fullmatch(head.text) and len(rest) > 1:
            rest[0].names = (*head.names, *rest[0].names)
            head, rest = rest[0], rest[1:]
        inlines = tidied(tuple(Words(" ") if isinstance(one, Break) else one for one in _unstyled(head.inlines)))
        text = inline_text(inlines)
        match = _TERM.match(text)
        name = _until(inlines, match.end("name")) if match else inlines
        anchor = self._anchor(head)
        blocks = self._plain(rest)
        return Term(anchor, name, match["en"].strip() if match else "", blocks)

    def _anchor(self, item: Item) -> str:
        """The id that an object's bookmarks give, once; Word's own names are noted for it."""
        found = anchor(item.names, self.provisions, self.used)
        self.used.add(found)
        for name in item.names:
            if name.startswith("_") and found:
                self.names[name] = found
        return found

    def _plain(self, items: Sequence[Item]) -> tuple[Block, ...]:
        made: list[Block] = []
        self._going = ("", 0)
        caption: Item | None = None
        at = 0
        while at < len(items):
            item = items[at]
            end = at + 1
            role = item.role
            if item.table is not None:
                made.append(self._table(item.table, caption))
                caption = None
            elif role.endswith("table-title"):
                self._stray(caption, made)
                caption = item
            elif role.endswith("figure-title") and made and isinstance(made[-1], Figure) and not made[-1].caption:
                made[-1] = replace(made[-1], id=self._anchor(item) or made[-1].id, caption=item.inlines)
            elif role.endswith("-item"):
                while end < len(items) and (items[end].role.endswith("-item") or self._goes_on(items[end])):
                    end += 1
                self._list(items[at:end], made)
            elif role.startswith(("note", "example")):
                while end < len(items) and self._is_same_aside(items[end], role):
                    end += 1
                inside = tuple(Paragraph(one.inlines) for one in items[at:end] if one.inlines)
                made.append(Note(inside) if role.startswith("note") else Example(inside))
            elif role in ("abbreviation", "formula-where") or self._is_abbreviation(item):
                while end < len(items) and (
                    items[end].role in (role, "definition") or self._is_abbreviation(items[end])
                ):
                    end += 1
                made.append(self._definitions(items[at:end]))
            elif role == "quote":
                while end < len(items) and items[end].role == "quote":
                    end += 1
                made.append(Quote(tuple(Paragraph(one.inlines) for one in items[at:end])))
            elif role == "listing":
                while not self.ours and end < len(items) and items[end].role == "listing":
                    end += 1
                made.append(Listing("\n".join(_raw(one.inlines) for one in items[at:end])))
            else:
                made += self._paragraph(item)
            at = end
        self._stray(caption, made)
        return tuple(made)

    def _stray(self, caption: Item | None, made: list[Block]) -> None:
        if caption is not None:
            self.remarks.add(
                Text("没有表的表题（成为一段文字）", "a table's title without a table (now a paragraph)"), caption.text
            )
            made.append(Paragraph(caption.inlines))

    def _goes_on(self, item: Item) -> bool:
        """A paragraph that belongs to the item of a list before it."""
        return item.role in ("", "paragraph") and item.indented and not item.pictures and item.listed is None

    def _is_same_aside(self, item: Item, role: str) -> bool:
        """What goes on with a note has its style and no label."""
        return self.ours and item.role == role and (item.listed is None or not item.listed.own)

    def _is_abbreviation(self, item: Item) -> bool:
        return self.abbreviations and item.role in ("", "paragraph") and bool(_ABBREVIATION.match(item.text))

    def _list(self, items: Sequence[Item], made: list[Block]) -> None:
        entries: list[Entry] = []
        for item in items:
            if item.role.endswith("-item"):
                by_style = 1 if item.role in ("dot-item", "number-item") else 0
                ordered = item.role in ("letter-item", "number-item")
                level = item.listed.level if item.listed is not None and item.listed.form != "none" else by_style
                key = item.listed.key if item.listed is not None else ""
                entries.append(Entry(level, ordered, key, [Paragraph(item.inlines)] if item.inlines else []))
            elif entries:
                entries[-1].blocks.append(Paragraph(item.inlines))
        before = self._list_before(entries, made)
        found = lists(entries)
        if before is not None and isinstance(found[0], ListBlock):
            # The numbers go on: what stands between is a part of the item before it.
            going = made[before]
            if isinstance(going, ListBlock):
                last = (*going.items[-1], *made[before + 1 :])
                made[before:] = [ListBlock(True, (*going.items[:-1], last, *found[0].items))]
                found = found[1:]
        made += found
        top = [entry.key for entry in entries if entry.level == entries[0].level]
        self._going = (top[-1], len(made) - 1) if top and entries[0].ordered else ("", 0)

    def _list_before(self, entries: Sequence[Entry], made: list[Block]) -> int | None:
        """Where the list is that goes on here after notes or tables; None where there is none."""
        key, place = self._going
        if not entries or not entries[0].ordered or not key or key != entries[0].key or place >= len(made) - 1:
            return None
        between = made[place + 1 :]
        return (
            place if isinstance(made[place], ListBlock) and not any(isinstance(b, Paragraph) for b in between) else None
        )

    def _definitions(self, items: Sequence[Item]) -> Definitions:
        found: list[tuple[tuple[Inline, ...], list[Block]]] = []
        for item in items:
            if item.role == "definition" and found:
                found[-1][1].append(Paragraph(item.inlines))
                continue
            name, meaning = _divided(item)
            found.append((name, [Paragraph(meaning)] if meaning else []))
        return Definitions(tuple(Definition(name, tuple(blocks)) for name, blocks in found))

    def _table(self, table: Table, caption: Item | None) -> Table:
        if caption is None:
            return table
        return replace(table, id=self._anchor(caption), caption=caption.inlines)

    def _paragraph(self, item: Item) -> Iterator[Block]:
        formula = _formula(item)
        if formula is not None:
            yield Formula(self._anchor(item), formula)
            return
        if item.role == "figure" and (match := _PLACEHOLDER.fullmatch(item.text)) and FIGURE_FILE.fullmatch(match[1]):
            yield Figure("", (), match[1], match[2])
            return
        if item.inlines:
            yield Paragraph(item.inlines)
        for picture in item.pictures:
            if item.inlines:
                self.remarks.add(
                    Text("文字中间的图（移到段落之后）", "a picture inside a line (now after the paragraph)")
                )
            if file := self.figure(picture):
                yield Figure("", (), file, picture.alternative)


def _formula(item: Item) -> Math | None:
    """A formula on a line of its own, with or without its number."""
    maths = [one for one in item.inlines if isinstance(one, Math)]
    others = "".join(inline_text((one,)) for one in item.inlines if not isinstance(one, Math))
    if len(maths) == 1 and (_FORMULA_NUMBER.fullmatch(others) or (item.role == "formula" and len(others) < 12)):
        return maths[0]
    if item.role == "formula" and not maths:
        codes = [one.text for one in item.inlines if isinstance(one, Code)]
        return Math(codes[0]) if codes else None
    return None


def _divided(item: Item) -> tuple[tuple[Inline, ...], tuple[Inline, ...]]:
    """A name and its meaning, apart at the first colon or dash."""
    for mark in ("：", "——", ":", "　", " "):
        at = item.text.find(mark)
        if at > 0:
            return _until(item.inlines, at), cut(item.inlines, at + len(mark))
    return item.inlines, ()


def _until(inlines: tuple[Inline, ...], count: int) -> tuple[Inline, ...]:
    """The first `count` characters of the inlines."""
    made: list[Inline] = []
    for one in inlines:
        if count <= 0:
            break
        length = len(inline_text((one,))) if not isinstance(one, Words) else len(one.text)
        if isinstance(one, Words):
            made.append(Words(one.text[:count]))
        elif isinstance(one, Styled):
            made.append(replace(one, inlines=_until(one.inlines, count)))
        else:
            made.append(one)
        count -= length
    return tidied(tuple(made))


def _unstyled(inlines: tuple[Inline, ...]) -> tuple[Inline, ...]:
    """Without bold, which all terms have."""
    made: list[Inline] = []
    for one in inlines:
        made += one.inlines if isinstance(one, Styled) and one.style == "strong" else (one,)
    return tuple(made)


def _raw(inlines: tuple[Inline, ...]) -> str:
    return "".join(
        "\n" if isinstance(one, Break) else inline_text((one,)) if not isinstance(one, Words) else one.text
        for one in inlines
    )
