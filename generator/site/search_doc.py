"""A document of the search, and the small page of words that Pagefind reads in its place."""

import gzip
import json
import zlib
from collections.abc import Mapping
from dataclasses import dataclass, field
from hashlib import blake2b, sha1

from generator.output import Folder
from generator.site.search_head import TITLE_PLACES, head, rank_of
from generator.site.tokens import encoded
from generator.texts import Lang

_FILED = ("category", "scenario", "industry", "city")
"""Facets that say what something is for; the others say what state it is in."""

_LENGTHS = 64
"""Documents are made a multiple of this long: Pagefind's list of all lengths, which every visitor loads, gets a third shorter."""

# Pagefind stores a weight of 1.05 in no bytes and any other, 1 included, in two for each token.
_PAGE = '<html><head></head><body data-pagefind-weight="1.05">{body}</body></html>'


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


@dataclass(frozen=True, slots=True)
class Shadow:
    """What is kept of a document once its page of words is written: little, and quick to send between processes.

    `file`: below the folder of all shadows. `size`: characters to index, more or less. `digest`: of all
    that the index will hold of it. `kind_name`: as shown. `facets`: see `facets_of`. `card`: see `card_of`;
    `card_name`: see `card_name_of`. `names`: the title and the aliases.
    """

    lang: Lang
    address: str
    file: str
    kind: str
    kind_name: str
    facets: Mapping[str, tuple[str, ...]]
    size: int
    card: bytes
    card_name: str
    digest: bytes
    names: tuple[str, ...]


def write_shadow(doc: SearchDoc, folder: Folder) -> Shadow:
    """Write a document's page of words below `folder`, which is that of all languages."""
    file = f"{doc.address.removesuffix('/') or 'index'}.html"
    words = words_of(doc)
    folder.write(f"{doc.lang}/{file}", _PAGE.format(body=words).encode())
    card = card_of(doc)
    return Shadow(
        lang=doc.lang,
        address=doc.address,
        file=f"{doc.lang}/{file}",
        kind=doc.kind,
        kind_name=next(iter(doc.filters.get("kind", ())), doc.kind),
        facets=facets_of(doc),
        size=len(doc.title) + len(doc.summary) + len(doc.text),
        card=card,
        card_name=card_name_of(f"/{file}" if doc.address else "/", words),
        digest=blake2b(words.encode() + card, digest_size=16).digest(),
        names=(doc.title, *doc.aliases),
    )


def card_of(doc: SearchDoc) -> bytes:
    """What is shown of a hit, as a file that Pagefind's script loads.

    Pagefind would make it itself, from metadata in the page, with all the words of the page beside them:
    five times as much for the reader to load, and the metadata indexed a second time.
    """
    shown = {
        "title": doc.title,
        "summary": doc.summary,
        "kind": doc.kind,
        "status": next(iter(doc.filters.get("status", ())), ""),
        "tone": doc.tone,
        "example": "1" if doc.example else "",
    }
    meta = {name: value for name, value in shown.items() if value}
    card = {"url": f"/{doc.address}", "content": "", "word_count": 0, "filters": {}, "meta": meta, "anchors": []}
    text = json.dumps(card, ensure_ascii=False, separators=(",", ":"))
    return gzip.compress(f"pagefind_dcd{text}".encode(), 6, mtime=0)


def card_name_of(url: str, words: str) -> str:
    """The name that Pagefind will give to what it would show of a page: seven digits of a hash of that.

    It leaves a file of this name alone, so that a card which is there before Pagefind runs saves it half its
    work. What it names otherwise (a later version, two of one name) is found out afterwards: search.py.
    """
    content = json.dumps(words)
    shown = f'{{"url":"{url}","content":{content},"word_count":{words.count(" ") + 1},"filters":{{}},"meta":{{}},"anchors":[]}}'
    digest = sha1(shown.encode(), usedforsecurity=False).digest()
    return "".join(map("{:x}".format, digest))[:7]


def words_of(doc: SearchDoc) -> str:
    """The document as Pagefind reads it. Hits are put in order by where their words stand; see search_head.py."""
    # The kind is always the first word: a constant that compresses to almost nothing.
    kind, *others = [code_of(name, value) for name, values in facets_of(doc).items() for value in values]
    filed = [value for name in _FILED for value in doc.filters.get(name, ())]
    parts = [head(doc.kind, doc.full_id, doc.title, doc.aliases, filed), encoded(doc.summary), encoded(_rest(doc))]
    body = " ".join((kind, " . ".join(parts), *others))
    if "  " in body:
        body = " ".join(body.split())
    return body + " ." * (-(body.count(" ") + 1) % _LENGTHS)


def _rest(doc: SearchDoc) -> str:
    """The text without its title and summary, where they stand in it on their own: they are indexed already."""
    text = f" {doc.text} "
    for part in (doc.title, doc.summary):
        text = text.replace(f" {part} ", "  ", 1)
    return text


def facets_of(doc: SearchDoc) -> dict[str, tuple[str, ...]]:
    """The values a document can be filtered by, its kind first."""
    others = {name: values for name, values in sorted(doc.filters.items()) if name != "kind"}
    return {"kind": (doc.kind,), **others}


def code_of(facet: str, value: str) -> str:
    """The word for a value of a facet; no word of a text begins with zz and an f.

    Pagefind has filters too, but to list what has a value it would load the whole index. The words of kinds
    sort in the order in which kinds are shown.
    """
    rank = f"{rank_of(value):02}" if facet == "kind" else ""
    return f"zzf{facet[:2]}{rank}{zlib.crc32(f'{facet} {value}'.encode()):08x}"


__all__ = ["TITLE_PLACES", "SearchDoc", "Shadow", "card_of", "code_of", "facets_of", "words_of", "write_shadow"]
