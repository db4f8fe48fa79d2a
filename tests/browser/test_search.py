"""The search in a real browser, over an index of generated documents: exact hits, keyboard, phone, failures."""

import functools
import http.server
import json
import random
import re
import shutil
import threading
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from urllib.parse import quote

import pytest
from playwright.sync_api import Browser, Page, expect, sync_playwright

from generator.site.csp import meta
from generator.site.search import SearchDoc, search_page_body, write_index
from generator.site.search_head import rank_of
from generator.site.tokens import fold

pytestmark = pytest.mark.browser

ROOT = Path(__file__).resolve().parents[2]
RUN = "工业|互联网|端到端|时延|网关|专线|切片|园区|质量|检测|远程|控制|机器|视觉|采集|平台|确定性|网络|安全|边缘|计算|应用|示范"
WORDS = RUN.split("|")
LATIN = ["5G", "UPF", "RS485", "TSN", "20ms", "20 ms", "gw-5", "Gateway", "E2E", "99.999%", "PROFINET"]
KINDS = {"products": "产品", "solutions": "解决方案", "parks": "应用示范园区"}
NAMED = [
    ("targets", "bridge-7", "桥接器", "目标"),
    ("targets", "bridge-9", "桥接工程", "目标"),
    ("products", "bridge-70", "新型桥接器", "支持 OPC UA 协议"),
    ("products", "bridge-7", "宽带桥接器", "设备"),
    ("solutions", "bridge-70", "跨楼宇无线桥接方案", "方案"),
]
CITIES = ["广州", "佛山", "深圳"]
BOX = """<header><form class="cs-box" role="search" data-catalog-search data-root="{root}" action="{search}">
<label for="catalog-search">检索目录</label><input class="cs-input" id="catalog-search" type="search" name="q" autocomplete="off">
<div class="cs-results" hidden></div></form></header>"""
HTML = """<!doctype html><html lang="{lang}"><head><meta charset="utf-8">{csp}<title>{title}</title>
<meta name="viewport" content="width=device-width,initial-scale=1"><link rel="icon" href="data:,">
<link rel="stylesheet" href="{root}/assets/css/shell.css"><link rel="stylesheet" href="{root}/assets/css/search.css">
<script type="module" src="{root}/assets/js/search.js"></script></head>
<body data-md-color-scheme="default" class="md-typeset">{box}<main>{body}</main></body></html>"""


def documents() -> list[SearchDoc]:
    """300 in Chinese and one in English; every one with a place in which a word is cut by a comma."""
    pick = random.Random(5)

    def sentence(words: int) -> str:
        return "".join(pick.choice(WORDS) for _ in range(words))

    docs = []
    for number in range(300):
        kind = list(KINDS)[number % 3]
        text = "，".join(
            f"{sentence(pick.randint(2, 7))}{pick.choice(LATIN) if pick.random() < 0.5 else ''}" for _ in range(6)
        )
        docs.append(
            SearchDoc(
                address=f"{kind}/x-{number}/",
                lang="zh",
                full_id=f"{kind}/x-{number}",
                kind=kind,
                title=f"{sentence(2)}{number}型",
                summary=f"{sentence(4)}。" if number % 7 else "",
                text=text + ("。独一无二" if number == 123 else ""),
                aliases=(f"别名{sentence(1)}",),
                filters={
                    "kind": (KINDS[kind],),
                    "status": ("已批准" if number % 2 else "草案",),
                    "nature": ("示例" if number % 10 == 0 else "真实",),
                    "city": (CITIES[number % 3],),
                },
                example=number % 10 == 0,
                tone="good" if number % 2 else "neutral",
            )
        )
    for kind, slug, title, text in NAMED:
        filters = {"kind": (KINDS.get(kind, "目标"),), "nature": ("示例" if kind == "targets" else "真实",)}
        docs.append(
            SearchDoc(f"{kind}/{slug}/", "zh", f"{kind}/{slug}", kind, title, "", text, ("EX-7",), filters, tone="good")
        )
    for number, text in enumerate(("𠀀𠀁", "﨎﨏", "㐀"), 1):
        docs.append(SearchDoc(f"targets/rare-{number}/", "zh", f"targets/rare-{number}", "targets", "字", "", text))
    english = SearchDoc(
        "products/x-1/", "en", "products/x-1", "products", "Edge gateway", "A box.", "Latency below 20 ms. 时延"
    )
    return [*docs, english]


@dataclass
class Site:
    docs: list[SearchDoc]
    address: str
    folder: Path

    def having(self, query: str) -> set[str]:
        """The addresses of the Chinese documents that hold these characters, by looking."""
        return {
            doc.address
            for doc in self.docs
            if doc.lang == "zh" and any(fold(query) in fold(text) for text in texts(doc))
        }


def texts(doc: SearchDoc) -> tuple[str, ...]:
    return (doc.title, doc.summary, doc.text, *doc.aliases)


class Quiet(http.server.SimpleHTTPRequestHandler):
    def log_message(self, *_: object) -> None:
        pass


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    folder = tmp_path_factory.mktemp("www")
    docs = documents()
    top = folder / "catalog"
    write_index(sorted(docs, key=lambda doc: (doc.lang, rank_of(doc.kind), doc.address)), top, folder / "work")
    for lang_root in (top, top / "en"):
        shutil.copytree(ROOT / "site_overrides/assets", lang_root / "assets")

    def page(path: str, lang: str, to_root: str, to_search: str, body: str = "<h1>条目</h1>") -> None:
        box = BOX.format(root=to_root, search=to_search)
        html = HTML.format(
            lang=lang, csp=meta(""), title=path, root=".." if lang == "zh" else "../..", box=box, body=body
        )
        (top / path).mkdir(parents=True, exist_ok=True)
        (top / path / "index.html").write_text(html, encoding="utf-8")

    page("entry", "zh", "..", "../search/")
    page("search", "zh", "..", "../search/", str(search_page_body("zh")))
    page("en/search", "en", "../..", "../search/", str(search_page_body("en")))
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(Quiet, directory=str(folder)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield Site(docs, f"http://127.0.0.1:{server.server_port}/catalog/", top)
    server.shutdown()


@pytest.fixture(scope="module")
def browser(chromium: str) -> Iterator[Browser]:
    with sync_playwright() as playwright:
        yield playwright.chromium.launch(
            executable_path=chromium, args=["--no-sandbox", "--disable-background-networking"]
        )


@dataclass
class Visit:
    page: Page
    site: Site
    said: list[str] = field(default_factory=list)
    asked: list[str] = field(default_factory=list)

    def go(self, path: str) -> Page:
        self.page.goto(self.site.address + path)
        return self.page

    def ask(self, script: str, argument: Any) -> Any:
        """Run a function of a connected search and an argument in the page."""
        return self.page.evaluate(
            f"""async ([root, argument]) => {{
              const {{ connect }} = await import(root + 'assets/js/search-client.js');
              return ({script})(await connect('..', 'test'), argument);
            }}""",
            [self.site.address, argument],
        )


@pytest.fixture
def visit(browser: Browser, site: Site) -> Iterator[Visit]:
    context = browser.new_context(viewport={"width": 1200, "height": 800})
    made = Visit(context.new_page(), site)
    made.page.on("console", lambda message: made.said.append(message.text))
    made.page.on("pageerror", lambda error: made.said.append(str(error)))
    context.on("request", lambda request: made.asked.append(request.url))
    yield made
    assert made.said == []
    assert [url for url in made.asked if not url.startswith((site.address, "data:"))] == []
    context.close()


FOUND = """async (client, queries) => {
  const answers = [];
  for (const query of queries) {
    const { total } = await client.search(query);
    answers.push((await client.show(null, 0, total)).map((hit) => hit.address));
  }
  return answers;
}"""

COUNTED = """async (client, queries) => {
  const counts = [];
  for (const query of queries) counts.push((await client.search(query)).total);
  return counts;
}"""


def test_tokens_as_in_python(visit: Visit) -> None:
    vectors = json.loads((ROOT / "tests/vectors/tokens.json").read_text(encoding="utf-8"))
    visit.go("entry/")
    texts, plans = visit.page.evaluate(
        """async ([root, texts, queries]) => {
          const { tokens, plan } = await import(root + 'assets/js/tokens.js');
          const one = ({ words, prefix }) => words.join(' ') + (prefix ? '*' : '');
          const shown = ({ searches, otherwise }) =>
            [searches.map(one).join(' | '), ...(otherwise.length ? [otherwise.map(one).join(' ')] : [])].join(' → ');
          return [
            texts.map(([text]) => [text, tokens(text)]),
            queries.map(([query]) => [query, plan(query).map(shown)]),
          ];
        }""",
        [visit.site.address, vectors["texts"], vectors["queries"]],
    )
    assert texts == vectors["texts"]
    assert plans == vectors["queries"]


def test_every_part_of_a_text_is_found_and_nothing_else(visit: Visit) -> None:
    pick = random.Random(9)
    queries = ["延时", "联网端", "别名", "一无", "独一无二", "没有这个", "时", "关"]
    for doc in pick.sample(visit.site.docs[:300], 60):
        for text in (doc.title, doc.summary, doc.text, doc.aliases[0]):
            runs = [run for run in "".join(c if "一" <= c <= "鿿" else " " for c in text).split() if len(run) > 1]
            for run in (runs[0], runs[-1]) if runs else ():
                start = pick.randrange(len(run) - 1)
                queries += [run[:2], run[-2:], run[start : pick.randint(start + 2, len(run))], run]
    queries = sorted(set(queries))
    visit.go("entry/")
    assert len(queries) > 200
    for query, count in zip(queries, visit.ask(COUNTED, queries), strict=True):
        assert count == len(visit.site.having(query)), query
    some = pick.sample(queries, 30)
    for query, addresses in zip(some, visit.ask(FOUND, some), strict=True):
        assert sorted(addresses) == sorted(visit.site.having(query)), query


def test_words_ids_and_several_conditions(visit: Visit) -> None:
    visit.go("entry/")
    having = visit.site.having
    expected = {
        "gatew": having("gateway"),
        "ateway": set(),
        "gateways": set(),
        "GW-5": having("gw-5"),
        "x-123": {"products/x-123/"},
        "products/x-123": {"products/x-123/"},
        "rs-485": having("RS485"),
        "20ms": having("20ms") | having("20 ms"),
        "99.999": having("99.999"),
        "时延 5g": having("时延") & having("5G"),
        "UPF专线": having("UPF") & having("专线"),
        "工业，专线": having("工业") & having("专线"),
    }
    for (query, addresses), found in zip(expected.items(), visit.ask(FOUND, list(expected)), strict=True):
        assert set(found) == addresses, query


def test_titles_come_first(visit: Visit) -> None:
    visit.go("entry/")
    titles = {doc.address: doc.title for doc in visit.site.docs if doc.lang == "zh"}
    (found,) = visit.ask(FOUND, ["切片"])
    inside = ["切片" in titles[address] for address in found]
    assert {True, False} == set(inside)
    assert inside == sorted(inside, reverse=True)


def test_whom_a_query_names_comes_first_and_then_what_can_be_bought(visit: Visit) -> None:
    visit.go("entry/")
    queries = ["桥接器", "bridge-7", "bridge", "桥接", "ex-7"]
    by_name, by_id, by_part, in_title, by_alias = visit.ask(FOUND, queries)
    assert by_name == ["targets/bridge-7/", "products/bridge-7/", "products/bridge-70/"]
    assert by_id == ["products/bridge-7/", "targets/bridge-7/"]
    kinds = ["solutions", "products", "products", "targets", "targets"]
    assert [address.partition("/")[0] for address in by_part] == kinds
    assert [address.partition("/")[0] for address in in_title] == kinds
    assert [address.partition("/")[0] for address in by_alias] == kinds
    page = visit.go("search/?q=桥接")
    expect(page.locator(".search-group h2")).to_have_text(["解决方案 1", "产品 2", "目标 2"])


NEAR = """async (client, queries) => {
  const answers = [];
  for (const query of queries) answers.push([(await client.search(query)).total, await client.near(query)]);
  return answers;
}"""


def test_what_to_ask_where_nothing_is_found(visit: Visit) -> None:
    visit.go("entry/")
    expected = {
        "opcua": ("opc-ua", []),
        "brid ge": ("bridge", []),
        "新型方案": ("", []),
        "无线方案": ("无线 方案", []),
        "birdge": ("", ["bridge"]),
        "bridgge": ("", ["bridge"]),
        "桥结器": ("", ["桥接器"]),
        "查无此词": ("", []),
    }
    for (query, answer), (total, near) in zip(expected.items(), visit.ask(NEAR, list(expected)), strict=True):
        assert (total, near["instead"], near["meant"]) == (0, *answer), query


def test_page_offers_what_was_meant_and_the_lists(visit: Visit) -> None:
    page = visit.go("search/?q=独一无二")
    expect(page.get_by_role("status")).to_have_text("共 1 条")
    assert not any("search-near" in url or "names.json" in url for url in visit.asked)  # only where it is wanted
    page = visit.go("search/?q=桥结器")
    expect(page.locator(".search-lists a").first).to_have_attribute("href", "../solutions/")
    page.get_by_role("link", name="桥接器").click()
    expect(page.get_by_role("status")).to_have_text("共 3 条")
    page.fill("#search-query", "OPCUA")
    expect(page.get_by_role("status")).to_have_text("没有找到“OPCUA”，以下是“OPC-UA”的结果。 · 共 1 条")
    expect(page.locator(".search-hit")).to_have_count(1)


def test_box_offers_what_was_meant_by_keyboard(visit: Visit) -> None:
    page = visit.go("entry/")
    page.fill(".cs-input", "桥结器")
    expect(page.locator(".cs-message")).to_have_text("没有找到“桥结器”。是否要找：")
    page.keyboard.press("ArrowDown")
    expect(page.get_by_role("option", selected=True)).to_have_text("桥接器")
    with page.expect_navigation(url="**/search/?q=*"):
        page.keyboard.press("Enter")
    expect(page.get_by_role("status")).to_have_text("共 3 条")


def test_real_and_example_and_the_tone_of_a_status(visit: Visit) -> None:
    page = visit.go("search/?q=别名&kind=products")
    nature = page.get_by_role("group", name="真实或示例")
    expect(nature.locator(".count")).to_have_text(["90", "10"])
    nature.get_by_text("示例", exact=True).click()
    expect(page.get_by_role("status")).to_have_text("共 10 条")
    expect(page.locator(".search-hit .badge--example").first).to_be_visible()
    page = visit.go("search/?q=别名&kind=products&status=已批准")
    expect(page.locator(".search-hit .badge--good").first).to_have_text("已批准")


def test_box_by_keyboard(visit: Visit) -> None:
    page = visit.go("entry/")
    assert not any("search-index/" in url for url in visit.asked)  # nothing is loaded before it is wanted
    page.keyboard.press("/")
    box = page.get_by_role("combobox", name="检索目录")
    expect(box).to_be_focused()
    page.keyboard.type("独一无二")
    expect(page.get_by_role("option")).to_have_count(2)  # the hit and the way to all of them
    expect(box).to_have_attribute("aria-expanded", "true")
    expect(page.get_by_role("listbox").get_by_role("group", name="产品")).to_be_visible()
    expect(page.locator(".search-where")).to_have_text("正文中有 独一无二")
    page.keyboard.press("ArrowDown")
    expect(page.get_by_role("option", selected=True)).to_contain_text("123型")
    assert box.get_attribute("aria-activedescendant") == page.get_by_role("option", selected=True).get_attribute("id")
    page.keyboard.press("Escape")
    expect(page.locator(".cs-results")).to_be_hidden()
    expect(box).to_have_value("独一无二")
    page.keyboard.press("Control+k")
    page.keyboard.type("时延")
    expect(page.get_by_role("option")).to_have_count(7)
    assert page.locator(".cs-results mark").first.inner_text() in {"时延", "正文"}
    page.keyboard.press("ArrowUp")
    expect(page.get_by_role("option", selected=True)).to_have_text(f"查看全部 {len(visit.site.having('时延'))} 条结果")
    page.keyboard.press("Enter")
    page.wait_for_url("**/search/?q=*")
    expect(page.get_by_role("status")).to_have_text(f"共 {len(visit.site.having('时延'))} 条")


def test_box_opens_an_entry_and_says_when_nothing_is_found(visit: Visit) -> None:
    page = visit.go("entry/")
    page.fill(".cs-input", "查无此词")
    expect(page.locator(".cs-message")).to_have_text("没有找到“查无此词”。")
    page.fill(".cs-input", "独一无二")
    # The words stand in the text: the page opens where they are.
    expect(page.locator("a.cs-hit")).to_have_attribute("href", f"../products/x-123/#:~:text={quote('独一无二')}")
    page.keyboard.press("ArrowDown")
    with page.expect_navigation(url=re.compile(r"/products/x-123/")):
        page.keyboard.press("Enter")
    visit.said.clear()  # the test's site has no page there


def test_no_search_while_a_word_is_composed(visit: Visit) -> None:
    page = visit.go("entry/")
    page.focus(".cs-input")
    page.wait_for_selector("[role=combobox]")
    page.evaluate(
        """() => {
          const input = document.querySelector('.cs-input');
          input.dispatchEvent(new CompositionEvent('compositionstart'));
          input.value = 'shiyan';
          input.dispatchEvent(new InputEvent('input', { isComposing: true }));
        }"""
    )
    page.wait_for_timeout(400)
    assert not any("search-index/" in url for url in visit.asked)
    page.evaluate(
        """() => {
          const input = document.querySelector('.cs-input');
          input.value = '时延';
          input.dispatchEvent(new CompositionEvent('compositionend'));
        }"""
    )
    expect(page.locator("a.cs-hit")).to_have_count(6)


def test_page_groups_filters_and_address(visit: Visit) -> None:
    page = visit.go("search/?q=时延")
    having = visit.site.having("时延")
    products = [address for address in having if address.startswith("products/")]
    group = page.get_by_role("region", name="产品")
    expect(group.locator(".count")).to_have_text(str(len(products)))
    expect(group.locator(".search-hit")).to_have_count(5)
    group.get_by_role("button").click()
    expect(group.locator(".search-hit")).to_have_count(min(25, len(products)))
    assert not any("facets.json" in url for url in visit.asked)
    page.get_by_text("筛选").click()
    page.get_by_role("group", name="类型").get_by_text("产品").click()
    expect(page.get_by_role("status")).to_have_text(f"共 {len(products)} 条")
    draft = page.get_by_role("group", name="状态").locator("label", has_text="草案")
    drafts = [
        doc
        for doc in visit.site.docs
        if doc.address in products and doc.lang == "zh" and doc.filters["status"] == ("草案",)
    ]
    expect(draft.locator(".count")).to_have_text(str(len(drafts)))
    draft.click()
    expect(page.get_by_role("status")).to_have_text(f"共 {len(drafts)} 条")
    assert page.url.endswith("?q=%E6%97%B6%E5%BB%B6&kind=products&status=%E8%8D%89%E6%A1%88")
    page.reload()
    expect(page.get_by_role("status")).to_have_text(f"共 {len(drafts)} 条")
    expect(page.get_by_label("草案")).to_be_checked()
    page.get_by_role("button", name="清除筛选").first.click()
    expect(page.get_by_role("status")).to_have_text(f"共 {len(having)} 条")


def test_page_of_one_kind_without_a_word(visit: Visit) -> None:
    page = visit.go("search/?kind=parks")
    expect(page.get_by_role("status")).to_have_text("共 100 条")
    expect(page.get_by_role("heading", level=2)).to_have_text(["应用示范园区 100"])


def test_page_when_nothing_is_found(visit: Visit) -> None:
    page = visit.go("search/?q=查无此词")
    expect(page.get_by_role("status")).to_have_text("没有找到“查无此词”。")
    page.fill("#search-query", "”。<img src=x onerror=alert(1)>")
    page.keyboard.press("Enter")
    expect(page.get_by_role("status")).to_contain_text("<img src=x")


def test_english_page(visit: Visit) -> None:
    page = visit.go("en/search/?q=latency")
    expect(page.get_by_role("status")).to_have_text("1 result")
    expect(page.get_by_role("link", name="Edge gateway")).to_have_attribute(
        "href", "../../en/products/x-1/#:~:text=latency"
    )
    page.fill("#search-query", "时延")
    expect(page.locator(".search-where")).to_have_text("in the text: 时延")


def test_no_index(visit: Visit) -> None:
    page = visit.page
    page.route("**/search-index/**", lambda route: route.fulfill(status=404))
    visit.go("search/?q=时延")
    expect(page.get_by_role("status")).to_have_text("这个站点还没有检索索引。请从各类清单中查找。")
    assert all("404" in text for text in visit.said)  # the browser's own word about the request
    visit.said.clear()


@pytest.mark.parametrize("body", [b"\x06ab", b"\xff" * 9, b"\x02\xff\xfe\x01\x01", b"<html>"])
def test_damaged_chunks(visit: Visit, body: bytes) -> None:
    page = visit.page
    page.route("**/chunks/*.bin", lambda route: route.fulfill(body=body))
    visit.go("search/?q=时延")
    expect(page.get_by_role("status")).to_have_text("检索暂时不可用，请稍后再试，或从各类清单中查找。")
    page.unroute("**/chunks/*.bin")
    page.locator(".search-form__go").click()
    expect(page.get_by_role("status")).to_have_text(f"共 {len(visit.site.having('时延'))} 条")


def test_the_index_of_another_version(visit: Visit) -> None:
    """As on a page that was open while the site was published anew."""
    page = visit.page
    index = (visit.site.folder / "search-index/zh/index.json").read_text(encoding="utf-8")
    old = json.dumps({**json.loads(index), "key": "gone", "chunks": [["一"]]})
    page.route("**/zh/index.json", lambda route: route.fulfill(body=old), times=1)
    visit.go("search/?q=时延")
    expect(page.get_by_role("status")).to_have_text(f"共 {len(visit.site.having('时延'))} 条")
    assert all("404" in text for text in visit.said)
    visit.said.clear()


def test_characters_outside_the_common_ones(visit: Visit) -> None:
    visit.go("entry/")
    found = visit.ask(FOUND, ["𠀀𠀁", "﨎﨏", "㐀", "𠀁𠀀", "﨏﨎"])
    assert found == [[f"targets/rare-{number}/"] if number else [] for number in (1, 2, 3, 0, 0)]


def test_without_module_workers(visit: Visit) -> None:
    visit.page.add_init_script("window.Worker = class { constructor() { throw new Error('none'); } }")
    page = visit.go("search/?q=独一无二")
    expect(page.get_by_role("status")).to_have_text("共 1 条")


@pytest.mark.parametrize("width", [360, 768])
def test_narrow(visit: Visit, width: int) -> None:
    visit.page.set_viewport_size({"width": width, "height": 740})
    page = visit.go("search/?q=时延&kind=products")
    expect(page.locator(".search-hit").first).to_be_visible()
    assert page.evaluate("document.documentElement.scrollWidth") <= width
