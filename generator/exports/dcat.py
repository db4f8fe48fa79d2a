"""DCAT 3 as JSON-LD: a catalogue with one dataset, and each of its files with address, size and checksum."""

from collections.abc import Mapping
from hashlib import sha256
from typing import Any

from generator.exports.json_text import json_document
from generator.model.settings import Programme
from generator.texts import LANGS, Text

MEDIA_TYPES: Mapping[str, tuple[str, Text]] = {
    "csv": ("text/csv", Text("CSV 表", "CSV table")),
    "json": ("application/json", Text("JSON 数据", "JSON data")),
    "xlsx": (
        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        Text("Excel 工作簿", "Excel workbook"),
    ),
    "docx": (
        "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        Text("Word 文档", "Word document"),
    ),
    "pdf": ("application/pdf", Text("PDF 文档", "PDF document")),
}
"""By the ending of a file's name; files of other endings are no distributions."""

_CONTEXT = {
    "dcat": "http://www.w3.org/ns/dcat#",
    "dct": "http://purl.org/dc/terms/",
    "foaf": "http://xmlns.com/foaf/0.1/",
    "spdx": "http://spdx.org/rdf/terms#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
}
_IANA = "https://www.iana.org/assignments/media-types/"


def dcat(
    base: str, title: Text, summary: Text, publisher: Text | None, programme: Programme, files: Mapping[str, bytes], *,
    page: str, version: str, on: str,
) -> bytes:  # fmt: skip
    """The description of a dataset whose files lie below `base`, an absolute address that ends with "/", and that has a `page`."""
    licence = {"dct:license": {"@id": programme.licence.url}} if programme.licence else {}
    dataset: dict[str, Any] = {
        "@id": f"{base}#dataset",
        "@type": "dcat:Dataset",
        "dct:title": _texts(title),
        "dct:description": _texts(summary),
        "dct:identifier": f"{base}#dataset",
        "dct:issued": {"@type": "xsd:date", "@value": on},
        "dct:language": list(LANGS),
        "dcat:version": version,
        "dcat:landingPage": {"@id": page},
        "dcat:distribution": [
            _distribution(base, page, name, files[name], licence) for name in sorted(files) if _known(name)
        ],
    } | licence
    if publisher:
        dataset["dct:publisher"] = {"@type": "foaf:Agent", "foaf:name": _texts(publisher)}
    catalogue = {
        "@context": _CONTEXT,
        "@id": f"{base}#catalog",
        "@type": "dcat:Catalog",
        "dct:title": _texts(programme.name.text),
        "dct:description": _texts(programme.summary.text),
        "foaf:homepage": {"@id": programme.site_url},
        "dcat:dataset": [dataset],
    } | licence
    return json_document(catalogue)


def _distribution(base: str, page: str, name: str, content: bytes, licence: dict[str, Any]) -> dict[str, Any]:
    media, title = MEDIA_TYPES[_ending(name)]
    return {
        "@id": f"{base}#{name}",
        "@type": "dcat:Distribution",
        "dct:title": _texts(title),
        "dcat:accessURL": {"@id": page},
        "dcat:downloadURL": {"@id": base + name},
        "dcat:mediaType": {"@id": _IANA + media},
        "dcat:byteSize": {"@type": "xsd:nonNegativeInteger", "@value": str(len(content))},
        "spdx:checksum": {
            "@type": "spdx:Checksum",
            "spdx:algorithm": {"@id": "spdx:checksumAlgorithm_sha256"},
            "spdx:checksumValue": {"@type": "xsd:hexBinary", "@value": sha256(content).hexdigest()},
        },
    } | licence


def _known(name: str) -> bool:
    return _ending(name) in MEDIA_TYPES and not name.endswith(".schema.json") and name != "datapackage.json"


def _ending(name: str) -> str:
    return name.rpartition(".")[2]


def _texts(text: Text) -> list[dict[str, str]]:
    return [{"@language": lang, "@value": text.of(lang)} for lang in LANGS if lang == "zh" or text.en]
