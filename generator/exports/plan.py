"""The plan of a kind: the published shapes of its model's fields, made from the model's own annotations.

One plan is read three ways: the API publishes an entry by it, the published schemas describe that, and
the tables take their columns from it.
"""

from decimal import Decimal
from functools import cache
from types import UnionType
from typing import Annotated, Any, Literal, Union, get_args, get_origin, get_type_hints

from pydantic import BaseModel, StringConstraints, Tag

from generator.exports.json_text import number
from generator.exports.shapes import (
    Amount,
    Bilingually,
    Either,
    Field,
    Group,
    Many,
    Numeric,
    Pairs,
    Plain,
    Shape,
    ToEntry,
    ToTerm,
)
from generator.model.entry import HEAD_KEYS, TAIL_KEYS, EntryModel
from generator.model.fields import LINE_PATTERN, PROSE_PATTERN, Bilingual, Money
from generator.model.links import Relation, Term
from generator.model.registry import KINDS
from generator.texts import Text


@cache
def fields_group(model: type[EntryModel]) -> Group:
    """The kind's own fields, those that every entry has left out."""
    common = frozenset(HEAD_KEYS + TAIL_KEYS)
    return Group(f"{model.__name__}Fields", tuple(f for f in _group(model).fields if f.key not in common))


@cache
def common_group() -> Group:
    """The fields that every entry has and that are published beside its own."""
    kept = ("description", "aliases", "owner", "history", "waivers", "sources")
    fields = {field.key: field for field in _group(EntryModel).fields}
    return Group("CommonFields", tuple(fields[key] for key in kept))


@cache
def _group(model: type[BaseModel]) -> Group:
    hints = get_type_hints(model, include_extras=True)
    fields = []
    for name, info in model.model_fields.items():
        extra = info.json_schema_extra if isinstance(info.json_schema_extra, dict) else {}
        title = Text(info.title or name, str(extra.get("en") or name))
        default = None if info.is_required() else info.default
        absent = [] if default in ((), {}) else number(default) if isinstance(default, Decimal) else default
        optional = not info.is_required() and default is None
        fields.append(Field(info.alias or name, title, _shape(hints[name]), absent, optional))
    return Group(_definition_name(model), tuple(fields))


def _shape(annotation: Any) -> Shape:
    origin, args = get_origin(annotation), get_args(annotation)
    if annotation == Money:
        return Amount()
    if origin is Annotated:
        return _marked(args[0], args[1:])
    if origin in (Union, UnionType):
        return _united(tuple(arg for arg in args if arg is not type(None)))
    if origin is tuple:
        return Many(_shape(args[0]))
    if origin is dict:
        return Pairs(_shape(args[0]), _shape(args[1]))
    if origin is Literal:
        return Plain(choices=args)
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return Bilingually() if issubclass(annotation, Bilingual) else _group(annotation)
    simple: dict[Any, Shape] = {
        str: Plain(),
        bool: Plain("boolean"),
        int: Numeric("integer"),
        Decimal: Numeric(),
    }
    if annotation not in simple:
        raise TypeError(f"no published shape for {annotation!r}")
    return simple[annotation]


def _marked(base: Any, marks: tuple[Any, ...]) -> Shape:
    for mark in marks:
        if isinstance(mark, Relation):
            return ToEntry(mark)
        if isinstance(mark, Term):
            return ToTerm(mark.vocabulary)
    for mark in marks:
        pattern = mark.pattern if isinstance(mark, StringConstraints) else None
        # That a text is one line without control characters says little to those who read it.
        if isinstance(pattern, str) and pattern not in (LINE_PATTERN, PROSE_PATTERN):
            return Plain(pattern=pattern)
    return _shape(base)


def _united(options: tuple[Any, ...]) -> Shape:
    if len(options) == 1:
        return _shape(options[0])
    found = {_tag(option): _shape(option) for option in options}
    numbers = [(tag, shape) for tag, shape in found.items() if isinstance(shape, Numeric)]
    groups = [shape for shape in found.values() if isinstance(shape, Group)]
    if len(options) != 2 or len(numbers) != 1 or len(groups) != 1:
        raise TypeError(f"no published shape for a choice between {options!r}")
    (tag, shape), group = numbers[0], groups[0]
    fixed = Field(tag, Text("数值", "Number"), shape, None, nullable=True)
    others = tuple(Field(f.key, f.title, f.shape, None, nullable=True) for f in group.fields)
    return Either(tag, Group(f"{group.name}Or{tag.title()}", (fixed, *others)))


def _tag(option: Any) -> str:
    return next((str(mark.tag) for mark in get_args(option)[1:] if isinstance(mark, Tag)), "")


@cache
def _definition_name(model: type[BaseModel]) -> str:
    """The class's name; with its module's where two classes have the same."""
    same = {other for kind in KINDS.values() for other in _models_in(kind.model) if other.__name__ == model.__name__}
    module = model.__module__.rpartition(".")[2].title().replace("_", "")
    return model.__name__ if len(same) < 2 else f"{module}{model.__name__}"


@cache
def _models_in(annotation: Any) -> frozenset[type[BaseModel]]:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        inner = (_models_in(hint) for hint in get_type_hints(annotation).values())
        return frozenset((annotation,)).union(*inner)
    return frozenset[type[BaseModel]]().union(*map(_models_in, get_args(annotation)))
