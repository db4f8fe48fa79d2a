"""The fields that have a better form than a table: slots and fills, diagrams, terms, levels, counts."""

from collections.abc import Callable, Mapping
from typing import Any

from generator.markup import Html, Template, escaped, fill
from generator.model.architecture import Architecture, Slot
from generator.model.fields import Bilingual
from generator.model.grading import Certificate, Level, Scheme
from generator.model.parts import HistoryLine, Requirement
from generator.model.registry import KINDS
from generator.model.solution import Fill, Sized, Solution
from generator.model.standard import StandardHistoryLine
from generator.model.target import Counting
from generator.model.terms import VocabularyTerm
from generator.model.voucher import Listing, Readiness, Voucher
from generator.project import Entry
from generator.site import words
from generator.site.cite import evidence
from generator.site.claims import provision_link
from generator.site.diagram import LAYERS, architecture_diagram
from generator.site.fields import Extra, Special, plan
from generator.site.solution_price import solution_prices
from generator.site.tables import table
from generator.site.view import EMPTY, View, join, number
from generator.site.voucher_fields import voucher_fields
from generator.targets import count_evidence
from generator.texts import Text

_SLOT = Template(
    '<li class="slot slot--{layer}{empty}"><div class="slot__head"><span class="slot__layer">{layer_name}</span>'
    '<b class="slot__name">{name}</b><span class="slot__rule">{rule}</span></div>{needs}{fills}</li>'
)
_SLOTS = Template('<ol class="slots">{}</ol>')
_NEEDS = Template('<p class="slot__needs">{}</p>')
_FILLS = Template('<ul class="slot__fills">{}</ul>')
_FILL = Template('<li>{}<span class="slot__count">{}</span></li>')


def special_for(entry: Entry, view: View) -> Special:
    """The special forms of an entry's kind, by field."""
    match entry.kind.folder:
        case "architectures":
            model = entry.as_a(Architecture)
            return {
                "slots": lambda v, slots: architecture_diagram(v, model) + slots_list(v, slots, {}),
                "connections": lambda v, connections: EMPTY if not connections else _connections(v, model),
            }
        case "solutions":
            return {"fills": lambda v, fills: _filled_slots(v, entry.as_a(Solution))}
        case "vouchers":
            return voucher_fields(entry, view)
        case "vocabularies":
            return {"terms": _terms}
        case "listings":
            listing = entry.as_a(Listing)
            voucher = view.project.find("vouchers", listing.voucher, Voucher)
            names: dict[str, Bilingual] = {}
            if voucher:
                names |= {c.id: c.name for c in voucher.categories} | {c.id: c.name for c in voucher.classes}
            return {
                "readiness": _readiness,
                "category": lambda v, value: _named(v, value, names),
                "subsidy_class": lambda v, value: _named(v, value, names),
            }
        case "certificates":
            scheme = view.project.find("schemes", entry.as_a(Certificate).scheme, Scheme)
            levels = {level.id: level.name for level in scheme.levels} if scheme else {}
            return {"level": lambda v, value: _named(v, value, levels)}
        case "schemes":
            return {"levels": _levels}
        case "targets":
            return {"count": _counting}
    return {}


def extras_for(entry: Entry) -> Mapping[str, Extra]:
    """The parts that are computed and stand in no field."""
    if entry.kind.folder == "solutions":
        title = Text("价格测算", "Computed price")
        return {"fills": Extra("price", title, lambda v: solution_prices(v, entry))}
    return {}


def slots_list(view: View, slots: tuple[Slot, ...], fills: Mapping[str, tuple[Fill, ...]]) -> Html:
    """The slots of an architecture by layer, as it is drawn: what they ask for and, in a solution, what fills them."""
    items = []
    for slot in sorted(slots, key=lambda slot: LAYERS.index(slot.layer)):
        needs = [join((view.term("product-categories", c) for c in slot.accepts), " / ")]
        needs += [view.term("features", f) for f in slot.features]
        needs += [_requirement(view, r) for r in slot.requires]
        if slot.note:
            needs.append(view.text(slot.note))
        filled = fills.get(slot.id, ())
        rows = join(_FILL.format(view.entry(f"products/{fill.product}"), _count(view, fill)) for fill in filled)
        items.append(
            _SLOT.format(
                layer=slot.layer,
                empty=" slot--empty" if fills and not filled else "",
                layer_name=words.choice("layer", slot.layer, view.lang),
                name=view.text(slot.name),
                rule=words.choice("fill", slot.fill, view.lang),
                needs=_NEEDS.format(join(needs, view.say("；", "; "))),
                fills=_FILLS.format(rows) if rows else EMPTY,
            )
        )
    return _SLOTS.format(join(items))


def _requirement(view: View, value: Requirement) -> Html:
    return fill("{} {}", view.entry(f"metrics/{value.metric}"), view.bounds(value))


def _count(view: View, fill: Fill) -> Html:
    if isinstance(fill.quantity, Sized):
        per = view.term_text("billing-dimensions", fill.quantity.per)
        each = view.counted("billing-dimensions", fill.quantity.per, fill.quantity.each)
        if view.lang == "en" and fill.quantity.each == 1:
            return escaped(f"{per}: one each")
        pattern = "{}每 {} 配 1 台（套）" if view.lang == "zh" else "{}: one for each {}"
        return Template(pattern).format(per, each)
    return escaped(f"× {number(fill.quantity)}")


def _filled_slots(view: View, model: Solution) -> Html:
    architecture = view.project.find("architectures", model.implements, Architecture)
    by_slot: dict[str, tuple[Fill, ...]] = {}
    for one in model.fills:
        by_slot[one.slot] = (*by_slot.get(one.slot, ()), one)
    if architecture is None:
        return _FILLS.format(
            join(_FILL.format(view.entry(f"products/{f.product}"), _count(view, f)) for f in model.fills)
        )
    return architecture_diagram(view, architecture, by_slot) + slots_list(view, architecture.slots, by_slot)


def _connections(view: View, model: Architecture) -> Html:
    names = {slot.id: slot.name for slot in model.slots}

    def name(slot: str) -> Html:
        return view.text(names[slot]) if slot in names else Html.escape(slot)

    rows = [
        [
            name(c.start),
            name(c.end),
            view.term("connection-technologies", c.technology),
            view.text(c.note) if c.note else EMPTY,
        ]
        for c in model.connections
    ]
    heads = [
        view.say("起点", "From"),
        view.say("终点", "To"),
        view.say("连接技术", "Technology"),
        view.say("说明", "Notes"),
    ]
    return table(view.say("连接", "Connections"), heads, rows, [False] * 4)


def _terms(view: View, terms: tuple[VocabularyTerm, ...]) -> Html:
    names = {term.id: term.name for term in terms}
    columns: list[tuple[str, str, Callable[[VocabularyTerm], Any]]] = [
        ("代码", "Code", lambda t: t.code),
        ("日期", "Date", lambda t: t.date),
        ("上级", "Parent", lambda t: view.text(names[t.parent]) if t.parent in names else t.parent),
        ("符号", "Symbol", lambda t: t.symbol),
        ("量纲", "Dimension", lambda t: t.dimension),
        ("换算系数", "Factor", lambda t: number(t.factor) if t.factor is not None else None),
        ("批次", "Batch", lambda t: t.batch),
        ("代替为", "Replaced by", lambda t: t.replaced_by),
        ("说明", "Notes", lambda t: view.text(t.note) if t.note else None),
    ]
    used = [column for column in columns if any(column[2](term) is not None for term in terms)]
    rows = [
        [fill('<span id="{0}">{1}</span> <code>{0}</code>', term.id, view.text(term.name))]
        + [Html.escape("" if (value := get(term)) is None else value) for _, _, get in used]
        for term in terms
    ]
    heads = [view.say("名称", "Name")] + [view.say(zh, en) for zh, en, _ in used]
    return table(view.say("条目", "Terms"), heads, rows, [False] * len(heads))


def _readiness(view: View, readiness: Readiness) -> Html:
    rows = []
    for item in plan(Readiness):
        statement = getattr(readiness, item.name)
        links = join((view.entry(full_id) for full_id in statement.links), "<br>")
        rows.append([Html.escape(item.label.of(view.lang)), view.text(statement.text), links])
    heads = [view.say("方面", "Aspect"), view.say("说明", "Statement"), view.say("依据", "Evidence")]
    return table(view.say("凝练情况", "Readiness"), heads, rows, [False] * 3)


def _named(view: View, value: str, names: Mapping[str, Bilingual]) -> Html:
    """The name of something that another entry defines, with its id."""
    return (
        fill("{} <code>{}</code>", view.text(names[value].text), value)
        if value in names
        else fill("<code>{}</code>", value)
    )


def _levels(view: View, levels: tuple[Level, ...]) -> Html:
    """A table for each level of a scheme: condition, provision, bound, weight."""
    heads = [
        view.say("条件", "Condition"),
        view.say("条款", "Provision"),
        view.say("指标要求", "Requirement"),
        view.say("权重", "Weight"),
    ]
    parts = []
    for level in sorted(levels, key=lambda level: level.rank):
        title = view.text(level.name.text)
        if level.threshold is not None:
            title = fill(
                "{} <small>{}</small>",
                title,
                view.say(f"得分 ≥ {number(level.threshold)}", f"score ≥ {number(level.threshold)}"),
            )
        rows = []
        for c in level.criteria:
            bound = _requirement(view, c.requires) if c.requires else EMPTY
            rows.append(
                [
                    view.text(c.text.text),
                    provision_link(view, c.standard, c.provision) if c.standard and c.provision else EMPTY,
                    bound,
                    Html.escape(number(c.weight)),
                ]
            )
        parts.append(
            fill("<h3>{}</h3>", title)
            + table(level.name.of(view.lang), heads, rows, [False, False, False, True], "table--stack")
        )
    return join(parts)


def _counting(view: View, count: Counting) -> Html:
    kind = KINDS.get(count.kind)
    if kind is None:  # a rule says so; the page is shown all the same
        return fill("<p><code>{}</code></p>", count.kind)
    labels = {item.name: item.label.of(view.lang) for item in plan(kind.model)}
    parts = [f"{labels.get(key, key)} = {value}" for key, value in sorted(count.where.items())]
    if count.distinct:
        label = labels.get(count.distinct, count.distinct)
        parts.append(view.say(f"按“{label}”去重", f"distinct values of “{label}”"))
    title = view.say(f"真实且已通过的{kind.plural.zh}", f"real, settled {kind.plural.en.lower()}")
    evidenced = count_evidence(view.project, count)
    shown = view.say(f"现有 {evidenced} 个可佐证。", f"{evidenced} at present.")
    return fill("<p>{}{}<b>{}</b></p>", view.say("，", ", ").join([title, *parts]), view.say("：", ": "), shown)


def _of_standard(view: View, line: StandardHistoryLine) -> list[Html]:
    """What a step of a standard says more: until when it is open, how was voted, which documents were handed in."""
    notes = []
    if line.until:
        notes.append(escaped(view.say(f"截至 {line.until}", f"until {line.until}")))
    if vote := line.vote:
        against, abstained = vote.against or 0, vote.abstained or 0
        told = view.say(
            f"表决：参加 {vote.present}，赞成 {vote.in_favour}，反对 {against}，弃权 {abstained}",
            f"vote: {vote.present} present, {vote.in_favour} in favour, {against} against, {abstained} abstained",
        )
        notes.append(escaped(told))
    if line.documents:
        named = join((evidence(view, one) for one in line.documents), view.say("；", "; "))
        notes.append(fill("{}{}", view.say("文件：", "documents: "), named))
    return notes


def history_lines(view: View, lines: tuple[HistoryLine, ...], states: Mapping[str, Any]) -> Html:
    """The states that an entry went through, latest first."""
    items = []
    for line in reversed(lines):
        state = states.get(line.to)
        name = view.text(state.name) if state else Html.escape(line.to)
        notes = [view.term("roles", line.role)] if line.role else []
        if line.evidence:
            notes.append(evidence(view, line.evidence))
        if isinstance(line, StandardHistoryLine):
            notes += _of_standard(view, line)
        note = fill('<p class="note">{}</p>', join(notes, " · ")) if notes else EMPTY
        items.append(
            fill(
                '<li class="history__line"><time datetime="{0}">{0}</time><div><b>{1}</b>{2}</div></li>',
                line.date,
                name,
                note,
            )
        )
    return fill('<ol class="history">{}</ol>', join(items))
