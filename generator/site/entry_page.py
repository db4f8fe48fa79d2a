"""The page of an entry: everything that it holds, its links in both directions, its sources and its history."""

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from generator.git import Change
from generator.markup import Html, Template, fill, json_script
from generator.model.organisation import Organisation
from generator.model.product import Product
from generator.model.registry import KINDS
from generator.model.workplan import WorkPlan
from generator.project import Entry, Project
from generator.site.cite import evidence, source
from generator.site.fields import sections
from generator.site.offer_listing import TITLE as LISTED
from generator.site.offer_listing import offer_listing
from generator.site.offers import solutions_table, statement_about
from generator.site.page import Heading, Links, Page
from generator.site.pieces import ITEM, LEAD, PART
from generator.site.searchable import search_doc
from generator.site.special import extras_for, history_lines, special_for
from generator.site.standard_page import standard_parts, standard_text
from generator.site.standard_versions import versions_of
from generator.site.view import EMPTY, View, join
from generator.site.voucher_page import Downloads, voucher_parts
from generator.site.workplan_form import work_plan
from generator.texts import Lang, Text
from generator.vouchers.frozen import Shelved

_HEAD = Template(
    '<header class="page__head"><p class="page__kind"><a href="{up}">{kind}</a></p><h1>{name}</h1>{summary}'
    '<p class="badges">{badges}</p></header>'
)
_BANNER = Template('<div class="banner banner--example" role="note"><p><strong>{}</strong>{}</p></div>')
_RELATION = Template('<div class="relation"><h3>{}</h3><ul class="links">{}</ul></div>')
_RELATIONS = Template('<div class="relations">{}</div>')
_BESIDE = Template('<span class="links__note">{}</span>')
_DETAILS = re.compile(r"<details>.*?</details>", re.DOTALL)
_MORE = Template('<li class="muted"><a href="{}">{}</a></li>')
_LD = Template('<script type="application/ld+json">{}</script>')
_MACHINE = Template('<p class="machine"><code>{id}</code> · <a href="{json}">JSON</a> · <a href="{yaml}">YAML</a></p>')

MOST_LINKS = 60
"""Links of one relation that a page shows; the rest is in the entry's JSON."""


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What pages need beside the project: where the site is, the history of files, the releases, the files of vouchers."""

    site_url: str
    history: Mapping[str, Sequence[Change]] = field(default_factory=dict)
    shelf: Sequence[Shelved] = ()
    downloads: Downloads | None = None


def entry_view(project: Project, lang: Lang) -> View:
    """What entries' pages see of a project. One view serves any number of them, the quicker the more."""
    return View(project, lang, Links.at(2, lang))


def entry_page(entry: Entry, view: View, around: Surroundings) -> Page:
    """The page of an entry. `view`: from `entry_view`."""
    project, lang = view.project, view.lang
    model = entry.model
    parts: list[Html] = []
    toc: list[Heading] = []

    # A draft's ids are its author's own and hold no underscore.
    prefix = "page_" if entry.kind.folder == "standards" else ""

    def part(anchor: str, title: str, body: Html) -> None:
        if body:
            anchor = prefix + anchor
            parts.append(PART.format(id=anchor, title=title, body=body))
            toc.append(Heading(anchor, title))

    if model.description:
        part("description", view.say("说明", "Description"), view.prose(model.description))
    if entry.kind.folder == "workplans":
        body, headings = work_plan(view, entry.as_a(WorkPlan))
    else:
        body, headings = sections(view, model, special_for(entry, view), prefix, extras_for(entry))
    parts.append(body)
    toc += headings
    texts = versions_of(project, entry) if entry.kind.folder == "standards" else ()
    if entry.kind.folder == "standards":
        for anchor, title, told in standard_parts(view, entry):
            part(anchor, title, told)
    if texts:
        html, clauses = standard_text(view, entry, texts[-1])
        part("text", view.say("标准文本", "Text of the standard"), html)
        toc += clauses
    if entry.kind.folder == "workplans":
        part("seals", view.say("盖章材料", "Seals"), _seals(view, entry.as_a(WorkPlan)))
    own = join(parts)
    if texts:  # who claims a provision is found by their own pages
        own = Html(_DETAILS.sub("", str(own)))
    if entry.kind.folder == "scenarios":
        part("solutions", view.say("可选方案", "Solutions"), _solutions(view, entry))
    if entry.kind.folder == "vouchers":
        for one in voucher_parts(view, entry, around.shelf, around.downloads):
            part(one.id, one.title, one.body)
    part("listed", LISTED.of(lang), offer_listing(view, entry))
    part("backlinks", view.say("被以下条目引用", "Linked from"), _backward(view, entry))
    part("sources", view.say("来源", "Sources"), _sources(view, entry))
    part("history", view.say("历史", "History"), _history(view, entry, around))

    name, summary = entry.name, entry.summary
    head = _HEAD.format(
        up=view.links.page(f"{entry.kind.folder}/"),
        kind=entry.kind.title.of(lang),
        name=view.title(name),
        summary=LEAD.format(view.text(summary)) if summary.zh else EMPTY,
        badges=view.badges(entry),
    )
    machine = _MACHINE.format(
        id=entry.id,
        json=view.links.root(f"api/v1/{entry.id}.json"),
        yaml=view.links.root(f"api/v1/{entry.id}.yaml"),
    )
    return Page(
        address=f"{entry.id}/",
        lang=lang,
        frame=entry.kind.folder,
        title=name.of(lang),
        description=summary.of(lang) or entry.kind.title.of(lang),
        body=head + (_banner(view) if entry.example else EMPTY) + join(parts) + machine,
        toc=tuple(toc),
        edit_path=entry.path,
        head=_structured(entry, view, around),
        noindex=entry.example,
        search=search_doc(entry, project, lang, own),
    )


def _banner(view: View) -> Html:
    return _BANNER.format(
        view.say("示例条目。", "Illustrative entry. "),
        view.say(
            "单位、产品和数值均为虚构，只用来演示目录的完整链条，不计入任何统计。",
            "Organisations, products and figures are invented to show the whole chain. It is counted nowhere.",
        ),
    )


def _solutions(view: View, entry: Entry) -> Html:
    ids = {link.source for link in view.project.backlinks(entry.id) if link.source.startswith("solutions/")}
    return solutions_table(view, (view.project.entries[full_id] for full_id in ids))


def _backward(view: View, entry: Entry) -> Html:
    """The links from elsewhere by relation, and by kind where a relation comes from several, solutions first."""
    found: dict[Text, dict[str, dict[str, None]]] = defaultdict(lambda: defaultdict(dict))
    for link in view.project.backlinks(entry.id):
        if entry.kind.folder == "scenarios" and link.source.startswith("solutions/"):
            continue  # they have a table of their own
        found[link.relation.inverse][link.source.partition("/")[0]][link.source] = None
    blocks = []
    for label, kinds in found.items():
        for folder in (folder for folder in KINDS if folder in kinds):
            title = label if len(kinds) == 1 else KINDS[folder].plural
            blocks.append(_RELATION.format(title.of(view.lang), _links(view, entry, list(kinds[folder]))))
    return _RELATIONS.format(join(blocks)) if blocks else EMPTY


def _links(view: View, entry: Entry, ids: Sequence[str]) -> Html:
    items = [ITEM.format(view.entry(full_id) + _beside(view, entry, full_id)) for full_id in ids[:MOST_LINKS]]
    if len(ids) > MOST_LINKS:
        rest = len(ids) - MOST_LINKS
        more = view.say(f"另有 {rest} 条，见 JSON", f"{rest} more in the JSON")
        items.append(_MORE.format(view.links.root(f"api/v1/{entry.id}.json"), more))
    return join(items)


def _beside(view: View, entry: Entry, full_id: str) -> Html:
    """On a metric's page, what each entry states about it."""
    if entry.kind.folder != "metrics" or (other := view.project.get(full_id)) is None:
        return EMPTY
    stated = statement_about(view, other, entry.slug)
    return _BESIDE.format(stated) if stated else EMPTY


def _seals(view: View, plan: WorkPlan) -> Html:
    """What was sealed, which stands beside the form and not in it."""
    items = join(ITEM.format(evidence(view, one)) for one in plan.seals)
    return fill('<ul class="links">{}</ul>', items) if items else EMPTY


def _sources(view: View, entry: Entry) -> Html:
    sources = entry.model.sources
    if not sources:
        return EMPTY
    return fill('<ol class="sources">{}</ol>', join(ITEM.format(source(view, one)) for one in sources))


def _history(view: View, entry: Entry, around: Surroundings) -> Html:
    """The lifecycle as the file states it, then the changes of the file as Git knows them, without names."""
    model, body = entry.model, EMPTY
    lifecycle = view.project.settings.lifecycles.get(entry.kind.lifecycle or "")
    if model.history and lifecycle:
        body += history_lines(view, model.history, {state.id: state for state in lifecycle.states})
    changes = around.history.get(entry.path, ())
    if changes:
        shown = view.project.settings.roles.shown
        unknown = fill('<span class="muted">{}</span>', view.say("未登记", "not registered"))
        rows = []
        for change in changes[:10]:
            who = shown(change.author)
            rows.append(
                fill(
                    '<li class="history__line"><time datetime="{0}">{0}</time><div>{1}<code>{2}</code></div></li>',
                    change.date,
                    (view.text(who) if who else unknown) + Html(" "),
                    change.commit[:9],
                )
            )
        title = view.say("文件修改记录", "Changes of the file")
        body += fill('<h3>{}</h3><ol class="history history--file">{}</ol>', title, join(rows))
    return body


def _structured(entry: Entry, view: View, around: Surroundings) -> Html:
    """JSON-LD for products and organisations (schema.org)."""
    url = f"{around.site_url}{'en/' if view.lang == 'en' else ''}{entry.id}/"
    name, summary = entry.name.of(view.lang), entry.summary.of(view.lang)
    data: dict[str, object] = {"@context": "https://schema.org", "name": name, "url": url}
    if summary:
        data["description"] = summary
    match entry.kind.folder:
        case "organisations":
            organisation = entry.as_a(Organisation)
            data |= {"@type": "Organization"}
            if organisation.website:
                data["sameAs"] = organisation.website
            if organisation.uscc:
                data["identifier"] = organisation.uscc
        case "products":
            product = entry.as_a(Product)
            data |= {
                "@type": "Product",
                "sku": entry.slug,
                "category": view.term_text("product-categories", product.category),
            }
            if vendor := view.project.get(f"organisations/{product.vendor}"):
                data["brand"] = {"@type": "Organization", "name": vendor.name.of(view.lang)}
            data["additionalProperty"] = [
                {
                    "@type": "PropertyValue",
                    "name": metric.name.of(view.lang)
                    if (metric := view.project.get(f"metrics/{q.metric}"))
                    else q.metric,
                    "unitText": view.unit(q.unit),
                    **{
                        k: format(v.normalize(), "f")
                        for k, v in (("value", q.value), ("minValue", q.min), ("maxValue", q.max))
                        if v is not None
                    },
                }
                for q in product.capabilities
            ]
        case _:
            return EMPTY
    return _LD.format(Html(json_script(data)))
