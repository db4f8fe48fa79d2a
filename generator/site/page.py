"""A page of the site as data, and the links that its body may hold.

An *address* is a page's place inside one language, without a leading slash and with a trailing one:
`products/gw-5/`, `products/`, and "" for the home page. The Chinese page of an address lives at the
root of the site, the English one below `en/`. Both languages have the same addresses.

Bodies must hold relative links only, so that the site works below any path. `Links` makes them from
the depth of the page, which is the number of slashes in its address: 0 for the home page, 1 for an
index, 2 for an entry. Never write a leading slash, and never count `../` by hand:

    links = Links.of("products/gw-5/", "en")
    links.entry("organisations/acme")    ../../organisations/acme/       (stays in English)
    links.page("products/")              ../../products/
    links.root("api/v1/index.json")      ../../../api/v1/index.json      (one for both languages)
"""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator.markup import Html
from generator.texts import Lang

if TYPE_CHECKING:
    from generator.site.search import SearchDoc

_NOTHING = Html("")


@dataclass(frozen=True, slots=True)
class Heading:
    """A line of the table of contents: the id of an element of the body, its text (plain), 2 or 3."""

    id: str
    text: str
    level: int = 2


@dataclass(frozen=True, slots=True)
class Page:
    """One page in one language, ready to be stamped into the frame of that name.

    `title`, `description`: plain text, escaped when stamped.
    `body`: HTML, already escaped and sanitised; its `<h1>` is the page's heading.
    `edit_path`: the file behind the page, from the root of the repository; None shows no edit link.
    `head`: further elements for `<head>`, such as JSON-LD (data needs no hash in the CSP).
    `noindex`: asks search engines to leave the page out; it then stays out of the sitemap as well.
    `search`: what the site's own search knows about the page; None keeps it out.
    """

    address: str
    lang: Lang
    frame: str
    title: str
    description: str
    body: Html
    toc: tuple[Heading, ...] = ()
    edit_path: str | None = None
    head: Html = _NOTHING
    noindex: bool = False
    search: "SearchDoc | None" = None

    @property
    def path(self) -> str:
        """The page's file below the root of the site."""
        return file_of(self.address, self.lang)


def depth_of(address: str) -> int:
    """How many folders below its language's root a page lives."""
    return address.count("/")


def file_of(address: str, lang: Lang) -> str:
    """The file of the page at `address`, below the root of the site."""
    return f"{folder_of(lang)}{address}index.html"


def folder_of(lang: Lang) -> str:
    """Where a language's pages live below the root of the site: "" or `en/`."""
    return "" if lang == "zh" else f"{lang}/"


@dataclass(frozen=True, slots=True)
class Links:
    """Relative addresses as seen from one page; see the head of this module."""

    lang: Lang
    up: str
    """The way to the root of the page's language: "", `../`, `../../`."""

    @classmethod
    def of(cls, address: str, lang: Lang) -> "Links":
        return cls(lang, "../" * depth_of(address))

    @classmethod
    def at(cls, depth: int, lang: Lang) -> "Links":
        return cls(lang, "../" * depth)

    def entry(self, full_id: str) -> str:
        """The page of an entry, in the same language."""
        return f"{self.up}{full_id}/"

    def page(self, address: str) -> str:
        """Another page in the same language; "" is the home page. `#fragment`s may follow."""
        return (self.up + address) or "./"

    def root(self, path: str) -> str:
        """A file that both languages share, such as `api/v1/index.json` or `assets/images/x.svg`."""
        return (self._root + path) or "./"

    def twin(self, address: str) -> str:
        """The page at `address` in the other language."""
        other: Lang = "en" if self.lang == "zh" else "zh"
        return (self._root + folder_of(other) + address) or "./"

    @property
    def _root(self) -> str:
        return self.up if self.lang == "zh" else f"{self.up}../"
