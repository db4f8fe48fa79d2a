"""What a voucher programme's page has beside its rules: its catalogue as it stands, its releases, its files, its days."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from generator.markup import Html, Template, escaped, fill
from generator.model.voucher import Voucher
from generator.project import Entry, Project
from generator.site.catalogue_list import catalogue_list
from generator.site.downloads import Download, downloads_table
from generator.site.pieces import LINK, MUTED
from generator.site.tables import table
from generator.site.view import EMPTY, View, join
from generator.vouchers.catalogue_document import UNOFFICIAL
from generator.vouchers.difference import plain
from generator.vouchers.eligibility import assess_all
from generator.vouchers.frozen import Shelved
from generator.vouchers.published import row_of

Downloads = Callable[[Project, Entry], Sequence[Download]]
"""The files that the site has of a programme's working state."""

CALENDAR = {"zh": "exports/vouchers/calendar.ics", "en": "exports/vouchers/calendar.en.ics"}
FEED = {"zh": "releases/feed.xml", "en": "en/releases/feed.xml"}

_LINKS = Template('<p class="actions">{}</p>')
_UNOFFICIAL = Template('<p><span class="badge badge--warn">{}</span> {}</p>')


@dataclass(frozen=True, slots=True)
class Part:
    """A part of a page: the id of its heading, its title, its content."""

    id: str
    title: str
    body: Html


def voucher_parts(view: View, entry: Entry, shelf: Sequence[Shelved], downloads: Downloads | None) -> Iterator[Part]:
    """The parts that a programme has something for."""
    mine = [one for one in shelf if one.released.manifest.voucher == entry.id]
    project = view.project
    assessed = assess_all(project, entry.id, project.today)
    if assessed:
        yield Part("catalogue", view.say("产品目录（工作状态）", "Catalogue (working state)"), _working(view, entry))
    if mine:
        yield Part("releases", view.say("发布", "Releases"), releases_table(view, mine))
    files = downloads(project, entry) if downloads else ()
    if files:
        yield Part("downloads", view.say("工作状态的文件（非正式）", "Files of the working state (not official)"),
                   downloads_table(view, files))  # fmt: skip
    if entry.as_a(Voucher).windows:
        yield Part("calendar", view.say("日历", "Calendar"), _calendar(view))


def _working(view: View, entry: Entry) -> Html:
    project = view.project
    assessed = assess_all(project, entry.id, project.today)
    rows = [
        {
            "listing": row.listing,
            "product": row.product,
            "vendor": row.vendor,
            "values": {name: plain(name, value) for name, value in row.values.items()},
        }
        for row in (row_of(project.entries[one.listing], project, project.today) for one in assessed if one.listed)
    ]
    listed, out = len(rows), len(assessed) - len(rows)
    told = view.say(
        f"按 {project.today} 登记的数据，符合条件 {listed} 个，不符合 {out} 个；未经公示和发布程序，不作为申领依据。",
        f"As recorded on {project.today}: {listed} qualify, {out} do not. Not noticed or released; no claim can rest on it.",
    )
    note = _UNOFFICIAL.format(UNOFFICIAL.of(view.lang), told)
    links = [LINK.format(view.links.page(f"quote/?voucher={entry.slug}"), view.say("测算奖补", "Work out a subsidy"))]
    if out:
        why = view.say(
            "没有列入的产品及原因，见各产品页和目录条目页。", "Why a product is not in it: see its own page."
        )
        note += MUTED.format(why)
    return note + _LINKS.format(join(links)) + (catalogue_list(view, rows, entry.as_a(Voucher)) if rows else EMPTY)


def releases_table(view: View, shelf: Sequence[Shelved], *, programme: bool = False) -> Html:
    """A line for each release, the latest first. `programme`: with the name of the programme."""
    rows = []
    for one in shelf:
        manifest = one.released.manifest
        notes = []
        if one.released.amended_by:
            later = join((_release(view, name) for name in one.released.amended_by), view.say("、", ", "))
            notes.append(fill("{}{}", view.say("已被更正：", "amended by "), later))
        if manifest.amends:
            told = view.say("更正 ", "amends ")
            notes.append(fill("{}{}", told, _release(view, manifest.amends.release)))
        if one.since:
            changed = len({change.listing for change in one.since.changed})
            zh = f"新增 {len(one.since.added)}，移出 {len(one.since.removed)}，变更 {changed}"
            en = f"{len(one.since.added)} added, {len(one.since.removed)} removed, {changed} changed"
            notes.append(escaped(view.say(zh, en)))
        row = [_release(view, one.name) + (Html(" ") + view.example_badge() if manifest.example else EMPTY)]
        if programme:
            row.append(view.entry(manifest.voucher))
        row += [escaped(manifest.on), escaped(len(manifest.listed)), escaped(manifest.excluded), join(notes, "<br>")]
        rows.append(row)
    heads = [view.say("编号", "Release"), *([view.say("服务券", "Programme")] if programme else [])]
    heads += [view.say("日期", "Day"), view.say("列入", "Listed"), view.say("未列入", "Not listed")]
    heads.append(view.say("说明", "Notes"))
    numeric = [False, *([False] if programme else []), False, True, True, False]
    return table(view.say("发布", "Releases"), heads, rows, numeric)


def _release(view: View, name: str) -> Html:
    return LINK.format(view.links.page(f"releases/{name}/"), name)


def _calendar(view: View) -> Html:
    links = [
        LINK.format(view.links.root(CALENDAR[view.lang]), view.say("申领、兑现和公示的日历（ICS）", "Windows and notices (ICS)")),
        LINK.format(view.links.root(FEED[view.lang]), view.say("发布的订阅源（Atom）", "Feed of releases (Atom)")),
    ]  # fmt: skip
    return _LINKS.format(join(links))
