"""Texts made to become markup: in every text of every kind of entry they stay the text that they are."""

import json
from collections.abc import Iterator
from functools import cache
from html.parser import HTMLParser
from itertools import count
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import sync_playwright

from generator.loader import code_lists, load
from generator.model.registry import KINDS, Kind
from generator.model.schema import schema_of
from generator.project import Project
from generator.rules.check import all_codes
from generator.site.entry_page import Surroundings
from generator.site.frames import load_frames
from generator.site.page import Page
from generator.site.pages import entry_pages, other_pages
from generator.source.tree import MemoryTree
from generator.texts import LANGS
from tests.golden.test_golden import files
from tests.schema.mutations import LINE, PROSE, URL, complete, plain
from tests.site.web import served

LINES = (
    "<script>alert(1)</script>", "</script><script>alert(1)</script>", "<SCRIPT SRC=//x.example/x.js></SCRIPT>", "<scr<script>ipt>alert(1)",
    "<script/x>alert(1)</script>", "<img src=x onerror=alert(1)>", "<IMG SRC=x OnErRoR=alert(1)>", "<img/src/onerror=alert(1)>",
    "<img src=`x`onerror=alert(1)>", "<svg onload=alert(1)>", "<svg><script>alert(1)</script></svg>", "<svg/onload=alert(1)//",
    "<svg><animate onbegin=alert(1) attributeName=x>", "<math><mi xlink:href=javascript:alert(1)>x", "<iframe src=javascript:alert(1)>",
    "<iframe srcdoc='<script>alert(1)</script>'>", "<object data=javascript:alert(1)>", "<embed src=//x.example/x.swf>",
    "<form action=//x.example/><input name=q>", "<button formaction=javascript:alert(1)>x</button>", "<details open ontoggle=alert(1)>",
    "<body onload=alert(1)>", "<base href=//x.example/>", "<meta http-equiv=refresh content='0;url=//x.example/'>",
    "<link rel=stylesheet href=//x.example/x.css>", "<style>*{background:url(//x.example/x)}</style>", "<a href=javascript:alert(1)>x</a>",
    "<template><script>alert(1)</script></template>", "<noscript><p title='</noscript><img src=x onerror=alert(1)>'>",
    "<textarea></textarea><script>alert(1)</script>", "</title><script>alert(1)</script>", "</style></head><script>alert(1)</script>",
    "<!--><script>alert(1)</script>-->", "<![CDATA[<script>alert(1)</script>]]>", "<?php echo 1 ?><script>alert(1)</script>",
    "\"><script>alert(1)</script>", "'><script>alert(1)</script>", "\" onmouseover=alert(1) x=\"", "' onfocus=alert(1) autofocus x='",
    "\"><img src=x onerror=alert(1)>", "`onmouseover=alert(1)", "\" style=\"background:url(//x.example/x)", "\"/><svg/onload=alert(1)>",
    "&lt;script&gt;alert(1)&lt;/script&gt;", "&#60;script&#62;alert(1)&#60;/script&#62;", "&#x3c;img src=x onerror=alert(1)&#x3e;",
    "&quot;&gt;&lt;script&gt;", "\\u003cscript\\u003ealert(1)\\u003c/script\\u003e", "%3Cscript%3Ealert(1)%3C/script%3E",
    "＜script＞alert(1)＜/script＞", "＜img src=x onerror=alert(1)＞", "<ſcript>alert(1)</ſcript>", "@@BODY@@<script>alert(1)</script>",
    "@@TITLE@@", "{0}{x}{{x}}", "{{constructor.constructor('alert(1)')()}}", "${alert(1)}", "{% raw %}{{ 7*7 }}", "%(x)s %s", "\\\"];alert(1);//",
    "]]></script>", "--><script>alert(1)</script>", "<x onclick=alert(1)>x</x>", "<p id=__palette>", "<div id=top>", "javascript:alert(1)",
)  # fmt: skip
"""One line, at most 80 characters: accepted wherever a text is."""

BLOCKS = (
    "[x](javascript:alert(1))", "[x](JaVaScRiPt:alert(1))", "[x](java&#115;cript:alert(1))", "[x](data:text/html,<script>alert(1)</script>)",
    "[x](vbscript:x)", "[x](//x.example/x)", "<javascript:alert(1)>", "[x]: javascript:alert(1)\n\n[x]", "![x](https://x.example/x.png)",
    "![x](data:image/svg+xml;base64,PHN2Zz4=)", "[x](https://x.example/\"onmouseover=alert(1)x)", "[x](<https://x.example/ onclick=alert(1)>)",
    "[x](https://x.example 'title\" onclick=alert(1) x=')", "```<script>alert(1)</script>\nx\n```", "``` x\" onclick=alert(1)\nx\n```",
    "# <script>alert(1)</script>", "# x {onclick=alert(1)}", "|<script>|\n|---|\n|<img src=x onerror=alert(1)>|", "> <script>\n> alert(1)\n> </script>",
    "- <svg onload=alert(1)>\n  <script>alert(1)</script>", "<div>\n\n<script>alert(1)</script>\n\n</div>", "<pre>\n<script>alert(1)</script>",
    "~~~html\n</code></pre><script>alert(1)</script>\n~~~", "a\n<!--\nb\n--!><script>alert(1)</script>", "*[<script>](javascript:alert(1))*",
    "<a href='java\nscript:alert(1)'>x</a>", "<https://x.example/><script>alert(1)</script>", "[a](https://x.example/?<script>)", "\\<script\\>alert(1)",
)  # fmt: skip
"""CommonMark besides."""

URLS = (
    "https://x.example/'onmouseover=alert(1)", "https://x.example/`x`onclick=alert(1)", "https://x.example/&quot;&gt;&lt;script&gt;",
    "https://x.example/%22%3E%3Cscript%3E", "http://x.example/javascript:alert(1)@x.example/", "https://x.example/#'-alert(1)-'", "https://x.example/@@BODY@@",
)  # fmt: skip

STEPS = len(LINES + BLOCKS)
"""As often as it takes for every text to stand at every place."""

AROUND = Surroundings("https://ports.example.org/")
PROSE_TAGS = {
    "p", "br", "em", "strong", "del", "code", "pre", "blockquote", "ul", "ol", "li", "a", "hr", "table", "thead", "tbody", "tr",
    "th", "td", "h3", "h4", "h5", "h6", "sub", "sup",
}  # fmt: skip


@cache
def base() -> dict[str, bytes]:
    return dict(files("repository"))


@cache
def document(kind: Kind) -> Any:
    return plain(complete(schema_of(kind.model, code_lists(MemoryTree(base())))))


def poisoned(data: Any, numbers: Iterator[int], step: int) -> Any:
    """The document with another of the texts at every place where a text may stand."""
    if isinstance(data, dict):
        return {key: poisoned(value, numbers, step) for key, value in data.items()}
    if isinstance(data, list):
        return [poisoned(value, numbers, step) for value in data]
    texts = {LINE: LINES, PROSE: LINES + BLOCKS, URL: URLS}.get(data) if isinstance(data, str) else None
    return texts[(next(numbers) + step) % len(texts)] if texts else data


def poisoned_project(step: int | None) -> Project:
    """An entry `x` of every kind in which everything that may be there is, and every link leads to another `x`."""
    numbers = count()
    tree = base()
    for kind in KINDS.values():
        data = document(kind) if step is None else poisoned(document(kind), numbers, step)
        tree[kind.path("x")] = json.dumps(data, ensure_ascii=False).encode()
    project, problems = load(MemoryTree(tree), "2026-07-01")
    assert [finding for _, finding in problems if finding.path.endswith(("/x.yaml", "/standard.yaml"))] == []
    assert all(f"{folder}/x" in project for folder in KINDS)
    return project


def pages(project: Project) -> Iterator[Page]:
    for lang in LANGS:
        yield from entry_pages((project.entries[f"{folder}/x"] for folder in KINDS), project, lang, AROUND)
        yield from (page for page in other_pages(project, lang, all_codes()[:1], ()) if page.frame != "rule")


class Elements(HTMLParser):
    """What a page is made of: its elements, with their attributes."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.found: list[tuple[str, dict[str, str]]] = []
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append((tag, {name: value or "" for name, value in attrs}))

    @property
    def tags(self) -> set[str]:
        return {tag for tag, _ in self.found}

    @property
    def names(self) -> set[str]:
        return {name for _, attributes in self.found for name in attributes}


@cache
def usual() -> dict[tuple[str, str, str], tuple[set[str], set[str]]]:
    """The elements and attributes of the same pages with harmless texts."""
    return {
        (page.lang, page.frame, page.address): (Elements(str(page.body)).tags, Elements(str(page.body)).names)
        for page in pages(poisoned_project(None))
    }


@pytest.mark.parametrize(
    "step", [*range(0, STEPS, 4), *(pytest.param(n, marks=pytest.mark.full) for n in range(STEPS) if n % 4)]
)
def test_texts_stay_texts(step: int) -> None:
    for page in pages(poisoned_project(step)):
        elements = Elements(str(page.body))
        where = f"{page.lang} {page.address}"
        tags, names = usual()[page.lang, page.frame, page.address]
        assert elements.tags <= tags | PROSE_TAGS, where
        assert elements.names <= names | {"href", "title", "rel", "align", "start"}, where
        assert not [name for name in elements.names if name.startswith("on") or name == "style"], where
        for _, attributes in elements.found:
            for name in ("href", "src", "action"):
                link = attributes.get(name, "")
                assert ":" not in link.split("/")[0] or link.startswith(("https://", "http://", "mailto:")), (
                    where,
                    link,
                )
                assert not link.startswith(("/", "\\")), (where, link)
        head = Elements(str(page.head))
        assert head.tags <= {"script", "link"}, where
        assert all(
            attributes.keys() <= {"rel", "type", "title", "href"} for tag, attributes in head.found if tag == "link"
        )
        ends = sum(tag == "script" for tag, _ in head.found)
        assert str(page.head).count("<") == len(head.found) + ends, where  # nothing in the data looks like a tag


def test_there_are_enough_texts_and_they_are_accepted_everywhere() -> None:
    assert len(set(LINES)) >= 60
    assert len(set(BLOCKS)) >= 25
    assert max(map(len, LINES)) <= 80
    places = str([document(kind) for kind in KINDS.values()])
    assert places.count(LINE) > len(LINES) + len(BLOCKS)


@pytest.mark.browser
def test_a_browser_runs_none_of_them(built: Path, chromium: str) -> None:
    """Without the pages' own policy, which would hide a mistake."""
    frames = load_frames(next((built.parent / "root" / ".cache" / "frames").glob("*/frames.json")).parent)
    shown = ("products/x/", "solutions/x/", "architectures/x/", "workplans/x/", "vouchers/x/", "products/", "")
    asked: list[str] = []
    with served(built) as address, sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=chromium, args=["--no-sandbox", "--disable-background-networking"]
        )
        context = browser.new_context(bypass_csp=True)
        context.add_init_script("window.alert = () => { window.hit = true; };")
        context.on("request", lambda request: asked.append(request.url))
        page = context.new_page()
        html = {
            f"{address}{page.address}?step={step}": frames.stamp(page)
            for step in (0, 40)
            for page in pages(poisoned_project(step))
            if page.lang == "zh" and page.address in shown
        }
        page.route("**/?*", lambda route: route.fulfill(body=html[route.request.url], content_type="text/html"))
        for url in html:
            page.goto(url)
            page.evaluate("document.querySelectorAll('details').forEach((each) => { each.open = true; })")
            assert page.evaluate("window.hit") is None, url
            assert page.url == url
            assert page.locator("h1").count() == 1, url
        context.close()
    assert html.keys() <= set(asked)
    assert [url for url in asked if not url.startswith((address, "data:"))] == []
