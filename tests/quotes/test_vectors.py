"""The arithmetic in the browser: the shared cases and, at full size, random ones come to the same in both languages."""

import functools
import http.server
import json
import threading
from collections.abc import Callable, Iterator
from pathlib import Path
from random import Random
from typing import Any

import pytest
from playwright.sync_api import sync_playwright

from generator.vouchers.calculator import quote_data
from generator.vouchers.programme import programmes_of
from generator.vouchers.request import request_of
from generator.vouchers.subsidy import quote
from tests.conftest import Golden
from tests.quotes import cases, handmade

SCRIPTS = Path(__file__).resolve().parents[2] / "site_overrides/assets/js"
Quoting = Callable[[list[dict[str, Any]]], list[Any]]


class Handler(http.server.SimpleHTTPRequestHandler):
    def log_message(self, *_: object) -> None:
        """Says nothing."""


@pytest.fixture(scope="module")
def in_browser(chromium: str) -> Iterator[Quoting]:
    """Quotes for cases (programmes and request), computed by quote.js."""
    handler = functools.partial(Handler, directory=str(SCRIPTS))
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium)
        page = browser.new_page()
        page.goto(f"http://127.0.0.1:{server.server_address[1]}/quote.js")

        def run(asked: list[dict[str, Any]]) -> list[Any]:
            answer: list[Any] = json.loads(
                page.evaluate(
                    """async (asked) => {
                      const { quote } = await import("/quote.js");
                      return JSON.stringify(JSON.parse(asked).map(({ programmes, request }) => quote(programmes, request)));
                    }""",
                    json.dumps(asked, ensure_ascii=False),
                )
            )
            return answer

        yield run
        browser.close()
    server.shutdown()
    server.server_close()


def computed(case: dict[str, Any]) -> dict[str, Any]:
    """The quote as plain data, as JSON knows it."""
    found = quote(programmes_of(case["programmes"]), request_of(case["request"]))
    plain: dict[str, Any] = json.loads(json.dumps(quote_data(found), ensure_ascii=False))
    return plain


def generated() -> list[dict[str, Any]]:
    return [{"about": f"seed {seed}", **cases.case(Random(seed))} for seed in range(60)]


def test_the_vectors_are_what_python_computes(golden: Golden) -> None:
    lines = [
        json.dumps({**case, "quote": computed(case)}, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
        for case in [*handmade.CASES, *generated()]
    ]
    golden(cases.VECTORS, '{"cases":[\n' + ",\n".join(lines) + "\n]}\n")


@pytest.mark.browser
def test_the_browser_computes_the_same(in_browser: Quoting) -> None:
    vectors = cases.vectors()
    for vector, found in zip(vectors, in_browser(vectors), strict=True):
        assert found == vector["quote"], vector["about"]


@pytest.mark.browser
def test_both_stop_at_the_same_place(in_browser: Quoting) -> None:
    long = [cases.case(Random(seed), lines=count, programmes=2) for seed, count in ((2, 40), (11, 40), (5, 60))]
    expected = [computed(case) for case in long]
    assert {one["proof"] for one in expected} == {"exact", "bound"}
    assert in_browser(long) == expected


@pytest.mark.full
@pytest.mark.browser
def test_ten_thousand_random_cases_agree(in_browser: Quoting) -> None:
    for start in range(100_000, 110_000, 500):
        batch = [cases.case(Random(seed)) for seed in range(start, start + 500)]
        for offset, found in enumerate(in_browser(batch)):
            assert found == computed(batch[offset]), f"seed {start + offset}"
