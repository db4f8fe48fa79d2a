"""Pieces of text with their styles, as inlines inside each other; and what is cut off their beginning."""

import re
from collections.abc import Iterable

from generator.drafts.changes import joined
from generator.drafts.model import Break, Code, Footnote, Inline, Style, Styled, Words
from generator.drafts.text import inline_text

ORDER: tuple[Style, ...] = ("strong", "emphasis", "strikeout", "superscript", "subscript")
_BLANKS = " \t\r\n\u3000\u00a0"
_SPACES = re.compile(r"[ \t\r\n]+")

Piece = tuple[frozenset[Style], Inline]


def cut(inlines: tuple[Inline, ...], count: int) -> tuple[Inline, ...]:
    """The inlines without their first `count` characters."""
    made: list[Inline] = []
    for one in inlines:
        if count <= 0:
            made.append(one)
        elif isinstance(one, Words | Code):
            if len(one.text) > count:
                made.append(type(one)(one.text[count:]))
            count -= len(one.text)
        elif isinstance(one, Styled):
            length = len(inline_text(one.inlines))
            if rest := cut(one.inlines, count):
                made.append(Styled(one.style, rest))
            count -= length
        elif isinstance(one, Footnote):
            made.append(one)
        else:
            count -= len(inline_text((one,)))
    return tidied(tuple(made))


def nested(pieces: Iterable[Piece]) -> tuple[Inline, ...]:
    """Pieces with their styles as inlines inside each other, the style that reaches farthest outside."""
    todo = _blanks_outside(pieces)
    made: list[Inline] = []
    at = 0
    while at < len(todo):
        styles, one = todo[at]
        if not styles:
            made.append(one)
            at += 1
            continue
        reach = {style: _reach(todo, at, style) for style in styles}
        style = max(ORDER, key=lambda each: reach.get(each, 0))
        inner = [(having - {style}, each) for having, each in todo[at : at + reach[style]]]
        made.append(Styled(style, nested(inner)))
        at += reach[style]
    return _fused(made)


def tidied(inlines: tuple[Inline, ...]) -> tuple[Inline, ...]:
    """Without blanks and line ends at both ends of a paragraph; several blanks in a row are one."""
    made: list[Inline] = list(inlines)
    for end in (0, -1):
        while made:
            one = made[end]
            if isinstance(one, Break):
                made.pop(end)
            elif isinstance(one, Words):
                text = one.text.lstrip(_BLANKS) if end == 0 else one.text.rstrip(_BLANKS)
                if text:
                    made[end] = Words(text)
                    break
                made.pop(end)
            else:
                break
    for place, one in enumerate(made):
        if isinstance(one, Break) and place + 1 < len(made) and isinstance(after := made[place + 1], Words):
            made[place + 1] = Words(after.text.lstrip(" "))
    return joined(made)


def _blanks_outside(pieces: Iterable[Piece]) -> list[Piece]:
    """Blanks at the ends of a styled run stand outside of it, as no style is seen there."""
    parts: list[Piece] = []
    for styles, one in pieces:
        if not styles or not isinstance(one, Words):
            parts.append((styles, one))
            continue
        bare = one.text.strip(_BLANKS)
        start = one.text[: len(one.text) - len(one.text.lstrip(_BLANKS))]
        end = one.text[len(start) + len(bare) :]
        parts += [(styles, Words(text)) for text in (start, bare, end) if text]
    made: list[Piece] = []
    for place, (styles, one) in enumerate(parts):
        if styles and isinstance(one, Words) and not one.text.strip(_BLANKS):
            before = made[-1][0] if made else frozenset()
            after = parts[place + 1][0] if place + 1 < len(parts) else frozenset()
            styles = before & after
        made.append((styles, one))
    return made


def _reach(pieces: list[Piece], at: int, style: Style) -> int:
    end = at
    while end < len(pieces) and style in pieces[end][0]:
        end += 1
    return end - at


def _fused(inlines: list[Inline]) -> tuple[Inline, ...]:
    """Neighbours that are one: words, code. Blanks in a row are one."""
    made: list[Inline] = []
    for one in inlines:
        last = made[-1] if made else None
        if isinstance(one, Words) and isinstance(last, Words):
            made[-1] = Words(last.text + one.text)
        elif isinstance(one, Code) and isinstance(last, Code):
            made[-1] = Code(last.text + one.text)
        else:
            made.append(one)
    return tuple(Words(_SPACES.sub(" ", one.text)) if isinstance(one, Words) else one for one in made)
