"""The site while it is being worked on: pages are made when they are asked for, and change as files change.

Nothing is written but the search index. A changed entry is read again alone; what links to it shows the
change at the next request, because pages are made from the project. Open pages are told over one
server-sent-events address. Binds to loopback only, and answers to loopback names only.
"""

import sys
import threading
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from mimetypes import guess_type
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

from generator.diagnostics import Code
from generator.loader import reload_entry
from generator.loader.released import TOP
from generator.project import Project
from generator.site.entry_page import Surroundings, entry_page, entry_view
from generator.site.frames import FrameSet
from generator.site.page import Page
from generator.site.pages import other_pages
from generator.site.publish import documents
from generator.site.search import FOLDER, write_index
from generator.source.tree import Tree
from generator.standards.redline.page import STYLE_PATH, style
from generator.texts import LANGS, Lang
from generator.vouchers.frozen import shelf_of

_LIVE = (
    b'const events = new EventSource(new URL("../../_events", import.meta.url));\n'
    b'events.addEventListener("changed", () => location.reload());\n'
)
_LIVE_PATH = "assets/js/live.js"
_NAMES = ("localhost", "127.0.0.1", "[::1]")


class Live:
    """The project as it is now, and whoever waits for it to change. Safe to use from several threads."""

    def __init__(
        self,
        load: Callable[[], tuple[Project, Tree]],
        files: Callable[[Project, Tree], Iterator[tuple[str, bytes]]],
        documents: Callable[[Project, Tree], Mapping[str, Callable[[], bytes]]],
        frames: FrameSet,
        codes: Sequence[Code],
        around: Surroundings,
        work: Path,
    ) -> None:
        self._load, self._export, self._documents, self._frames = load, files, documents, frames
        self._codes, self._around, self._work = codes, around, work
        self.project, self._tree = load()
        self._changed = threading.Condition()
        self._indexing = threading.Lock()
        self._indexed = False
        self._version = 0
        self._others: dict[tuple[Lang, str], Page] = {}
        self._files: dict[str, bytes] | None = None
        self._makers: Mapping[str, Callable[[], bytes]] | None = None

    def update(self, paths: Sequence[str], tree: Tree) -> None:
        """Files changed: read them again, one by one where that is enough."""
        project: Project | None = self.project
        for path in paths:
            project = reload_entry(project, tree, path) if project else None
        if project is None:
            self.project, self._tree = self._load()
        else:
            self.project, self._tree = project, tree
        if any(path.startswith(f"{TOP}/") for path in paths):
            self._around = replace(self._around, shelf=shelf_of(tree))
        self._others, self._files, self._makers, self._indexed = {}, None, None, False
        with self._changed:
            self._version += 1
            self._changed.notify_all()

    def wait(self, seconds: float) -> bool:
        """Wait for the next change; False when the time is over first."""
        with self._changed:
            version = self._version
            return self._changed.wait_for(lambda: self._version != version, seconds)

    def answer(self, path: str) -> bytes | None:
        """The bytes at a path below the site's root, or None."""
        if path == _LIVE_PATH:
            return _LIVE
        if path.startswith(f"{FOLDER}/"):
            with self._indexing:
                if not self._indexed:
                    self.index()
                    self._indexed = True
            return _file(self._work / path)
        page = self._page(path)
        if page:
            up = "../" * page.path.count("/")
            script = f'<script type="module" src="{up}{_LIVE_PATH}"></script></body>'.encode()
            return self._frames.stamp(page).replace(b"</body>", script, 1)
        if (static := _file(self._frames.static / path)) is not None:
            return static
        if self._files is None:
            self._files = dict(self._export(self.project, self._tree))
        if path not in self._files and path.startswith("standards/"):
            self._makers = self._makers or self._documents(self.project, self._tree)
            return make() if (make := self._makers.get(path)) else None
        if path == STYLE_PATH:
            return style().encode()
        return self._files.get(path)

    def index(self) -> None:
        """Make the search index of what is there now, below the working folder."""
        write_index(documents(self.project, self._codes, self._around), self._work, self._work)

    def _page(self, path: str) -> Page | None:
        lang: Lang = "en" if path == "en" or path.startswith("en/") else "zh"
        address = path.removeprefix("en/") if lang == "en" else path
        address = address.removesuffix("index.html")
        if address and not address.endswith("/"):
            return None  # its relative links would lead astray; the server sends its reader on
        entry = self.project.get(address.rstrip("/"))
        if entry:
            return entry_page(entry, entry_view(self.project, lang), self._around)
        if not self._others:
            self._others = {
                (p.lang, p.address): p
                for each in LANGS
                for p in other_pages(
                    self.project, each, self._codes, self._frames.guides.get(each, ()), self._around.shelf
                )
            }
        return self._others.get((lang, address))


def _file(path: Path) -> bytes | None:
    try:
        return path.read_bytes() if path.is_file() else None
    except OSError:  # a name that is too long, say
        return None


class _Server(ThreadingHTTPServer):
    daemon_threads = True

    def handle_error(self, request: Any, client_address: Any) -> None:
        """A browser that hangs up is no fault; anything else is shown."""
        if not isinstance(sys.exception(), OSError):
            super().handle_error(request, client_address)


def server(live: Live, port: int, base: str) -> ThreadingHTTPServer:
    """A server for `live` on loopback. `base`: the path of the site's address, with a slash at both ends."""

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_GET(self) -> None:
            host = self.headers.get("Host", "").rsplit(":", 1)[0]
            if host not in _NAMES:
                self.send_error(HTTPStatus.FORBIDDEN)
                return
            path = unquote(urlsplit(self.path).path)
            if not path.startswith(base):
                self._redirect(base)
            elif path == f"{base}_events":
                self._events()
            else:
                self._serve(path[len(base) :])

        def _serve(self, path: str) -> None:
            # An absolute path, or a drive's, would take the place of the folder that it is joined to.
            if ".." in path.split("/") or path.startswith("/") or any(c in path for c in "\\:\r\n\0"):
                self.send_error(HTTPStatus.FORBIDDEN)
                return
            wanted = path + "index.html" if path == "" or path.endswith("/") else path
            content = live.answer(wanted)
            if content is None and not path.endswith("/") and live.answer(f"{path}/index.html") is not None:
                self._redirect(f"{base}{path}/")
                return
            status = HTTPStatus.OK if content is not None else HTTPStatus.NOT_FOUND
            content = content if content is not None else live.answer("404.html") or b""
            kind = guess_type(wanted)[0] or "application/octet-stream"
            if kind.startswith("text/") or kind.endswith(("json", "javascript", "xml")):
                kind += "; charset=utf-8"
            self.send_response(status)
            self.send_header("Content-Type", kind)
            self.send_header("Content-Length", str(len(content)))
            self.send_header("Cache-Control", "no-store")
            self.end_headers()
            self.wfile.write(content)

        def _redirect(self, to: str) -> None:
            self.send_response(HTTPStatus.FOUND)
            self.send_header("Location", to)
            self.send_header("Content-Length", "0")
            self.end_headers()

        def _events(self) -> None:
            self.send_response(HTTPStatus.OK)
            self.send_header("Content-Type", "text/event-stream")
            self.send_header("Cache-Control", "no-store")
            self.end_headers()
            try:
                while True:
                    self.wfile.write(b"event: changed\ndata: 1\n\n" if live.wait(15) else b": waiting\n\n")
                    self.wfile.flush()
            except OSError:
                self.close_connection = True

        def log_message(self, format: str, *args: object) -> None:
            """Silent: the terminal is for the diagnostics."""

    return _Server(("127.0.0.1", port), Handler)


def changes(root: Path, tops: Sequence[str]) -> Iterator[tuple[str, ...]]:
    """Sets of changed data files, as paths from the root, for ever; the first one is empty and says that the watch is on.

    What changes from then on is kept until it is asked for, so that a site that was read after it misses nothing.
    """
    from watchfiles import watch

    folders = [root / top for top in tops if (root / top).is_dir()]
    watching = False
    for found in watch(*folders, debounce=50, step=20, rust_timeout=100, yield_on_timeout=True):
        if found or not watching:
            watching = True
            yield tuple(sorted({Path(path).relative_to(root).as_posix() for _, path in found}))
