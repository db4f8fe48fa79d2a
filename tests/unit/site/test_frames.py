"""Cutting frames, stamping pages, links between pages, the policy, the sitemap: no MkDocs is started here."""

import base64
import hashlib
from dataclasses import replace
from typing import Any
from xml.etree import ElementTree

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.markup import Html
from generator.site import csp
from generator.site.frames import FrameSpec, default_specs
from generator.site.page import Heading, Links, Page, file_of
from generator.site.sitemap import sitemaps
from generator.site.stamping import Frame, FrameError, contents, cut, stamp

HTML = '<head>\n  <title>@@TITLE@@</title>\n\n  @@HEAD@@</head>\n  <a href="../../en/@@ADDRESS@@">x</a>@@EDIT@@<ul>@@TOC@@</ul>@@BODY@@'
PAGE = Page("products/gw-5/", "zh", "products", "网关", "摘要", Html("<h1>网关</h1>"))


def frame(html: str = HTML, **more: str) -> Frame:
    return cut(html, name="products", lang="zh", depth=2, **more)


def test_a_page_is_the_frame_with_its_places_filled() -> None:
    stamped = stamp(frame(), PAGE).decode()
    assert stamped == (
        '<head>\n<title>网关</title>\n</head>\n<a href="../../en/products/gw-5/">x</a><ul></ul><h1>网关</h1>'
    )


def test_what_is_stamped_in_is_escaped_and_never_read_again() -> None:
    page = replace(PAGE, title='</title><script>"x"', body=Html("@@TITLE@@ @@BODY@@\n   <pre>\n  a</pre>"))
    stamped = stamp(frame(), page).decode()
    assert "<title>&lt;/title&gt;&lt;script&gt;&#34;x&#34;</title>" in stamped
    assert stamped.endswith("@@TITLE@@ @@BODY@@\n   <pre>\n  a</pre>")


@given(st.text(), st.text())
def test_any_title_and_body_stand_whole_between_the_literals(title: str, body: str) -> None:
    try:
        body.encode(), title.encode()
    except UnicodeEncodeError:
        return
    made = frame("<t>@@TITLE@@</t>@@HEAD@@<b>@@BODY@@</b>")
    stamped = stamp(made, replace(PAGE, title=title, body=Html(body))).decode()
    assert stamped.endswith(f"<b>{body}</b>")
    assert "<" not in stamped.removeprefix("<t>").partition("</t>")[0]


@pytest.mark.parametrize(
    ("html", "said"),
    [
        (HTML + "@@OTHER@@", "unknown place OTHER"),
        (HTML.replace("@@BODY@@", ""), "no place for BODY"),
        (HTML.replace("@@TITLE@@", ""), "no place for TITLE"),
    ],
)
def test_a_frame_with_wrong_places_is_refused(html: str, said: str) -> None:
    with pytest.raises(FrameError, match=said):
        frame(html)


@pytest.mark.parametrize("change", [{"address": "products/"}, {"address": "a/b/c/"}, {"lang": "en"}])
def test_a_page_of_another_depth_or_language_is_refused(change: dict[str, Any]) -> None:
    with pytest.raises(FrameError, match="does not fit"):
        stamp(frame(), replace(PAGE, **change))


def test_canonical_and_other_languages_stand_in_the_head() -> None:
    stamped = stamp(frame(site_url="https://a.example/c/"), PAGE).decode()
    assert '<link rel="canonical" href="https://a.example/c/products/gw-5/">' in stamped
    assert '<link rel="alternate " hreflang="en" href="https://a.example/c/en/products/gw-5/">' in stamped
    assert 'hreflang="x-default" href="https://a.example/c/products/gw-5/"' in stamped
    assert "rel=alternate" not in stamped.replace('"', "").replace("alternate ", "")


def test_a_page_kept_out_of_search_engines_says_so_and_names_no_other_language() -> None:
    stamped = stamp(frame(site_url="https://a.example/"), replace(PAGE, noindex=True)).decode()
    assert '<meta name="robots" content="noindex">' in stamped
    assert "hreflang" not in stamped


def test_more_for_the_head_is_not_escaped_and_does_not_escape_the_rest() -> None:
    page = replace(PAGE, head=Html('<script type="application/ld+json">{}</script>'), noindex=True)
    stamped = stamp(frame(), page).decode()
    assert '<meta name="robots" content="noindex"><script type="application/ld+json">{}</script></head>' in stamped


def test_the_edit_link_needs_a_repository_and_a_file() -> None:
    page = replace(PAGE, edit_path="catalog/products/gw-5.yaml")
    assert "edit-link" not in stamp(frame(), page).decode()
    assert "edit-link" not in stamp(frame(edit_root="https://g.example/edit/main/"), PAGE).decode()
    stamped = stamp(frame(edit_root="https://g.example/edit/main/"), page).decode()
    assert 'href="https://g.example/edit/main/catalog/products/gw-5.yaml"' in stamped


def test_contents_nest_and_close() -> None:
    html = contents((Heading("a", "A"), Heading("b", "B<", 3), Heading("c", "C", 3), Heading("d", "D")))
    tree = ElementTree.fromstring(f"<ul>{html}</ul>")
    assert [link.get("href") for link in tree.findall("./li/a")] == ["#a", "#d"]
    assert [link.get("href") for link in tree.findall("./li/nav/ul/li/a")] == ["#b", "#c"]
    assert "B&lt;" in html
    assert ElementTree.fromstring(f"<ul>{contents((Heading('a', 'A', 3), Heading('b', 'B', 3)))}</ul>") is not None


def test_the_policy_allows_the_frames_own_scripts_and_no_other() -> None:
    html = '<script>go()</script><script src="x.js"></script><script type="application/ld+json">{}</script>'
    digest = base64.b64encode(hashlib.sha256(b"go()").digest()).decode()
    assert csp.hashes(html) == (f"'sha256-{digest}'",)
    policy = csp.policy(html)
    assert "unsafe" not in policy
    assert policy.count("sha256-") == 1
    assert "default-src 'self'" in policy


@pytest.mark.parametrize(
    ("lang", "entry", "page", "root", "twin"),
    [
        ("zh", "../../parks/x/", "../../", "../../api/v1/a.json", "../../en/products/gw-5/"),
        ("en", "../../parks/x/", "../../", "../../../api/v1/a.json", "../../../products/gw-5/"),
    ],
)
def test_links_are_relative_to_the_page(lang: str, entry: str, page: str, root: str, twin: str) -> None:
    links = Links.of("products/gw-5/", lang)  # type: ignore[arg-type]
    assert (links.entry("parks/x"), links.page(""), links.root("api/v1/a.json")) == (entry, page, root)
    assert links.twin("products/gw-5/") == twin


def test_links_of_the_home_page_are_never_empty() -> None:
    assert Links.of("", "zh").page("") == "./"
    assert Links.of("", "zh").root("") == "./"
    assert Links.of("", "en").root("assets/x.svg") == "../assets/x.svg"
    assert file_of("", "en") == "en/index.html"


def test_specs_have_the_depth_of_their_pages() -> None:
    depths = {spec.name: spec.depth for spec in default_specs(("products",))}
    assert depths == {
        "home": 0,
        "search": 1,
        "rules": 1,
        "rule": 2,
        "index:products": 1,
        "products": 2,
        "releases": 1,
        "release": 2,
        "standard": 3,
        "quote": 1,
    }
    assert FrameSpec("draft", "standards/x/_frame.md").depth == 3


def test_the_sitemap_names_both_languages_of_a_page() -> None:
    files = sitemaps({"zh": ["", "guide/only/"], "en": [""]}, "https://a.example/c/")
    ns = {"s": "http://www.sitemaps.org/schemas/sitemap/0.9", "x": "http://www.w3.org/1999/xhtml"}
    urls = ElementTree.fromstring(files["sitemap.xml"]).findall("s:url", ns)
    assert [url.findtext("s:loc", None, ns) for url in urls] == [
        "https://a.example/c/",
        "https://a.example/c/en/",
        "https://a.example/c/guide/only/",
    ]
    assert [len(url.findall("x:link", ns)) for url in urls] == [2, 2, 0]


def test_a_large_sitemap_is_cut_behind_an_index() -> None:
    files = sitemaps({"zh": [f"p/{i}/" for i in range(5)], "en": []}, "https://a.example/", most=2)
    assert sorted(files) == ["sitemap-1.xml", "sitemap-2.xml", "sitemap-3.xml", "sitemap.xml"]
    assert files["sitemap.xml"].count(b"<loc>https://a.example/sitemap-") == 3
    assert sum(content.count(b"<url>") for content in files.values()) == 5
