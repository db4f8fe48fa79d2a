"""A programme's catalogue for programs: JSON with its schema, and CSV tables with the fields that describe them.

Money is yuan with two decimals: a text in JSON, digits in CSV. A ratio is a number, 50 is 50 %. A value that
is not stated is null in JSON and an empty cell in CSV.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any, Literal

from generator.exports.cells import BOM, csv_bytes, guarded
from generator.exports.json_text import json_lines, number
from generator.exports.names import text
from generator.model.settings import Programme
from generator.project import Entry
from generator.texts import Text
from generator.vouchers.eligibility import Assessment
from generator.vouchers.published import Row, Value
from generator.vouchers.table import LABELS, MONEY

SCHEMA = "catalogue.schema.json"
FieldType = Literal["string", "number", "date"]

_PLAIN = frozenset(("grade", "model", "version", "address"))
_TYPES: Mapping[str, FieldType] = {
    "ratio": "number",
    "ceiling": "number",
    "price-once": "number",
    "price-yearly": "number",
    "valid-from": "date",
    "valid-until": "date",
}
_SHOWN = tuple(name for name in LABELS if name != "number")
_IDS: Mapping[str, Text] = {
    "listing": Text("目录条目编号", "Id of the listing"),
    "product_id": Text("产品编号", "Id of the product"),
    "vendor_id": Text("供应商编号", "Id of the vendor"),
    "fingerprint": Text("公开字段指纹", "Fingerprint of the published fields"),
}
_REASONS: Mapping[str, Text] = {
    "listing": _IDS["listing"],
    "product_id": _IDS["product_id"],
    "vendor_id": _IDS["vendor_id"],
    "criterion": Text("条件编号", "Id of the criterion"),
    "condition": Text("条件", "Criterion"),
    "clause": Text("依据条款", "Clause"),
    "outcome": Text("结果", "Outcome"),
    "found": Text("现状", "Found"),
    "remedy": Text("补正办法", "What to do"),
}


Prints = Mapping[str, str]
"""The fingerprint of each listing."""


@dataclass(frozen=True, slots=True)
class Field:
    """A column of a CSV file."""

    name: str
    title: Text
    type: FieldType = "string"


@dataclass(frozen=True, slots=True)
class CsvTable:
    """A CSV file as data: each row has a text for each field."""

    fields: tuple[Field, ...]
    rows: tuple[tuple[str, ...], ...]

    def plain(self) -> bytes:
        """RFC 4180 in UTF-8, the values as they are: for programs."""
        rows = ([field.name for field in self.fields], *self.rows)
        return csv_bytes(rows).removeprefix(BOM)

    def for_spreadsheets(self) -> bytes:
        """With a byte order mark and Chinese headings; no text is taken for a formula (cells.py)."""
        texts = [field.type == "string" for field in self.fields]
        rows = ([guarded(c) if text else c for c, text in zip(row, texts, strict=True)] for row in self.rows)
        return csv_bytes([[guarded(field.title.zh) for field in self.fields], *rows])


def listings_table(rows: Iterable[Row], prints: Prints) -> CsvTable:
    """Every published field of every listing. A text has a column for each language."""
    fields = [Field(name, title) for name, title in _IDS.items()]
    for shows in _SHOWN:
        title, name = LABELS[shows], shows.replace("-", "_")
        if shows in _PLAIN or shows in _TYPES:
            fields.append(Field(name, title, _TYPES.get(shows, "string")))
        else:
            fields.append(Field(f"{name}_zh", title))
            fields.append(Field(f"{name}_en", Text(f"{title.zh}（英文）", f"{title.en} (English)")))
    return CsvTable(tuple(fields), tuple(tuple(_cells(row, prints)) for row in rows))


def excluded_table(excluded: Iterable[Assessment]) -> CsvTable:
    """A row for each criterion that a listing outside the catalogue does not meet."""
    rows = tuple(
        (one.listing, one.product, one.vendor, r.criterion, r.text.zh, r.clause, r.outcome, r.value.zh, r.remedy.zh)
        for one in excluded
        for r in one.results
        if r.fails
    )
    return CsvTable(tuple(Field(name, title) for name, title in _REASONS.items()), rows)


def catalogue_json(
    voucher: Entry,
    programme: Programme,
    rows: Sequence[Row],
    prints: Prints,
    excluded: Sequence[Assessment],
    *,
    release: str,
    on: str,
) -> bytes:
    """The whole catalogue, one listing a line. `release`: "" for the working state."""
    head = {
        "$schema": SCHEMA,
        "voucher": {"id": voucher.id, "name": text(voucher.name)},
        "release": release or None,
        "official": bool(release) and not voucher.example,
        "example": voucher.example,
        "on": on,
        "licence": {"id": licence.id, "url": licence.url} if (licence := programme.licence) else None,
    }
    return json_lines(head, listings=(_listing(row, prints) for row in rows), excluded=map(_excluded, excluded))


def catalogue_schema() -> dict[str, Any]:
    """The JSON Schema of `catalogue_json`."""
    text: dict[str, Any] = {
        "type": "object",
        "properties": {"zh": {"type": "string"}, "en": {"type": ["string", "null"]}},
        "required": ["zh", "en"],
        "additionalProperties": False,
    }
    values = {shows: _value_schema(shows) | {"title": LABELS[shows].zh} for shows in _SHOWN}
    ident = {"type": "string", "pattern": "^([a-z]+/[a-z0-9]+(-[a-z0-9]+)*)?$"}
    listing = {
        "listing": ident,
        "product": ident,
        "vendor": ident,
        "fingerprint": {"type": "string", "pattern": "^[0-9a-f]{64}$"},
        "values": _closed(values),
    }
    outcome = {"enum": ["met", "not-met", "not-stated", "for-people"]}
    reason = {"criterion": {"type": "string"}, "clause": {"type": "string"}, "outcome": outcome}
    reason |= {name: {"$ref": "#/$defs/text"} for name in ("text", "found", "remedy")}
    out = {"listing": ident, "product": ident, "vendor": ident, "results": {"type": "array", "items": _closed(reason)}}
    licence = _closed({"id": {"type": "string"}, "url": {"type": "string", "format": "uri"}})
    whole = {
        "$schema": {"const": SCHEMA},
        "voucher": _closed({"id": ident, "name": {"$ref": "#/$defs/text"}}),
        "release": {"type": ["string", "null"], "description": "null: the working state, not official"},
        "official": {"type": "boolean"},
        "example": {"type": "boolean"},
        "on": {"type": "string", "format": "date"},
        "licence": {"anyOf": [licence, {"type": "null"}]},
        "listings": {"type": "array", "items": _closed(listing)},
        "excluded": {"type": "array", "items": _closed(out)},
    }
    meta = {"$schema": "https://json-schema.org/draft/2020-12/schema", "title": "Catalogue of a voucher programme"}
    return meta | _closed(whole) | {"$defs": {"text": text}}


def yuan(fen: int) -> str:
    """Yuan with two decimals."""
    return f"{Decimal(fen) / 100:.2f}"


def _listing(row: Row, prints: Prints) -> dict[str, Any]:
    ids = {"listing": row.listing, "product": row.product, "vendor": row.vendor, "fingerprint": prints[row.listing]}
    return ids | {"values": {shows: _json_value(shows, row.values.get(shows)) for shows in _SHOWN}}


def _excluded(one: Assessment) -> dict[str, Any]:
    results = [
        {
            "criterion": result.criterion,
            "clause": result.clause,
            "outcome": result.outcome,
            "text": text(result.text),
            "found": text(result.value),
            "remedy": text(result.remedy),
        }
        for result in one.results
    ]
    return {"listing": one.listing, "product": one.product, "vendor": one.vendor, "results": results}


def _json_value(shows: str, value: Value) -> Any:
    match value:
        case None:
            return None
        case Text():
            return text(value)
        case int() if shows in MONEY:
            return yuan(value)
        case int() | Decimal():
            return number(value)
    return value if shows in _PLAIN or shows in _TYPES else {"zh": value, "en": None}


def _value_schema(shows: str) -> dict[str, Any]:
    if shows in MONEY:
        return {"type": ["string", "null"], "pattern": r"^[0-9]+\.[0-9]{2}$", "description": "CNY"}
    if shows == "ratio":
        return {"type": ["number", "null"], "minimum": 0, "maximum": 100, "description": "per cent"}
    if shows in _TYPES:
        return {"type": ["string", "null"], "format": "date"}
    return {"type": ["string", "null"]} if shows in _PLAIN else {"anyOf": [{"$ref": "#/$defs/text"}, {"type": "null"}]}


def _closed(properties: dict[str, Any]) -> dict[str, Any]:
    return {"type": "object", "properties": properties, "required": list(properties), "additionalProperties": False}


def _cells(row: Row, prints: Prints) -> Iterable[str]:
    yield from (row.listing, row.product, row.vendor, prints[row.listing])
    for shows in _SHOWN:
        value = _json_value(shows, row.values.get(shows))
        if shows in _PLAIN or shows in _TYPES:
            yield "" if value is None else f"{value:f}" if isinstance(value, Decimal) else str(value)
        else:
            yield from (value["zh"], value["en"] or "") if value else ("", "")
