"""JSON Schemas of every kind and settings file, made from the models and the repository's own code lists.

Two forms of each: 2020-12, and draft-07 for editors that know no newer. They refuse just what the
models refuse. Titles and descriptions are Chinese with the English after a slash; enumerations name
their terms. A pattern is joined by "not a line break", because `$` in some engines lets one pass.
"""

import json
from collections.abc import Iterator, Mapping
from typing import Any

from pydantic import BaseModel
from pydantic.json_schema import GenerateJsonSchema, JsonSchemaValue
from pydantic_core import core_schema

from generator.model.entry import EntryModel
from generator.model.fields import PROSE_PATTERN, Bilingual
from generator.model.registry import BESIDE_DRAFTS, KINDS, SETTINGS
from generator.model.words import word

VERSION = "v1"
_LINE_BREAK = r"[\n\r]"
_BOUNDS = {"ge": "minimum", "gt": "exclusiveMinimum", "le": "maximum", "lt": "exclusiveMaximum"}
"""What pydantic leaves on a field whose validator runs before its bounds: the keyword that means the same."""

Lists = Mapping[str, Mapping[str, Any]]


class _Generator(GenerateJsonSchema):
    """pydantic's generator without `null` (an absent key is absent) and with decimals as numbers."""

    def nullable_schema(self, schema: core_schema.NullableSchema) -> JsonSchemaValue:
        return self.generate_inner(schema["schema"])

    def decimal_schema(self, schema: core_schema.DecimalSchema) -> JsonSchemaValue:
        found: JsonSchemaValue = {"type": "number"}
        self.update_with_validations(found, schema, self.ValidationsMapping.numeric)
        return {key: float(value) if key != "type" else value for key, value in found.items()}

    def default_schema(self, schema: core_schema.WithDefaultSchema) -> JsonSchemaValue:
        found = self.generate_inner(schema["schema"])
        default = schema.get("default")
        return {**found, "default": default} if isinstance(default, str | bool | int) else found


def schema_of(model: type[BaseModel], lists: Lists) -> dict[str, Any]:
    """The 2020-12 schema of a model."""
    found = model.model_json_schema(by_alias=True, schema_generator=_Generator)
    lifecycle = model.lifecycle if issubclass(model, EntryModel) else None
    if lifecycle and (states := lists.get(f"lifecycle:{lifecycle}")):
        found["properties"]["status"]["enum"] = list(states)
        found["properties"]["status"]["markdownEnumDescriptions"] = [_term_name(state) for state in states.values()]
    _finish(found, lists)
    _name_choices(found)
    # Every entry may name its schema for editors that take it from a key's place.
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", **found}


def draft_07(schema: Mapping[str, Any]) -> dict[str, Any]:
    """The same schema for tools that know draft-07 only."""
    text = json.dumps(schema).replace("#/$defs/", "#/definitions/")
    found: dict[str, Any] = json.loads(text)
    found["$schema"] = "http://json-schema.org/draft-07/schema#"
    if "$defs" in found:
        found["definitions"] = found.pop("$defs")
    return found


def schema_files(lists: Lists) -> Iterator[tuple[str, bytes]]:
    """Every schema file by path below schemas/."""
    models: dict[str, type[BaseModel]] = {kind.singular: kind.model for kind in KINDS.values()}
    for name, model in {**models, **SETTINGS, **BESIDE_DRAFTS}.items():
        schema = schema_of(model, lists)
        yield f"{VERSION}/{name}.schema.json", _bytes(schema)
        yield f"{VERSION}/draft-07/{name}.schema.json", _bytes(draft_07(schema))


def _bytes(schema: Mapping[str, Any]) -> bytes:
    note = "本文件由 `catalog generate` 生成，请勿手改。/ Made by `catalog generate`; do not edit."
    return (json.dumps({"$comment": note, **schema}, ensure_ascii=False, indent=1, sort_keys=True) + "\n").encode()


def _finish(node: dict[str, Any], lists: Lists) -> None:
    """Titles in both languages, enumerations from code lists, the line-break guard; in place."""
    english, hint = node.pop("en", None), node.pop("hint_en", None)
    if english and "title" in node:
        node["title"] = f"{node['title']} / {english}"
    if hint and "description" in node:
        node["description"] = f"{node['description']} / {hint}"
    vocabulary = node.pop("x-vocabulary", None)
    if vocabulary in lists:
        terms = lists[vocabulary]
        node["enum"] = list(terms)
        node["markdownEnumDescriptions"] = [_term_name(term) for term in terms.values()]
        for key in ("pattern", "maxLength"):
            node.pop(key, None)
    for bound, keyword in _BOUNDS.items():
        if bound in node:
            node[keyword] = node.pop(bound)
    if node.get("pattern", PROSE_PATTERN) != PROSE_PATTERN:
        node["not"] = {"pattern": _LINE_BREAK}
    if "patternProperties" in node:
        # Keys that do not have the form are refused, not ignored.
        node["additionalProperties"] = False
        node["propertyNames"] = {**node.get("propertyNames", {}), "not": {"pattern": _LINE_BREAK}}
    for part in _parts(node):
        _finish(part, lists)


def _name_choices(node: dict[str, Any]) -> None:
    """The words of fixed choices beside their codes, for editors; in place."""
    for name, field in node.get("properties", {}).items():
        inner = field.get("items", field)
        choices = inner.get("enum", ())
        found = [text for code in choices if (text := word(name, code))]
        if found and len(found) == len(choices) and "markdownEnumDescriptions" not in inner:
            inner["markdownEnumDescriptions"] = [f"{text.zh} / {text.en}" for text in found]
    for part in _parts(node):
        _name_choices(part)


def _parts(node: dict[str, Any]) -> Iterator[dict[str, Any]]:
    """The schemas inside a schema. Keys of `properties` are names, and could look like keywords."""
    for key in ("$defs", "properties", "patternProperties"):
        yield from node.get(key, {}).values()
    for key in ("anyOf", "oneOf", "allOf"):
        yield from node.get(key, ())
    for key in ("items", "propertyNames"):
        if key in node:
            yield node[key]


def _term_name(term: Any) -> str:
    """The name of a term of a code list, or of a state, in both languages."""
    if isinstance(name := getattr(term, "name", None), Bilingual):
        return " / ".join(text for text in (name.zh, name.en) if text)
    name = term.get("name", {}) if isinstance(term, dict) else {}
    return " / ".join(str(name[lang]) for lang in ("zh", "en") if name.get(lang))
