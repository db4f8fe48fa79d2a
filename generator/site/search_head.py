"""The head of a document of the search: names at agreed places, so that a place tells how good a hit is.

A hit of Pagefind is a document and the places of the words that were found. The head has shelves, each a
row of places of fixed length, for the title, the id and the first aliases. A name of n tokens begins at the
n-th place of its shelf, so a row of m tokens found at the m-th place is the whole name: in a name of n tokens
it would begin at n or later, and m is less than n unless it is all. (A name longer than half its shelf begins
where it fits, and is seldom typed in full.)
assets/js/search-engine.js reads the places; the numbers are in both.

There are three shelves for titles, and the kind says which one is used. Where a catalogue is so large that
the browser does not load the kinds of all hits, what can be bought comes first all the same. On the shelves
that an offer leaves free stands what it is filed under, such as its category and the cities where it is to be had:
who asks for 佛山 wants what is offered there rather than whom is called so.
"""

from collections.abc import Iterable, Sequence
from itertools import islice

from generator.model.registry import KINDS
from generator.site.tokens import encoded

SHELVES, SHELF, ID_SHELF, ALIAS_SHELVES, ALIAS_SHELF = 3, 32, 24, 6, 12

TITLE_PLACES = SHELVES * SHELF
"""Places at the beginning that are the title's, or empty. Words found there put a hit before the others."""

MOST_NAMES = 3000
"""Names that a misspelt query is compared with."""

_SHORTEST_WORD = 4
_OFFERS = ("solutions", "products")
_WORDS = ("scenarios", "industries", "metrics", "vocabularies", "procedures", "rules")
ORDER = (*(kind for kind in KINDS if kind not in _WORDS), *_WORDS)
"""Kinds as a buyer wants them: what can be bought first, what words mean and how rules read last."""


def head(kind: str, full_id: str, title: str, aliases: tuple[str, ...], filed: Iterable[str] = ()) -> str:
    """The names of a document as tokens for Pagefind: on their shelves, then aliases without room and the full id.

    A full stop takes a place and is not indexed.
    """
    empty, own = _shelved("", SHELF), _shelved(encoded(title), SHELF)
    titles = [empty, empty, own] if kind in _WORDS else [empty, own, empty]
    if kind in _OFFERS:
        titles = [own, _filed(filed, 2 * SHELF)]
    words = [encoded(alias) for alias in aliases]
    fits = [alias for alias in words if len(alias.split()) <= ALIAS_SHELF // 2][:ALIAS_SHELVES]
    others = [alias for alias in words if alias not in fits]
    fits += [""] * (ALIAS_SHELVES - len(fits))
    slug = _shelved(encoded(full_id.rpartition("/")[2]), ID_SHELF)
    shelves = [*titles, slug, *(_shelved(alias, ALIAS_SHELF) for alias in fits)]
    return " . ".join([" ".join(shelves), *others, encoded(full_id)])


def rank_of(kind: str) -> int:
    """The place of a kind in `ORDER`."""
    return ORDER.index(kind) if kind in ORDER else len(ORDER)


def near_names(held: Iterable[tuple[str, Sequence[str], str]]) -> tuple[str, ...]:
    """What a misspelt query may have meant: names and words of ids, those of kinds that a buyer wants first.

    `held`: the kind, the names and the id of each document. Loaded by the browser where nothing was found.
    """
    names: dict[str, None] = {}
    words: set[str] = set()
    for _, shown, slug in sorted(held, key=lambda one: (rank_of(one[0]), one[2])):
        names.update(dict.fromkeys(shown))
        words.update(word for word in slug.split("-") if word.isalpha() and len(word) >= _SHORTEST_WORD)
    return (*islice(names, MOST_NAMES), *sorted(words)[:MOST_NAMES])


def _filed(values: Iterable[str], length: int) -> str:
    """What an offer is filed under, as far as there is room, behind the places where a name may begin."""
    filled = ["."] * (SHELF // 2)
    for value in values:
        tokens = encoded(value).split()
        if len(filled) + len(tokens) < length:
            filled += [*tokens, "."]
    return " ".join(filled + ["."] * (length - len(filled)))


def _shelved(name: str, length: int) -> str:
    """Tokens on a shelf of so many places: from the place of their number on; a long name as late as it fits."""
    tokens = name.split()
    begins = len(tokens) if len(tokens) <= length // 2 else max(1, length - len(tokens))
    filled = ["."] * (begins - 1) + tokens
    # At least one empty place at the end, so that no phrase goes on into the next shelf.
    return " ".join(filled + ["."] * max(1, length - len(filled)))
