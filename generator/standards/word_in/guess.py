"""What paragraphs are that no style says anything about: numbers, marks and labels that somebody typed.

Typed numbers are taken off, as the draft is numbered anew.
"""

import re
from dataclasses import dataclass

from generator.drafts.model import Break, Code, Styled, Words
from generator.drafts.text import inline_text
from generator.drafts.titles import ELEMENTS
from generator.standards.word_in.items import Item
from generator.standards.word_in.pieces import cut

_NUMBER = re.compile(
    r"(?:第\s*[0-9一二三四五六七八九十百]+\s*[章条节][\s　、.．:：]*"
    r"|(?:[0-9]{1,2}|[A-Z])(?:[.．][0-9]{1,2}){1,5}(?![0-9.．%])[\s　、]*"
    r"|[0-9]{1,2}(?:[、．]|[.\s　][\s　]*)(?=\S))"
)
_DOTTED = re.compile(r"(?:[1-9][0-9]?|([A-Z]))((?:[.．][0-9]{1,2}){1,5})(?![0-9.．%])[\s　]+(?=\S)")
_CHAPTER = re.compile(r"(?:第\s*[0-9一二三四五六七八九十百]+\s*章[\s　、.．:：]*|([1-9][0-9]?)[\s　]+)(?=\S)")
_ANNEX = re.compile(r"附\s*录\s*[A-Z]?(?![A-Za-z])")
_NATURE = re.compile(r"[（(]\s*(规范性|资料性)\s*(?:附录)?\s*[)）]")
_LETTER = re.compile(r"[a-z][)）][\s　]*")
_COUNT = re.compile(r"[0-9]{1,2}[)）][\s　]*")
_DASH = re.compile(r"(?:——|—(?!—)|－|–)[\s　]*")
_DOT = re.compile(r"[·•●▪◆■○][\s　]*")
_NOTE = re.compile(r"注\s*[0-9]*\s*[：:][\s　]*")
_EXAMPLE = re.compile(r"示例\s*[0-9]*\s*[：:][\s　]*")
_TABLE = re.compile(r"表\s*(?:[A-Z][.．]?)?[0-9]+(?:[-.．][0-9]+)*(?:[\s　:：.、]+|$|(?=[^\s0-9的中给规列]))")
_FIGURE = re.compile(r"图\s*(?:[A-Z][.．]?)?[0-9]+(?:[-.．][0-9]+)*(?:[\s　:：.、]+|$|(?=[^\s0-9的中给示]))")
_REFERENCE = re.compile(r"\[[0-9]+\][\s　]*")
_SENTENCE_END = ("。", "；", "：", ";", ":", "，")
_LONGEST_TITLE = 40
_PLAIN = ("", "paragraph")

NATURES = {"规范性": "normative", "资料性": "informative"}


@dataclass(slots=True)
class Guess:
    """Goes through the items once; `annex`: the present chapter is an annex."""

    chapters: int = 0
    annex: bool = False
    letters: bool = False

    def items(self, items: list[Item]) -> list[Item]:
        """The items, each with the role that it has, without what was typed as its number."""
        for place, item in enumerate(items):
            following = items[place + 1] if place + 1 < len(items) else None
            self._item(item, following)
            if item.role == "clause-1":
                self.chapters += 1
                self.annex = False
            elif item.role == "annex":
                self.annex = True
        return items

    def _item(self, item: Item, following: Item | None) -> None:
        role, text = item.role, item.text
        if role.startswith("clause-") or (role.startswith("annex-") and role[-1].isdigit()):
            self._heading(item)
        elif role == "annex":
            self._take(item, _ANNEX)
        elif role.startswith(("untitled", "annex-untitled")):
            if item.listed is None or item.listed.form == "none":
                self._take(item, _NUMBER)
        elif role in _PLAIN:
            self._plain(item, text, following)
        elif role == "caption":
            item.role = "figure-title" if text.startswith("图") else "table-title"
        elif role.startswith("note"):
            self._take(item, _NOTE)
        elif role.startswith("example"):
            self._take(item, _EXAMPLE)
        elif role.endswith("-item"):
            self._item_mark(item)
        elif role == "reference" and item.listed is None:
            self._take(item, _REFERENCE)
        if item.role.endswith("table-title"):
            self._take(item, _TABLE)
        elif item.role.endswith("figure-title"):
            self._take(item, _FIGURE)
        self.letters = item.role == "letter-item" or (self.letters and item.role == "number-item")

    def _heading(self, item: Item) -> None:
        bare = "".join(item.text.split())
        if (
            item.role.startswith("clause-")
            and (match := _ANNEX.match(item.text))
            and (match.group()[-1] != "录" or self._alone(item))
        ):
            item.role = "annex"
            self._take(item, _ANNEX)
            return
        if bare in ELEMENTS:
            item.role = "clause-1"
            return
        if item.listed is None or item.listed.form == "none" or item.numbered_off:
            self._take(item, _NUMBER)
        if len(item.text) > _LONGEST_TITLE and item.text.endswith(("。", "；", "：")) and not item.role.endswith("1"):
            item.role = item.role.replace("clause", "untitled").replace("annex-", "annex-untitled-")

    def _alone(self, item: Item) -> bool:
        """Whether 附录 stands alone, or with its nature only."""
        return bool(re.fullmatch(r"附\s*录\s*(?:[（(].*)?", item.text))

    def _plain(self, item: Item, text: str, following: Item | None) -> None:
        bare = "".join(text.split())
        table_follows = following is not None and following.table is not None
        if bare in ELEMENTS and item.listed is None and not item.provision:
            item.role = "clause-1"
        elif self._listed(item):
            pass
        elif _ANNEX.match(text) and re.fullmatch(r"附\s*录\s*[A-Z]\s*(?:[（(][^）)]*[)）].*)?", text):
            item.role = "annex"
            self._take(item, _ANNEX)
        elif match := _DOTTED.match(text):
            self._dotted(item, match)
        elif (match := _CHAPTER.match(text)) and self._is_chapter(text, match):
            item.role = "clause-1"
            self._cut(item, match.end())
        elif _NOTE.match(text):
            item.role = "note"
            self._take(item, _NOTE)
        elif _EXAMPLE.match(text):
            item.role = "example"
            self._take(item, _EXAMPLE)
        elif table_follows and _TABLE.match(text):
            item.role = "table-title"
        elif _FIGURE.match(text) and len(text) < 60 and not text.endswith("。"):
            item.role = "figure-title"

    def _dotted(self, item: Item, match: re.Match[str]) -> None:
        level = len(re.findall("[.．]", match[2])) + 1
        rest = item.text[match.end() :]
        titled = len(rest) <= _LONGEST_TITLE and not rest.endswith(_SENTENCE_END)
        stem = ("annex-" if match[1] else "clause-") if titled else ("annex-untitled-" if match[1] else "untitled-")
        item.role = f"{stem}{level}"
        self._cut(item, match.end())

    def _is_chapter(self, text: str, match: re.Match[str]) -> bool:
        rest = text[match.end() :]
        if len(rest) > _LONGEST_TITLE or rest.endswith(_SENTENCE_END) or self.annex:
            return False
        return not match[1] or int(match[1]) in (self.chapters, self.chapters + 1)

    def _listed(self, item: Item) -> bool:
        """Items of lists: of Word's own, or with a typed mark."""
        listed, text = item.listed, item.text
        if listed is not None and listed.form != "none":
            if listed.places > 1 and listed.form == "decimal":
                item.role = f"untitled-{min(listed.places, 6)}"
            else:
                item.role = "dash-item" if listed.form == "bullet" else "letter-item"
            return True
        for pattern, role in (
            (_LETTER, "letter-item"),
            (_COUNT, "number-item"),
            (_DASH, "dash-item"),
            (_DOT, "dot-item"),
        ):
            if match := pattern.match(text):
                item.role = role if role != "number-item" or self.letters else "letter-item"
                self._cut(item, match.end())
                return True
        return False

    def _item_mark(self, item: Item) -> None:
        if item.listed is None or item.listed.form == "none":
            for pattern in (_LETTER, _COUNT, _DASH, _DOT):
                if match := pattern.match(item.text):
                    self._cut(item, match.end())
                    return

    def _take(self, item: Item, pattern: re.Pattern[str]) -> None:
        if match := pattern.match(item.text):
            self._cut(item, match.end())

    def _cut(self, item: Item, count: int) -> None:
        if not _is_typed(item, count):
            return
        item.inlines = cut(item.inlines, count)
        item.text = item.text[count:].strip()


def _is_typed(item: Item, count: int) -> bool:
    """Whether the first characters are text, no reference or formula that shows them."""
    for one in item.inlines:
        if count <= 0:
            return True
        if not isinstance(one, Words | Styled | Code | Break):
            return False
        count -= len(inline_text((one,)) if not isinstance(one, Words) else one.text)
    return True


def nature_of(item: Item) -> str:
    """The nature of an annex that its heading names, which is taken off; "" where it names none."""
    match = _NATURE.match(item.text.lstrip())
    if match is None:
        return ""
    lead = len(item.text) - len(item.text.lstrip())
    item.inlines = cut(item.inlines, lead + match.end())
    item.text = item.text[lead + match.end() :].strip()
    return NATURES[match[1]]
