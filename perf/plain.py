"""The same catalogue for other site generators: every page of ours as Markdown, with a configuration as a user writes it.

mkdocs   MkDocs Material, its own search, a navigation that names the index pages only: the quickest
         that it can be (with every entry in the navigation, each page would hold them all)
hugo     Hugo, with our own blank pages as templates, so that its pages weigh what ours do;
         Pagefind indexes the article of each page
"""

import json
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path
from posixpath import normpath, relpath

from generator.model.registry import KINDS
from generator.project import Project
from generator.rules.check import all_codes
from generator.site.entry_page import Surroundings
from generator.site.frames import FrameSet
from generator.site.page import Page
from generator.site.pages import entry_pages, other_pages
from generator.site.stamping import Frame

BLOCKS = frozenset(
    [
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "p",
        "li",
        "dt",
        "dd",
        "tr",
        "th",
        "td",
        "div",
        "section",
        "table",
        "ul",
        "ol",
        "dl",
        "blockquote",
        "pre",
    ]
)
DROPPED = frozenset(("svg", "script", "style"))


class Converter(HTMLParser):
    """The HTML of a page's body as Markdown: headings, paragraphs, lists, tables, links; facts become a table."""

    def __init__(self, page: Page, markdown_links: bool) -> None:
        super().__init__()
        self.lines: list[str] = []
        self._page, self._markdown_links = page, markdown_links
        self._text: list[str] = []
        self._row: list[str] = []
        self._links: list[str] = []
        self._dropped = 0
        self._heads = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in DROPPED:
            self._dropped += 1
        elif tag in BLOCKS:
            self._flush("")
            if tag == "table":
                self._heads = True
            elif tag == "dl":
                self.lines += ["", "| | |", "|---|---|"]
        elif tag == "a":
            self._text.append("[")
            self._links.append(self._target(dict(attrs).get("href") or ""))

    def handle_endtag(self, tag: str) -> None:
        if tag in DROPPED:
            self._dropped -= 1
        elif tag == "a" and self._links:
            self._text.append(f"]({self._links.pop()})")
        elif tag in ("th", "td", "dt"):
            self._row.append(self._taken())
        elif tag == "dd":
            self._row.append(self._taken())
            self._add_row()
        elif tag == "tr":
            columns = len(self._row)
            if self._heads:
                self.lines.append("")
            self._add_row()
            if self._heads:
                self.lines.append("|---" * columns + "|")
                self._heads = False
        elif tag in BLOCKS:
            level = int(tag[1]) if tag[0] == "h" and tag[1:].isdigit() else 0
            self._flush("#" * level + " " if level else "- " if tag == "li" else "")

    def handle_data(self, data: str) -> None:
        if not self._dropped:
            self._text.append(data)

    def _taken(self) -> str:
        text = " ".join("".join(self._text).split())
        self._text.clear()
        return text.replace("|", "\\|")

    def _add_row(self) -> None:
        self.lines.append("| " + " | ".join(self._row) + " |")
        self._row.clear()

    def _flush(self, mark: str) -> None:
        if text := self._taken():
            item = mark == "- "
            if not (item and self.lines and self.lines[-1].startswith("- ")):
                self.lines.append("")
            self.lines.append(mark + text)

    def _target(self, href: str) -> str:
        if not href.startswith(".") or "/api/" in href or "/en/" in href:
            return href if href.startswith(("http", "#")) else "https://example.org/" + href.replace("../", "")
        if not self._markdown_links:
            return href
        address, mark, anchor = href.partition("#")
        target = normpath(self._page.address + address)
        file = f"{target}/index.md" if "/" not in target else f"{target}.md"
        return relpath(file, source_of(self._page).rpartition("/")[0] or ".") + mark + anchor


def source_of(page: Page) -> str:
    """The Markdown file of a page."""
    address = page.address.rstrip("/")
    return f"{address}/index.md" if "/" not in address else f"{address}.md"


def markdown(page: Page, markdown_links: bool) -> str:
    """A page as a Markdown file with a title and a summary at its head."""
    converter = Converter(page, markdown_links)
    converter.feed(str(page.body))
    converter.close()
    head = f"---\ntitle: {json.dumps(page.title, ensure_ascii=False)}\ndescription: {json.dumps(page.description, ensure_ascii=False)}\n---\n"
    return head + "\n".join(converter.lines) + "\n"


def pages_of(project: Project) -> Iterator[Page]:
    """What both sites hold: every entry, and the lists of each kind."""
    for page in other_pages(project, "zh", all_codes(), ()):
        if page.address.split("/")[0] in KINDS:
            yield page
    yield from entry_pages(project, project, "zh", Surroundings("https://example.org/"))


def write_mkdocs(project: Project, folder: Path) -> None:
    """A MkDocs Material project."""
    docs = folder / "docs"
    write(docs / "index.md", "# 目录\n")
    for page in pages_of(project):
        write(docs / source_of(page), markdown(page, markdown_links=True))
    nav = "".join(f"  - {kind}: {kind}/index.md\n" for kind in sorted(KINDS))
    write(folder / "mkdocs.yml", MKDOCS + nav)


def write_hugo(project: Project, frames: FrameSet, folder: Path) -> None:
    """A Hugo project whose templates are our own blank pages."""
    for page in pages_of(project):
        source = source_of(page).replace("/index.md", "/_index.md")
        write(folder / "content" / source, markdown(page, markdown_links=False))
    layouts = folder / "layouts" / "_default"
    write(layouts / "single.html", template(frames.frames["zh", "products"]))
    write(layouts / "list.html", template(frames.frames["zh", "index:products"]))
    write(folder / "layouts" / "index.html", template(frames.frames["zh", "home"]))
    write(folder / "hugo.toml", HUGO)


def template(frame: Frame) -> str:
    """A blank page as a Hugo template."""
    actions = {
        "TITLE": "{{ .Title }}",
        "DESC": "{{ .Description }}",
        "ADDRESS": "{{ .RelPermalink }}",
        "TOC": '{{ range .Fragments.Headings }}{{ range .Headings }}<li class="md-nav__item"><a href="#{{ .ID }}" class="md-nav__link">{{ .Title }}</a></li>{{ end }}{{ end }}',  # noqa: E501 - one line of a template
        "BODY": "<div data-pagefind-body>{{ .Content }}</div>",
    }
    html = frame.literals[0].decode()
    for place, literal in zip(frame.places, frame.literals[1:], strict=True):
        html += actions.get(place, "") + literal.decode()
    return html


def write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


MKDOCS = """\
site_name: 目录
site_url: https://example.org/
theme:
  name: material
  language: zh
  font: false
plugins:
  - search
markdown_extensions: [tables, attr_list]
not_in_nav: |
  /*/*
nav:
  - 首页: index.md
"""

HUGO = """\
baseURL = "https://example.org/"
languageCode = "zh"
title = "目录"
disableKinds = ["taxonomy", "term", "RSS", "sitemap"]
"""
