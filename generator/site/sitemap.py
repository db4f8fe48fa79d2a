"""sitemap.xml: every page that may be found, with its other language; an index above 50,000 addresses.

https://www.sitemaps.org/protocol.html limits one file to 50,000 addresses and 50 MB. Two languages
and their links take about 500 bytes an address, so 50,000 stay below 25 MB.
"""

from collections.abc import Iterable, Mapping
from html import escape

from generator.site.page import folder_of
from generator.texts import LANGS, Lang

MOST = 50_000
"""Addresses in one file."""

_OPEN = '<?xml version="1.0" encoding="UTF-8"?>\n'
_NAMESPACE = 'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"'


def sitemaps(addresses: Mapping[Lang, Iterable[str]], site_url: str, most: int = MOST) -> dict[str, bytes]:
    """The files to write at the root of the site, by name.

    `addresses`: the pages of each language without their language's folder; a page in both languages
    names the other one. `site_url` ends in a slash.
    """
    known = {lang: set(addresses.get(lang, ())) for lang in LANGS}
    entries = [
        _entry(address, lang, [other for other in LANGS if address in known[other]], site_url)
        for address in sorted(set().union(*known.values()))
        for lang in LANGS
        if address in known[lang]
    ]
    parts = [entries[start : start + most] for start in range(0, len(entries), most)]
    if len(parts) <= 1:
        return {"sitemap.xml": _url_set(entries)}
    files = {f"sitemap-{number}.xml": _url_set(part) for number, part in enumerate(parts, start=1)}
    lines = [f"<sitemap><loc>{escape(site_url + name)}</loc></sitemap>" for name in files]
    index = f"{_OPEN}<sitemapindex {_NAMESPACE}>\n" + "\n".join(lines) + "\n</sitemapindex>\n"
    return {"sitemap.xml": index.encode(), **files}


def _url_set(entries: list[str]) -> bytes:
    head = f'{_OPEN}<urlset {_NAMESPACE} xmlns:xhtml="http://www.w3.org/1999/xhtml">\n'
    return (head + "".join(entries) + "</urlset>\n").encode()


def _entry(address: str, lang: Lang, both: list[Lang], site_url: str) -> str:
    def place(of: Lang) -> str:
        return escape(site_url + folder_of(of) + address)

    links = ""
    if len(both) > 1:
        links = "".join(f'<xhtml:link rel="alternate" hreflang="{of}" href="{place(of)}"/>' for of in both)
    return f"<url><loc>{place(lang)}</loc>{links}</url>\n"
