"""The pages of releases: the list of all, and of each what it pays, its list, its files, its changes, how to verify it.

A release is shown as it was frozen, with the programme's rules of then; it is never worked out anew.
"""

from collections.abc import Collection, Iterator, Sequence

from generator.loader.frozen import MANIFEST, SIGNATURE
from generator.markup import Html, Template, escaped, fill
from generator.model.voucher import Voucher
from generator.project import Project
from generator.site.catalogue_list import catalogue_list
from generator.site.downloads import Download, downloads_table
from generator.site.grids import grid_table, without
from generator.site.page import Heading, Links, Page
from generator.site.pieces import FACT, FACTS, LEAD, LINK, PART
from generator.site.tables import table
from generator.site.view import EMPTY, View, join
from generator.site.voucher_page import CALENDAR, FEED, releases_table
from generator.texts import Lang, Text
from generator.vouchers import annexes
from generator.vouchers.difference import annex
from generator.vouchers.eligibility import OUTCOMES, Assessment
from generator.vouchers.frozen import Shelved

TITLE = Text("产品目录的发布", "Catalogue releases")
_ADDRESS, _GUIDE = "releases/", "guide/province/"
_SHOWN = ("files/", "data/")
MOST_REASONS = 600
"""Reasons on a page; the file to download holds all."""

_HEAD = Template('<header class="page__head"><p class="page__kind"><a href="{}">{}</a></p><h1>{}</h1>{}<p class="badges">{}</p></header>')  # fmt: skip
_BANNER = Template('<div class="banner banner--{}" role="note"><p><strong>{}</strong> {}</p></div>')
_CODE = Template('<pre tabindex="0"><code>{}</code></pre>')
# Not `alternate` alone: the theme takes every such link for another language.
_FEED = Template('<link rel="alternate feed" type="application/atom+xml" title="{}" href="{}">')


def release_pages(
    project: Project, lang: Lang, shelf: Sequence[Shelved], guides: Collection[str] = ()
) -> Iterator[Page]:
    """The list of releases, then a page for each. `guides`: the addresses of the hand-written pages that there are."""
    yield _index(project, lang, shelf, _GUIDE in guides)
    for one in shelf:
        yield _page(project, lang, one)


def _index(project: Project, lang: Lang, shelf: Sequence[Shelved], guided: bool) -> Page:
    view = View(project, lang, Links.of(_ADDRESS, lang))
    lead = view.say(
        "服务券产品目录经公示后冻结成的正式版本。每一次发布都列出全部数值、未列入的原因和文件校验值，不再改动；更正另作发布。",
        "What was frozen of a voucher programme's catalogue after its public notice. A release states every figure, every "
        "reason and every checksum, and never changes; corrections are releases of their own.",
    )
    body = fill('<header class="page__head"><h1>{}</h1><p class="lead">{}</p></header>', TITLE.of(lang), lead)
    links = [
        LINK.format(view.links.root(FEED[lang]), view.say("订阅源（Atom）", "Feed (Atom)")),
        LINK.format(view.links.root(CALENDAR[lang]), view.say("日历（ICS）", "Calendar (ICS)")),
        LINK.format(view.links.page("quote/"), view.say("奖补测算", "Subsidy calculator")),
    ]
    if guided:
        how = view.say("怎样发布", "How a release is made")
        links.append(LINK.format(view.links.page(f"{_GUIDE}#release"), how))
    body += fill('<p class="actions">{}</p>', join(links))
    if shelf:
        body += releases_table(view, shelf, programme=True)
    else:
        none = view.say("还没有发布。", "There is no release yet.")
        where = view.say("各服务券的工作状态（非正式）见：", "The working state of each programme (not official): ")
        names = join(
            (view.entry(entry.id) for entry in project.of_kind("vouchers") if entry.as_a(Voucher).tables),
            view.say("、", ", "),
        )
        body += fill("<p>{}{}{}</p>", none, where, names) if names else fill("<p>{}</p>", none)
    return Page(_ADDRESS, lang, "releases", TITLE.of(lang), lead, body, head=_feed(view))


def _page(project: Project, lang: Lang, one: Shelved) -> Page:
    address = f"{_ADDRESS}{one.name}/"
    view = View(project, lang, Links.of(address, lang))
    manifest = one.released.manifest
    programme = one.voucher or project.get(manifest.voucher)
    title = programme.name.of(lang) if programme else manifest.voucher
    parts: list[Html] = []
    toc: list[Heading] = []
    for anchor, named, body in _parts(view, one):
        parts.append(PART.format(id=anchor, title=named, body=body))
        toc.append(Heading(anchor, named))
    name = view.say(f"{title}产品目录 {one.name}", f"{title}: catalogue {one.name}")
    listed, out = len(manifest.listed), manifest.excluded
    lead = view.say(
        f"{manifest.on} 发布，列入 {listed} 个产品，未列入 {out} 个。",
        f"Released on {manifest.on}: {listed} listed, {out} not listed.",
    )
    badges = [view.example_badge()] if manifest.example else []
    if one.released.amended_by:
        badges.append(fill('<span class="badge badge--warn">{}</span>', view.say("已被更正", "amended")))
    head = _HEAD.format(view.links.page(_ADDRESS), TITLE.of(lang), name, LEAD.format(lead), join(badges, " "))
    return Page(
        address,
        lang,
        "release",
        name,
        lead,
        head + _banners(view, one) + join(parts),
        tuple(toc),
        head=_feed(view),
        noindex=manifest.example,
    )


def _banners(view: View, one: Shelved) -> Html:
    manifest, made = one.released.manifest, EMPTY
    for later in one.released.amended_by:
        link = LINK.format(view.links.page(f"{_ADDRESS}{later}/"), later)
        made += _BANNER.format(
            "warn",
            view.say("本发布已被更正。", "This release has been amended."),
            fill("{}{}{}", view.say("以 ", "What counts is "), link, view.say(" 为准。", ".")),
        )
    if before := manifest.amends:
        link = LINK.format(view.links.page(f"{_ADDRESS}{before.release}/"), before.release)
        why = view.say(f"。原因：{before.reason}。依据：{before.evidence}", f". Reason: {before.reason}. Evidence: {before.evidence}")  # fmt: skip
        told = fill("{}{}", link, why)
        made += _BANNER.format("info", view.say("更正发布：更正", "A correction of"), told)
    if manifest.example:
        invented = view.say(
            "单位、产品、比例和金额均为虚构，不能据此申领。",
            "Organisations, products, ratios and amounts are invented; no claim can rest on it.",
        )
        made += _BANNER.format("example", view.say("示例发布。", "Illustrative release."), invented)
    return made


def _parts(view: View, one: Shelved) -> Iterator[tuple[str, str, Html]]:
    """Id, title and content of each part that has any."""
    lang, project = view.lang, view.project
    yield "about", view.say("概要", "About"), _facts(view, one)
    if one.voucher:
        title = view.say("补什么、补给谁", "What it pays, and whom")
        yield "rules", title, grid_table(view, annexes.rules(one.voucher, project, lang), title)
    if one.rows:
        voucher = one.voucher.as_a(Voucher) if one.voucher else None
        yield "catalogue", view.say("产品目录", "Catalogue"), catalogue_list(view, one.rows.values(), voucher)
    if one.since:
        changes = without(annex(one.since, lang), 1)
        title = view.say(f"与 {one.since.old} 相比", f"Changes since {one.since.old}")
        none = fill("<p>{}</p>", view.say("没有变化。", "Nothing changed."))
        yield "changes", title, grid_table(view, changes, title) if changes.rows else none
    if one.excluded:
        yield "left-out", annexes.LEFT_OUT.of(lang), _left_out(view, one.excluded)
    yield "downloads", view.say("下载", "Downloads"), downloads_table(view, _files(one))
    yield "verify", view.say("怎样核对", "How to verify it"), _verify(view, one)


def _left_out(view: View, excluded: Sequence[Assessment]) -> Html:
    """A row for each criterion that is not met: of which product, what was found, what to do."""
    rows = []
    for found in excluded:
        vendor = view.project.get(found.vendor)
        about = fill("{}<br><small>{}</small>", view.entry(found.product or found.listing), vendor.name.of(view.lang) if vendor else "")  # fmt: skip
        for result in found.results:
            if result.fails:
                clause = fill("<br><small>{}</small>", result.clause) if result.clause else EMPTY
                outcome = view.text(result.value if result.value.zh else OUTCOMES[result.outcome])
                rows.append([about, fill("{}{}", view.text(result.text), clause), outcome, view.text(result.remedy)])
    heads = [view.say("产品", "Product"), view.say("没有满足的条件", "Criterion not met")]
    heads += [view.say("查到", "Found"), view.say("要做什么", "What to do")]
    label = annexes.LEFT_OUT.of(view.lang)
    made = table(label, heads, rows[:MOST_REASONS], [False] * 4, "table--stack")
    more = view.say("其余见 excluded.csv。", "The others are in excluded.csv.")
    return made + (fill('<p class="muted">{}</p>', more) if len(rows) > MOST_REASONS else EMPTY)


def _facts(view: View, one: Shelved) -> Html:
    manifest = one.released.manifest
    facts: list[tuple[str, Html]] = [
        (view.say("服务券", "Programme"), view.entry(manifest.voucher)),
        (view.say("发布日期", "Day"), escaped(manifest.on)),
        (view.say("列入", "Listed"), escaped(len(manifest.listed))),
        (view.say("未列入", "Not listed"), escaped(manifest.excluded)),
    ]
    if before := manifest.previous:
        link = LINK.format(view.links.page(f"{_ADDRESS}{before.release}/"), before.release)
        facts.append((view.say("前一发布", "Release before"), link))
    noticed = dict.fromkeys(line.notice for line in manifest.listed if line.notice)
    if noticed:
        names = join((view.entry(f"notices/{slug}") for slug in noticed), "<br>")
        facts.append((view.say("公示", "Notices"), names))
    facts += [
        (view.say("提交", "Commit"), fill('<code class="hash">{}</code>', manifest.commit)),
        (view.say("工具", "Tool"), escaped(f"{manifest.tool.name} {manifest.tool.version}")),
        (view.say("清单 SHA-256", "Manifest SHA-256"), fill('<code class="hash">{}</code>', one.released.digest)),
    ]
    return FACTS.format(join(FACT.format(*fact) for fact in facts))


def _files(one: Shelved) -> Sequence[Download]:
    """The outputs and the figures; the entries behind them are in the manifest."""
    folder = f"{_ADDRESS}{one.name}/"
    found = [
        Download(folder + file.path, file.bytes, file.sha256)
        for file in one.released.manifest.files
        if file.path.startswith(_SHOWN)
    ]
    return [*found, Download(folder + MANIFEST, one.size, one.released.digest)]


def _verify(view: View, one: Shelved) -> Html:
    repository = view.project.settings.programme.repository
    tag = f"release/{one.name}"
    commands = [f"git clone {repository} catalogue", "cd catalogue"] if repository else []
    commands.append(f"catalog release verify {one.name} --from-tag {tag}")
    told = view.say(
        "在任何一份克隆里，下面的命令核对全部文件的 SHA-256，并从提交重新生成，逐字节比较：",
        "In any clone, this checks the SHA-256 of every file, makes them again from the commit and compares them byte for byte:",
    )
    single = view.say(
        "只核对一个下载的文件：算出它的 SHA-256，与上表比较。",
        "To check one downloaded file, compute its SHA-256 and compare it with the table above.",
    )
    made = fill("<p>{}</p>", told) + _CODE.format("\n".join(commands))
    made += fill("<p>{}</p>", single) + _CODE.format("sha256sum catalogue.xlsx")
    if one.signed:
        signed = view.say("清单附有签名 {}，核对时一并验证。", "The manifest is signed: {}; verify checks it.")
        made += fill("<p>{}</p>", signed.replace("{}", SIGNATURE))
    return made


def _feed(view: View) -> Html:
    return _FEED.format(TITLE.of(view.lang), view.links.root(FEED[view.lang]))
