"""Cuts texts and queries into the words of the search index; assets/js/tokens.js does the same in the browser.

A *run* of Chinese characters becomes overlapping pairs, so that every part of it with two or more
characters is a phrase of pairs, and its last character alone, which lets a single character be found
wherever it stands. Behind it a place stays empty, so that no phrase goes on into the next run.

Everything else that is a letter or a digit makes *words*. A word in which digits meet two or more
letters is also known by what follows: RS485 by 485, 20ms by ms.

    5G+工业互联网 20ms  →  5g 工业 业互 互联 联网 网 20ms ms

In a query every run and every word must be found. What is joined without a blank (gw-5, T/ABC) is one
word in several pieces. Pieces must follow each other; the same letters written apart or together
(RS485, RS-485) count as well; and where that finds nothing, it is enough that each piece begins some
word, which is what a half-typed id needs.
"""

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from operator import add

LONGEST_QUERY = 100
"""Characters of a query that count. Nobody types more, and each pair may cost a request."""

_HAN = "々〇㐀-䶿一-鿿豈-﫿\U00020000-\U0003ffff"
_IDEOGRAPH = re.compile(f"[{_HAN}]")
_PIECE = re.compile(f"[{_HAN}]+|[^{_HAN}. ]+")
_TERM = re.compile(f"[{_HAN}]+|[^{_HAN}. ]+(?:\\.[^{_HAN}. ]+)*")
_SEAM = re.compile(r"(?<=[0-9])(?=[^0-9]{2})|(?<=[^0-9]{2})(?=[0-9])")


@dataclass(frozen=True, slots=True)
class Search:
    """Words that must stand one after the other; with `prefix` the only word may go on."""

    words: tuple[str, ...]
    prefix: bool = False


@dataclass(frozen=True, slots=True)
class Clause:
    """One condition of a query: any of `searches`, or, where none finds anything, all of `otherwise`."""

    searches: tuple[Search, ...]
    otherwise: tuple[Search, ...] = ()


class _Folded(dict[str, str]):
    """Character → what it is compared as; filled as characters are met."""

    def __missing__(self, character: str) -> str:
        if character.isspace():
            folded = " "
        else:
            parts = unicodedata.normalize("NFKD", character)
            kept = "".join(c for c in parts if not unicodedata.category(c).startswith("M")).lower()
            folded = "".join(c if unicodedata.category(c)[0] in "LN" else "." for c in kept)
        self[character] = folded
        return folded


class _Chinese(dict[str, bool]):
    """Character → whether it is one of a Chinese run; filled as characters are met."""

    def __missing__(self, character: str) -> bool:
        self[character] = found = is_chinese(character)
        return found


_FOLDED = _Folded()
_CHINESE = _Chinese()


def fold(text: str) -> str:
    """The text for comparison: compatibility forms, case and accents undone, character by character.

    Blanks become " " and whatever is neither letter nor digit ".". The length may change.
    """
    return "".join(map(_FOLDED.__getitem__, text))


def row(text: str) -> list[str]:
    """The words under which a text is indexed, each at its place; "" stands for the empty place after a run of Chinese.

    Because of that place every second pair of a run is enough to find the run: 工业 and 互联 two places later
    cannot be the end of one run and the beginning of another.
    """
    found: list[str] = []
    for piece in _PIECE.findall(fold(text)):
        if _CHINESE[piece[0]]:
            found += map(add, piece, piece[1:])
            found += (piece[-1], "")
        else:
            found += _words(piece)
    return found


@lru_cache(maxsize=8192)
def _words(piece: str) -> tuple[str, ...]:
    """A word and what it is also known by."""
    return (piece, *_SEAM.split(piece)[1:])


def tokens(text: str) -> list[str]:
    """The words under which a text is indexed, in order."""
    return list(filter(None, row(text)))


def plan(query: str) -> tuple[Clause, ...]:
    """What a query asks for: every clause must hold. Empty where it holds neither letter nor digit."""
    clauses: dict[Clause, None] = {}
    for term in _TERM.findall(fold(query[:LONGEST_QUERY])):
        if is_chinese(term):
            pairs = tuple(one + other for one, other in pairwise(term))
            clause = Clause((Search(pairs),) if pairs else (Search((term,), prefix=True),))
        else:
            clause = _of_word(term)
        clauses[clause] = None
    return tuple(clauses)


def _of_word(term: str) -> Clause:
    pieces = term.split(".")
    parts = tuple(part for piece in pieces for part in _SEAM.split(piece))
    searches = [Search(("".join(pieces),), prefix=True)]
    if len(pieces) > 1:
        searches.insert(0, Search(tuple(tokens(term))))
    if len(parts) > 1 and Search(parts) not in searches:
        searches.append(Search(parts))
    otherwise = tuple(Search((piece,), prefix=True) for piece in pieces) if len(pieces) > 1 else ()
    return Clause(tuple(searches), otherwise)


def is_chinese(piece: str) -> bool:
    """Whether a piece is a run of Chinese characters; it begins with one only then."""
    return _IDEOGRAPH.match(piece) is not None
