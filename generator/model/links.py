"""Typed links: declared once, on the field that holds them, and read by everything else.

A `Relation` stands in a field's annotation: `vendor: Annotated[Id, VENDOR]`. Where it admits one
kind the field holds a bare id, where it admits several a full id (`products/gw-5`).
`Term` does the same for code lists: `city: Annotated[Id, Term("cities")]`.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from types import UnionType
from typing import Annotated, Any, Union, get_args, get_origin

from pydantic import BaseModel, GetCoreSchemaHandler, GetJsonSchemaHandler
from pydantic_core import PydanticCustomError, core_schema

from generator.diagnostics import Pointer
from generator.texts import Text

EVERY = "*"


@dataclass(frozen=True, slots=True)
class Relation:
    """A kind of link.

    `kinds`: folders it may point to. `label`/`inverse`: how a page of the source, and of the
    target, heads the list. `affects`: whether a change of the target touches the source, which is
    what `impact` follows.
    """

    name: str
    kinds: tuple[str, ...]
    label: Text
    inverse: Text
    affects: bool = True

    def target(self, value: str) -> str:
        """The full id that a field's value means."""
        return f"{self.kinds[0]}/{value}" if len(self.kinds) == 1 and "/" not in value else value

    def __get_pydantic_json_schema__(
        self, schema: core_schema.CoreSchema, handler: GetJsonSchemaHandler
    ) -> dict[str, Any]:
        return {**handler(schema), "x-link": list(self.kinds)}


@dataclass(frozen=True, slots=True)
class Term:
    """A term of a code list; refused when the validation context holds the list without it."""

    vocabulary: str

    def __get_pydantic_core_schema__(self, source: Any, handler: GetCoreSchemaHandler) -> core_schema.CoreSchema:
        return core_schema.with_info_after_validator_function(self._check, handler(source))

    def __get_pydantic_json_schema__(
        self, schema: core_schema.CoreSchema, handler: GetJsonSchemaHandler
    ) -> dict[str, Any]:
        return {**handler(schema), "x-vocabulary": self.vocabulary}

    def _check(self, value: str, info: core_schema.ValidationInfo) -> str:
        lists: Mapping[str, Mapping[str, object]] = info.context or {}
        known = lists.get(self.vocabulary)
        if known is not None and value not in known:
            raise PydanticCustomError("term", "unknown term", {"vocabulary": self.vocabulary, "value": value})
        return value


Path = tuple[str, ...]
"""Where links stand in a model: keys, and `*` for every item of a list or every value of a mapping."""


@cache
def relations_of(model: type[BaseModel]) -> tuple[tuple[Path, Relation], ...]:
    """Every place in a model that holds a link, with its relation."""
    return tuple((path, mark) for path, mark in _marks(model) if isinstance(mark, Relation))


@cache
def terms_of(model: type[BaseModel]) -> tuple[tuple[Path, Term], ...]:
    """Every place in a model that holds a term of a code list."""
    return tuple((path, mark) for path, mark in _marks(model) if isinstance(mark, Term))


def values_at(data: Any, path: Path, pointer: Pointer = ()) -> Iterator[tuple[Pointer, Any]]:
    """The values in plain data at a path, each with its pointer. Data that does not fit yields nothing."""
    if not path:
        yield pointer, data
    elif path[0] == EVERY:
        items = enumerate(data) if isinstance(data, list) else data.items() if isinstance(data, dict) else ()
        for key, value in items:
            yield from values_at(value, path[1:], (*pointer, key))
    elif isinstance(data, dict) and path[0] in data:
        yield from values_at(data[path[0]], path[1:], (*pointer, path[0]))


def _marks(model: type[BaseModel], at: Path = ()) -> Iterator[tuple[Path, object]]:
    for name, info in model.model_fields.items():
        here = (*at, info.alias or name)
        for mark in info.metadata:
            if isinstance(mark, Relation | Term):
                yield here, mark
        yield from _in_annotation(info.annotation, here)


def _in_annotation(annotation: Any, at: Path) -> Iterator[tuple[Path, object]]:
    origin, args = get_origin(annotation), get_args(annotation)
    if origin is Annotated:
        for mark in args[1:]:
            if isinstance(mark, Relation | Term):
                yield at, mark
        yield from _in_annotation(args[0], at)
    elif origin in (Union, UnionType):
        for option in args:
            yield from _in_annotation(option, at)
    elif origin is tuple:
        yield from _in_annotation(args[0], (*at, EVERY))
    elif origin is dict:
        yield from _in_annotation(args[1], (*at, EVERY))
    elif isinstance(annotation, type) and issubclass(annotation, BaseModel):
        yield from _marks(annotation, at)
