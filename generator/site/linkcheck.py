"""The internal link and anchor check: every link of every page of a build leads somewhere.

Links are taken from the finished HTML. What stands in a page's frame is the same on all pages of a
frame, so it is looked at once for each frame; what stands in a body is looked at on every page.
Anchors are looked up afterwards, in the few pages that are linked to with one.
"""

import os
import posixpath
import re
from collections.abc import Mapping
from dataclasses import dataclass
from html import unescape
from pathlib import Path
from urllib.parse import unquote

_HREF = re.compile(rb'\s(?:href|src)="([^"]*)"')
_ID = re.compile(rb'\sid="([^"]*)"')
_OUTSIDE = re.compile(r"[a-zA-Z][a-zA-Z0-9+.-]*:|//")

Target = tuple[str, str]
"""A file below the site's root, and the anchor in it or ""."""


@dataclass(frozen=True, slots=True, order=True)
class Broken:
    """A link that leads nowhere: the page it stands on, as written, and what is missing."""

    page: str
    link: str
    missing: str


def resolve(page: str, link: str, base: str = "/") -> Target:
    """Where a link leads from a page, a file below the root. `base`: the path that the site is served at."""
    address, _, anchor = link.partition("#")
    address = unquote(address.partition("?")[0])
    if not address:
        return page, unquote(anchor)
    ups = address.count("../")
    if (
        ups
        and ups == page.count("/") - page.startswith("en/")
        and address.startswith("../" * ups)
        and address.endswith("/")
    ):
        # Nearly all links of a body: up to the language's root, then down. No need to normalise.
        rest = address[3 * ups :]
        return f"{'en/' if page.startswith('en/') else ''}{rest}index.html", unquote(anchor)
    if address.startswith(base):
        address = "/" + address[len(base) :]
    path = posixpath.normpath(posixpath.join("/" + posixpath.dirname(page), address)).lstrip("/")
    if address.endswith("/") or posixpath.basename(address) in (".", ".."):
        path = f"{path}/index.html" if path and path != "." else "index.html"
    return path, unquote(anchor)


def check(root: Path, wanted: Mapping[Target, tuple[str, str]]) -> tuple[Broken, ...]:
    """The targets that are not there. `wanted`: target to one (page, link) that wants it."""
    broken, anchors = [], {}
    for (path, anchor), (page, link) in wanted.items():
        # Never an absolute path, and a name too long for the system is only a link that leads nowhere.
        file = Path(f"{root}/{path}")
        if not os.path.isfile(file):  # noqa: PTH113 - unlike Path's own, it does not raise for such a name
            broken.append(Broken(page, link, path))
        elif anchor and path.endswith(".html"):
            if path not in anchors:
                anchors[path] = {unescape(i.decode()) for i in _ID.findall(file.read_bytes())}
            if anchor not in anchors[path]:
                broken.append(Broken(page, link, f"{path}#{anchor}"))
    return tuple(sorted(broken))


class Links:
    """Gathers the targets of many pages. `wanted`: target to the first (page, link) that wants it."""

    def __init__(self, base: str = "/") -> None:
        self.wanted: dict[Target, tuple[str, str]] = {}
        self._base = base
        self._seen: set[tuple[bool, int, bytes]] = set()

    def add(self, page: str, html: bytes) -> None:
        """The targets of one page, or of a part of it."""
        english = page.startswith("en/")
        ups = page.count("/") - english
        to_root = b"../" * ups
        for link in dict.fromkeys(_HREF.findall(html)):
            if ups and link.startswith(to_root):
                # Written alike, such a link leads to the same place from every page of this depth.
                if (english, ups, link) in self._seen:
                    continue
                self._seen.add((english, ups, link))
            written = unescape(link.decode())
            if written and not _OUTSIDE.match(written):
                self.wanted.setdefault(resolve(page, written, self._base), (page, written))
