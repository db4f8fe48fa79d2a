"""Cuts texts and queries into the words of the search index; assets/js/tokens.js does the same in the browser.

A *run* of Chinese characters becomes overlapping pairs, so that every part of it with two or more
characters is a phrase of pairs, and its last character alone. That one lets a single character be
found wherever it stands, and keeps two runs from touching: without it 延 时、时 延 would look like 时时.

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

LONGEST_QUERY = 100
"""Characters of a query that count. Nobody types more, and each pair may cost a request."""

_HAN = "々〇㐀-䶿一-鿿豈-﫿\U00020000-\U0003ffff"
_IDEOGRAPH = re.compile(f"[{_HAN}]")
_PIECE = re.compile(f"[{_HAN}]+|[^{_HAN}. ]+")
_TERM = re.compile(f"[{_HAN}]+|[^{_HAN}. ]+(?:\\.[^{_HAN}. ]+)*")
_SEAM = re.compile(r"(?<=[0-9])(?=[^0-9]{2})|(?<=[^0-9]{2})(?=[0-9])")
_DIGITS = "0123456789abcdefghijklmnopqrstuvwxyz"
_FIRST_IDEOGRAPH, _LAST_IDEOGRAPH = 0x4E00, 0x9FFF


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


class _Codes(dict[str, str]):
    """Character of a Chinese run → its letters and digits in the index."""

    def __missing__(self, character: str) -> str:
        number = ord(character)
        common = _FIRST_IDEOGRAPH <= number <= _LAST_IDEOGRAPH
        # Three digits of a common character begin with 0-g, so neither with y nor with a word's z.
        code = _base36(number - _FIRST_IDEOGRAPH, 3) if common else "y" + _base36(number, 4)
        self[character] = code
        return code


_FOLDED = _Folded()
_CODES = _Codes()


def fold(text: str) -> str:
    """The text for comparison: compatibility forms, case and accents undone, character by character.

    Blanks become " " and whatever is neither letter nor digit ".". The length may change.
    """
    return "".join(map(_FOLDED.__getitem__, text))


def tokens(text: str) -> list[str]:
    """The words under which a text is indexed, in order."""
    found: list[str] = []
    for piece in _PIECE.findall(fold(text)):
        if is_chinese(piece):
            found.extend(one + other for one, other in pairwise(piece))
            found.append(piece[-1])
        else:
            found.append(piece)
            found.extend(_SEAM.split(piece)[1:])
    return found


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


def encode(token: str, *, prefix: bool = False) -> str:
    """A token as Pagefind gets it: lower-case ASCII letters and digits, which it leaves alone.

    Pagefind would cut Chinese by a dictionary of its own, drop accents, and, where it finds no word
    that begins as asked, take shorter words instead. A closing mark on words prevents the last; `prefix`
    leaves it out. Codes begin as their texts begin, and no two texts share one.
    """
    if is_chinese(token):
        return "".join(map(_CODES.__getitem__, token))
    letters = "".join(c if c in "0123456789abcdefghijklmnopqrstuvwxy" else _letter(c) for c in token)
    return f"z{letters}" if prefix else f"z{letters}z0"


class _Paired(dict[str, str]):
    """Character of a Chinese run → the end of one pair and the beginning of the next."""

    def __missing__(self, character: str) -> str:
        code = _CODES[character]
        self[character] = paired = f"{code} {code}"
        return paired


_PAIRED = _Paired()


def encoded(text: str) -> str:
    """The tokens of a text as Pagefind gets them, with a blank between; the quick way for long texts."""
    found: list[str] = []
    for piece in _PIECE.findall(fold(text)):
        if piece[0] in _PAIRED or is_chinese(piece):
            # "1 1" "2 2" "3 3" is 1 12 23 3: the pairs and the last one, but for what stands before the first blank.
            found.append("".join(map(_PAIRED.__getitem__, piece)).partition(" ")[2])
        else:
            found.append(_word(piece))
    return " ".join(found)


@lru_cache(maxsize=8192)
def _word(piece: str) -> str:
    """A word and what it is also known by."""
    return " ".join((encode(piece), *map(encode, _SEAM.split(piece)[1:])))


def _letter(character: str) -> str:
    return "z1" if character == "z" else "zy" + _base36(ord(character), 4)


def _base36(number: int, width: int) -> str:
    digits = ""
    for _ in range(width):
        number, digit = divmod(number, 36)
        digits = _DIGITS[digit] + digits
    return digits
