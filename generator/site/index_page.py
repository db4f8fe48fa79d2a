"""The list of a kind: grouped, with one text filter; on several pages where the kind is large."""

from collections import defaultdict
from collections.abc import Iterator, Sequence

from generator.markup import Html, Template, fill
from generator.model.registry import Kind
from generator.model.voucher import Voucher
from generator.project import Entry, Project
from generator.site.filtering import GROUP, ITEM, LINKED, META, SUMMARY, filtered
from generator.site.goals import target_line
from generator.site.offers import offer_line
from generator.site.page import Heading, Links, Page
from generator.site.view import EMPTY, View, join
from generator.texts import Lang

MOST_ITEMS = 400
"""Entries on one page of a list."""

_HEAD = Template('<header class="page__head"><h1>{}</h1><p class="lead">{}</p></header>')
_JUMP = Template('<nav class="jump" aria-label="{}">{}</nav>')

_GROUP_BY: dict[str, tuple[str, ...]] = {
    "products": ("category",),
    "parks": ("city",),
    "organisations": ("types", "0"),
    "policies": ("cities", "0"),
    "listings": ("voucher",),
    "solutions": ("scenarios", "0", "scenario"),
    "metrics": ("capability_words", "0"),
}
_GROUP_TERMS = {
    "products": "product-categories",
    "parks": "cities",
    "organisations": "organisation-types",
    "policies": "cities",
    "metrics": "capability-words",
}
_GROUP_ENTRIES = {"listings": "vouchers", "solutions": "scenarios"}


def index_pages(kind: Kind, project: Project, lang: Lang) -> Iterator[Page]:
    """The page or pages that list a kind."""
    entries = sorted(project.of_kind(kind.folder), key=lambda e: (_group_key(e, project), e.example, e.slug))
    chunks = [entries[i : i + MOST_ITEMS] for i in range(0, len(entries), MOST_ITEMS)] or [[]]
    for number, chunk in enumerate(chunks, 1):
        yield _page(kind, project, lang, chunk, number, len(chunks), len(entries))


def page_address(kind: Kind, number: int) -> str:
    return f"{kind.folder}/" if number == 1 else f"{kind.folder}/page-{number}/"


def _page(kind: Kind, project: Project, lang: Lang, entries: Sequence[Entry], number: int, of: int, total: int) -> Page:
    address = page_address(kind, number)
    view = View(project, lang, Links.of(address, lang))
    groups: dict[str, list[Entry]] = defaultdict(list)
    for entry in entries:
        groups[_group_name(entry, view)].append(entry)
    blocks, toc = [], []
    for position, (title, members) in enumerate(groups.items(), 1):
        anchor = f"g{position}"
        blocks.append(
            GROUP.format(
                id=anchor, level=2, title=title, count=len(members), items=join(_item(view, e) for e in members)
            )
        )
        toc.append(Heading(anchor, title))
    real = sum(not e.example for e in project.of_kind(kind.folder))
    lead = view.say(
        f"共 {total} 条，其中真实条目 {real} 条、示例 {total - real} 条。",
        f"{total} entries: {real} real, {total - real} illustrative.",
    )
    hint = view.say("名称、编号、摘要", "name, id, summary")
    body = (
        _HEAD.format(kind.plural.of(lang), lead)
        + filtered(view, join(blocks), hint)
        + (_pager(view, kind, number, of) if of > 1 else EMPTY)
    )
    title = kind.plural.of(lang) + (f" ({number}/{of})" if number > 1 else "")
    return Page(
        address,
        lang,
        f"index:{kind.folder}" if number == 1 else kind.folder,
        title,
        lead,
        body,
        tuple(toc) if len(toc) > 1 else (),
    )


def _item(view: View, entry: Entry) -> Html:
    summary = entry.summary
    name = entry.name
    words = " ".join((entry.slug, name.zh, name.en, *entry.data.get("aliases", ())))
    return ITEM.format(
        search=words,
        name=LINKED.format(view.links.entry(entry.id), view.text(name)),
        badges=view.badges(entry),
        summary=SUMMARY.format(view.text(summary)) if summary.zh else EMPTY,
        meta=_meta(view, entry),
    )


def _meta(view: View, entry: Entry) -> Html:
    """A line of what tells entries of a kind apart: vendor, city, number."""
    found = []
    for link in entry.links:
        if link.relation.name in ("vendor", "issuer", "enterprise", "lead_unit", "applicants"):
            target = view.project.get(link.target)
            if target:
                found.append(fill("<span>{}</span>", view.text(target.name)))
    shown = join(found[:4])
    if entry.kind.folder in ("products", "solutions"):
        shown += offer_line(view, entry)
    elif entry.kind.folder == "targets":
        shown += target_line(view, entry)
    elif entry.kind.folder == "vouchers":
        shown += _claimed(view, entry)
    return META.format(shown) if shown else EMPTY


def _claimed(view: View, entry: Entry) -> Html:
    """The last window in which a voucher can be claimed, and whether it is over."""
    periods = [window.period for window in entry.as_a(Voucher).windows if window.kind == "claim"]
    if not periods:
        return EMPTY
    last = max(periods, key=lambda period: (period.until or "9999", period.start or ""))
    over = bool(last.until) and str(last.until) < view.project.today
    shown = view.say("申领期", "Claims") + f" {last.start or '…'} – {last.until or '…'}"
    return fill("<span>{}{}</span>", shown, view.say("，已结束", "; closed") if over else "")


def _pager(view: View, kind: Kind, number: int, of: int) -> Html:
    links = [
        fill(
            '<a href="{}"{}>{}</a>',
            view.links.page(page_address(kind, n)),
            Html(' aria-current="page"') if n == number else EMPTY,
            n,
        )
        for n in range(1, of + 1)
    ]
    return _JUMP.format(view.say("分页", "Pages"), join(links, " "))


def _group_value(entry: Entry) -> str | None:
    path = _GROUP_BY.get(entry.kind.folder)
    if path is None:
        return None
    here = entry.data.get(path[0])
    for part in path[1:]:
        here = (
            here[0]
            if part == "0" and isinstance(here, list) and here
            else here.get(part)
            if isinstance(here, dict)
            else None
        )
    return here if isinstance(here, str) else None


def _group(entry: Entry, project: Project) -> str | None:
    """What an entry is grouped by; a term counts as the uppermost one above it."""
    value, vocabulary = _group_value(entry), _GROUP_TERMS.get(entry.kind.folder)
    for _ in range(8):
        found = project.term(vocabulary, value) if vocabulary and value else None
        if found is None or found.parent is None:
            break
        value = found.parent
    return value


def _group_key(entry: Entry, project: Project) -> tuple[int, str]:
    """Groups stand in the order of their code list."""
    value, vocabulary = _group(entry, project), _GROUP_TERMS.get(entry.kind.folder)
    if value is None:
        return (1_000_000, "")
    place = project.term_order(vocabulary).get(value, 999_999) if vocabulary else 0
    return (place, value)


def _group_name(entry: Entry, view: View) -> str:
    folder, value = entry.kind.folder, _group(entry, view.project)
    if value is None:
        return view.say("其他", "Other") if folder in _GROUP_BY else entry.kind.plural.of(view.lang)
    if folder in _GROUP_TERMS:
        return view.term_text(_GROUP_TERMS[folder], value)
    target = view.project.get(f"{_GROUP_ENTRIES[folder]}/{value}")
    return target.name.of(view.lang) if target else value
