"""Any model as HTML, by its fields: facts, tables, prose and nested parts, all with the model's own labels.

A page shows everything its entry holds. What has a better form than this one (slots, prices, draft …)
is given to `fields` as `special`.
"""

import re
from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from types import UnionType
from typing import Annotated, Any, Literal, Union, get_args, get_origin

from pydantic import BaseModel

from generator.markup import Html, Template, escaped, fill
from generator.model.entry import HEAD_KEYS, TAIL_KEYS
from generator.model.fields import Bilingual, Prose
from generator.model.links import Relation, Term
from generator.model.parts import Claim, Contact, Evidence, Period, Price, Quantity, Requirement, Source
from generator.site import words
from generator.site.cite import contact, evidence, source
from generator.site.claims import claims_table
from generator.site.page import Heading
from generator.site.pieces import FACT, FACTS, ITEM, PART
from generator.site.tables import prices_table, quantities_table, table
from generator.site.view import EMPTY, View, join, money, number
from generator.texts import Text

Shape = Literal["fact", "part"]
Special = Mapping[str, Callable[[View, Any], Html]]

_SUBPART = Template("<h{0}>{1}</h{0}>{2}")
_LIST = Template('<ul class="links">{}</ul>')
_LINE = Template("<p>{}</p>")
_POINTS = Template('<ol class="points">{}</ol>')
_HELD = re.compile("[，、；。,;.]")
"""What parts of a text are divided by: a list of such texts in one line could not be told apart."""


@dataclass(frozen=True, slots=True)
class FieldPlan:
    """How a field is shown. `marks`: the relation or code list of its values."""

    name: str
    label: Text
    annotation: Any
    mark: Relation | Term | None
    many: bool
    inner: Any


@cache
def plan(model: type[BaseModel]) -> tuple[FieldPlan, ...]:
    """The fields of a model in order, those that every entry has left out."""
    common = frozenset(HEAD_KEYS + TAIL_KEYS) if "example" in model.model_fields else frozenset()
    plans = []
    for name, info in model.model_fields.items():
        if name in common:
            continue
        extra = info.json_schema_extra if isinstance(info.json_schema_extra, dict) else {}
        annotation: Any = Annotated[(info.annotation, *info.metadata)] if info.metadata else info.annotation
        mark, many, inner = _look(annotation)
        plans.append(FieldPlan(name, Text(info.title or name, str(extra.get("en", ""))), annotation, mark, many, inner))
    return tuple(plans)


def _look(annotation: Any, many: bool = False) -> tuple[Relation | Term | None, bool, Any]:
    """The relation or code list in an annotation, whether there are several values, and the type inside."""
    origin, args = get_origin(annotation), get_args(annotation)
    if origin is Annotated:
        mark, many, inner = _look(args[0], many)
        return next((m for m in args[1:] if isinstance(m, Relation | Term)), mark), many, inner
    if origin in (Union, UnionType):
        return _look(next(a for a in args if a is not type(None)), many)
    if origin is tuple:
        return _look(args[0], True)
    return None, many, annotation


@dataclass(frozen=True, slots=True)
class Extra:
    """A part of its own that no field holds, shown after the part of a field."""

    id: str
    title: Text
    body: Callable[[View], Html]


def sections(
    view: View, model: BaseModel, special: Special, prefix: str = "", extras: Mapping[str, Extra] | None = None
) -> tuple[Html, tuple[Heading, ...]]:
    """All fields of an entry's model: its facts first, then a part for each field that needs room.

    `prefix`: before the anchors. `extras`: what follows the part of a field, by the field's name.
    """
    facts, parts, toc = [], [], []
    for item in plan(type(model)):
        value = getattr(model, item.name)
        if value is None or value == () or value == {}:
            continue
        label = item.label.of(view.lang)
        if item.name in special:
            body = special[item.name](view, value)
            if isinstance(value, str):
                facts.append(FACT.format(label, body))
                continue
        elif (fact := fact_of(view, item, value)) is not None:
            facts.append(FACT.format(label, fact))
            continue
        else:
            body = part_of(view, item, value)
        if body:
            anchor = prefix + item.name.replace("_", "-")
            parts.append(PART.format(id=anchor, title=label, body=body))
            toc.append(Heading(anchor, label))
        if extras and (extra := extras.get(item.name)) and (shown := extra.body(view)):
            title = extra.title.of(view.lang)
            parts.append(PART.format(id=extra.id, title=title, body=shown))
            toc.append(Heading(extra.id, title))
    if facts:
        title = view.say("基本信息", "Facts")
        parts.insert(0, PART.format(id=prefix + "facts", title=title, body=FACTS.format(join(facts))))
        toc.insert(0, Heading(prefix + "facts", title))
    return join(parts), tuple(toc)


def fact_of(view: View, item: FieldPlan, value: Any) -> Html | None:
    """A value that fits into one line of facts; None for what needs a part of its own."""
    if item.many and isinstance(value, tuple):
        if len(value) > 12:
            return None
        found = [one_of(view, item, v) for v in value]
        if any(f is None for f in found):
            return None
        if len(found) > 1 and any(isinstance(v, Bilingual) and _HELD.search(v.zh) for v in value):
            return _POINTS.format(join(ITEM.format(f) for f in found if f is not None))
        separator = "<br>" if isinstance(item.mark, Relation) else view.say("、", ", ")
        return join((f for f in found if f is not None), separator)
    return one_of(view, item, value)


def one_of(view: View, item: FieldPlan, value: Any) -> Html | None:
    """One value in a line; None where it is more than that."""
    match value:
        case bool():
            return Html(view.say("是", "yes") if value else view.say("否", "no"))
        case Decimal() | int():
            return Html(
                money(value) if "CNY" in item.label.en and isinstance(value, Decimal) else number(Decimal(value))
            )
        case str() if isinstance(item.mark, Relation):
            return view.entry(item.mark.target(value))
        case str() if isinstance(item.mark, Term):
            return view.term(item.mark.vocabulary, value)
        case str() if value.startswith(("https://", "http://")):
            return fill('<a href="{0}" rel="nofollow noopener noreferrer">{0}</a>', value)
        case str():
            return escaped(words.choice(item.name, value, view.lang))
        case Prose():
            return None
        case Bilingual():
            return view.text(value)
        case Period():
            return escaped(f"{value.start or '…'} – {value.until or '…'}")
        case Contact():
            return contact(view, value)
        case Evidence():
            return evidence(view, value)
        case Source():
            return source(view, value)
    return None


def part_of(view: View, item: FieldPlan, value: Any) -> Html:
    """A value that needs room: prose, a table, a nested model, a list of either."""
    if isinstance(value, Prose):
        return view.prose(value)
    if isinstance(value, tuple) and value:
        if isinstance(value[0], Quantity | Requirement):
            return quantities_table(view, value, item.label.of(view.lang))
        if isinstance(value[0], Price):
            return prices_table(view, value)
        if isinstance(value[0], Claim):
            return claims_table(view, value)
        if isinstance(value[0], BaseModel):
            return models_table(view, value, item.label.of(view.lang))
        found = (fact_of(view, item, (v,)) for v in value)
        if isinstance(item.mark, Term):  # terms are short: thirty in a line are read faster than thirty lines
            return _LINE.format(join((f for f in found if f is not None), view.say("、", ", ")))
        return _LIST.format(join(ITEM.format(f) for f in found if f is not None))
    if isinstance(value, dict):
        mark = _key_mark(item.annotation)
        rows = [
            (view.term(mark.vocabulary, k), view.counted(mark.vocabulary, k, v))
            if mark and isinstance(v, Decimal)
            else (escaped(k), escaped(number(v) if isinstance(v, Decimal) else str(v)))
            for k, v in value.items()
        ]
        return FACTS.format(join(FACT.format(k, v) for k, v in rows))
    if isinstance(value, BaseModel):
        return nested(view, value)
    fact = one_of(view, item, value)
    return fact if fact is not None else EMPTY


def nested(view: View, model: BaseModel, level: int = 3, names: Collection[str] | None = None) -> Html:
    """A model inside an entry: its facts, then its longer parts under headings of their own.

    `level`: of those headings. `names`: the fields to show, all without it.
    """
    facts, parts = [], []
    for item in plan(type(model)):
        value = getattr(model, item.name)
        if not _filled(value) or (names is not None and item.name not in names):
            continue
        label = item.label.of(view.lang)
        fact = fact_of(view, item, value)
        if fact is not None:
            facts.append(FACT.format(label, fact))
        elif isinstance(value, BaseModel) and not isinstance(value, Bilingual):
            parts.append(_SUBPART.format(level, label, nested(view, value, level + 1)))
        else:
            parts.append(_SUBPART.format(level, label, part_of(view, item, value)))
    return (FACTS.format(join(facts)) if facts else EMPTY) + join(parts)


def models_table(view: View, models: tuple[BaseModel, ...], label: str) -> Html:
    """Several models of a kind: a table where their fields are short, one after another where they are long."""
    plans = [p for p in plan(type(models[0])) if any(_filled(getattr(m, p.name)) for m in models)]
    if any(fact_of(view, p, v) is None for m in models for p in plans if _filled(v := getattr(m, p.name))):
        return join(fill('<div class="block">{}</div>', nested(view, m)) for m in models)
    rows = [[_cell(view, p, getattr(m, p.name)) for p in plans] for m in models]
    numeric = [all(isinstance(getattr(m, p.name), Decimal | int | None) for m in models) for p in plans]
    return table(label, [p.label.of(view.lang) for p in plans], rows, numeric)


def _cell(view: View, item: FieldPlan, value: Any) -> Html:
    found = fact_of(view, item, value) if _filled(value) else None
    return found if found is not None else EMPTY


def _filled(value: Any) -> bool:
    return value is not None and value != () and value != {}


def _key_mark(annotation: Any) -> Term | None:
    for arg in get_args(annotation):
        if get_origin(arg) is Annotated:
            return next((m for m in get_args(arg)[1:] if isinstance(m, Term)), None)
    return None
