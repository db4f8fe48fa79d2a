"""A Frictionless Data Package: what CSV files beside it hold, field by field, with their sizes and checksums."""

from collections.abc import Mapping
from hashlib import sha256
from typing import Any

from generator.exports.json_text import json_document
from generator.exports.voucher_data import CsvTable
from generator.model.settings import Programme

_DIALECT = {"delimiter": ",", "lineTerminator": "\r\n", "quoteChar": '"', "doubleQuote": True, "header": True}


def datapackage(
    name: str, title: str, programme: Programme, tables: Mapping[str, tuple[CsvTable, bytes]], version: str, on: str
) -> bytes:
    """The descriptor. `tables`: by file name, each with its content as written; `name`: lower case, no blanks."""
    package: dict[str, Any] = {
        "profile": "data-package",
        "name": name,
        "title": title,
        "version": version,
        "created": f"{on}T00:00:00Z",
        "homepage": programme.site_url,
        "resources": [_resource(path, table, content) for path, (table, content) in tables.items()],
    }
    if licence := programme.licence:
        package["licenses"] = [{"name": licence.id, "path": licence.url, "title": licence.name.zh}]
    return json_document(package)


def _resource(path: str, table: CsvTable, content: bytes) -> dict[str, Any]:
    fields = [{"name": one.name, "title": one.title.zh, "type": one.type} for one in table.fields]
    return {
        "name": path.rpartition(".")[0].lower(),
        "path": path,
        "profile": "tabular-data-resource",
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "bytes": len(content),
        "hash": f"sha256:{sha256(content).hexdigest()}",
        "dialect": _DIALECT,
        "schema": {"fields": fields, "missingValues": [""]},
    }
