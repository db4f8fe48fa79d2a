"""The built site in a real browser: quiet, self-contained, keyboard, phone, both languages, both schemes, print, axe."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

import axe_playwright_python
import pytest
from playwright.sync_api import Browser, BrowserContext, Page, ViewportSize, expect, sync_playwright

from generator.model.registry import KINDS
from tests.site.web import served

pytestmark = pytest.mark.browser

ROOT = Path(__file__).resolve().parents[2]
AXE = (Path(axe_playwright_python.__file__).parent / "axe.min.js").read_text(encoding="utf-8")
DESKTOP: ViewportSize = {"width": 1280, "height": 800}
PHONE: ViewportSize = {"width": 390, "height": 844}


def longest(kind: str) -> str:
    """The id of the entry of a kind whose file is the longest: it shows most of what a page can show."""
    if kind == "standards":
        return "standards/e2e-5g-intranet"
    files = sorted((ROOT / "catalog" / kind).glob("*.yaml"), key=lambda path: (-path.stat().st_size, path.name))
    return f"{kind}/{files[0].stem}"


GUIDES = tuple(f"guide/{path.stem}" for path in sorted((ROOT / "docs" / "guide").glob("*.md")))
ENTRIES = tuple(longest(kind) for kind in KINDS)
OTHERS = ("", "products", "parks", "search", "rules", "rules/c002", *GUIDES)
STANDARD = tuple(
    f"{longest('standards')}/{name}" for name in ("2025", "2025-draft", "comments", "matrix", "provisions")
)
ADDRESSES = tuple(f"{address}/" if address else "" for address in (*OTHERS, *ENTRIES, *STANDARD))
AXED = ("", "products/", "search/?q=时延", "rules/c002/", "guide/vendor/", *(f"{address}/" for address in STANDARD), *(
    f"{longest(kind)}/" for kind in ("products", "solutions", "architectures", "standards", "workplans", "targets")
))  # fmt: skip


@pytest.fixture(scope="module")
def address(built: Path) -> Iterator[str]:
    with served(built) as address:
        yield address


@pytest.fixture(scope="module")
def browser(chromium: str) -> Iterator[Browser]:
    with sync_playwright() as playwright:
        yield playwright.chromium.launch(
            executable_path=chromium, args=["--no-sandbox", "--disable-background-networking"]
        )


@dataclass
class Visit:
    """One page, and what it said and asked for."""

    page: Page
    address: str
    said: list[str] = field(default_factory=list)
    asked: list[str] = field(default_factory=list)

    def go(self, path: str) -> Page:
        self.page.goto(self.address + path)
        return self.page

    def foreign(self) -> list[str]:
        return [url for url in self.asked if not url.startswith((self.address, "data:"))]


def visit(context: BrowserContext, address: str) -> Visit:
    made = Visit(context.new_page(), address)
    made.page.on("console", lambda message: made.said.append(message.text))
    made.page.on("pageerror", lambda error: made.said.append(str(error)))
    context.on("request", lambda request: made.asked.append(request.url))
    return made


@pytest.fixture
def desktop(browser: Browser, address: str) -> Iterator[Visit]:
    with browser.new_context(viewport=DESKTOP) as context:
        made = visit(context, address)
        yield made
        assert (made.said, made.foreign()) == ([], [])


@pytest.fixture
def phone(browser: Browser, address: str) -> Iterator[Visit]:
    with browser.new_context(viewport=PHONE, has_touch=True, is_mobile=True) as context:
        made = visit(context, address)
        yield made
        assert (made.said, made.foreign()) == ([], [])


@pytest.mark.parametrize("at", ["", "en/"], ids=["zh", "en"])
def test_a_page_of_every_sort_is_quiet_and_fits_a_phone(phone: Visit, at: str) -> None:
    """No message in the console (a breach of the policy would be one), no other host, nothing wider than the screen."""
    wide: dict[str, int] = {}
    for path in ADDRESSES:
        page = phone.go(at + path)
        width = page.evaluate("document.documentElement.scrollWidth")
        wide |= {path: width} if width > PHONE["width"] else {}
        assert phone.said == [], path
        assert page.locator("h1").count() == 1, path
    assert wide == {}


def test_the_number_of_an_untitled_clause_stands_left_of_its_text(desktop: Visit) -> None:
    page = desktop.go(f"{longest('standards')}/")
    number, body = (
        page.locator(f".std-untitled > {one}").first.bounding_box() for one in (".std-number", ".std-untitled-body")
    )
    assert number is not None
    assert body is not None
    assert number["x"] + number["width"] <= body["x"] + 1
    assert abs(number["y"] - body["y"]) < 40


def test_the_language_switch_leads_to_the_same_page_and_back(desktop: Visit) -> None:
    for path in ("", "products/", "guide/vendor/", "products/example-gateway-5/", "rules/c002/"):
        page = desktop.go(path)
        page.locator("a.lang-switch").click()
        page.wait_for_url(f"{desktop.address}en/{path}")
        expect(page.locator("html")).to_have_attribute("lang", "en")
        page.locator("a.lang-switch").click()
        page.wait_for_url(f"{desktop.address}{path}")


def test_the_first_stops_of_the_keyboard(desktop: Visit) -> None:
    page = desktop.go("products/example-gateway-5/")
    page.keyboard.press("Tab")
    skip = page.locator("a.md-skip")
    expect(skip).to_be_focused()
    expect(skip).to_be_in_viewport()
    stops = []
    for _ in range(6):
        page.keyboard.press("Tab")
        stops.append(page.evaluate("document.activeElement.id || document.activeElement.className"))
    assert "catalog-search" in stops
    page.goto(page.url)
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    assert page.evaluate("!!document.activeElement.closest('#top')")


def test_a_word_from_the_middle_of_a_description_finds_its_product(desktop: Visit) -> None:
    page = desktop.go("")
    page.locator("#q").fill("断网缓存")
    page.keyboard.press("Enter")
    page.wait_for_url("**/search/?q=*")
    page.locator("main").get_by_role("link", name="示例5G工业网关", exact=True).click()
    page.wait_for_url("**/products/example-gateway-5/**")  # and the words, for the browser to find
    page.keyboard.press("/")
    page.keyboard.type("断网缓存")
    expect(page.get_by_role("option").first).to_contain_text("示例5G工业网关")


@pytest.mark.parametrize(
    ("words", "page"),
    [
        ("失去时间源后的保持时间", "comments/"),  # of a comment
        ("未由方案提供而利用企业既有设施", "2025/"),  # of an edition that the draft words otherwise
        ("不经过厂区或园区之外", ""),  # of the draft
    ],
)
def test_words_of_a_standard_lead_to_their_place_in_its_page(desktop: Visit, words: str, page: str) -> None:
    at = desktop.go(f"search/?q={words}")
    hits = at.locator(".search-hit__title")
    expect(hits).to_have_count(1)
    expect(at.locator(".search-hit .badge--example")).to_be_visible()
    hits.click()
    at.wait_for_url(f"**/{longest('standards')}/{page}#:~:text=*")
    place = at.get_by_text(words).last
    expect(place).to_be_in_viewport(timeout=20_000)


def test_the_filter_of_a_list(desktop: Visit) -> None:
    page = desktop.go("products/")
    everything = page.locator("[data-filter-item]").count()
    assert everything > 30
    page.fill("#filter", "网关 lora")
    expect(page.locator("[data-filter-item]:visible")).to_have_count(1)
    expect(page.locator("[data-filter-group]:visible")).to_have_count(1)
    expect(page.locator("[data-filter-count]")).to_have_text(f"1 / {everything} 项")
    assert "filter=" in page.url
    page.reload()
    expect(page.locator("[data-filter-item]:visible")).to_have_count(1)
    page.fill("#filter", "查无此物")
    expect(page.locator("[data-filter-none]")).to_be_visible()
    page.keyboard.press("Escape")
    expect(page.locator("[data-filter-item]:visible")).to_have_count(everything)


def test_the_menu_of_a_phone(phone: Visit) -> None:
    page = phone.go("")
    page.locator("label.md-header__button[for=__drawer]").tap()
    link = page.locator(".md-sidebar--primary").get_by_role("link", name="参考架构").first
    expect(link).to_be_in_viewport()
    link.tap()
    page.wait_for_url("**/architectures/")


def test_the_colours_follow_the_system_and_the_reader(browser: Browser, address: str) -> None:
    luminance = "getComputedStyle(document.body).backgroundColor.match(/\\d+/g).slice(0, 3).reduce((a, b) => a + +b, 0)"
    with browser.new_context(viewport=DESKTOP, color_scheme="dark") as context:
        dark = visit(context, address)
        page = dark.go("products/")
        assert page.evaluate(luminance) < 200
        page.locator("form[data-md-component=palette] label:visible").click()
        page.wait_for_function(f"({luminance}) > 600")
        page.reload()
        assert page.evaluate(luminance) > 600
        assert (dark.said, dark.foreign()) == ([], [])


def test_paper_holds_the_text_and_no_navigation(desktop: Visit) -> None:
    page = desktop.go("products/example-gateway-5/")
    page.emulate_media(media="print")
    for hidden in (
        ".md-sidebar--primary",
        ".md-sidebar--secondary",
        ".md-tabs",
        ".cs-box",
        "a.lang-switch",
        ".edit-link",
    ):
        expect(page.locator(hidden).first).to_be_hidden()
    expect(page.locator("h1")).to_be_visible()
    expect(page.locator("#prices")).to_be_visible()
    expect(page.locator(".banner--example")).to_be_visible()


def test_a_lost_reader_is_helped(browser: Browser, address: str) -> None:
    with browser.new_context(viewport=DESKTOP) as context:
        lost = visit(context, address)
        page = lost.go("products/no-such-thing/deeper/")
        expect(page.locator("h1")).to_contain_text("找不到")
        page.locator("main a, header a").first.click()
        page.wait_for_url(address)
        assert lost.foreign() == []


@pytest.mark.parametrize(
    ("scheme", "size"),
    [
        pytest.param("light", "desktop"),
        pytest.param("dark", "phone"),
        pytest.param("dark", "desktop", marks=pytest.mark.full),
        pytest.param("light", "phone", marks=pytest.mark.full),
    ],
)
def test_no_serious_finding_of_axe(browser: Browser, address: str, scheme: str, size: str) -> None:
    found = []
    with axed(browser, scheme, size) as page:
        for path in AXED:
            page.goto(address + path)
            if path.startswith("search"):
                page.locator(".search-hit").first.wait_for()
            found += [f"{path} {violation}" for violation in violations(page)]
    assert found == []


def test_axe_sees_what_is_wrong(browser: Browser, address: str) -> None:
    with axed(browser, "light", "desktop") as page:
        page.goto(address)
        assert violations(page) == []
        page.evaluate("document.querySelector('main').insertAdjacentHTML('beforeend', '<img src=\"data:,\">')")
        assert [violation.split(":")[0] for violation in violations(page)] == ["image-alt"]


@contextmanager
def axed(browser: Browser, scheme: str, size: str) -> Iterator[Page]:
    """A page that brings axe along wherever it goes. The policy of the pages would keep axe out."""
    with browser.new_context(
        viewport=DESKTOP if size == "desktop" else PHONE,
        color_scheme="dark" if scheme == "dark" else "light",
        bypass_csp=True,
    ) as context:
        context.add_init_script(script=AXE)
        yield context.new_page()


def violations(page: Page) -> list[str]:
    """What axe calls serious or critical, with the first elements concerned."""
    found = page.evaluate("axe.run(document, {resultTypes: ['violations']}).then((result) => result.violations)")
    return [
        f"{violation['id']}: {node['html'][:160]}"
        for violation in found
        if violation["impact"] in ("serious", "critical")
        for node in violation["nodes"][:3]
    ]
