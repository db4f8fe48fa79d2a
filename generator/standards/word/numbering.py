"""numbering.xml: chapters and clauses, annexes, list items, notes, examples, references; nothing is numbered by hand.

Every list of letters and every row of notes is a list of its own that begins anew.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field

from generator.documents.docx_xml import Element, element
from generator.standards.word.looks import (
    ANNEXES,
    CHARACTER,
    CLAUSES,
    DASHES,
    EXAMPLES,
    LETTERS,
    NOTES,
    REFERENCES,
    style_id,
)
from generator.standards.word.namespaces import root
from generator.standards.word.styles import SONG, fonts

_LEVELS = 9


@dataclass(frozen=True, slots=True)
class _Level:
    """`tab`: a tab to the indent follows the number; `gap`: one to where the style has it, see `looks.gap`.

    A space within the number itself would come along into every reference to it.
    """

    form: str
    text: str
    style: str = ""
    left: int | None = None
    hanging: int = 0
    tab: bool = False
    gap: bool = False
    head: bool = False
    size: int = 0


def _clauses() -> Iterator[_Level]:
    for level in range(6):
        text = ".".join(f"%{n}" for n in range(1, level + 2))
        yield _Level("decimal", text, f"clause-{level + 1}", gap=True, head=True)


def _annexes() -> Iterator[_Level]:
    yield _Level("upperLetter", "附录%1", "annex", head=True)
    for level in range(1, 6):
        text = ".".join(f"%{n}" for n in range(1, level + 2))
        yield _Level("decimal", text, f"annex-{level + 1}", gap=True, head=True)


def _items(form: str, marks: tuple[str, str], styles: tuple[str, str]) -> Iterator[_Level]:
    for level in range(_LEVELS):
        mark = marks[min(level, 1)].replace("%2", f"%{level + 1}")
        left = (4 + 2 * level) * CHARACTER
        kind = "decimal" if form == "lowerLetter" and level else form
        yield _Level(kind, mark, styles[level] if level < 2 else "", left, 2 * CHARACTER, tab=True)


def _labels(label: str, role: str) -> Iterator[_Level]:
    """The only one of its place, and one of several; the width of the label is that of the hanging indent."""
    width = 180 * (len(label) + 1)
    yield _Level("none", f"{label}：", role, 420 + width, width, head=True, size=18)
    yield _Level("decimal", f"{label}%2：", f"{role}-numbered", 420 + width + 90, width + 90, head=True, size=18)


_ABSTRACT: dict[int, tuple[_Level, ...]] = {
    CLAUSES: tuple(_clauses()),
    ANNEXES: tuple(_annexes()),
    DASHES: tuple(_items("bullet", ("——", "·"), ("dash-item", "dot-item"))),
    LETTERS: tuple(_items("lowerLetter", ("%1)", "%2)"), ("letter-item", "number-item"))),
    NOTES: tuple(_labels("注", "note")),
    EXAMPLES: tuple(_labels("示例", "example")),
    REFERENCES: (_Level("decimal", "[%1]", "reference", 4 * CHARACTER, 2 * CHARACTER, tab=True),),
}


@dataclass(slots=True)
class Numbering:
    """The lists of one file. `new` gives a list that begins at 1 again."""

    extra: list[int] = field(default_factory=list)

    def new(self, numbering: int) -> int:
        self.extra.append(numbering)
        return len(_ABSTRACT) + len(self.extra)

    def part(self) -> Element:
        made = root("w:numbering")
        for key, levels in _ABSTRACT.items():
            abstract = element("w:abstractNum", made, abstractNumId=str(key))
            element("w:multiLevelType", abstract, val="multilevel")
            for place, level in enumerate(levels):
                _level(abstract, place, level)
        for key in _ABSTRACT:
            own = element("w:num", made, numId=str(key))
            element("w:abstractNumId", own, val=str(key))
        for place, numbering in enumerate(self.extra, len(_ABSTRACT) + 1):
            own = element("w:num", made, numId=str(place))
            element("w:abstractNumId", own, val=str(numbering))
            for depth in range(len(_ABSTRACT[numbering])):
                override = element("w:lvlOverride", own, ilvl=str(depth))
                element("w:startOverride", override, val="1")
        return made


def _level(abstract: Element, place: int, level: _Level) -> None:
    made = element("w:lvl", abstract, ilvl=str(place))
    element("w:start", made, val="1")
    element("w:numFmt", made, val=level.form)
    if level.style:
        element("w:pStyle", made, val=style_id(level.style))
    if not (level.tab or level.gap):
        element("w:suff", made, val="nothing")
    element("w:lvlText", made, val=level.text)
    element("w:lvlJc", made, val="left")
    properties = element("w:pPr", made)
    if level.left is not None:
        if level.tab:
            element("w:tab", element("w:tabs", properties), val="num", pos=str(level.left))
        element("w:ind", properties, left=str(level.left), hanging=str(level.hanging))
    else:
        element("w:ind", properties, left="0", firstLine="0")
    look = element("w:rPr", made)
    if level.form == "bullet":
        element("w:rFonts", look, ascii=SONG, hAnsi=SONG, eastAsia=SONG, hint="eastAsia")
    else:
        fonts(look, head=level.head)
    element("w:b", look, val="0")
    element("w:i", look, val="0")
    if level.size:
        element("w:sz", look, val=str(level.size))
        element("w:szCs", look, val=str(level.size))
