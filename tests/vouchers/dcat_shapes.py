"""What a DCAT 3 file of ours must hold, as JSON Schema: the properties that DCAT-AP makes mandatory, and checksums."""

from typing import Any

_TEXTS: dict[str, Any] = {
    "type": "array",
    "minItems": 1,
    "items": {
        "type": "object",
        "properties": {"@language": {"enum": ["zh", "en"]}, "@value": {"type": "string", "minLength": 1}},
        "required": ["@language", "@value"],
        "additionalProperties": False,
    },
}


def _link(pattern: str) -> dict[str, Any]:
    return {"type": "object", "properties": {"@id": {"pattern": pattern}}, "required": ["@id"]}


def _literal(kind: str, pattern: str) -> dict[str, Any]:
    return {
        "type": "object",
        "properties": {"@type": {"const": kind}, "@value": {"pattern": pattern}},
        "required": ["@type", "@value"],
    }


def _node(kind: str, **properties: dict[str, Any]) -> dict[str, Any]:
    named = {name.replace("__", ":"): shape for name, shape in properties.items()}
    return {
        "type": "object",
        "properties": {"@type": {"const": kind}, "@id": {"pattern": "^https?://"}, **named},
        "required": ["@type", "@id", *named],
    }


DISTRIBUTION = _node(
    "dcat:Distribution",
    dcat__accessURL=_link("^https?://"),
    dcat__downloadURL=_link("^https?://"),
    dcat__mediaType=_link("^https://www.iana.org/assignments/media-types/"),
    dcat__byteSize=_literal("xsd:nonNegativeInteger", "^[1-9][0-9]*$"),
    dct__license=_link("^https?://"),
    spdx__checksum={
        "type": "object",
        "properties": {
            "@type": {"const": "spdx:Checksum"},
            "spdx:algorithm": {"const": {"@id": "spdx:checksumAlgorithm_sha256"}},
            "spdx:checksumValue": _literal("xsd:hexBinary", "^[0-9a-f]{64}$"),
        },
        "required": ["@type", "spdx:algorithm", "spdx:checksumValue"],
    },
)
DATASET = _node(
    "dcat:Dataset",
    dct__title=_TEXTS,
    dct__description=_TEXTS,
    dct__license=_link("^https?://"),
    dct__issued=_literal("xsd:date", "^[0-9]{4}-[0-9]{2}-[0-9]{2}$"),
    dcat__distribution={"type": "array", "minItems": 1, "items": DISTRIBUTION},
)
CATALOGUE = _node(
    "dcat:Catalog",
    dct__title=_TEXTS,
    dct__description=_TEXTS,
    dct__license=_link("^https?://"),
    dcat__dataset={"type": "array", "minItems": 1, "items": DATASET},
)
