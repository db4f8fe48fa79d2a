"""The JSON API of a small repository: the contract, key by key, and the links in both directions."""

import json
import re
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator
from openapi_spec_validator import OpenAPIV31SpecValidator

from generator.exports import EXPORTS, api_schemas, site_files
from generator.exports.json_api import Api
from generator.exports.plan import fields_group
from generator.model.registry import KINDS
from generator.project import Project
from tests.conftest import Golden
from tests.unit.exports import small

GOLDEN = Path(__file__).parent / "golden"


@pytest.fixture(scope="module")
def files() -> dict[str, bytes]:
    return dict(site_files(small.project(), small.tree()))


@pytest.fixture(scope="module")
def gateway(files: dict[str, bytes]) -> Any:
    return json.loads(files["api/v1/products/gateway.json"])


def closed(schema: Any) -> Any:
    """The schema with every object closed, so that an undescribed key is an error."""
    if isinstance(schema, list):
        return [closed(item) for item in schema]
    if not isinstance(schema, dict):
        return schema
    made = {key: closed(value) for key, value in schema.items()}
    return (
        {**made, "additionalProperties": False} if "properties" in schema and schema.get("type") == "object" else made
    )


def schema_name(path: str) -> str:
    """The published schema of a file of the API."""
    folder, _, slug = path.removeprefix("api/v1/").removesuffix(".json").rpartition("/")
    if re.search(r"\.(?:draft|[0-9]{4})$", slug):
        return "draft"
    if folder:
        return KINDS[folder].singular
    return "list" if slug in KINDS else slug


def data_files(files: dict[str, bytes]) -> dict[str, Any]:
    return {
        path: json.loads(content)
        for path, content in files.items()
        if path.startswith("api/v1/") and path.endswith(".json") and "schemas/" not in path and "openapi" not in path
    }


def test_every_file_has_the_shape_of_its_published_schema(files: dict[str, bytes]):
    for path, data in data_files(files).items():
        schema = json.loads(files[f"api/v1/schemas/{schema_name(path)}.schema.json"])
        errors = [f"{path} {e.json_path}: {e.message}" for e in Draft202012Validator(closed(schema)).iter_errors(data)]
        assert errors == []


def test_published_schemas_are_schemas(files: dict[str, bytes]):
    found = [path for path in files if path.startswith("api/v1/schemas/")]
    assert len(found) == len(KINDS) + 4
    for path in found:
        schema = json.loads(files[path])
        Draft202012Validator.check_schema(schema)
        assert schema["$id"] == f"https://example.org/sub/{path}"


def test_openapi_is_valid_and_complete(files: dict[str, bytes]):
    document = json.loads(files["api/v1/openapi.json"])
    assert list(OpenAPIV31SpecValidator(document).iter_errors()) == []
    described = {f"api/v1{path}".replace("{slug}", "gateway") for path in document["paths"]}
    assert described >= {"api/v1/index.json", *(path for path in files if path.startswith("api/v1/products/gateway."))}


@pytest.mark.parametrize("kind", KINDS.values(), ids=lambda kind: kind.folder)
def test_keys_are_always_there(kind: Any):
    """An entry that states nothing still has every key of the schema."""
    group = fields_group(kind.model)
    assert list(group.publish({}, Api(small.project()).names)) == api_schemas.definitions()[group.name]["required"]


def test_no_key_has_two_types():
    def types(node: Any) -> Any:
        if isinstance(node, dict):
            if "anyOf" in node:
                assert [option for option in node["anyOf"] if option != {"type": "null"}][1:] == [], node
            if isinstance(node.get("type"), list):
                assert node["type"][1:] == ["null"], node
            assert "oneOf" not in node
        for inner in node.values() if isinstance(node, dict) else node if isinstance(node, list) else ():
            types(inner)

    types(api_schemas.definitions())


def test_money_numbers_and_texts(gateway: Any):
    prices = gateway["fields"]["prices"]
    assert [prices[0]["amount"], *(tier["amount"] for tier in prices[1]["tiers"])] == ["3200.00", "30.50", "0.10"]
    assert prices[1]["tiers"][1]["up_to"] is None
    assert gateway["summary"] == {"zh": "把设备接入 5G", "en": None}
    assert gateway["description"] is None
    assert gateway["fields"]["available_in"][1] == {"id": "zhuhai", "name": {"zh": "珠海市", "en": None}}


def test_long_numbers_keep_their_digits(files: dict[str, bytes]):
    assert b'"max":9.6,' in files["api/v1/products/gateway.json"]
    assert b'"value":12.3456789012345678,' in files["api/v1/products/gateway.json"]


def test_prices_not_stated_differ_from_none(files: dict[str, bytes]):
    switch = json.loads(files["api/v1/products/switch.json"])
    assert switch["fields"]["prices"] is None
    assert (switch["status"], switch["state"]) == (None, None)


def test_links_in_both_directions_once_each(gateway: Any):
    assert [(link["relation"], link["id"]) for link in gateway["links"]] == [
        ("owner", "organisations/acme"),
        ("vendor", "organisations/acme"),
        ("metric", "metrics/latency"),
    ]
    assert [(link["relation"], link["id"], link["name"]["zh"]) for link in gateway["backlinks"]] == [
        ("depends_on", "products/switch", "交换机"),
        ("fills", "solutions/agv", "示例方案"),
    ]


def test_choice_and_mapping(files: dict[str, bytes]):
    fields = json.loads(files["api/v1/solutions/agv.json"])["fields"]
    connection = {"id": "connection", "name": {"zh": "连接", "en": None}}
    assert [fill["quantity"] for fill in fields["fills"]] == [
        {"fixed": None, "per": connection, "each": 40},
        {"fixed": 2, "per": None, "each": None},
    ]
    assert fields["sizing"] == [{"key": connection, "value": 200}]


def test_what_is_computed():
    extra = {
        "catalog/products/gateway.yaml": small.FILES["catalog/products/gateway.yaml"].replace(
            "{amount: 0.1}", "{amount: 0.1, up_to: 200}, {amount: 0}"
        ),
        "catalog/targets/vendors.yaml": "name: {zh: 目标}\ndocument: plan\nwording: {zh: 若干}\nunit: {zh: 家}\ncount: {kind: organisations}\n",
        "catalog/organisations/real.yaml": "name: {zh: 真实单位}\ntypes: [research]\nstatus: approved\n",
        "catalog/schemes/grades.yaml": "name: {zh: 分级}\nissuer: acme\nlevels: [{id: enhanced, name: {zh: 增强级}, rank: 1}]\n",
        "catalog/certificates/one.yaml": "name: {zh: 证书}\nscheme: grades\nsubject: products/gateway\nlevel: enhanced\nnumber: '1'\n"
        "issuer: acme\nissued_on: 2026-01-01\nvalid: {start: 2026-01-01}\n",
    }
    files = dict(site_files(small.project(extra), small.tree(extra)))
    price = json.loads(files["api/v1/solutions/agv.json"])["price"]
    # 200 connections need 5 gateways of 3,200; a month costs 100 × 30.5 and 100 × 0.1.
    assert (price["once"], price["yearly"], price["usage"]) == ("16000.00", "36720.00", "0.00")
    assert [(line["component"], line["units"], line["amount"]) for line in price["lines"]] == [
        ("hardware", 5, "16000.00"),
        ("sim", 200, "36720.00"),
    ]
    assert [(one["product"]["id"], one["reason"]) for one in price["not_stated"]] == [("products/switch", "no-prices")]
    assert not price["complete"]
    assert json.loads(files["api/v1/targets/vendors.json"])["evidenced"] == 1
    assert json.loads(files["api/v1/certificates/one.json"])["level"]["name"] == {"zh": "增强级", "en": None}
    assert b'"16000.00","36720.00"' in files["exports/csv/solutions.csv"]


def test_examples_are_marked_everywhere(files: dict[str, bytes]):
    index = json.loads(files["api/v1/index.json"])
    products = json.loads(files["api/v1/products.json"])
    graph = json.loads(files["api/v1/graph.json"])
    assert (index["count"], index["examples"]) == (9, 2)
    assert [entry["example"] for entry in products["entries"]] == [True, False]
    assert {node["id"] for node in graph["nodes"] if node["example"]} == {"organisations/acme", "products/gateway"}
    exports = dict(EXPORTS["graph"].files(small.project(), small.tree()))
    assert exports["exports/graph/graph.mmd"].count(b":::example") == 2
    assert exports["exports/graph/graph.dot"].count(b"dashed") == 2


def test_yaml_is_the_file_itself(files: dict[str, bytes]):
    assert files["api/v1/products/gateway.yaml"] == small.FILES["catalog/products/gateway.yaml"].encode()


def test_same_bytes_on_every_day_and_in_any_order(files: dict[str, bytes]):
    other = small.project(today="2031-12-31")
    turned = Project(dict(reversed(list(other.entries.items()))), other.settings, today=other.today)
    made = dict(site_files(turned, small.tree()))
    calculator = "exports/vouchers/quote.json"  # the day that the calculator begins with is all that may differ
    made[calculator] = made[calculator].replace(b'"on":"2031-12-31"', b'"on":"2026-07-01"', 1)
    assert made == files


def test_digest_follows_the_content(files: dict[str, bytes]):
    other = small.project({"catalog/organisations/acme.yaml": "name: {zh: 别的公司}\ntypes: [research]\n"})
    assert Api(other).index()["content_digest"] != json.loads(files["api/v1/index.json"])["content_digest"]


def test_golden_sample(files: dict[str, bytes], golden: Golden):
    for path in ("api/v1/products/gateway.json", "api/v1/solutions/agv.json"):
        shown = json.dumps(json.loads(files[path]), ensure_ascii=False, indent=1) + "\n"
        golden(GOLDEN / Path(path).name, shown)


def test_contract(golden: Golden):
    """Every published key and its type. A line that goes or changes breaks those who read the API: that is /api/v2/."""
    lines = []
    for name, schema in sorted(api_schemas.definitions().items()):
        for key, value in schema["properties"].items():
            lines.append(f"{name}.{key}: {_type(value)}\n")
    golden(GOLDEN / "contract.txt", "".join(lines))


def _type(schema: Any) -> str:
    if "$ref" in schema:
        return str(schema["$ref"]).rpartition("/")[2]
    if "anyOf" in schema:
        return " | ".join(map(_type, schema["anyOf"]))
    if schema.get("type") == "array":
        return f"[{_type(schema['items'])}]"
    if "properties" in schema:
        return "{" + ", ".join(f"{key}: {_type(value)}" for key, value in schema["properties"].items()) + "}"
    kinds = schema.get("type", schema.get("const", "any"))
    return " | ".join(kinds) if isinstance(kinds, list) else str(kinds)
