"""The model of a draft as JSON, and the JSON Schema of that: for whoever makes something else of a standard.

Every object says in `type` which part of the model it is; keys, their meaning and their order are those of
generator/drafts/model.py. Lines of the source are left out, because they are no part of the text.
"""

import dataclasses
import re
import types
import typing
from collections.abc import Iterator
from functools import cache
from typing import Any, Literal, get_args, get_origin, get_type_hints

from generator.drafts import model
from generator.drafts.model import Draft
from generator.exports.json_text import json_bytes
from generator.project import Project

SCHEMA_VERSION = "1"
SCHEMA_PATH = "api/v1/schemas/draft.schema.json"
_LEFT_OUT = frozenset(("line", "waivers", "first", "last", "used"))
_WORD = re.compile(r"(?<!^)(?=[A-Z])")
_ROOT = model.Draft
_PARTS = tuple(
    part
    for part in vars(model).values()
    if isinstance(part, type) and dataclasses.is_dataclass(part) and part not in (_ROOT, model.Waiver)
)


def draft_files(project: Project) -> Iterator[tuple[str, bytes]]:
    """The drafts and editions of all standards, and the schema that they keep to."""
    for slug in sorted(set(project.drafts) | set(project.editions)):
        if project.get(f"standards/{slug}") is None:
            continue
        if draft := project.drafts.get(slug):
            yield f"api/v1/standards/{slug}.draft.json", json_bytes(draft_data(draft, slug, "draft"))
        for edition in project.editions.get(slug, ()):
            path = f"api/v1/standards/{slug}.{edition.year}.json"
            yield path, json_bytes(draft_data(edition.draft, slug, edition.year))
    address = f"{project.settings.programme.site_url}{SCHEMA_PATH}"
    yield SCHEMA_PATH, json_bytes({"$id": address, **draft_schema()})


def draft_data(draft: Draft, slug: str, edition: str) -> dict[str, Any]:
    """The whole text as plain data. `edition` is `draft` or a year."""
    clauses = [_data(clause) for clause in draft.clauses]
    return {"schema_version": SCHEMA_VERSION, "standard": f"standards/{slug}", "edition": edition, "clauses": clauses}


def draft_schema() -> dict[str, Any]:
    """The JSON Schema (2020-12) of `draft_data`."""
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "A group standard's text",
        "type": "object",
        "properties": {
            "schema_version": {"const": SCHEMA_VERSION},
            "standard": {"type": "string", "pattern": "^standards/[a-z0-9-]+$"},
            "edition": {"type": "string", "pattern": "^(draft|[0-9]{4})$"},
            "clauses": {"type": "array", "items": {"$ref": "#/$defs/clause"}},
        },
        "required": ["schema_version", "standard", "edition", "clauses"],
        "additionalProperties": False,
        "$defs": {_name(part): _object(part) for part in _PARTS},
    }


def _data(value: object) -> Any:
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        part = type(value)
        return {"type": _name(part)} | {name: _data(getattr(value, name)) for name in _fields(part)}
    if isinstance(value, tuple):
        return [_data(one) for one in value]
    return value


def _object(part: type) -> dict[str, Any]:
    hints = get_type_hints(part, vars(model))
    properties: dict[str, Any] = {"type": {"const": _name(part)}}
    properties |= {name: _schema(hints[name]) for name in _fields(part)}
    about = (part.__doc__ or "").strip().split("\n\n")[0]
    said = {} if about.startswith(f"{part.__name__}(") else {"description": " ".join(about.split())}
    return {
        **said,
        "type": "object",
        "properties": properties,
        "required": list(properties),
        "additionalProperties": False,
    }


def _schema(hint: Any) -> dict[str, Any]:
    simple = {str: "string", int: "integer", bool: "boolean"}
    if hint in simple:
        return {"type": simple[hint]}
    if isinstance(hint, type) and dataclasses.is_dataclass(hint):
        return {"$ref": f"#/$defs/{_name(hint)}"}
    origin, inside = get_origin(hint), get_args(hint)
    if origin is Literal:
        return {"enum": list(inside)}
    if origin is tuple:
        return {"type": "array", "items": _schema(inside[0])}
    if origin in (types.UnionType, typing.Union):
        return {"anyOf": [_schema(one) for one in inside]}
    raise TypeError(f"the model of drafts holds {hint}, which has no JSON Schema here")


@cache
def _fields(part: type) -> tuple[str, ...]:
    return tuple(field.name for field in dataclasses.fields(part) if field.name not in _LEFT_OUT)


@cache
def _name(part: type) -> str:
    return _WORD.sub("-", part.__name__).lower()
