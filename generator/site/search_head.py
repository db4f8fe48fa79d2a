"""The head of a document of the search: names at agreed places, so that a place tells how good a hit is.

The head has shelves, each a row of places of fixed length, for the title, what an offer is filed under, the id and the
first aliases. A name of n tokens begins at the n-th place of its shelf, so a row of m tokens found at the m-th place is
the whole name: in a name of n tokens it would begin at n or later, and m is less than n unless it is all. (A name longer
than half its shelf begins where it fits, and is seldom typed in full.)

What is filed under, such as a category and the cities where an offer is to be had, counts like its title: who asks for
佛山 wants what is offered there rather than whom is called so.
"""

from collections.abc import Iterable, Sequence
from functools import lru_cache
from itertools import islice
from operator import itemgetter

from generator.model.registry import KINDS
from generator.site.tokens import row

TITLE, FILED, NAME, ALIASES = 64, 64, 32, 6
"""Places of the title's shelf, of what an offer is filed under, of the id and of each alias; shelves for aliases."""

TITLE_ENDS = TITLE + FILED
"""Words found before this place put a hit before those that hold them in their text."""

REST = TITLE_ENDS + NAME * (1 + ALIASES)
"""The first place behind all shelves."""

NAMES = ((0, TITLE), *((begin, begin + NAME) for begin in range(TITLE_ENDS, REST, NAME)))
"""Where the shelves for names begin and end."""

MOST_NAMES = 3000
"""Names that a misspelt query is compared with."""

_SHORTEST_WORD = 4
_OFFERS = ("solutions", "products")
_WORDS = ("scenarios", "industries", "metrics", "vocabularies", "procedures")
_PAGES = ("standard-texts", "rules")
ORDER = (*(kind for kind in KINDS if kind not in _WORDS), *_WORDS, *_PAGES)
"""Kinds as a buyer wants them: what can be bought first, what words mean next, then pages that are no entries."""

Rows = list[tuple[int, list[str]]]


def shelved(
    kind: str, slug: str, title: str, aliases: Sequence[str], filed: Iterable[str]
) -> tuple[Rows, list[list[str]]]:
    """The rows of the head by rising places, and those of names for which there is no room."""
    found: Rows = [*_filed(tuple(filed))] if kind in _OFFERS else []
    left = []
    for (begin, end), name in zip(NAMES, (title, slug, *aliases[:ALIASES]), strict=False):
        words = row(name)
        if place := _place(words, end - begin):
            found.append((begin + place, words))
        else:
            left.append(words)
    return sorted(found, key=itemgetter(0)), [*left, *map(row, aliases[ALIASES:])]


def _place(words: list[str], length: int) -> int:
    """Where a name begins on a shelf of so many places; 0 where there is no room for it, or no word in it."""
    own = len(words) - words.count("")
    return own if own + len(words) <= length else max(0, length - len(words))


@lru_cache(maxsize=1024)
def _filed(values: tuple[str, ...]) -> Rows:
    """As much as there is room for."""
    found, place = [], TITLE + 1
    for value in values:
        words = row(value)
        if place + len(words) < TITLE_ENDS:
            found.append((place, words))
            place += len(words) + 1
    return found


def rank_of(kind: str) -> int:
    """The place of a kind in `ORDER`."""
    return ORDER.index(kind) if kind in ORDER else len(ORDER)


def near_names(names: Iterable[str], slugs: Iterable[str]) -> tuple[str, ...]:
    """What a misspelt query may have meant: names, and words of ids; of both the first that come.

    Loaded by the browser where nothing was found.
    """
    words = {word for slug in slugs for word in slug.split("-") if word.isalpha() and len(word) >= _SHORTEST_WORD}
    return (*islice(dict.fromkeys(names), MOST_NAMES), *sorted(words)[:MOST_NAMES])
