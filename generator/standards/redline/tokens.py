"""Cuts inlines into the pieces that a difference is made of, and puts pieces together again.

Chinese is cut by the character; numbers with their units, Latin words, short quoted names and the verbs of
provisions with their negation are whole, so that a difference never shows half of one.
"""

import re
from collections.abc import Hashable, Iterable, Sequence
from dataclasses import dataclass, replace

from generator.drafts.changes import joined
from generator.drafts.model import Footnote, Inline, Link, Styled, Words
from generator.standards.redline.keys import inline_key

_UNIT = r"(?:%|‰|℃|°|[kMGTμµmnd]?(?:Hz|bit|B|m|s|V|W|A|Ω|J|Pa|g|K)|dBm?|min|h|d|万元|个月|小时|分钟|毫秒|微秒|年|月|日|天|次|秒|米|元)"
_TOKEN = re.compile(
    r"[「“《‘][^「“《‘」”》’]{1,16}[」”》’]"
    r"|(?:GB(?:/[TZ])?|[A-Z]{2}/T|T/[A-Z][A-Z0-9]+|ISO(?:/IEC)?|IEC|ITU-T|3GPP T[SR])\s?[A-Z]?[0-9]+(?:\.[0-9]+)*(?:[—-][0-9]{4})?"
    rf"|[0-9]+(?:[.,][0-9]+)*(?:\s?{_UNIT}(?:/(?:s|h|min|m|ms|天|年|月))?(?![A-Za-z0-9]))?(?![A-Za-z0-9-])"
    r"|[A-Za-z0-9]+(?:[-_./·][A-Za-z0-9]+)*"
    r"|不(?:应|宜|得|可|能|必|需|大于|小于|少于|多于|低于|高于|超过)|无须|至少|至多"
    r"|\s+|——|……|.",
    re.DOTALL,
)
_HAN = re.compile(r"[㐀-䶿一-鿿]")
_STOPS = frozenset("的和与或及在应宜须由对按将并其为以从向至且不是有")
"""Characters that end a word more often than they stand in one."""

_SENTENCE = re.compile(r"[^。；！？\n]*[。；！？\n]|[^。；！？\n]+")
_LONG = 20_000
"""Characters in one run of words beyond which it is compared by the sentence."""

Path = tuple[tuple[str, str], ...]
"""What a piece stands in, from the outside: ("styled", style) or ("link", address)."""


@dataclass(slots=True)
class Token:
    """`key`: equal for equal pieces. `text`: how it reads, "" for what is no text. Not frozen, for there are many."""

    key: Hashable
    inline: Inline
    path: Path
    text: str

    @property
    def joins(self) -> bool:
        """Whether it is a Chinese character that may be part of a longer word."""
        return len(self.text) == 1 and self.text not in _STOPS and _HAN.match(self.text) is not None

    @property
    def size(self) -> int:
        return len(self.text) or 4


def tokens(inlines: Iterable[Inline], path: Path = ()) -> list[Token]:
    """The pieces of inlines in order. A footnote equals any other: what is in it is compared by itself."""
    found: list[Token] = []
    for inline in inlines:
        match inline:
            case Words():
                cut = _TOKEN if len(inline.text) <= _LONG else _SENTENCE
                found += [Token((path, piece), Words(piece), path, piece) for piece in cut.findall(inline.text)]
            case Styled():
                found += tokens(inline.inlines, (*path, ("styled", inline.style)))
            case Link():
                found += tokens(inline.inlines, (*path, ("link", inline.address)))
            case Footnote():
                found.append(Token((path, ("footnote",)), inline, path, ""))
            case _:
                found.append(Token((path, inline_key(inline)), inline, path, ""))
    return found


def built(pieces: Sequence[Token], depth: int = 0) -> tuple[Inline, ...]:
    """The inlines of the pieces, each in what it stood in."""
    made: list[Inline] = []
    at = 0
    while at < len(pieces):
        if len(pieces[at].path) == depth:
            made.append(pieces[at].inline)
            at += 1
            continue
        around, start = pieces[at].path[depth], at
        while at < len(pieces) and len(pieces[at].path) > depth and pieces[at].path[depth] == around:
            at += 1
        made.append(_around(around, built(pieces[start:at], depth + 1)))
    return joined(made)


def _around(wrapper: tuple[str, str], inlines: tuple[Inline, ...]) -> Inline:
    kind, value = wrapper
    if kind == "link":
        return Link(value, inlines)
    return replace(_STYLED[value], inlines=inlines)


_STYLED: dict[str, Styled] = {
    one.style: one
    for one in (
        Styled("emphasis", ()),
        Styled("strong", ()),
        Styled("superscript", ()),
        Styled("subscript", ()),
        Styled("strikeout", ()),
    )
}
