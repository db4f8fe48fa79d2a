"""Targets in three numbers that are never mixed: what was promised, what the document names, what real entries show."""

from decimal import Decimal

from generator.markup import Html, Template, fill
from generator.model.target import Target
from generator.project import Entry
from generator.site.view import EMPTY, View, join, number
from generator.targets import count_evidence

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


def target_line(view: View, entry: Entry) -> Html:
    """The three numbers of a target in a line; a number that is not there is left out."""
    target = entry.as_a(Target)
    evidenced = count_evidence(view.project, target.count) if target.count else None
    numbers = [
        (view.say("目标", "target"), target.promised, view.text(target.unit.text)),
        (view.say("文件点名", "named"), target.named, EMPTY),
        (view.say("真实条目佐证", "evidenced"), evidenced, EMPTY),
    ]
    return join(
        fill("<span>{} <b>{}</b> {}</span>", label, number(Decimal(value)), unit)
        for label, value, unit in numbers
        if value is not None
    )
