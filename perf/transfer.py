"""What a reader's first search fetches: Chromium on the search page of the built site, every byte counted where it leaves.

Each word is typed into a fresh browser that keeps nothing, once with a server that sends files as they are and
once with one that compresses them as most servers do. No filter is opened.
"""

import gzip
import mimetypes
import random
import re
import shutil
import statistics
import threading
import time
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import cache
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

from playwright.sync_api import Browser, expect, sync_playwright

from perf.prepare import Bench
from perf.synthetic import SHARES

WORDS = 8
SEED = 1
PAGES = 200
"""Entry pages of which the median size is given."""

_BROWSERS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
_TWO = re.compile(r"(?=([\u4e00-\u9fff]{2}))")
_TEXT_TYPES = ("text/", "application/javascript", "application/json", "image/svg")
_SCRIPTS = re.compile(r"/assets/js/(search|tokens)")
"""The search's own scripts: counted as fetched for the search, although the search page brings some with it."""
_STILL = 0.8
"""Seconds without a request after which a page is taken to be done."""


Fetched = list[tuple[str, int]]
"""What was asked for and the bytes of the answer, head and body."""


@dataclass(frozen=True, slots=True)
class Searched:
    """The first search of a word: how many hits, what was fetched for it, and what the page fetched besides."""

    hits: int
    search: Fetched
    page: Fetched

    @property
    def size(self) -> int:
        return sum(size for _, size in self.search)

    @property
    def total(self) -> int:
        return self.size + sum(size for _, size in self.page)


def transfer(bench: Bench) -> dict[str, Any]:
    """The first search of several words, and the size of an entry page. The site must have been built."""
    site = bench.ours / "site"
    words = words_of(bench)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=next(filter(None, map(shutil.which, _BROWSERS)), None),
            args=["--no-sandbox", "--disable-background-networking"],
        )
        plain, packed = (searches(browser, site, words, compress=compress) for compress in (False, True))
        how = f"Chromium {browser.version}"
        browser.close()
    return {"entries": bench.entries, "how": how, "searches": _rows(words, plain, packed), **page_sizes(site)}


def _rows(words: Sequence[str], plain: Sequence[Searched], packed: Sequence[Searched]) -> list[dict[str, Any]]:
    return [
        {
            "word": word,
            "hits": one.hits,
            "requests": len(one.search),
            "search": one.size,
            "search gzip": other.size,
            "total": one.total,
            "total gzip": other.total,
        }
        for word, one, other in zip(words, plain, packed, strict=True)
    ]


def words_of(bench: Bench) -> tuple[str, ...]:
    """Words of two characters out of the entries, from one of the most frequent to one of the rarest."""
    dice = random.Random(SEED)
    held: Counter[str] = Counter()
    files = sorted(file for kind in SHARES for file in (bench.ours / "catalog" / kind).glob("*.yaml"))
    for file in dice.sample(files, min(1000, len(files))):
        held.update(set(_TWO.findall(file.read_text(encoding="utf-8"))))
    every = sorted(held, key=lambda word: (-held[word], word))
    most, least = held[every[0]], held[every[-1]]
    found: list[str] = []
    for step in range(WORDS):
        # Equal steps of the frequency's logarithm.
        count = most * (least / most) ** (step / (WORDS - 1))
        left = [word for word in every if word not in found]
        near = sorted(left, key=lambda word: (abs(held[word] - count), word))[:10]
        found.append(dice.choice(near))
    return tuple(found)


def searches(browser: Browser, site: Path, words: Sequence[str], *, compress: bool) -> tuple[Searched, ...]:
    """The first search of each word."""
    with served(site, compress=compress) as server:
        return tuple(first_search(browser, server, word) for word in words)


def first_search(browser: Browser, server: "CountingServer", word: str) -> Searched:
    """Open the search page in a fresh browser, type the word, and wait until all is shown and nothing more comes."""
    context = browser.new_context(locale="zh-CN")
    try:
        page = context.new_page()
        server.taken()
        page.goto(f"http://127.0.0.1:{server.server_port}/search/")
        server.wait_until_still()
        opened = server.taken()
        scripts = [one for one in opened if _SCRIPTS.match(one[0])]
        page.locator("#search-query").press_sequentially(word, delay=50)
        status = page.get_by_role("status").filter(has_text=re.compile(r"共 \d+ 条"))
        expect(status).to_be_visible(timeout=60_000)
        expect(page.locator(".search-hit").first).to_be_visible(timeout=60_000)
        server.wait_until_still()
        hits = re.search(r"\d+", status.inner_text())
        rest = [one for one in opened if one not in scripts]
        return Searched(int(hits[0]) if hits else 0, scripts + server.taken(), rest)
    finally:
        context.close()


def page_sizes(site: Path) -> dict[str, int]:
    """The pages of entries in gzip, without the files that pages share: the median of some, the largest of all."""
    pages = sorted(file for kind in SHARES for file in (site / kind).glob("example-*/index.html"))
    some = random.Random(SEED).sample(pages, min(PAGES, len(pages)))
    largest = max(pages, key=lambda file: file.stat().st_size)
    return {
        "page": round(statistics.median(len(_packed(file)) for file in some)),
        "largest page": len(_packed(largest)),
    }


@dataclass(slots=True)
class _Count:
    lock: threading.Lock = field(default_factory=threading.Lock)
    last: float = 0
    answers: Fetched = field(default_factory=list)


class CountingServer(ThreadingHTTPServer):
    """Serves a folder on loopback and counts what it sends."""

    daemon_threads = True
    request_queue_size = 64

    def __init__(self, folder: Path, *, compress: bool) -> None:
        super().__init__(("127.0.0.1", 0), _Handler)
        self.folder, self.compress = folder, compress
        self._count = _Count()

    def sent(self, path: str, size: int) -> None:
        with self._count.lock:
            self._count.answers.append((path, size))
            self._count.last = time.monotonic()

    def taken(self) -> Fetched:
        """What was sent since this was asked for last."""
        with self._count.lock:
            found, self._count.answers = self._count.answers, []
            return found

    def wait_until_still(self) -> None:
        while time.monotonic() - self._count.last < _STILL:
            time.sleep(0.05)

    def handle_error(self, request: object, client_address: object) -> None:
        """A browser that hangs up is no error of ours."""


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    server: CountingServer

    def do_GET(self) -> None:
        path = unquote(urlsplit(self.path).path).lstrip("/")
        file = self.server.folder / path / "index.html" if path.endswith("/") or not path else self.server.folder / path
        found = file.is_file()
        kind = mimetypes.guess_type(file.name)[0] or "application/octet-stream"
        head = {"Content-Type": kind, "Cache-Control": "max-age=600"}
        content = file.read_bytes() if found else b""
        accepted = "gzip" in self.headers.get("Accept-Encoding", "")
        if found and self.server.compress and accepted and kind.startswith(_TEXT_TYPES):
            content = _packed(file)
            head |= {"Content-Encoding": "gzip", "Vary": "Accept-Encoding"}
        head["Content-Length"] = str(len(content))
        lines = [f"HTTP/1.1 {'200 OK' if found else '404 Not Found'}", *(f"{k}: {v}" for k, v in head.items()), "", ""]
        answer = "\r\n".join(lines).encode() + content
        self.server.sent(self.path, len(answer))
        self.wfile.write(answer)


@cache
def _packed(file: Path) -> bytes:
    return gzip.compress(file.read_bytes(), 6, mtime=0)


@contextmanager
def served(folder: Path, *, compress: bool) -> Iterator[CountingServer]:
    """A server for `folder` while it is needed."""
    server = CountingServer(folder, compress=compress)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield server
    finally:
        server.shutdown()
        server.server_close()
