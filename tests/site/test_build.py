"""The site of the real catalogue: what must hold on every page of it, and for the build as a whole."""

import gzip
import json
import re
from collections import Counter
from html import unescape
from html.parser import HTMLParser
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urljoin, urlsplit
from xml.etree import ElementTree

import pytest

from generator.loader.layout import TOPS, places_of
from generator.model.registry import KINDS
from generator.source.reader import read_data
from generator.source.tree import FolderTree
from tests.site.building import MOVED, ROOT, build_copy

SITE_URL = "https://example.org/catalog/"
LOC = "{http://www.sitemaps.org/schemas/sitemap/0.9}loc"
DATA: dict[str, Any] = {
    place.full_id: read_data(place.path, (ROOT / place.path).read_bytes())[0] or {}
    for place in places_of(FolderTree(ROOT, TOPS))[0]
    if place.kind
}


@pytest.fixture(scope="module")
def pages(built: Path) -> dict[str, str]:
    """Every page by its file below the site's root, but 404.html and redirects."""
    found = {path.relative_to(built).as_posix(): path.read_text("utf-8") for path in built.rglob("index.html")}
    return {path: html for path, html in sorted(found.items()) if 'http-equiv="refresh"' not in html}


def bad(pages: dict[str, str], *patterns: str) -> list[str]:
    """Pages that lack one of these patterns; `!` before one: pages that have it."""
    return [
        f"{path}: {pattern}"
        for pattern in patterns
        for path, html in pages.items()
        if bool(re.search(pattern.removeprefix("!"), html)) == pattern.startswith("!")
    ][:20]


def test_every_entry_has_a_page_in_both_languages(built: Path, pages: dict[str, str]) -> None:
    assert len(DATA) > 150
    assert [i for i in DATA if f"{i}/index.html" not in pages or f"en/{i}/index.html" not in pages] == []
    assert [i for i in DATA if not (built / "api/v1" / f"{i}.json").is_file()] == []
    assert [kind for kind in KINDS if f"{kind}/index.html" not in pages] == []


def test_both_languages_have_the_same_pages(pages: dict[str, str]) -> None:
    english = {path.removeprefix("en/") for path in pages if path.startswith("en/")}
    assert english == {path for path in pages if not path.startswith("en/")}


def test_every_page_shows_the_names_of_its_entry(pages: dict[str, str]) -> None:
    def heading(path: str) -> str:
        found = re.search(r"<h1[^>]*>(.*?)</h1>", pages[path], re.DOTALL)
        return unescape(re.sub(r"<[^>]+>", "", found[1])).strip() if found else ""

    for full_id, data in DATA.items():
        assert heading(f"{full_id}/index.html") == data["name"]["zh"]
        assert heading(f"en/{full_id}/index.html").startswith(data["name"].get("en", data["name"]["zh"]))


def test_every_page_has_its_language_and_one_heading_and_no_place_left_blank(pages: dict[str, str]) -> None:
    assert bad({p: h for p, h in pages.items() if p.startswith("en/")}, '^\\s*<!doctype html>\\s*<html lang="en"') == []
    assert (
        bad({p: h for p, h in pages.items() if not p.startswith("en/")}, '^\\s*<!doctype html>\\s*<html lang="zh"')
        == []
    )
    assert [path for path, html in pages.items() if len(re.findall(r"<h1\b", html)) != 1] == []
    assert bad(pages, "!@@[A-Z]", "<title>[^<]+</title>", '<meta name="description" content="[^"]+">') == []


def test_the_policy_stands_before_all_that_it_governs(pages: dict[str, str]) -> None:
    assert bad(pages, r'<head>\s*<meta charset="utf-8">\s*<meta http-equiv="Content-Security-Policy" content="') == []
    assert bad(pages, r"!\sstyle=", r"!<style\b", r"!\son[a-z]+=", r"!(?i)\bhref=\"javascript:") == []


def test_canonical_and_other_language(pages: dict[str, str]) -> None:
    for path, html in pages.items():
        own = SITE_URL + path.removesuffix("index.html")
        assert f'<link rel="canonical" href="{own}">' in html, path
        if '<meta name="robots" content="noindex">' in html:
            continue
        found = dict(re.findall(r'<link rel="alternate ?" hreflang="([^"]+)" href="([^"]+)">', html))
        address = path.removeprefix("en/").removesuffix("index.html")
        zh, en = f"{SITE_URL}{address}", f"{SITE_URL}en/{address}"
        assert found == {"zh": zh, "en": en, "x-default": zh}, path


def test_examples_and_only_they_are_kept_from_search_engines(pages: dict[str, str]) -> None:
    hidden = {path.removeprefix("en/") for path, html in pages.items() if 'name="robots" content="noindex"' in html}
    examples = {f"{full_id}/index.html" for full_id, data in DATA.items() if data.get("example")}
    # What belongs to an example standard is one too: editions, comparisons, comments, matrix.
    examples |= {
        short
        for path in pages
        if (short := path.removeprefix("en/")).startswith("standards/")
        and f"{'/'.join(short.split('/')[:2])}/index.html" in examples
    }
    assert hidden == examples | {"search/index.html"}


def test_the_sitemap_lists_just_what_may_be_found(built: Path, pages: dict[str, str]) -> None:
    listed = [node.text for node in ElementTree.parse(built / "sitemap.xml").iter(LOC)]
    wanted = [SITE_URL + p.removesuffix("index.html") for p, html in pages.items() if '"noindex"' not in html]
    assert sorted(map(str, listed)) == sorted(wanted)


def test_every_link_and_anchor_leads_somewhere(built: Path, pages: dict[str, str]) -> None:
    """Looked up apart from the build's own check, by the addresses that a browser would ask for."""
    files = {path.relative_to(built).as_posix() for path in built.rglob("*") if path.is_file()}
    anchors = {path: set(map(unescape, re.findall(r'\sid="([^"]*)"', html))) for path, html in pages.items()}
    resolved: dict[tuple[str, str], tuple[str, str]] = {}
    missing = []
    for path, html in {**pages, "404.html": (built / "404.html").read_text("utf-8")}.items():
        folder = path.rpartition("/")[0]
        for link in set(re.findall(r'\s(?:href|src|action)="([^"]*)"', html)):
            if (folder, link) not in resolved:
                parts = urlsplit(urljoin(f"{SITE_URL}{folder}/" if folder else SITE_URL, unescape(link)))
                below = parts.path.startswith("/catalog/") and parts.netloc == "example.org"
                target = unquote(parts.path.removeprefix("/catalog/")) if below else ""
                resolved[folder, link] = (target or "index.html", unquote(parts.fragment)) if below else ("", "")
            target, anchor = resolved[folder, link]
            if not target:
                continue
            target += "index.html" if target.endswith("/") else ""
            target = target if target in files else f"{target}/index.html"
            if target not in files or (anchor and anchor not in anchors.get(target, ())):
                missing.append((path, link))
    assert missing == []
    assert len(resolved) > 5_000


def test_links_are_relative_so_that_the_site_works_below_any_path(built: Path, pages: dict[str, str]) -> None:
    assert bad(pages, r'!\s(?:href|src|action)="/') == []
    lost = (built / "404.html").read_text("utf-8")  # shown at any depth, so it alone knows the path
    assert all(link.startswith("/catalog/") for link in re.findall(r'\s(?:href|src|action)="(/[^"]*)"', lost))


def test_nothing_is_loaded_from_another_host(built: Path, pages: dict[str, str]) -> None:
    loads = r'!<(?:script|img|source|iframe|audio|video|object|embed|track)\b[^>]*\s(?:src|data|srcset)="(?:[a-z]+:)?//'
    assert bad(pages, loads, r'!<link (?!rel="(?:canonical|alternate ?)")[^>]*href="(?:[a-z]+:)?//') == []
    for style in built.rglob("*.css"):
        assert not re.findall(r"url\(\s*['\"]?(?:https?:)?//|@import\s+['\"]https?:", style.read_text("utf-8")), style


def test_structured_data_of_products_and_organisations(pages: dict[str, str]) -> None:
    kinds = {"products": "Product", "organisations": "Organization"}
    for full_id in DATA:
        for path in (f"{full_id}/index.html", f"en/{full_id}/index.html"):
            found = re.findall(r'<script type="application/ld\+json">(.*?)</script>', pages[path])
            assert [json.loads(text)["@type"] for text in found] == [
                kinds[k] for k in kinds if k == full_id.split("/")[0]
            ]
            assert all(json.loads(text)["url"] == SITE_URL + path.removesuffix("index.html") for text in found)


def test_pages_are_small(pages: dict[str, str]) -> None:
    # A standard stands whole on its page, however long it is; all around it counts as on any other page. So do its
    # editions and comparisons, which are no entries' pages.
    text = re.compile(
        r'<section class="part" aria-labelledby="page_text">.*?</section>(?=<section class="part")', re.DOTALL
    )
    whole = re.compile(r"(?:en/)?standards/[^/]+/[0-9]{4}(?:-[a-z0-9]+)?/")
    shown = {
        path: text.sub("", html) if "standards/" in path else html
        for path, html in pages.items()
        if not whole.match(path)
    }
    sizes = {path: len(gzip.compress(html.encode(), 6)) for path, html in shown.items()}
    assert {path: size for path, size in sizes.items() if size >= 25_000} == {}


def test_ids_stand_once_on_a_page(pages: dict[str, str]) -> None:
    for path, html in pages.items():
        counts = Counter(re.findall(r'\sid="([^"]*)"', html))
        # The theme prints its contents twice: in the drawer of phones and beside the text.
        assert [i for i, count in counts.items() if count > 1 and not i.startswith("__")] == [], path


class Tags(HTMLParser):
    """Opens and closes what it meets; `wrong` says where that went wrong."""

    VOID = ("area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr")

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.wrong: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag not in self.VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        pass

    def handle_endtag(self, tag: str) -> None:
        if not self.open or self.open.pop() != tag:
            self.wrong.append(f"</{tag}> at {self.getpos()}")


def test_markup_is_balanced_on_a_page_of_every_kind(pages: dict[str, str]) -> None:
    firsts = {("/".join(path.split("/")[:-2]), path.count("/")): path for path in pages}
    assert len(firsts) > 40
    for path in firsts.values():
        tags = Tags()
        tags.feed(pages[path])
        assert (tags.wrong[:3], tags.open) == ([], []), path


def test_the_home_page_shows_three_numbers_of_each_target(pages: dict[str, str]) -> None:
    for at, labels in (("", ("文件点名", "真实条目佐证")), ("en/", ("named by the document", "evidenced by entries"))):
        goals = dict(re.findall(r'<li class="goal">.*?href="targets/([^"/]+)/">(.*?)</li>', pages[f"{at}index.html"]))
        assert goals.keys() == {i.split("/")[1] for i in DATA if i.startswith("targets/")}
        sectors = goals["t3-manufacturing-sectors"]
        assert '<p class="goal__target"><b>10</b>' in sectors
        values = dict(re.findall(r'<dt>([^<]*)</dt><dd>.*?<span class="goal__value">([^<]*)</span>', sectors))
        assert values == {labels[0]: "7", labels[1]: "0"}


def test_a_redirect_leads_to_the_new_address_in_both_languages(built: Path) -> None:
    for at in ("", "en/"):
        html = (built / at / MOVED / "index.html").read_text("utf-8")
        assert 'content="0; url=../../products/example-gateway-5/"' in html
        assert f'<link rel="canonical" href="{SITE_URL}{at}products/example-gateway-5/">' in html


def test_the_404_page_helps_in_both_languages(built: Path) -> None:
    html = (built / "404.html").read_text("utf-8")
    assert "找不到" in html
    assert "Page not found" in html
    assert 'action="/catalog/search/"' in html
    assert not (built / "en" / "404.html").exists()


def test_two_clean_builds_are_the_same(built: Path, tmp_path: Path) -> None:
    """In another folder, time zone and order of sets."""
    again = build_copy(tmp_path, "America/Los_Angeles", 2)

    def files(site: Path) -> dict[str, bytes]:
        return {path.relative_to(site).as_posix(): path.read_bytes() for path in site.rglob("*") if path.is_file()}

    one, other = files(built), files(again)
    assert [path for path in sorted({*one, *other}) if one.get(path) != other.get(path)] == []
    assert len([path for path in one if re.fullmatch(r"search-index/zh/\w+/cards/\d+\.json", path)]) > 300
