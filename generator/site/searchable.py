"""What the site's search knows of an entry: its texts and its facets."""

import re
from collections.abc import Iterable, Mapping
from html import unescape

from generator.markup import Html
from generator.model.links import terms_of, values_at
from generator.project import Entry, Project
from generator.site.search import SearchDoc
from generator.site.view import TONES
from generator.texts import EXAMPLE, Lang, Text

_DROP = re.compile(r'<svg.*?</svg>|<dt>.*?</dt>|<th [^>]*>.*?</th>|<h2 id="[^"]*">[^<]*</h2>', re.DOTALL)
"""Pictures, and the labels that stand on every page of a kind: they would make all of them match."""

_INLINE = re.compile(r"</?(?:a|b|em|strong|span|code|sub|sup|del|cite|time|i|math|mi|mn|mo|mrow)(?: [^>]*)?>")
_TAG = re.compile(r"<[^>]+>")
_REAL = Text("真实", "Real")

STANDARD_TEXTS = "standard-texts"
"""The kind of hits in editions and comments. It has no list of its own: see `lists` in search-client.js."""

_STANDARD_TEXTS = Text("标准的各版和意见", "Editions and comments")

FACETS = ("kind", "nature", "status", "category", "scenario", "industry", "city")
"""The facets of the search, in the order in which the panel shows them."""


def search_doc(entry: Entry, project: Project, lang: Lang, body: Html) -> SearchDoc:
    """The entry as the search sees it. `body`: the HTML of what the entry itself holds, as a reader sees it."""
    return SearchDoc(
        address=f"{entry.id}/",
        lang=lang,
        full_id=entry.id,
        kind=entry.kind.folder,
        title=entry.name.of(lang),
        summary=entry.summary.of(lang),
        text=text_of(body),
        aliases=_names(entry, lang),
        filters=_facets(entry, project, lang),
        example=entry.example,
        tone=TONES[state.tone] if entry.status and (state := project.state(entry)) else "",
    )


def standard_doc(entry: Entry, lang: Lang, address: str, title: str, summary: str, body: Html) -> SearchDoc:
    """A page that belongs to the standard `entry`, such as an edition: words that stand there alone lead there."""
    nature = EXAMPLE if entry.example else _REAL
    return SearchDoc(
        address=address,
        lang=lang,
        full_id=address.rstrip("/"),
        kind=STANDARD_TEXTS,
        title=title,
        summary=summary,
        text=text_of(body),
        filters={"kind": (_STANDARD_TEXTS.of(lang),), "nature": (nature.of(lang),)},
        example=entry.example,
    )


def text_of(body: Html) -> str:
    """The words of a body in one line."""
    # In our HTML a `>` inside a text or an attribute is always escaped, so tags are easy to see.
    return " ".join(unescape(_TAG.sub(" ", _INLINE.sub("", _DROP.sub(" ", body)))).split())


def _names(entry: Entry, lang: Lang) -> tuple[str, ...]:
    """What else an entry is known by: its model, its aliases, its Chinese name on an English page."""
    model = entry.data.get("model")
    others = ((entry.name.zh,) if lang == "en" else ()) + entry.model.aliases
    return ((model,) if isinstance(model, str) else ()) + others


def _facets(entry: Entry, project: Project, lang: Lang) -> Mapping[str, tuple[str, ...]]:
    """The values of each facet, as a reader sees them."""
    nature = EXAMPLE if entry.example else _REAL
    found: dict[str, list[str]] = {"kind": [entry.kind.title.of(lang)], "nature": [nature.of(lang)]}
    if entry.status and (state := project.state(entry)):
        found["status"] = [state.name.of(lang)]
    linked = {"scenarios": "scenario", "industries": "industry"}
    for link in entry.links:
        if facet := linked.get(link.relation.name):
            target = project.get(link.target)
            if target:
                found.setdefault(facet, []).append(target.name.of(lang))
    listed = {"product-categories": "category", "cities": "city"}
    for path, term in terms_of(entry.kind.model):
        facet = listed.get(term.vocabulary)
        if facet and path[0] in ("category", "city", "cities", "available_in"):
            for _, value in values_at(entry.data, path):
                if known := project.term(term.vocabulary, str(value)):
                    found.setdefault(facet, []).append(known.name.of(lang))
    return {facet: _unique(values) for facet, values in found.items()}


def _unique(values: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(values))
