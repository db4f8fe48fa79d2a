"""Claims of conformity, from both ends: what a product or solution claims, and who claims a provision."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from itertools import groupby

from generator.markup import Html, Template, escaped
from generator.model.parts import Claim
from generator.model.relations import CONFORMS_TO
from generator.project import Entry
from generator.site import words
from generator.site.cite import evidence
from generator.site.pieces import ITEM
from generator.site.tables import table
from generator.site.view import EMPTY, View, join

_HEAD = Template('<h3>{} <small class="note">{}</small></h3>')
_PROVISION = Template('<a href="{}#{}">{}</a>')
_WORDS = Template(' <span class="note" lang="zh">{}</span>')
_WHO = Template("<details><summary>{}</summary><ul>{}</ul></details>")
_ITEM = Template("<li>{} · {}</li>")

FIRST_WORDS = 26
"""Characters of a provision that are shown beside its number."""
MOST_CLAIMANTS = 40
"""Claimants of one provision that a page names."""


def provision_link(view: View, standard: str, provision: str) -> Html:
    """A provision by the number of its clause, or by its id where the draft has none, with its first words."""
    number, text = view.provisions(standard).get(provision, ("", ""))
    link = _PROVISION.format(view.links.entry(f"standards/{standard}"), provision, number or provision)
    if not text:
        return link
    return link + _WORDS.format(text if len(text) <= FIRST_WORDS else text[:FIRST_WORDS] + "…")


def claims_table(view: View, claims: Sequence[Claim]) -> Html:
    """What is claimed: a table for each standard and edition with provision, result and evidence."""
    label = view.say("符合性声明", "Conformity claims")
    heads = [view.say("条款", "Provision"), view.say("结果", "Result"), view.say("证明材料", "Evidence")]
    blocks = []
    for (standard, edition), group in groupby(
        sorted(claims, key=lambda claim: (claim.standard, claim.edition)), lambda claim: (claim.standard, claim.edition)
    ):
        rows = [
            [
                provision_link(view, standard, claim.provision),
                escaped(words.choice("result", claim.result, view.lang)),
                evidence(view, claim.evidence) if claim.evidence else EMPTY,
            ]
            for claim in group
        ]
        shown = view.say("草案", "draft") if edition == "draft" else edition
        keep = [i for i in range(3) if i < 2 or any(row[2] for row in rows)]
        blocks.append(
            _HEAD.format(view.entry(f"standards/{standard}"), shown)
            + table(
                label,
                [heads[i] for i in keep],
                [[row[i] for i in keep] for row in rows],
                [False] * len(keep),
                "table--stack",
            )
        )
    return join(blocks)


def claimants(view: View, standard: Entry) -> Mapping[str, Html]:
    """Who claims each provision of a standard, by the provision's id: how many, and the first of them by name."""
    found: dict[str, dict[str, str]] = defaultdict(dict)
    for link in view.project.backlinks(standard.id):
        if link.relation is CONFORMS_TO or link.relation.name == CONFORMS_TO.name:
            for claim in view.project.entries[link.source].data.get("conforms_to", ()):
                if claim.get("standard") == standard.slug:
                    found[claim["provision"]][link.source] = claim["result"]
    return {provision: _who(view, results) for provision, results in found.items()}


def _who(view: View, results: Mapping[str, str]) -> Html:
    ids = sorted(results)
    examples = sum(view.project.entries[full_id].example for full_id in ids)
    real = len(ids) - examples
    label = view.say(
        f"{real} 个条目声明" + (f"，示例 {examples} 个" if examples else ""),
        f"claimed by {real}" + (f"; {examples} illustrative" if examples else ""),
    )
    items = [
        _ITEM.format(view.entry(full_id), words.choice("result", results[full_id], view.lang))
        for full_id in ids[:MOST_CLAIMANTS]
    ]
    if len(ids) > MOST_CLAIMANTS:
        rest = len(ids) - MOST_CLAIMANTS
        items.append(ITEM.format(view.say(f"另有 {rest} 个", f"{rest} more")))
    return _WHO.format(label, join(items))
