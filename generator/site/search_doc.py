"""A document of the search: what it holds, at which places its words stand, and what is shown of it as a hit."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from generator.site.search_head import REST, shelved
from generator.site.tokens import row
from generator.texts import Lang

_FILED = ("category", "scenario", "industry", "city")
"""Facets that say what something is for; the others say what state it is in."""


@dataclass(frozen=True, slots=True)
class SearchDoc:
    """What the search knows of one page in one language.

    `address`: of the page, without the language's folder (`products/gw-5/`).
    `kind`: the folder of its kind; hits are grouped by it. `filters["kind"]` holds its name to be shown.
    `text`: plain text. `filters`: facet → values, as a reader sees them. `tone`: of the badge of its status.
    """

    address: str
    lang: Lang
    full_id: str
    kind: str
    title: str
    summary: str
    text: str
    aliases: tuple[str, ...] = ()
    filters: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    example: bool = False
    tone: str = ""


def rows(doc: SearchDoc) -> Iterator[tuple[int, list[str]]]:
    """The document's words in rows, each with its first place, by rising places; "" is an empty place.

    Hits are put in order by where their words stand; see search_head.py. Two rows never touch.
    """
    filed = [value for name in _FILED for value in doc.filters.get(name, ())]
    shelves, left = shelved(doc.kind, doc.full_id.rpartition("/")[2], doc.title, doc.aliases, filed)
    yield from shelves
    place = REST
    for words in (*left, *map(row, (doc.full_id, doc.summary, _rest(doc)))):
        yield place, words
        place += len(words) + 1


def _rest(doc: SearchDoc) -> str:
    """The text without its title and summary, where they stand in it on their own: they are indexed already."""
    text = f" {doc.text} "
    for part in (doc.title, doc.summary):
        text = text.replace(f" {part} ", "  ", 1)
    return text


def card_of(doc: SearchDoc) -> bytes:
    """What is shown of a hit."""
    shown = {
        "address": doc.address,
        "title": doc.title,
        "summary": doc.summary,
        "kind": doc.kind,
        "status": next(iter(doc.filters.get("status", ())), ""),
        "tone": doc.tone,
        "example": doc.example,
    }
    held = {name: value for name, value in shown.items() if value}
    return json.dumps(held, ensure_ascii=False, separators=(",", ":")).encode()
