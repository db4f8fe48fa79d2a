"""What a standard's page holds beside its fields: its stage, its versions and files, its provisions, its text."""

from collections.abc import Iterator, Mapping

from generator.drafts.number import labels_of
from generator.markup import Html, Template, escaped, fill
from generator.model.standard import Procedure, Standard
from generator.project import Entry
from generator.rules.standards.gates import review_due
from generator.site.claims import claimants
from generator.site.page import Heading
from generator.site.pieces import FILE, LINK
from generator.site.standard_versions import (
    Version,
    change_address,
    edition_address,
    history_of,
    pairs_of,
    versions_of,
)
from generator.site.tables import table
from generator.site.view import EMPTY, View, join
from generator.standards.comments.board import board
from generator.standards.comments.form import form_address
from generator.standards.document import PATENTS_ASKED, STAGES, cover_of, file_name, patent_request
from generator.standards.html import draft_html
from generator.standards.labels import aspect_names
from generator.standards.redline.model import CHANGES

COMMENTED = frozenset(("20", "30"))
"""The stages, by code, at which a reader may comment."""

_COVER = Template('<div class="std-cover">{}</div>')
_LINE = Template('<p class="std-cover__{}">{}</p>')
_STEPS = Template('<ol class="std-steps" aria-label="{}">{}</ol>')
_STEP = Template('<li class="std-step std-step--{}"{}><span class="std-step__code">{}</span> {}</li>')
_NOTICE = Template('<div class="banner banner--info" role="note"><p><strong>{}</strong> {}</p></div>')
_COMMENT = Template(' <a class="std-comment" href="{}" rel="nofollow noopener" title="{}">{}</a>')
_CHANGED = Template('<p class="std-changes">{} {}</p>')
_GONE = Template('<li id="{}"><code>{}</code> {}</li>')


def standard_parts(view: View, entry: Entry) -> Iterator[tuple[str, str, Html]]:
    """Id, title and body of the parts that stand before the text."""
    versions = versions_of(view.project, entry)
    yield "stage", view.say("制定阶段", "Stage"), _stage(view, entry)
    if versions:
        yield "versions", view.say("文本与文件", "Texts and files"), _versions(view, entry, versions)


def standard_text(view: View, entry: Entry, version: Version) -> tuple[Html, tuple[Heading, ...]]:
    """The lines of a cover and the whole text of a version, and the headings of its clauses."""
    base = "" if view.lang == "zh" else view.links.root(edition_address(entry, version))
    html, clauses = draft_html(
        version.draft,
        view.lang,
        aspect_names(view.project),
        _extras(view, entry, version),
        base,
        tools=_tools(view, entry, version),
        aliases=_aliases(view, entry, version),
        terms=True,
    )
    headings = tuple(Heading(clause.id, clause.text, 3) for clause in clauses if clause.level <= 2)
    return _COVER.format(join(_cover(view, entry, version))) + html + _removed(view, entry, version), headings


def _cover(view: View, entry: Entry, version: Version) -> Iterator[Html]:
    """As on the cover of a group standard: classification, number, names, stage, the request for patents, the society."""
    standard = version.standard
    codes = [f"{name} {code}" for name, code in (("ICS", standard.ics), ("CCS", standard.ccs)) if code]
    if codes:
        yield _LINE.format("codes", " · ".join(codes))
    yield _LINE.format("kind", view.say("团体标准", "Group standard"))
    published = [one for one in versions_of(view.project, entry) if one.published and one is not version]
    if version.number:
        yield _LINE.format("number", version.number)
    elif published:
        yield _LINE.format("number", view.say("代替 ", "replaces ") + published[-1].number)
    yield _LINE.format("title", standard.name.zh)
    if standard.name.en:
        yield _LINE.format("english", standard.name.en)
    state = view.project.state(entry)
    code = (state.code or "") if state and not version.published else ""
    if stage := STAGES.get(code):
        since = next((line.date for line in reversed(standard.history) if state and line.to == state.id), "")
        name = view.say(f"（{stage.zh}）", f"({stage.en})")
        yield _LINE.format("stage", " ".join(part for part in (name, since) if part))
    if code in PATENTS_ASKED:
        yield _LINE.format(
            "patents",
            view.text(patent_request(cover_of(view.project, standard))),
        )
    yield _LINE.format("society", view.entry(f"organisations/{standard.society}")) if standard.society else EMPTY


def _stage(view: View, entry: Entry) -> Html:
    """Every stage of the way, the present one marked, and what a reader can do in it."""
    lifecycle = view.project.settings.lifecycles.get(entry.kind.lifecycle or "")
    state = view.project.state(entry)
    if lifecycle is None or state is None:
        return EMPTY
    now = [one.id for one in lifecycle.states].index(state.id)
    steps = []
    for place, one in enumerate(lifecycle.states):
        mark = "now" if place == now else "past" if place < now else "next"
        current = Html(' aria-current="step"') if place == now else EMPTY
        steps.append(_STEP.format(mark, current, one.code or "", view.text(one.name)))
    body = _STEPS.format(view.say("阶段", "Stages"), join(steps))
    standard = entry.as_a(Standard)
    line = next((line for line in reversed(standard.history) if line.to == state.id), None)
    said = [view.say(f"{line.date} 起", f"since {line.date}")] if line else []
    if line and line.until:
        said.append(view.say(f"截至 {line.until}", f"until {line.until}"))
    procedure = view.project.find("procedures", standard.procedure, Procedure) if standard.procedure else None
    if due := review_due(standard, procedure, {one.id: one for one in lifecycle.states}):
        said.append(view.say(f"复审期限 {due}", f"to be reviewed by {due}"))
    address = _form(view, entry) if state.code in COMMENTED else ""
    more = EMPTY
    if address:
        how = view.say("提出意见", "Comment")
        every = view.say(
            "；也可在下文任一条的“意见”处提出，或用 Word 意见表。",
            "; or at any clause below, or with the comment sheet in Word.",
        )
        more = fill(" {}{}", LINK.format(address, how), every)
    joiner = view.say("，", ", ")
    return body + _NOTICE.format(view.text(state.name), fill("{}{}", joiner.join(said), more))


def _many(view: View, provisions: int) -> Html:
    """A number with its word: on a phone the head of the table is not there to tell."""
    return escaped(view.say(f"{provisions} 条", f"{provisions} provisions"))


def _form(view: View, entry: Entry, clause: str = "", label: str = "") -> str:
    return form_address(view.project.settings.programme, entry.slug, clause, label)


def _versions(view: View, entry: Entry, versions: tuple[Version, ...]) -> Html:
    """A line for each version: its text, its files; then the comparisons, comments and matrix."""
    rows = []
    for one in reversed(versions):
        files = [
            FILE.format(view.links.root(file_name(entry.slug, one.key, ending)), name)
            for ending, name in ((".docx", "Word"), (".pdf", "PDF"), (".html", "HTML"))
        ]
        data = f"api/v1/{entry.id}.{one.key}.json"
        files.append(LINK.format(view.links.root(data), "JSON"))
        name = view.text(one.name)
        text = LINK.format(view.links.page(edition_address(entry, one)), name) if one.published else name
        rows.append([text, Html.escape(one.number), _many(view, len(one.draft.provisions)), join(files, " · ")])
    heads = [
        view.say(*pair) for pair in (("文本", "Text"), ("编号", "Number"), ("条款数", "Provisions"), ("下载", "Files"))
    ]
    made = table(view.say("文本与文件", "Texts and files"), heads, rows, [False, False, True, False], "table--stack")
    links = [
        LINK.format(
            view.links.page(change_address(entry, old, new)),
            view.say(f"比较：{old.name.zh} → {new.name.zh}", f"Compare: {old.name.en} → {new.name.en}"),
        )
        for old, new in pairs_of(view.project, entry)
    ]
    if comments := board(view.project, entry.slug).rows:
        many = len(comments)
        links.append(
            LINK.format(view.links.page(f"{entry.id}/comments/"), view.say(f"意见（{many} 条）", f"Comments ({many})"))
        )
    links.append(LINK.format(view.links.page(f"{entry.id}/provisions/"), view.say("条款清单", "Provisions")))
    links.append(LINK.format(view.links.page(f"{entry.id}/matrix/"), view.say("追溯矩阵", "Traceability matrix")))
    return made + fill('<p class="actions">{}</p>', join(links))


def _tools(view: View, entry: Entry, version: Version) -> Mapping[str, Html]:
    """The link to the comment form at every clause with a heading and every provision, while comments are asked for."""
    state = view.project.state(entry)
    if version.published or state is None or state.code not in COMMENTED or not _form(view, entry):
        return {}
    title, name = view.say("对这一条提出意见", "Comment on this clause"), view.say("意见", "Comment")
    labels = labels_of(version.draft.clauses)
    named = [clause.id for clause in version.draft.clauses if clause.id and clause.title]
    named += [provision.id for provision in version.draft.provisions]
    return {one: _COMMENT.format(_form(view, entry, one, labels.get(one, "")), title, name) for one in named}


def _extras(view: View, entry: Entry, version: Version) -> Mapping[str, Html]:
    """Who claims a provision, and what changed of it between the versions."""
    made = dict(claimants(view, entry)) if not version.published else {}
    if version.published:
        return made
    versions = {one.key: one for one in versions_of(view.project, entry)}
    for name, steps in history_of(view.project, entry).items():
        links = []
        for key, step in steps:
            new = versions[key]
            old = list(versions.values())[list(versions).index(key) - 1]
            what = getattr(step, "changes", ())
            told = view.say("、", ", ").join(CHANGES[one].of(view.lang) for one in what)
            label = view.say(f"{new.name.zh}（较{old.name.zh}）", f"{new.name.en} (since {old.name.en})")
            link = LINK.format(f"{view.links.page(change_address(entry, old, new))}#{name}", label)
            links.append(fill("{} {}", link, told) if told else link)
        changed = _CHANGED.format(view.say("修改：", "Changed:"), join(links, view.say("；", "; ")))
        made[name] = made.get(name, EMPTY) + changed
    return made


def _aliases(view: View, entry: Entry, version: Version) -> Mapping[str, tuple[str, ...]]:
    """The number of each clause as a further anchor, and numbers that it had before and that no clause has now."""
    own = {_number(clause.label): clause.id for clause in version.draft.clauses if clause.number and clause.id}
    taken = dict(own)
    for one in reversed(versions_of(view.project, entry)):
        if one is version:
            continue
        known = set(own.values())
        for clause in one.draft.clauses:
            if clause.number and clause.id in known:
                taken.setdefault(_number(clause.label), clause.id)
    found: dict[str, list[str]] = {}
    for number, name in taken.items():
        found.setdefault(name, []).append(number)
    return {name: tuple(numbers) for name, numbers in found.items()}


def _number(label: str) -> str:
    return label.removeprefix("第").removesuffix("章").removeprefix("附录")


def _removed(view: View, entry: Entry, version: Version) -> Html:
    """The provisions that the text had and no longer has, so that old links lead somewhere."""
    gone = version.lock.removed if version.lock and not version.published else {}
    if not gone:
        return EMPTY
    items = []
    for name in sorted(gone):
        had = [
            one
            for one in versions_of(view.project, entry)
            if one.published and name in {p.id for p in one.draft.provisions}
        ]
        where = [
            LINK.format(f"{view.links.page(edition_address(entry, one))}#{name}", view.text(one.name)) for one in had
        ]
        items.append(
            _GONE.format(name, name, fill("{}{}", view.say("见 ", "see "), join(where, "、")) if where else EMPTY)
        )
    title = view.say("已删除的条款", "Provisions that were removed")
    return fill('<section class="std-removed"><h3>{}</h3><ul>{}</ul></section>', title, join(items))
