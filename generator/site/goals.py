"""Targets in three numbers that are never mixed: what was promised, what the document names, what real entries show."""

from decimal import Decimal

from generator.markup import Html, Template, fill
from generator.model.target import Counting, Target
from generator.project import Project
from generator.site.view import EMPTY, View, join, number

_GOAL = Template(
    '<li class="goal"><h3 class="goal__name"><a href="{href}">{name}</a></h3><p class="goal__target">{target}</p>'
    '<dl class="goal__counts">{counts}</dl></li>'
)
_COUNT = Template('<div><dt>{label}</dt><dd>{bar}<span class="goal__value">{value}</span></dd></div>')
_BAR = Template('<progress class="bar bar--{kind}" value="{value}" max="{of}" aria-label="{label}"></progress>')


def goals(view: View) -> Html:
    """The targets as cards; nothing where there are none."""
    cards = []
    for entry in (entry for entry in view.project.of_kind("targets") if not entry.example):
        target = entry.as_a(Target)
        counts = []
        evidenced = count_evidence(view.project, target.count) if target.count else None
        most = max(target.promised or 0, target.named or 0, evidenced or 0) or 1
        for label, kind, value in (
            (view.say("文件点名", "named by the document"), "named", target.named),
            (view.say("真实条目佐证", "evidenced by entries"), "proved", evidenced),
        ):
            if value is not None:
                bar = _BAR.format(kind=kind, value=value, of=most, label=label)
                counts.append(_COUNT.format(label=label, bar=bar, value=number(Decimal(value))))
        if target.promised is not None:
            shown = fill("<b>{}</b> {}", number(target.promised), view.text(target.unit.text))
        else:
            shown = fill('<span class="empty">{}</span>', view.say("未给出数值", "no number given"))
        cards.append(
            _GOAL.format(href=view.links.entry(entry.id), name=view.text(entry.name), target=shown, counts=join(counts))
        )
    return fill('<ul class="goals">{}</ul>', join(cards)) if cards else EMPTY


def count_evidence(project: Project, count: Counting) -> int:
    """Real entries that are approved or in force and fit, or the distinct values of a field over them."""
    found = 0
    distinct: set[str] = set()
    for entry in project.of_kind(count.kind):
        if (
            entry.example
            or not project.settled(entry)
            or any(str(entry.data.get(k)) != v for k, v in count.where.items())
        ):
            continue
        found += 1
        if count.distinct:
            value = entry.data.get(count.distinct)
            distinct.update(
                _keys(v) for v in (value if isinstance(value, list) else [value] if value is not None else [])
            )
    return len(distinct) if count.distinct else found


def _keys(value: object) -> str:
    """A list item's own text, or that of its first key: `{scenario: x}` counts as x."""
    return str(next(iter(value.values()))) if isinstance(value, dict) and value else str(value)
