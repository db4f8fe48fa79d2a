"""The provisions of a standard as a list to be filtered: by aspect, with kind, words, state and how each is tested."""

from collections.abc import Mapping

from generator.conformance.claims import NAMES, State
from generator.conformance.matrix import matrix
from generator.drafts.model import PROVISION_KINDS, Provision
from generator.drafts.number import labels_of
from generator.markup import Html, Template, fill
from generator.project import Entry
from generator.site.filtering import GROUP, filtered
from generator.site.pieces import LINK
from generator.site.standard_versions import Version, edition_address
from generator.site.view import View, join
from generator.standards.labels import aspect_names, class_names
from generator.texts import Text

_ITEM = Template(
    '<li class="item std-line" data-filter-item><a class="item__name" href="{text}#{id}">{number}</a> '
    '<span class="std-line__kind std-kind-{kind}">{kind_name}</span> <span class="std-line__text" lang="zh">{words}</span> '
    '<span class="std-line__state std-state--{state}">{state_name}</span><p class="item__meta">{meta}</p></li>'
)


def provision_list(view: View, entry: Entry, version: Version) -> Html:
    """All provisions by aspect, to be filtered: number, kind, words, whether anybody claims it, how it is tested."""
    found = matrix(view.project, entry.slug, version.key, view.project.today)
    rows = {row.provision.id: row for row in found.rows} if found else {}
    labels = labels_of(version.draft.clauses)
    text = view.links.page(edition_address(entry, version))
    aspects, classes = aspect_names(view.project), class_names(version.standard)
    groups = []
    for aspect in dict.fromkeys(one.aspect for one in version.draft.provisions):
        own = [one for one in version.draft.provisions if one.aspect == aspect]
        items = []
        for one in own:
            state = rows[one.id].state if one.id in rows else State.UNCOVERED
            items.append(
                _ITEM.format(
                    text=text,
                    id=one.id,
                    number=one.number or one.id,
                    kind=one.kind,
                    kind_name=PROVISION_KINDS[one.kind].of(view.lang),
                    words=one.text,
                    state=state.value,
                    state_name=NAMES[state].of(view.lang),
                    meta=_meta(view, one, classes, labels, text),
                )
            )
        title = aspects.get(aspect, Text(aspect)).of(view.lang)
        groups.append(GROUP.format(id=f"aspect_{aspect}", level=3, title=title, count=len(own), items=join(items)))
    return filtered(view, join(groups), view.say("编号、文字或方面", "number, words or aspect"))


def _meta(view: View, provision: Provision, classes: Mapping[str, Text], labels: Mapping[str, str], text: str) -> Html:
    parts = [Html.escape(provision.id)]
    if provision.grade:
        known = classes.get(provision.grade)
        parts.append(view.text(known) if known else Html.escape(provision.grade))
    tests = [LINK.format(f"{text}#{name}", labels[name]) for name in provision.verify.split() if name in labels]
    if tests:
        parts.append(fill("{}{}", view.say("证实方法 ", "tested by "), join(tests, view.say("、", ", "))))
    return join(parts, " · ")
