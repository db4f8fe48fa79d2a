"""Writes the site of a project into a folder: stamped pages in both languages, search, sitemap, redirects, data.

Pages are made in several processes where there are many. Each returns what it met on the way (what to
search, what is linked to), never the pages themselves. The words to search go into a folder of their own until they are joined.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from urllib.parse import urlsplit

from generator.diagnostics import Code
from generator.loader import without_collecting
from generator.markup import Template
from generator.output import Folder
from generator.parallel import run_all
from generator.project import Project
from generator.site.entry_page import Surroundings
from generator.site.frames import FrameSet, guide_addresses
from generator.site.linkcheck import Broken, Links, Target, check
from generator.site.page import Page, file_of, folder_of
from generator.site.pages import entry_pages, other_pages
from generator.site.search import Made, Run, SearchDoc, in_order, join_runs, working_folder, write_index
from generator.site.sitemap import sitemaps
from generator.texts import LANGS, Lang, Text

Tell = Callable[[str, int, int], None]

_CHUNK = 200
_PARALLEL_FROM = 1500
"""Entries from which a pool of processes pays for its start."""


@dataclass(slots=True)
class Met:
    """What was met while pages were written."""

    search: list[Made] = field(default_factory=list)
    wanted: dict[Target, tuple[str, str]] = field(default_factory=dict)
    indexed: list[tuple[Lang, str]] = field(default_factory=list)
    pages: int = 0

    def add(self, other: "Met") -> None:
        self.search += other.search
        self.indexed += other.indexed
        self.pages += other.pages
        for target, link in other.wanted.items():
            self.wanted.setdefault(target, link)


@dataclass(frozen=True, slots=True)
class Published:
    """What a site holds."""

    pages: int
    broken: tuple[Broken, ...]


def publish(
    project: Project,
    frames: FrameSet,
    codes: Sequence[Code],
    around: Surroundings,
    files: Callable[[], Iterator[tuple[str, bytes]]],
    staging: Path,
    work: Path,
    *,
    langs: Sequence[Lang] = LANGS,
    jobs: int = 1,
    tell: Tell | None = None,
) -> Published:
    """Write the whole site into `staging`, an empty folder. `files`: exports below the site's root."""
    say = tell or (lambda step, done, total: None)
    folder = Folder(staging)
    for path in frames.static_files():
        folder.copy(frames.static / path, path)
    met = Met()
    entries = in_order(project)
    with working_folder(work) as words:
        runs = Folder(Path(words))

        def write(first: int) -> Met:
            made = Met()
            for lang in langs:
                pages = entry_pages(entries[first : first + _CHUNK], project, lang, around)
                made.add(write_pages(folder, frames, pages, Run(lang, first, folder), runs))
            return made

        def write_others(lang: Lang) -> Met:
            pages = other_pages(project, lang, codes, frames.guides.get(lang, ()), around.shelf)
            return write_pages(folder, frames, pages, Run(lang, len(entries), folder), runs)

        # What all pages read is computed once, before the processes part.
        project.graph.backlinks("")
        _ = project.vocabularies
        if around.downloads:
            for voucher in project.of_kind("vouchers"):
                around.downloads(project, voucher)
        others: list[Callable[[], Met]] = [
            partial(_write_files, files, folder),
            *(partial(write_others, lang) for lang in langs),
        ]
        jobs = jobs if len(entries) >= _PARALLEL_FROM else 1
        for part in _write_entries(len(entries), jobs, say, write, others):
            met.add(part)
        join_runs(met.search, runs.root, folder, jobs=jobs, progress=lambda d, t: say("search", d, t))
    write_addresses(folder, project, frames, met, around.site_url, langs)
    links = Links(urlsplit(around.site_url).path)
    for path in frames.static_files():
        if path.endswith(".html"):
            links.add(path, (staging / path).read_bytes())
    met.add(Met(wanted=links.wanted))
    missing = tuple(folder_of(lang) for lang in LANGS if lang not in langs)
    wanted = {target: link for target, link in met.wanted.items() if not (missing and target[0].startswith(missing))}
    return Published(met.pages, check(staging, wanted))


def add_pages(
    project: Project,
    frames: FrameSet,
    codes: Sequence[Code],
    around: Surroundings,
    files: Callable[[], Iterator[tuple[str, bytes]]],
    site: Path,
    work: Path,
    lang: Lang,
) -> None:
    """Add one language's pages to a site that already holds its frames' own files; with the last one, all the rest.

    Without what only a whole build has: the link check, and pages made in several processes.
    """
    folder = Folder(site)
    write_pages(folder, frames, other_pages(project, lang, codes, frames.guides.get(lang, ()), around.shelf))
    entries = in_order(project)
    write_pages(folder, frames, entry_pages(entries, project, lang, around))
    if lang == LANGS[-1]:
        for path, content in files():
            folder.write(path, content)
        write_index(documents(project, codes, around), site, work)
        found = [(each, address) for each in LANGS for address in guide_addresses(site, each)]
        met = Met(indexed=[pair for pair in found if not _hidden(site / file_of(pair[1], pair[0]))])
        write_addresses(folder, project, frames, met, around.site_url, LANGS)


def documents(project: Project, codes: Sequence[Code], around: Surroundings) -> Iterator[SearchDoc]:
    """What can be searched, in the order in which it is indexed."""
    for lang in LANGS:
        for pages in (entry_pages(in_order(project), project, lang, around), other_pages(project, lang, codes, ())):
            yield from (page.search for page in pages if page.search)


def _hidden(page: Path) -> bool:
    """Whether a finished page asks search engines to leave it out."""
    return b'<meta name="robots" content="noindex">' in page.read_bytes().partition(b"</head>")[0]


def write_pages(
    folder: Folder, frames: FrameSet, pages: Iterator[Page], run: Run | None = None, runs: Folder | None = None
) -> Met:
    """Stamp pages and write them, and the `run` of their words into the folder `runs`."""
    links, framed = Links(), set()
    met = Met(wanted=links.wanted)
    for page in pages:
        html = frames.stamp(page)
        folder.write(page.path, html)
        met.pages += 1
        if not page.noindex:
            met.indexed.append((page.lang, page.address))
        if page.search and run:
            run.add(page.search)
        # The whole page once for each frame and language, then the bodies only.
        seen = (page.lang, page.frame)
        looked_at = str(page.body).encode() if seen in framed else html
        framed.add(seen)
        links.add(page.path, looked_at)
    if run and runs:
        met.search.append(run.finish(runs))
    return met


def write_addresses(
    folder: Folder, project: Project, frames: FrameSet, met: Met, site_url: str, langs: Sequence[Lang]
) -> None:
    """Sitemaps and redirects."""
    addresses = {
        lang: sorted({a for other, a in met.indexed if other == lang} | set(frames.guides.get(lang, ())))
        for lang in langs
    }
    for path, content in sitemaps(addresses, site_url).items():
        folder.write(path, content)
    for redirect in project.settings.redirects.redirects:
        for lang in langs:
            address = f"{redirect.source}/"
            folder.write(file_of(address, lang), redirect_page(redirect.target, lang, site_url))


_REDIRECT = Template(
    '<!doctype html><html lang="{lang}"><head><meta charset="utf-8"><title>{title}</title><meta name="robots" content="noindex">'
    '<link rel="canonical" href="{canonical}"><meta http-equiv="refresh" content="0; url={href}"></head>'
    '<body><p><a href="{href}">{title}</a></p></body></html>\n'
)


def redirect_page(target: str, lang: Lang, site_url: str) -> bytes:
    """A page that sends its reader on."""
    title = Text("已移至新地址", "This page has moved").of(lang)
    canonical = f"{site_url}{'en/' if lang == 'en' else ''}{target}/"
    return str(_REDIRECT.format(lang=lang, title=title, href=f"../../{target}/", canonical=canonical)).encode()


def _write_files(files: Callable[[], Iterator[tuple[str, bytes]]], folder: Folder) -> Met:
    for path, content in files():
        folder.write(path, content)
    return Met()


def _write_entries(
    many: int,
    jobs: int,
    say: Tell,
    write: Callable[[int], Met],
    others: Sequence[Callable[[], Met]],
) -> Iterator[Met]:
    """The pages of all entries, and what else is to be written at the same time."""
    # The others first: they take as long as several chunks.
    tasks: list[Callable[[], Met]] = [*others, *(partial(write, first) for first in range(0, many, _CHUNK))]
    with without_collecting():
        for at, met in enumerate(run_all(tasks, jobs), 1):
            yield met
            say("pages", min(many, max(0, at - len(others)) * _CHUNK), many)
