"""JSON Schemas (2020-12) of everything the API publishes, made from its types and from the plans of the kinds.

A reader must accept keys that it does not know: they may be added within a version. So the schemas
leave objects open; that nothing undescribed is published is for the tests to see.
"""

from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any

from pydantic import TypeAdapter

from generator.exports import api_types
from generator.exports.api_graph import GraphFile
from generator.exports.json_text import json_document
from generator.exports.plan import common_group, fields_group
from generator.exports.shapes import Group, Schema, groups_in
from generator.model.registry import KINDS, Kind

DIALECT = "https://json-schema.org/draft/2020-12/schema"
_REF = "#/$defs/"
_TYPES: tuple[Any, ...] = (
    api_types.Index,
    api_types.KindList,
    GraphFile,
    api_types.Entry,
    api_types.TermReference,
)
_PER_KIND = ("history", "waivers", "sources")


def schema_files(url: str, base: str) -> Iterator[tuple[str, bytes]]:
    """A schema for each type of file, by path. `url`: the address of the site; `base`: the API's place below it."""
    roots = {"index": "Index", "list": "KindList", "graph": "GraphFile"}
    roots |= {kind.singular: entry_type(kind) for kind in KINDS.values()}
    for name, root in roots.items():
        path = f"{base}schemas/{name}.schema.json"
        yield path, json_document({"$schema": DIALECT, "$id": url + path, **schema_of(root)})


def schema_of(root: str) -> Schema:
    """The schema of a published type, with the definitions that it needs and no others."""
    every = definitions()
    return {**every[root], "$defs": {name: every[name] for name in sorted(_needed(every[root], every))}}


def entry_type(kind: Kind) -> str:
    """The name of the type of a kind's entries."""
    return f"{kind.model.__name__}Entry"


@cache
def definitions() -> Mapping[str, Schema]:
    """Every published type by name; they refer to each other by `#/$defs/`."""
    found: dict[str, Schema] = {}
    for published in _TYPES:
        made = TypeAdapter(published).json_schema(ref_template=_REF + "{model}")
        for name, schema in (*made.pop("$defs", {}).items(), (published.__name__, made)):
            found[name] = _tidy(schema)
    entry = found.pop("Entry")
    common = common_group()
    for group in groups_in(common)[1:]:
        _define(found, group)
    for kind in KINDS.values():
        fields = fields_group(kind.model)
        for group in groups_in(fields):
            _define(found, group)
        _add(found, entry_type(kind), _entry_of(kind, entry, common, fields))
    return found


def _entry_of(kind: Kind, entry: Schema, common: Group, fields: Group) -> Schema:
    own = {field.key: field.schema() for field in common.fields if field.key in _PER_KIND}
    properties = {**entry["properties"], **own, "kind": {"const": kind.folder}, "fields": fields.schema()}
    return {**entry, "title": f"{kind.title.zh} / {kind.title.en}", "properties": properties}


def _define(found: dict[str, Schema], group: Group) -> None:
    _add(found, group.name, group.definition())


def _add(found: dict[str, Schema], name: str, schema: Schema) -> None:
    if found.setdefault(name, schema) != schema:
        raise ValueError(f"two published types are called {name}")


def _tidy(node: Any) -> Any:
    """Without pydantic's titles, and `type: [x, null]` for what may be null."""
    if isinstance(node, list):
        return [_tidy(item) for item in node]
    if not isinstance(node, dict):
        return node
    tidy = {key: _tidy(value) for key, value in node.items() if key != "title" or not isinstance(value, str)}
    options = tidy.get("anyOf", ())
    if len(options) == 2 and options[1] == {"type": "null"} and isinstance(options[0].get("type"), str):
        del tidy["anyOf"]
        tidy |= {**options[0], "type": [options[0]["type"], "null"]}
    return tidy


def _needed(schema: Schema, every: Mapping[str, Schema]) -> set[str]:
    needed: set[str] = set()
    waiting = list(_referred(schema))
    while waiting:
        name = waiting.pop()
        if name not in needed:
            needed.add(name)
            waiting += _referred(every[name])
    return needed


def _referred(node: Any) -> Iterator[str]:
    if isinstance(node, list):
        for item in node:
            yield from _referred(item)
    elif isinstance(node, dict):
        reference = node.get("$ref")
        if isinstance(reference, str):
            yield reference.removeprefix(_REF)
        for value in node.values():
            yield from _referred(value)
