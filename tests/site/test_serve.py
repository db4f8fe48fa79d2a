"""The site while it is being worked on, by `catalog serve` and by `mkdocs build`: the same pages as the finished site."""

import http.client
import os
import shutil
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from time import monotonic

import pytest

from generator.build import live
from generator.loader.layout import TOPS
from generator.site.serving import Live, changes, server
from generator.source.tree import FolderTree

GATEWAY = "catalog/products/example-gateway-5.yaml"
PAGES = (
    "",
    "products/",
    "products/example-gateway-5/",
    "en/solutions/example-agv-line/",
    "rules/c002/",
    "search/",
    "guide/vendor/",
)


@pytest.fixture(scope="module")
def root(built: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of what the site was built from, to be changed."""
    copy = tmp_path_factory.mktemp("serve") / "root"
    shutil.copytree(built.parent / "root", copy, ignore=shutil.ignore_patterns("frames"))
    return copy


@pytest.fixture(scope="module")
def site(root: Path) -> Live:
    return live(root, "2026-07-01")


@pytest.fixture(scope="module")
def port(site: Live) -> Iterator[int]:
    found = server(site, 0, "/catalog/")
    threading.Thread(target=found.serve_forever, daemon=True).start()
    yield found.server_port
    found.shutdown()
    found.server_close()


def answer(port: int, path: str, host: str = "localhost", method: str = "GET") -> tuple[int, str, bytes]:
    """Status, location and content of what the server says to a path, sent just as it is."""
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=10)
    connection.putrequest(method, path, skip_host=True)
    connection.putheader("Host", f"{host}:{port}")
    connection.endheaders()
    response = connection.getresponse()
    found = response.status, response.headers.get("Location", ""), response.read()
    connection.close()
    return found


@pytest.mark.parametrize("address", PAGES)
def test_a_page_on_request_is_the_built_page(site: Live, built: Path, address: str) -> None:
    wanted = (built / address / "index.html").read_bytes()
    found = site.answer(f"{address}index.html") or b""
    script = found[found.rfind(b"<script") : found.rfind(b"</body>")]
    assert found.replace(script, b"") == wanted if b"live.js" in script else found == wanted


def test_everything_else_is_there_too(site: Live, built: Path) -> None:
    for path in ("api/v1/products/example-gateway-5.json", "exports/csv/products.csv", "assets/js/site.js", "404.html"):
        assert site.answer(path) == (built / path).read_bytes(), path
    assert site.answer("products/no-such-thing/index.html") is None


def test_addresses(port: int) -> None:
    assert answer(port, "/catalog/")[0] == 200
    assert answer(port, "/catalog/products/example-gateway-5/?x=1#y")[0] == 200
    assert answer(port, "/catalog/products/example-gateway-5")[:2] == (302, "/catalog/products/example-gateway-5/")
    assert answer(port, "/")[:2] == (302, "/catalog/")
    status, _, content = answer(port, "/catalog/products/no-such-thing/")
    assert status == 404
    assert "找不到" in content.decode()
    assert answer(port, "/catalog/", method="POST")[0] == 501


@pytest.mark.parametrize("host", ["example.org", "localhost.example.org", "127.0.0.1.nip.io", "", "[::2]", "0.0.0.0"])
def test_another_host_is_refused(port: int, host: str) -> None:
    """Else a page of another site could read this one under a name of its own (DNS rebinding)."""
    assert answer(port, "/catalog/", host)[0] == 403


@pytest.mark.parametrize(
    "path",
    [
        "/catalog/../../../../../../../../etc/passwd", "/catalog/%2e%2e/%2e%2e/%2e%2e/%2e%2e/%2e%2e/%2e%2e/etc/passwd", "/catalog//etc/passwd",
        "/catalog/..%2f..%2f..%2f..%2f..%2f..%2f..%2fetc/passwd", "/catalog/search-index/../../../../../../etc/passwd", "/catalog/%2fetc%2fpasswd",
        "/catalog/search-index//etc/passwd", "/catalog/..\\..\\mkdocs.yml", "/catalog/../catalog/programme.yaml", "/catalog/%00", "/catalog/a%0d%0aX:y/",
        "/catalog/search-index/%2e%2e/entries.msgpack", "//etc/passwd", "/catalog/C:/x",
    ],
)  # fmt: skip
def test_no_path_leads_out_of_the_site(port: int, path: str) -> None:
    status, location, content = answer(port, path)
    assert status in (302, 403, 404)
    assert b"root:" not in content
    assert location in ("", "/catalog/")


def test_a_change_shows_on_the_page_and_on_those_that_link_to_it(site: Live, root: Path) -> None:
    file = root / GATEWAY
    before = file.read_text("utf-8")
    backlinks = [link.source for link in site.project.backlinks("products/example-gateway-5")]
    linking = f"{backlinks[0]}/index.html"
    try:
        file.write_text(before.replace("示例5G工业网关", "换了名字的网关"), "utf-8")
        started = monotonic()
        site.update([GATEWAY], FolderTree(root, TOPS))
        for path in ("products/example-gateway-5/index.html", "products/index.html", linking):
            assert "换了名字的网关" in (site.answer(path) or b"").decode(), path
        assert monotonic() - started < 1
        file.write_text("name: [", "utf-8")
        site.update([GATEWAY], FolderTree(root, TOPS))
        assert site.answer("products/index.html") is not None
        file.unlink()
        site.update([GATEWAY], FolderTree(root, TOPS))
        assert site.answer("products/example-gateway-5/index.html") is None
    finally:
        file.write_text(before, "utf-8")
    site.update([GATEWAY], FolderTree(root, TOPS))
    assert "示例5G工业网关" in (site.answer("products/example-gateway-5/index.html") or b"").decode()


def test_open_pages_are_told(site: Live, port: int, root: Path) -> None:
    with socket.create_connection(("127.0.0.1", port), timeout=10) as connection:
        connection.sendall(f"GET /catalog/_events HTTP/1.1\r\nHost: localhost:{port}\r\n\r\n".encode())
        head = connection.recv(4096)
        assert b"text/event-stream" in head
        said = b""
        for _ in range(20):  # until the server waits for the change
            site.update([], FolderTree(root, TOPS))
            connection.settimeout(0.5)
            try:
                said += connection.recv(4096)
            except TimeoutError:
                continue
            break
        assert b"event: changed" in said


def test_the_watch_names_what_changed_and_misses_nothing(tmp_path: Path) -> None:
    folder = tmp_path / "catalog" / "products"
    folder.mkdir(parents=True)
    seen = changes(tmp_path, TOPS)
    assert next(seen) == ()  # the watch is on
    (folder / "a.yaml").write_text("name: 1\n", "utf-8")
    time.sleep(0.3)  # nobody asks meanwhile, as while the site is read
    assert next(seen) == ("catalog/products/a.yaml",)
    (folder / "b.yaml").write_text("name: 2\n", "utf-8")
    assert next(seen) == ("catalog/products/b.yaml",)


def test_mkdocs_alone_builds_the_same_site(built: Path, root: Path, tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "mkdocs", "build", "--quiet", "--site-dir", str(tmp_path / "site")],
        cwd=root, capture_output=True, text=True,
        env={**os.environ, "SOURCE_DATE_EPOCH": str(int(datetime(2026, 7, 1, tzinfo=UTC).timestamp()))},
    )  # fmt: skip
    assert done.returncode == 0, done.stderr[-3000:]

    def files(site: Path) -> dict[str, bytes]:
        paths = (path for path in site.rglob("*") if path.is_file())
        return {path.relative_to(site).as_posix(): path.read_bytes() for path in paths}

    one, other = files(built), files(tmp_path / "site")
    assert one.keys() == other.keys()
    assert [path for path in one if one[path] != other[path]] == []
    assert (tmp_path / "site/search-index/zh/index.json").is_file()
