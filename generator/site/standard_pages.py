"""The pages that belong to a standard: each published edition, comparisons, the board of comments, the matrix."""

from collections.abc import Iterator

from generator.conformance.claims import NAMES, State, default_edition
from generator.conformance.matrix import SUMMARY, Matrix, matrix
from generator.drafts.model import PROVISION_KINDS
from generator.markup import Html, Template, escaped, fill
from generator.project import DRAFT, Entry, Project
from generator.site.page import Heading, Links, Page
from generator.site.pieces import FILE, LINK, PART
from generator.site.searchable import standard_doc
from generator.site.standard_page import standard_text
from generator.site.standard_provisions import provision_list
from generator.site.standard_versions import (
    Version,
    change_address,
    difference,
    edition_address,
    pairs_of,
    versions_of,
)
from generator.site.tables import table
from generator.site.view import EMPTY, View, join
from generator.standards.comments.board import Board, board
from generator.standards.comments.table import Row, label
from generator.standards.document import file_name
from generator.standards.labels import aspect_names, class_names
from generator.standards.redline.page import STYLE_PATH, diff_html
from generator.standards.redline.views import Look
from generator.texts import Lang

_HEAD = Template(
    '<header class="page__head"><p class="page__kind"><a href="{}">{}</a></p><h1>{}</h1><p class="page__summary">{}</p>{}</header>'
)
_STYLE = Template('<link rel="stylesheet" href="{}">')
_CELL = Template('<span class="std-cell std-state--{}" title="{}">{}</span>')
_COUNT = Template('<li class="std-count std-state--{}"><b>{}</b> {}</li>')
_CARD = Template(
    '<li class="std-card" id="{id}"><p class="std-card__head"><b>{who}</b> <span>{type}</span> <span>{date}</span> '
    '<code>{id}</code></p><p>{text}</p>{proposal}<p class="std-card__decision std-decision--{decision}"><b>{name}</b> {reason}</p></li>'
)
_PROPOSAL = Template('<p class="std-card__proposal"><b>{}</b> {}</p>')


def standard_pages(project: Project, lang: Lang) -> Iterator[Page]:
    """All pages of all standards but the entries' own."""
    for entry in project.of_kind("standards"):
        for version in versions_of(project, entry):
            if version.published:
                yield _edition(project, lang, entry, version)
        for old, new in pairs_of(project, entry):
            yield _comparison(project, lang, entry, old, new)
        if versions := versions_of(project, entry):
            yield _provisions(project, lang, entry, versions[-1])
            yield _matrix(project, lang, entry)
        comments = board(project, entry.slug)
        if comments.rows:
            yield _comments(project, lang, entry, comments)


def _page(
    view: View,
    entry: Entry,
    address: str,
    title: str,
    lead: str,
    body: Html,
    toc: tuple[Heading, ...] = (),
    head: Html = EMPTY,
    *,
    searched: bool = False,
) -> Page:
    badge = fill('<p class="badges">{}</p>', view.example_badge()) if entry.example else EMPTY
    top = _HEAD.format(view.links.page(f"{entry.id}/"), view.text(entry.name), title, lead, badge)
    name = f"{title} · {entry.name.of(view.lang)}"
    search = standard_doc(entry, view.lang, address, name, lead, body) if searched else None
    return Page(
        address, view.lang, "standard", name, lead, top + body, toc, head=head, noindex=entry.example, search=search
    )


def _edition(project: Project, lang: Lang, entry: Entry, version: Version) -> Page:
    address = edition_address(entry, version)
    view = View(project, lang, Links.of(address, lang))
    html, headings = standard_text(view, entry, version)
    newest = versions_of(project, entry)[-1]
    in_force = default_edition(project, entry.slug) == version.key
    lead = view.say(
        f"{version.number or version.key}，" + ("现行版本。" if in_force else "已有更新的版本。"),
        f"{version.number or version.key}, " + ("the edition in force." if in_force else "there is a later edition."),
    )
    links = [
        FILE.format(view.links.root(file_name(entry.slug, version.key, ending)), name)
        for ending, name in ((".docx", "Word"), (".pdf", "PDF"), (".html", "HTML"))
    ]
    if newest is not version:
        text = view.say(f"与{newest.name.zh}比较", f"Compare with the {newest.name.en}")
        links.append(LINK.format(view.links.page(change_address(entry, version, newest)), text))
    title = heading_of(version, lang)
    body = fill('<p class="actions">{}</p>', join(links)) + fill('<div class="part">{}</div>', html)
    toc = tuple(Heading(h.id, h.text, 2) for h in headings)
    return _page(view, entry, address, title, lead, body, toc, searched=True)


def _comparison(project: Project, lang: Lang, entry: Entry, old: Version, new: Version) -> Page:
    address = change_address(entry, old, new)
    view = View(project, lang, Links.of(address, lang))
    base = view.links.root(edition_address(entry, new))
    look = Look(lang, aspect_names(project), base=base, classes=class_names(new.standard))
    diff = difference(project, entry, old, new)
    title = view.say(f"比较：{old.name.zh} → {new.name.zh}", f"Comparison: {old.name.en} → {new.name.en}")
    lead = view.say(
        "按条逐字比较，移动和重新编号单独列出。每处都有可分享的地址。",
        "Compared clause by clause and word by word; moves and new numbers are told apart. Each place has an address to share.",
    )
    head = _STYLE.format(view.links.root(STYLE_PATH))
    return _page(
        view, entry, address, title, lead, fill('<div class="rd-head">{}</div>', diff_html(diff, look)), head=head
    )


def _provisions(project: Project, lang: Lang, entry: Entry, version: Version) -> Page:
    address = f"{entry.id}/provisions/"
    view = View(project, lang, Links.of(address, lang))
    many = len(version.draft.provisions)
    lead = view.say(
        f"{version.name.zh}的 {many} 个条款，按方面排列；状态是产品和方案声明的情况。",
        f"The {many} provisions of the {version.name.en} by aspect; the state tells what products and solutions claim.",
    )
    body = provision_list(view, entry, version)
    return _page(view, entry, address, view.say("条款清单", "Provisions"), lead, body)


def _matrix(project: Project, lang: Lang, entry: Entry) -> Page:
    address = f"{entry.id}/matrix/"
    view = View(project, lang, Links.of(address, lang))
    parts, toc = EMPTY, []
    # Who looks for suspect claims looks at the edition in force; then comes what will be, then what was.
    first = default_edition(project, entry.slug)
    versions = list(versions_of(project, entry))[::-1]
    versions.sort(key=lambda one: one.key != first)
    for version in versions:
        found = matrix(project, entry.slug, version.key, project.today)
        if found is None:
            continue
        anchor, title = f"edition_{version.key}", heading_of(version, lang)
        parts += PART.format(id=anchor, title=title, body=_matrix_body(view, entry, version, found))
        toc.append(Heading(anchor, title))
    lead = view.say(
        "每一条款由谁声明、怎样证实、依据什么证书；标准改过之后哪些声明存疑或失效。",
        "Who claims each provision, how it is tested, with what certificate; which claims are suspect or gone since the text changed.",
    )
    return _page(view, entry, address, view.say("追溯矩阵", "Traceability matrix"), lead, parts, tuple(toc))


def _matrix_body(view: View, entry: Entry, version: Version, found: Matrix) -> Html:
    counts = join(
        _COUNT.format(state.value, count, NAMES[state].of(view.lang)) for state, count in found.counts.items()
    )
    body = fill('<ul class="std-counts">{}</ul>', counts)
    if not found.claimants:
        return body + fill("<p>{}</p>", view.say("还没有声明。", "Nobody claims anything yet."))
    links = [
        FILE.format(view.links.root(file_name(entry.slug, version.key, f"-matrix{ending}")), name)
        for ending, name in ((".xlsx", "XLSX"), (".csv", "CSV"))
    ]
    body += fill('<p class="actions">{}</p>', join(links))
    heads = [
        view.say(*pair)
        for pair in (("条款", "Provision"), ("类型", "Kind"), ("证实方法", "Tested by"), ("状态", "State"))
    ]
    heads += [view.say("声明者", "Claimed by")]
    base = view.links.page(edition_address(entry, version))
    rows = []
    for row in found.rows:
        one = row.provision
        # The draft's page has a place for what was removed; an edition's page has none for what it never held.
        label = one.number or view.say("已删除", "removed")
        place = LINK.format(f"{base}#{one.id}", label) if one.number or version.key == DRAFT else escaped(label)
        name = fill("{} <code>{}</code>", place, one.id)
        who = [
            fill("{} {}", view.entry(cell.entry.id), _state(view, cell.state, cell.why.of(view.lang)))
            for cell in row.cells
        ]
        who += [fill("{}", view.entry(held.id)) for held in row.certificates]
        tests = [LINK.format(f"{base}#{test.id}", test.label) for test in row.tests]
        rows.append(
            [
                name,
                escaped(PROVISION_KINDS[one.kind].of(view.lang)),
                join(tests, view.say("、", ", ")),
                _state(view, row.state, SUMMARY[row.state].of(view.lang)),
                join(fill("<div>{}</div>", each) for each in who),
            ]
        )
    return body + table(
        view.say("追溯矩阵", "Traceability matrix"), heads, rows, [False] * len(heads), "table--stack table--matrix"
    )


def heading_of(version: Version, lang: Lang) -> str:
    """The name of a version as a heading."""
    name = version.name.of(lang)
    return name[:1].upper() + name[1:]


def _state(view: View, state: State, why: str) -> Html:
    return _CELL.format(state.value, why, NAMES[state].of(view.lang))


def _comments(project: Project, lang: Lang, entry: Entry, comments: Board) -> Page:
    address = f"{entry.id}/comments/"
    view = View(project, lang, Links.of(address, lang))
    counts = join(
        _COUNT.format(f"decision-{kind}", count, label(kind).of(lang)) for kind, count in comments.totals.by_decision
    )
    links = [
        FILE.format(
            view.links.root(f"{entry.id}/{entry.slug}-comments{ending}"),
            view.say(f"意见汇总处理表 {name}", f"Table of comments, {name}"),
        )
        for ending, name in ((".docx", "Word"), (".xlsx", "XLSX"))
    ]
    body = fill('<ul class="std-counts">{}</ul><p class="actions">{}</p>', counts, join(links))
    toc: list[Heading] = []
    for place, (name, title, rows) in enumerate(_groups(view, comments)):
        anchor = f"place_{place}"
        body += PART.format(
            id=anchor, title=title, body=fill('<ul class="std-cards">{}</ul>', join(_card(view, row) for row in rows))
        )
        toc.append(Heading(anchor, name))
    total = comments.totals
    lead = view.say(
        f"共 {total.received} 条，来自 {len(total.organisations)} 个单位。意见随条款移动，条款删除后仍然列出。",
        f"{total.received} from {len(total.organisations)} organisations. A comment stays with its clause, and is shown when that is gone.",
    )
    name = view.say("意见和处理", "Comments and decisions")
    return _page(view, entry, address, name, lead, body, tuple(toc), searched=True)


def _groups(view: View, comments: Board) -> Iterator[tuple[str, Html, tuple[Row, ...]]]:
    """Comments by clause in the order of the text, then those whose clause is gone."""
    text = view.links.page(f"standards/{comments.rows[0].one.slug}/")
    for one in comments.by_clause:
        if one.clause:
            name = one.label or one.clause
            yield name, fill('<a href="{}#{}">{}</a>', text, one.clause, name), one.rows
        else:
            name = view.say("全文", "The whole text")
            yield name, escaped(name), one.rows
    if comments.orphans:
        name = view.say("所针对的条款已不在文本中", "Whose clause is no longer in the text")
        yield name, escaped(name), comments.orphans


def _card(view: View, row: Row) -> Html:
    said = row.said
    types = {
        "general": view.say("一般", "general"),
        "technical": view.say("技术", "technical"),
        "editorial": view.say("编辑", "editorial"),
    }
    known = view.project.get(f"organisations/{said.organisation}") if said.organisation else None
    proposal = _PROPOSAL.format(view.say("修改建议", "Proposal"), said.proposal) if said.proposal else EMPTY
    former = view.say(f"（原 {row.former}）", f" (then {row.former})") if row.former else ""
    return _CARD.format(
        id=row.one.id.replace("/", "_"),
        who=view.text(known.name) if known else row.organisation,
        type=types[said.type] + former,
        date=said.received,
        text=said.text,
        proposal=proposal,
        decision=said.decision or "undecided",
        name=row.decision.of(view.lang),
        reason=said.reason or "",
    )
