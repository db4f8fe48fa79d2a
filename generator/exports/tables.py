"""A table for each kind: one row an entry, in the order of the ids, as CSV.

The first columns are the same in all tables: id, name_zh, name_en, status, status_name, example, url.
Then come the fields that fit into a cell, by their keys; a group's fields after its own key. A text has
a column for each language, a link or a term one for the id and one, `…_name`, for the Chinese name.
What is computed comes last: a solution's price, what shows a target, the name of a certificate's level.
Several values are joined with `; `. A list of groups gives the entries that it links to. Everything
else is in the JSON.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from typing import Any

from generator.exports.api_types import Entry as PublishedEntry
from generator.exports.cells import csv_bytes, guarded
from generator.exports.json_api import CSV_BASE
from generator.exports.plan import fields_group
from generator.exports.shapes import (
    Amount,
    Bilingually,
    Group,
    Many,
    Numeric,
    Pairs,
    Plain,
    Shape,
    ToEntry,
    ToTerm,
)
from generator.model.registry import Kind

HEAD = ("id", "name_zh", "name_en", "status", "status_name", "example", "url")
_DEPTH = 2
"""Groups inside one another that still get columns."""

Cell = Callable[[Any], str]


@dataclass(frozen=True, slots=True)
class Column:
    """A column, the published value that it shows (keys from outside inwards), and how."""

    name: str
    path: tuple[str, ...]
    cell: Cell


def _price(key: str) -> Callable[[PublishedEntry], str]:
    return lambda entry: str(entry["price"][key]) if entry["price"] else ""  # type: ignore[literal-required]


_COMPUTED: dict[str, dict[str, Callable[[PublishedEntry], str]]] = {
    "solutions": {"price_once": _price("once"), "price_yearly": _price("yearly")},
    "targets": {"evidenced": lambda entry: "" if entry["evidenced"] is None else str(entry["evidenced"])},
    "certificates": {"level_name": lambda entry: guarded(_name(entry["level"])) if entry["level"] else ""},
}
"""The columns of a kind that hold what no field does."""


def csv_file(kind: Kind, rows: Iterable[list[str]]) -> tuple[str, bytes]:
    """The table of a kind: its path and content. `rows`: as `row` gives them."""
    return f"{CSV_BASE}{kind.folder}.csv", csv_bytes([header_of(kind), *rows])


def header_of(kind: Kind) -> list[str]:
    """The names of a kind's columns: those of all kinds, its fields', what is computed."""
    return [*HEAD, *(column.name for column in columns_of(kind)), *_COMPUTED.get(kind.folder, ())]


def row(kind: Kind, entry: PublishedEntry) -> list[str]:
    """The cells of an entry."""
    name, state = entry["name"], entry["state"]
    cells = [
        entry["id"],
        guarded(name["zh"]),
        guarded(name["en"] or ""),
        entry["status"] or "",
        guarded(state["name"]["zh"]) if state else "",
        "true" if entry["example"] else "false",
        entry["url"],
    ]
    for column in columns_of(kind):
        value: Any = entry["fields"]
        for key in column.path:
            value = value[key]
            if value is None:
                break
        cells.append("" if value is None else column.cell(value))
    return cells + [cell(entry) for cell in _COMPUTED.get(kind.folder, {}).values()]


@cache
def columns_of(kind: Kind) -> tuple[Column, ...]:
    """The columns that a kind has beside those of `HEAD`."""
    return tuple(_columns(fields_group(kind.model), (), _DEPTH))


def _columns(group: Group, path: tuple[str, ...], depth: int) -> Iterator[Column]:
    for field in group.fields:
        here = (*path, field.key)
        name = "_".join(here)
        if isinstance(field.shape, Group):
            if depth > 1:
                yield from _columns(field.shape, here, depth - 1)
        else:
            for suffix, cell in _cells(field.shape).items():
                yield Column(name + suffix, here, cell)


def _cells(shape: Shape) -> dict[str, Cell]:
    """The columns of a value, by what is added to its name; none for what fits into no cell."""
    match shape:
        case Plain(type="boolean"):
            return {"": lambda value: "true" if value else "false"}
        case Plain():
            return {"": guarded}
        case Numeric():
            return {"": _digits}
        case Amount():
            return {"": str}
        case Bilingually():
            return {"_zh": lambda value: guarded(value["zh"]), "_en": lambda value: guarded(value["en"] or "")}
        case ToEntry() | ToTerm():
            return {"": lambda value: value["id"], "_name": lambda value: guarded(_name(value))}
        case Pairs():
            return _pairs(shape)
        case Many(item=Group() as group):
            return _linked(group)
        case Many(item=item):
            return {suffix: _joined(cell) for suffix, cell in _plain_cells(item).items()}
    return {}


def _plain_cells(shape: Shape) -> dict[str, Cell]:
    """As `_cells`, without guards: a joined cell is guarded as a whole."""
    match shape:
        case Plain(type="string"):
            return {"": str}
        case Bilingually():
            return {"_zh": lambda value: value["zh"], "_en": lambda value: value["en"] or ""}
        case ToEntry() | ToTerm():
            return {"": lambda value: value["id"], "_name": _name}
        case Many():
            return {}
    return _cells(shape)


def _linked(group: Group) -> dict[str, Cell]:
    """The entries or, where there are none, the terms that each group of a list names first."""
    marked = [field.key for shape in (ToEntry, ToTerm) for field in group.fields if isinstance(field.shape, shape)]
    if not marked:
        return {}
    key = marked[0]
    return {
        "": lambda value: _join(one[key]["id"] for one in value if one[key]),
        "_name": lambda value: guarded(_join(_name(one[key]) for one in value if one[key])),
    }


def _pairs(shape: Pairs) -> dict[str, Cell]:
    """`key=value`, by id; none where the keys or values are more than that."""
    keys, values = _plain_cells(shape.key), _plain_cells(shape.value)
    if not keys or not values:
        return {}
    key, value = next(iter(keys.values())), next(iter(values.values()))
    return {"": lambda pairs: guarded(_join(f"{key(pair['key'])}={value(pair['value'])}" for pair in pairs))}


def _joined(cell: Cell) -> Cell:
    return lambda values: guarded(_join(map(cell, values)))


def _join(parts: Any) -> str:
    """Each part once, in order."""
    return "; ".join(dict.fromkeys(part for part in parts if part))


def _name(reference: Any) -> str:
    """The Chinese name behind a reference, or its id."""
    name = reference["name"]
    return str(name["zh"] if name else reference["id"])


def _digits(value: Any) -> str:
    """A number without an exponent. It needs no guard: a number is no formula."""
    return f"{Decimal(repr(value) if isinstance(value, float) else value):f}"
