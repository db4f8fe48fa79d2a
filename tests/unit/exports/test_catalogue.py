"""The exports of the real catalogue: every file has the shape of its published schema, every kind's fields are met."""

import json
from pathlib import Path
from typing import Any

import jsonschema_rs
import pytest

from generator.exports import site_files
from generator.loader import load
from generator.loader.layout import TOPS
from generator.source.tree import FolderTree
from tests.unit.exports.test_api import closed, data_files, schema_name


@pytest.fixture(scope="module")
def files(root: Path) -> dict[str, bytes]:
    tree = FolderTree(root, TOPS)
    return dict(site_files(load(tree, "2026-07-01")[0], tree))


def test_every_file_has_the_shape_of_its_published_schema(files: dict[str, bytes]):
    schemas: dict[str, Any] = {}
    for path, data in data_files(files).items():
        name = schema_name(path)
        if name not in schemas:
            schemas[name] = jsonschema_rs.validator_for(closed(json.loads(files[f"api/v1/schemas/{name}.schema.json"])))
        errors = [f"{path} {error.instance_path}: {error.message}" for error in schemas[name].iter_errors(data)]
        assert errors == []


def test_no_reference_lacks_its_name(files: dict[str, bytes]):
    assert [path for path in data_files(files) if b'"name":null' in files[path]] == []


def test_examples_are_named_examples_in_tables(files: dict[str, bytes]):
    index = json.loads(files["api/v1/index.json"])
    for kind in index["kinds"]:
        table = files[f"exports/csv/{kind['kind']}.csv"].decode("utf-8-sig")
        assert table.count('","true","https://') == kind["examples"], kind["kind"]
