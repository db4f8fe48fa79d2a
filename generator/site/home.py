"""The home page: what the programme is, its targets against what is there, and ways in for the four readers."""

from collections.abc import Collection, Iterable

from generator.markup import Html, Template, fill, prose
from generator.model.programme_objects import Park
from generator.model.registry import KINDS
from generator.project import Entry, Project
from generator.site.goals import goals
from generator.site.page import Heading, Links, Page
from generator.site.picture import hero_picture
from generator.site.view import EMPTY, View, join
from generator.texts import Lang, Text

_HERO = Template(
    '<section class="hero"><div class="hero__inner"><p class="hero__kicker">{kicker}</p><h1>{title}</h1><p class="hero__lead">{lead}</p>'
    '<form class="hero__search" role="search" action="{search}"><label class="visually-hidden" for="q">{label}</label>'
    '<input id="q" name="q" type="search" placeholder="{hint}" autocomplete="off"><button>{label}</button></form>'
    '<p class="hero__tags">{tags}</p></div><div class="hero__figure">{picture}</div></section>'
)
_BAND = Template(
    '<section class="band{tint}"><div class="band__head"><h2 id="{id}">{title}</h2><p>{lead}</p></div>{body}</section>'
)
_CARD = Template('<li class="card"><h3 class="card__title"><a href="{href}">{title}</a></h3><p>{text}</p>{meta}</li>')
_CARDS = Template('<ul class="cards{}">{}</ul>')
_META = Template('<p class="card__meta">{}</p>')
_NUMBER = Template('<div><dt><a href="{}">{}</a></dt><dd>{}</dd></div>')

NUMBERS = (
    "parks",
    "organisations",
    "scenarios",
    "industries",
    "metrics",
    "policies",
    "solutions",
    "products",
    "standards",
)

_PATHS: tuple[tuple[str, Text, Text], ...] = (
    (
        "guide/enterprise/",
        Text("工业企业", "Enterprises"),
        Text(
            "按场景、行业和指标找到可以买的方案，看清由哪些产品组成、需要多少投入。",
            "Find a solution by scenario, sector and figures; see what it is built from and what it takes.",
        ),
    ),
    (
        "guide/vendor/",
        Text("供应商", "Vendors"),
        Text(
            "提交和更新产品、方案；每个问题都指到行，并告诉你怎样改。",
            "Submit products and solutions; every fault is named on its line, with the fix.",
        ),
    ),
    (
        "guide/committee/",
        Text("标准委员会", "Standards committees"),
        Text(
            "在 Git 中起草团体标准，条款编号自动生成、标识永久有效。",
            "Draft group standards in Git, with numbered clauses and permanent ids.",
        ),
    ),
    (
        "guide/province/",
        Text("主管部门", "Authorities"),
        Text(
            "核对目标与进展，维护政策、服务券和产品目录。",
            "Follow targets, keep policies, vouchers and the product catalogue.",
        ),
    ),
)


def home_page(project: Project, lang: Lang, guides: Collection[str]) -> Page:
    """The home page in one language. `guides`: the addresses of the hand-written pages there are."""
    view = View(project, lang, Links.at(0, lang))
    programme = project.settings.programme
    bands = [
        (
            "scenarios",
            view.say("应用场景", "Scenarios"),
            view.say("从共性场景出发，找到端到端解决方案。", "Start from a scenario and find an end-to-end solution."),
            _scenarios(view),
        ),
        (
            "parks",
            view.say("应用示范园区", "Demonstration parks"),
            view.say("排名不分先后。", "In no particular order."),
            _parks(view),
        ),
        (
            "targets",
            view.say("目标与进展", "Targets"),
            view.say(
                "三个数分开列：目标值、文件点名数、真实条目可佐证数。没有佐证就写 0。",
                "Three numbers, never mixed: the target, what the document names, and what real entries evidence.",
            ),
            goals(view),
        ),
        (
            "chain",
            view.say("目录的链条", "How it hangs together"),
            view.say(
                "从政策到服务券，每一步都有条目、有链接、有来源。",
                "From policy to voucher, every step is an entry with links and sources.",
            ),
            _chain(view),
        ),
        (
            "readers",
            view.say("从这里开始", "Where to begin"),
            view.say("四类读者，各有一份指南。", "A guide for each of the four readers."),
            _paths(view, guides),
        ),
    ]
    shown = [(anchor, title, lead, body) for anchor, title, lead, body in bands if body]
    toc = [Heading(anchor, title) for anchor, title, _, _ in shown]
    body = (
        _hero(view)
        + _numbers(view)
        + join(
            _BAND.format(tint=" band--tint" if i % 2 else "", id=anchor, title=title, lead=lead, body=part)
            for i, (anchor, title, lead, part) in enumerate(shown)
        )
    )
    if programme.introduction:
        about = view.say("关于本目录", "About this catalogue")
        body += fill(
            '<section class="band"><div class="band__head"><h2 id="about">{}</h2></div><div class="prose">{}</div></section>',
            about,
            prose(programme.introduction.of(lang)),
        )
        toc.append(Heading("about", about))
    return Page(
        address="",
        lang=lang,
        frame="home",
        title=programme.name.of(lang),
        description=programme.summary.of(lang),
        body=body,
        toc=tuple(toc),
    )


def _hero(view: View) -> Html:
    programme = view.project.settings.programme
    tags = [
        fill('<a href="{}">{}</a>', view.links.entry(entry.id), view.text(entry.name))
        for entry in _real(view.project.of_kind("scenarios"))[:6]
    ]
    return _HERO.format(
        kicker=view.text(programme.short_name.text),
        title=view.text(programme.name.text),
        lead=view.text(programme.summary.text),
        search=view.links.page("search/"),
        label=view.say("检索", "Search"),
        hint=view.say("产品、方案、指标，或说明中的任何词", "products, solutions, figures, any word"),
        tags=join(tags, " "),
        picture=hero_picture(view),
    )


def _numbers(view: View) -> Html:
    """How many real entries there are; examples are never counted in."""
    cells = []
    for folder in NUMBERS:
        entries = view.project.of_kind(folder)
        count = len(_real(entries))
        if entries:
            cells.append(_NUMBER.format(view.links.page(f"{folder}/"), KINDS[folder].plural.of(view.lang), count))
    examples = sum(entry.example for entry in view.project)
    note = view.say(
        f"以上为真实条目数；另有示例条目 {examples} 条，页面上均有标记。",
        f"Real entries only; {examples} illustrative entries are marked as such.",
    )
    return (
        fill('<dl class="numbers">{}</dl><p class="muted numbers__note">{}</p>', join(cells), note) if cells else EMPTY
    )


def _scenarios(view: View) -> Html:
    cards = []
    for entry in _real(view.project.of_kind("scenarios")):
        solutions = {link.source for link in view.project.backlinks(entry.id) if link.source.startswith("solutions/")}
        examples = sum(view.project.entries[solution].example for solution in solutions)
        real = len(solutions) - examples
        meta = view.say(
            f"{real} 个方案" + (f"，示例 {examples} 个" if examples else ""),
            f"{real} solution{'s' if real != 1 else ''}" + (f"; {examples} illustrative" if examples else ""),
        )
        cards.append(_card(view, entry, meta))
    return _CARDS.format(" cards--small", join(cards)) if cards else EMPTY


def _parks(view: View) -> Html:
    cards = [
        _card(
            view,
            entry,
            view.term_text("cities", entry.as_a(Park).city),
            view.say("、", ", ").join(_applicants(view, entry)),
        )
        for entry in _real(view.project.of_kind("parks"))
    ]
    return _CARDS.format(" cards--small", join(cards)) if cards else EMPTY


def _applicants(view: View, park: Entry) -> Iterable[str]:
    for link in park.links:
        if link.relation.name == "applicants" and (unit := view.project.get(link.target)):
            yield unit.name.of(view.lang)


def _card(view: View, entry: Entry, meta: str, text: str | None = None) -> Html:
    return _CARD.format(
        href=view.links.entry(entry.id),
        title=view.title(entry.name),
        text=view.text(entry.summary) if text is None else text,
        meta=_META.format(meta) if meta else EMPTY,
    )


def _chain(view: View) -> Html:
    steps = (
        ("policies", view.say("政策措施", "Policies")),
        ("parks", view.say("示范园区", "Parks")),
        ("benchmarks", view.say("应用标杆", "Benchmarks")),
        ("standards", view.say("团体标准", "Group standards")),
        ("architectures", view.say("参考架构", "Architectures")),
        ("solutions", view.say("解决方案", "Solutions")),
        ("products", view.say("产品", "Products")),
        ("schemes", view.say("认证与等级", "Grading")),
        ("vouchers", view.say("服务券", "Vouchers")),
    )
    items = join(
        fill(
            '<li class="chain__step"><b><a href="{}">{}</a></b><span>{}</span></li>',
            view.links.page(f"{folder}/"),
            title,
            _counted(view, folder),
        )
        for folder, title in steps
    )
    return fill('<ol class="chain">{}</ol>', items)


def _counted(view: View, folder: str) -> str:
    """How many entries of a kind there are, real ones and examples apart."""
    entries = view.project.of_kind(folder)
    real = len(_real(entries))
    examples = len(entries) - real
    if not examples:
        return view.say(f"{real} 条", f"{real}")
    return view.say(f"{real} 条，示例 {examples} 条", f"{real}; {examples} illustrative")


def _paths(view: View, guides: Collection[str]) -> Html:
    cards = join(
        _CARD.format(href=view.links.page(address), title=title.of(view.lang), text=text.of(view.lang), meta=EMPTY)
        for address, title, text in _PATHS
        if address in guides
    )
    return _CARDS.format(" cards--paths", cards) if cards else EMPTY


def _real(entries: Iterable[Entry]) -> list[Entry]:
    return [entry for entry in entries if not entry.example]
