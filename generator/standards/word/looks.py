"""How each paragraph of a standard looks in Word: fonts, sizes, indents, what it is based on.

Sizes and fonts by GB/T 1.1—2020, clause 10 and annex F: names of chapters and clauses 五号黑体, text 五号宋体, tables
小五宋体, titles of foreword and annexes 三号黑体. Lengths are in twentieths of a point; 210 is one character of 五号.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from generator.standards.word_styles import STYLES, Role

CHARACTER = 210
LINE = 312
TEXT_WIDTH = 9354
"""165 mm: A4 less margins of 25 and 20 mm."""

CLAUSES, ANNEXES, DASHES, LETTERS, NOTES, EXAMPLES, REFERENCES = range(1, 8)
"""The numberings of numbering.xml, each with a list (`w:num`) of the same id."""

Justify = Literal["both", "left", "center", "right", "distribute"]


@dataclass(frozen=True, slots=True)
class Look:
    """A paragraph style. `size` is in half points; `head`: 黑体; `before`, `after`: in hundredths of a line.

    `first`, `left`, `hanging`, `right`: indents; `first_chars`: in hundredths of a character. `number`: the level and the
    list that numbers it. `tabs`: kind, leader, place. `letters`: space between letters. `middle`: what is
    high or low stands in the middle of its line.
    """

    based: str = "Normal"
    size: int = 0
    head: bool = False
    justify: Justify | Literal[""] = ""
    before: int = 0
    after: int = 0
    first_chars: int | None = None
    first: int = 0
    left: int = 0
    hanging: int = 0
    right: int = 0
    number: tuple[int, int] | None = None
    outline: int | None = None
    next: Role = ""
    keep_next: bool = False
    keep_lines: bool = False
    page_before: bool = False
    tabs: tuple[tuple[str, str, int], ...] = ()
    letters: int = 0
    mono: bool = False
    middle: bool = False
    line: int = 0


def style_id(role: Role) -> str:
    """The id of a style within the file: the role, as Word likes ids."""
    return "Std" + "".join(part.capitalize() for part in role.split("-"))


def gap(characters: int) -> int:
    """Where the text begins after a number of so many characters, each half as wide as a Chinese one: one wide on."""
    return (characters + 2) * CHARACTER // 2


def _clauses() -> dict[Role, Look]:
    found: dict[Role, Look] = {}
    for level in range(1, 7):
        space = 100 if level == 1 else 50
        found[f"clause-{level}"] = Look(
            f"Heading{level}",
            before=space,
            after=space,
            number=(level - 1, CLAUSES),
            next="paragraph",
            tabs=(("left", "", gap(2 * level - 1)),),
        )
        if level == 1:
            continue
        found[f"annex-{level}"] = Look(
            f"Heading{level}",
            before=100 if level == 2 else 50,
            after=100 if level == 2 else 50,
            number=(level - 1, ANNEXES),
            next="paragraph",
            tabs=(("left", "", gap(2 * level - 1)),),
        )
        for role, numbering in (("untitled", CLAUSES), ("annex-untitled", ANNEXES)):
            found[f"{role}-{level}"] = Look(
                "StdParagraph", first_chars=0, number=(level - 1, numbering), tabs=(("left", "", gap(2 * level - 1)),)
            )
    return found


LOOKS: Mapping[Role, Look] = {
    "paragraph": Look(first_chars=200, first=2 * CHARACTER),
    "cover-label": Look(size=72, head=True, justify="center", letters=280),
    "cover-number": Look(size=28, head=True, justify="right"),
    "cover-replaces": Look(size=21, justify="right"),
    "cover-title": Look(size=52, head=True, justify="center", line=720),
    "cover-english": Look(size=28, head=True, justify="center", before=100, line=400),
    "cover-stage": Look(size=28, justify="center", before=150),
    "cover-codes": Look(size=21, head=True, justify="left"),
    "cover-published": Look(size=28, head=True, justify="left"),
    "cover-effective": Look(size=28, head=True, justify="right"),
    "cover-publisher": Look(size=36, head=True, justify="center", letters=40),
    "cover-patents": Look(size=21, justify="center", before=200),
    "contents-title": Look(size=32, head=True, justify="center", before=100, after=150, letters=0),
    "front-title": Look("Heading1", size=32, justify="center", before=100, after=150, page_before=True, next="paragraph"),
    "end-title": Look("Heading1", size=21, justify="center", before=100, after=100, page_before=True, next="reference"),
    "text-title": Look(size=32, head=True, justify="center", before=100, after=200, next="clause-1"),
    **_clauses(),
    "annex": Look(
        "Heading1", justify="center", after=100, number=(0, ANNEXES), page_before=True, next="paragraph", line=360
    ),
    "annex-title": Look(head=True, justify="center", after=100, next="paragraph"),
    "term": Look("StdParagraph", head=True, first_chars=0, left=2 * CHARACTER, hanging=2 * CHARACTER, before=50,
                 keep_next=True, next="definition", justify="left"),
    "definition": Look("StdParagraph"),
    "abbreviation": Look("StdParagraph"),
    "dash-item": Look("StdParagraph", first_chars=0, left=4 * CHARACTER, hanging=2 * CHARACTER, number=(0, DASHES)),
    "dot-item": Look("StdParagraph", first_chars=0, left=6 * CHARACTER, hanging=2 * CHARACTER, number=(1, DASHES)),
    "letter-item": Look("StdParagraph", first_chars=0, left=4 * CHARACTER, hanging=2 * CHARACTER, number=(0, LETTERS)),
    "number-item": Look("StdParagraph", first_chars=0, left=6 * CHARACTER, hanging=2 * CHARACTER, number=(1, LETTERS)),
    "note": Look("StdParagraph", size=18, first_chars=0, left=780, hanging=360, number=(0, NOTES)),
    "note-numbered": Look("StdParagraph", size=18, first_chars=0, left=870, hanging=450, number=(1, NOTES)),
    "example": Look("StdParagraph", size=18, first_chars=0, left=960, hanging=540, number=(0, EXAMPLES)),
    "example-numbered": Look("StdParagraph", size=18, first_chars=0, left=1050, hanging=630, number=(1, EXAMPLES)),
    "footnote": Look(size=18, justify="left", left=270, hanging=270),
    "table-title": Look(head=True, justify="center", before=50, after=50, keep_next=True),
    "figure-title": Look(head=True, justify="center", before=50, after=50),
    "annex-table-title": Look("StdTableTitle", head=True),
    "annex-figure-title": Look("StdFigureTitle", head=True),
    "table-text": Look(size=18, justify="left", before=10, after=10),
    "figure": Look(size=15, justify="center", before=50, keep_next=True),
    "formula": Look(
        justify="left", before=25, after=25, next="paragraph", middle=True,
        tabs=(("center", "", TEXT_WIDTH // 2), ("right", "middleDot", TEXT_WIDTH)),
    ),
    "formula-where": Look("StdParagraph"),
    "quote": Look("StdParagraph", size=21, left=2 * CHARACTER, right=2 * CHARACTER),
    "listing": Look(size=18, mono=True, justify="left", left=2 * CHARACTER, before=25, after=25),
    "reference": Look("StdParagraph", first_chars=0, left=4 * CHARACTER, hanging=2 * CHARACTER, number=(0, REFERENCES)),
    "end-line": Look(before=100, left=3508, right=3508, justify="center"),
}  # fmt: skip
"""The look of every role; those of `STYLES` and no others."""

if LOOKS.keys() != STYLES.keys():
    raise RuntimeError(f"styles without a look or looks without a style: {LOOKS.keys() ^ STYLES.keys()}")
