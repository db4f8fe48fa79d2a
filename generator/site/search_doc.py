"""A document of the search, and the small page of words that Pagefind reads in its place."""

import zlib
from collections.abc import Mapping
from dataclasses import dataclass, field
from hashlib import blake2b

from generator.markup import escape
from generator.output import Folder
from generator.site.tokens import encoded
from generator.texts import Lang

TITLE_PLACES = 24
"""Tokens at the head of a document that are its title's, or empty. Words found there put a hit before the others."""

_LENGTHS = 64
"""Documents are made a multiple of this long: Pagefind's list of all lengths, which every visitor loads, gets a third shorter."""

# Pagefind stores a weight of 1.05 in no bytes and any other, 1 included, in two for each token.
_PAGE = '<html><head>{head}</head><body data-pagefind-weight="1.05">{body}</body></html>'
_META = '<meta data-pagefind-meta="{name}[content]" content="{value}">'


@dataclass(frozen=True, slots=True)
class SearchDoc:
    """What the search knows of one page in one language.

    `address`: of the page, without the language's folder (`products/gw-5/`).
    `kind`: the folder of its kind; hits are grouped by it. `filters["kind"]` holds its name to be shown.
    `text`: plain text. `filters`: facet → values, as a reader sees them.
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


@dataclass(frozen=True, slots=True)
class Shadow:
    """What is kept of a document once its page of words is written: little, and quick to send between processes.

    `file`: below the folder of all shadows. `size`: characters to index, more or less. `digest`: of all
    that the index will hold of it. `kind_name`: as shown. `facets`: see `facets_of`.
    """

    lang: Lang
    address: str
    file: str
    kind: str
    kind_name: str
    facets: Mapping[str, tuple[str, ...]]
    size: int
    digest: bytes


def write_shadow(doc: SearchDoc, folder: Folder) -> Shadow:
    """Write a document's page of words below `folder`, which is that of all languages."""
    file = f"{doc.lang}/{doc.address.removesuffix('/') or 'index'}.html"
    page = shadow_page(doc).encode()
    folder.write(file, page)
    digest = blake2b(page + b"\0" + doc.address.encode(), digest_size=16).digest()
    size = len(doc.title) + len(doc.summary) + len(doc.text)
    kind_name = next(iter(doc.filters.get("kind", ())), doc.kind)
    return Shadow(doc.lang, doc.address, file, doc.kind, kind_name, facets_of(doc), size, digest)


def shadow_page(doc: SearchDoc) -> str:
    """The document as Pagefind reads it. Hits are put in order by where their words stand: the title comes first."""
    shown = {
        "title": doc.title,
        "summary": doc.summary,
        "kind": doc.kind,
        "status": next(iter(doc.filters.get("status", ())), ""),
        "example": "1" if doc.example else "",
    }
    title = encoded(doc.title)
    room = TITLE_PLACES - len(title.split())
    kind, *others = [code_of(name, value) for name, values in facets_of(doc).items() for value in values]
    # A full stop takes a place and is not indexed.
    parts = [
        title,
        " ".join("." * room),
        *map(encoded, doc.aliases),
        encoded(doc.full_id),
        encoded(doc.summary),
        encoded(_rest(doc)),
    ]
    # The kind is always the first word: a constant that compresses to almost nothing.
    body = " ".join((kind, " . ".join(parts), *others))
    return _PAGE.format(
        head="".join(_META.format(name=name, value=escape(value)) for name, value in shown.items() if value),
        body=body + " ." * (-len(body.split()) % _LENGTHS),
    )


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

    Pagefind has filters too, but to list what has a value it would load the whole index.
    """
    return f"zzf{facet[:2]}{zlib.crc32(f'{facet} {value}'.encode()):08x}"
