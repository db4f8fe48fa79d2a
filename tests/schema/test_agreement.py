"""The models and the published schemas agree on what is accepted: for every file, and for thousands of faults put in."""

import json
from collections.abc import Iterable, Mapping
from itertools import islice
from pathlib import Path
from typing import Any, NamedTuple

import jsonschema_rs
import pytest
from jsonschema import Draft7Validator, Draft202012Validator
from pydantic import BaseModel

from generator.loader import code_lists
from generator.loader.layout import TOPS, places_of
from generator.model.registry import KINDS, SETTINGS
from generator.model.schema import draft_07, schema_files, schema_of
from generator.model.validate import validate
from generator.source.reader import read_data
from generator.source.tree import FolderTree
from tests.schema.mutations import complete, mutants, plain, some_mutants

ROOT = Path(__file__).resolve().parents[2]
TREE = FolderTree(ROOT, TOPS)
LISTS: Mapping[str, Any] = code_lists(TREE)
MODELS: Mapping[str, type[BaseModel]] = {**{kind.singular: kind.model for kind in KINDS.values()}, **SETTINGS}


class Schemas(NamedTuple):
    """The two forms of one model's schema, read by three validators."""

    newer: Draft202012Validator
    older: Draft7Validator
    quick: jsonschema_rs.Draft202012Validator


def _schemas(model: type[BaseModel]) -> Schemas:
    schema = schema_of(model, LISTS)
    Draft202012Validator.check_schema(schema)
    Draft7Validator.check_schema(draft_07(schema))
    return Schemas(
        Draft202012Validator(schema), Draft7Validator(draft_07(schema)), jsonschema_rs.Draft202012Validator(schema)
    )


SCHEMAS = {name: _schemas(model) for name, model in MODELS.items()}


def _corpus() -> Iterable[tuple[str, str, Any]]:
    for place in places_of(TREE)[0]:
        if name := place.kind.singular if place.kind else place.setting:
            yield place.path, name, read_data(place.path, TREE.read(place.path))[0]


CORPUS = list(_corpus())


def verdicts(name: str, document: Any, *, thorough: bool) -> set[bool]:
    """What models and schemas say of a document. One element: they agree."""
    accepted = validate(MODELS[name], document, LISTS, "x.yaml")[0] is not None
    schemas, data = SCHEMAS[name], plain(document)
    found = {accepted, schemas.quick.is_valid(data)}
    if thorough:
        found |= {schemas.newer.is_valid(data), schemas.older.is_valid(data)}
    return found


def disagreements(name: str, tried: Iterable[tuple[Any, Any, Any]], *, thorough: bool) -> list[tuple[Any, Any]]:
    return [(at, fault) for at, fault, document in tried if len(verdicts(name, document, thorough=thorough)) > 1][:20]


@pytest.mark.parametrize(("path", "name", "data"), CORPUS, ids=[path for path, _, _ in CORPUS])
def test_a_file_of_the_catalogue_is_accepted_by_all_and_its_faulty_copies_by_all_or_none(path, name, data):
    assert verdicts(name, data, thorough=True) == {True}
    assert not disagreements(name, some_mutants(data, 4, seed=len(path)), thorough=True)


@pytest.mark.parametrize("name", MODELS)
def test_every_fault_at_every_key_of_a_kind_is_refused_by_all_or_none(name):
    document = complete(schema_of(MODELS[name], LISTS))
    assert verdicts(name, document, thorough=True) == {True}
    # Every fourth here: all of them take twenty seconds, and `make test-all` tries them.
    assert not disagreements(name, islice(mutants(document), len(name) % 4, None, 4), thorough=False)


@pytest.mark.full
@pytest.mark.parametrize("name", MODELS)
def test_all_faults(name):
    document = complete(schema_of(MODELS[name], LISTS))
    assert not disagreements(name, mutants(document), thorough=False)
    assert not disagreements(name, islice(mutants(document), 0, None, 9), thorough=True)


@pytest.mark.full
@pytest.mark.parametrize(("path", "name", "data"), CORPUS, ids=[path for path, _, _ in CORPUS])
def test_many_faulty_copies_of_a_file(path, name, data):
    assert not disagreements(name, some_mutants(data, 40, seed=len(path) + 1), thorough=True)


def test_the_committed_schemas_are_fresh():
    made = dict(schema_files(LISTS))
    kept = {
        path.relative_to(ROOT / "schemas").as_posix(): path.read_bytes() for path in ROOT.glob("schemas/v1/**/*.json")
    }
    assert made.keys() == kept.keys(), "run `catalog generate`"
    assert [path for path in made if made[path] != kept[path]] == [], "run `catalog generate`"


def test_titles_descriptions_and_enumerations_are_in_both_languages():
    product = schema_of(MODELS["product"], LISTS)
    assert product["properties"]["name"]["title"] == "名称 / Name"
    city = product["properties"]["available_in"]["items"]
    assert dict(zip(city["enum"], city["markdownEnumDescriptions"], strict=True))["foshan"] == "佛山市 / Foshan"
    assert set(product["$defs"]["Name"]["properties"]) == {"zh", "en"}
    assert product["$defs"]["Price"]["properties"]["amount"]["minimum"] == 0


def test_no_private_keyword_is_left_in_a_schema():
    known = {"$comment", "$schema", "$defs", "$ref", "definitions", "markdownEnumDescriptions", "x-link"}
    for path, content in schema_files(LISTS):
        assert not set(_keywords(json.loads(content))) - known - set(_KEYWORDS), path


_KEYWORDS = (
    "title", "description", "default", "examples", "type", "enum", "const", "properties", "required",
    "additionalProperties", "patternProperties", "propertyNames", "items", "minItems", "maxItems", "minLength",
    "maxLength", "pattern", "minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum", "anyOf", "oneOf",
    "allOf", "not",
)  # fmt: skip


def _keywords(schema: Any, *, names: bool = False) -> Iterable[str]:
    if isinstance(schema, list):
        for part in schema:
            yield from _keywords(part)
    if isinstance(schema, dict):
        yield from () if names else schema
        for key, value in schema.items():
            if names or key not in ("enum", "const", "examples", "default", "required"):
                yield from _keywords(
                    value, names=not names and key in ("properties", "patternProperties", "$defs", "definitions")
                )
