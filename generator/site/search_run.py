"""A run: the index of some documents one after the other, made where their pages are made and joined by search.py.

All documents of a language share one row of places. Each begins a new slot of `SLOT` places and takes as many slots as
it needs; a slot that goes on with a document is told in `Run.long`. So one list of rising numbers says where a token
stands, in which documents and where in them, and a document's number is that of its slot without the long ones.
Facets have lists of document numbers instead.
"""

import marshal
from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from hashlib import blake2b
from operator import sub
from pathlib import Path

from generator.output import Folder
from generator.site.search_doc import SearchDoc, card_of, rows
from generator.texts import Lang

FOLDER = "search-index"
"""Below the site's root."""

MADE = "new"
"""The folder of an index that has no key yet."""

SLOT = 2048
"""Most documents have fewer words; a power of two only for the eye."""

BOUNDS = ("0", "a", "g", "p", "一", "保", "务", "可", "大", "对", "应", "技", "支", "条", "现", "网", "要", "采")
"""First tokens of the parts in which an index is joined, one at a time: facets, words, Chinese by rough shares.

No token between the last and the end of the alphabet sorts otherwise in JavaScript, by UTF-16 units.
"""


_SHORT = tuple(bytes((n,)) if n < 1 << 7 else bytes((n & 0x7F | 0x80, n >> 7)) for n in range(1 << 14))


def coded(number: int) -> bytes:
    """A number with seven bits to a byte, the lowest first, the highest bit set where more follow."""
    return _SHORT[number] if number < 1 << 14 else _SHORT[number & 0x7F | 0x80][:1] + coded(number >> 7)


def facet_token(facet: str, value: str) -> str:
    """The token for a value of a facet: no text holds its first character, and it sorts before all words."""
    return f"\x01{facet}\x01{value}"


@dataclass(frozen=True, slots=True)
class Made:
    """What is kept of a run once it is written. `file`: below the working folder; `parts`: where its parts begin in it.

    `kinds`: kind, its name, how many documents, in their order. `slugs`: last parts of ids. `cards`: what tells whether a card changed.
    """

    lang: Lang
    first: int
    documents: int
    long: tuple[int, ...]
    file: str
    parts: tuple[int, ...]
    kinds: tuple[tuple[str, str, int], ...]
    facets: dict[str, Counter[str]]
    names: tuple[str, ...]
    slugs: tuple[str, ...]
    cards: bytes

    def read(self, folder: Path, part: int) -> Iterator[tuple[str, int, int, bytes]]:
        """Of one part each token, its first and last place and the distances between; in no order."""
        with (folder / self.file).open("rb") as file:
            file.seek(self.parts[part])
            values = iter(marshal.loads(file.read(self.parts[part + 1] - self.parts[part])))  # noqa: S302 - our own
        return zip(values, values, values, values, strict=True)


@dataclass(slots=True)
class Run:
    """Documents with the numbers from `first` on. Their cards are written at once; `finish` writes the rest."""

    lang: Lang
    first: int
    site: Folder
    documents: int = 0
    _long: list[int] = field(default_factory=list)
    _places: defaultdict[str, list[int]] = field(default_factory=lambda: defaultdict(list))
    _having: defaultdict[str, list[int]] = field(default_factory=lambda: defaultdict(list))
    _kinds: dict[str, tuple[str, int]] = field(default_factory=dict)
    _facets: dict[str, Counter[str]] = field(default_factory=dict)
    _names: dict[str, None] = field(default_factory=dict)
    _slugs: list[str] = field(default_factory=list)
    _cards: list[bytes] = field(default_factory=list)

    def add(self, doc: SearchDoc) -> None:
        """Add the next document. Raises ValueError for a kind that others came after."""
        if doc.kind in self._kinds and doc.kind != next(reversed(self._kinds)):
            raise ValueError(f"{doc.address}: {doc.kind} in two places")
        places = self._places
        begin = (self.documents + len(self._long)) * SLOT
        end = 0
        for place, words in rows(doc):
            for at, word in enumerate(words, begin + place):
                places[word].append(at)
            end = place + len(words)
        slot = self.documents + len(self._long)
        self._long += range(slot + 1, slot + max(1, -(-end // SLOT)))
        number = self.first + self.documents
        self.documents += 1
        for facet, values in doc.filters.items():
            if facet != "kind":
                self._facets.setdefault(facet, Counter()).update(values)
                for value in values:
                    self._having[facet_token(facet, value)].append(number)
        name, count = self._kinds.get(doc.kind, (next(iter(doc.filters.get("kind", ())), doc.kind), 0))
        self._kinds[doc.kind] = (name, count + 1)
        self._names.update(dict.fromkeys((doc.title, *doc.aliases)))
        self._slugs.append(doc.address.strip("/").rpartition("/")[2])
        card = card_of(doc)
        self._cards.append(blake2b(card, digest_size=8).digest())
        self.site.write(f"{FOLDER}/{self.lang}/{MADE}/cards/{number}.json", card)

    def finish(self, folder: Folder) -> Made:
        """Write the run into the working folder."""
        self._places.pop("", None)
        parts: list[list[object]] = [[] for _ in range(len(BOUNDS) + 1)]
        for lists in (self._having, self._places):
            for token, places in lists.items():
                steps = map(sub, places[1:], places)
                distances = b"".join([_SHORT[step] if step < 1 << 14 else coded(step) for step in steps])
                parts[bisect_right(BOUNDS, token)].extend((token, places[0], places[-1], distances))
        begins, content = [0], bytearray()
        for part in parts:
            content += marshal.dumps(part, 2)
            begins.append(len(content))
        file = f"{self.lang}-{self.first}"
        folder.write(file, bytes(content))
        return Made(
            lang=self.lang,
            first=self.first,
            documents=self.documents,
            long=tuple(self._long),
            file=file,
            parts=tuple(begins),
            kinds=tuple((kind, name, count) for kind, (name, count) in self._kinds.items()),
            facets=self._facets,
            names=tuple(self._names),
            slugs=tuple(self._slugs),
            cards=b"".join(self._cards),
        )
