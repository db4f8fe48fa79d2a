"""Every page of the site that is not a hand-written guide, made from the project."""

from collections.abc import Collection, Iterable, Iterator, Sequence

from generator.diagnostics import Code
from generator.model.registry import KINDS
from generator.project import Entry, Project
from generator.site.entry_page import Surroundings, entry_page, entry_view
from generator.site.home import home_page
from generator.site.index_page import index_pages
from generator.site.page import Page
from generator.site.quote_page import quote_page
from generator.site.release_pages import release_pages
from generator.site.rule_pages import rule_pages
from generator.site.search import search_page_body
from generator.site.standard_pages import standard_pages
from generator.texts import Lang, Text
from generator.vouchers.frozen import Shelved


def entry_pages(entries: Iterable[Entry], project: Project, lang: Lang, around: Surroundings) -> Iterator[Page]:
    """The pages of entries, in their order."""
    view = entry_view(project, lang)
    for entry in entries:
        yield entry_page(entry, view, around)


def other_pages(
    project: Project, lang: Lang, codes: Sequence[Code], guides: Collection[str], shelf: Sequence[Shelved] = ()
) -> Iterator[Page]:
    """Home, search, the list of each kind, releases, what belongs to standards, the calculator, the rules."""
    yield home_page(project, lang, guides)
    search = Text("检索", "Search").of(lang)
    yield Page("search/", lang, "search", search, search, search_page_body(lang), noindex=True)
    for kind in KINDS.values():
        yield from index_pages(kind, project, lang)
    yield from release_pages(project, lang, shelf, guides)
    yield from standard_pages(project, lang)
    yield quote_page(project, lang)
    yield from rule_pages(codes, lang)
