"""Documents that hold every key of a model, and thousands of small faults to put into a document."""

import copy
import random
from collections.abc import Iterator, Mapping
from decimal import Decimal
from typing import Any

from jsonschema import Draft202012Validator

Pointer = tuple[str | int, ...]

LINE, PROSE, URL = "文字", "文字\n\n第二段", "https://example.org/"
SAMPLES = (
    PROSE, LINE, "x", "products/x", "2020-01-02", URL, "edit/main/", "a" * 64, "2020", "T/GDEX 1—2026", "91440000000000000X",
    "11111111-X", "35.110", "M 11", "10", "GDEX", 1, True,
)  # fmt: skip
"""One of these satisfies any scalar of any schema that has no enumeration."""

ODD: tuple[Any, ...] = (
    None, True, False, 0, 1, -1, 2020, 10**20, Decimal("1.0"), Decimal("1.5"), Decimal("-0.01"), Decimal("100.01"),
    "", " ", "x", "X", "é", "文字", "x ", " x", "　字", "a\n", "a\r", "\na", "a\r\nb", "a\tb", "a\x00b", "a\x1bb", "a\x85",
    "a\u2028", "\ufeffa", "a\u200bb", "１２３", "２０２０-01-02", "2020-1-2", "2020-13-01", "2020-02-30", "2020-01-02\n",
    "true", "null", "1", "010", "products/x", "products/x\n", "x-", "-x", "x--y", "x_y", "ftp://x.org", "https://x.org/ y",
    "javascript:x", "https://x.org/\n", "https://x.org/\u00a0", "字" * 64, "字" * 81, "字" * 201, "a" * 501, "字" * 5001,
    [], {}, [[]], ["x"], ["x\n"], [None], [1], {"zh": "文字"}, {"zh": "文字\n"}, {"zh": None}, {"en": "x"}, {"": 1}, {"x\n": "x"}, {"x": "x"},
)  # fmt: skip


def plain(data: Any) -> Any:
    """The data as a JSON parser would give it: decimals as binary floats."""
    if isinstance(data, dict):
        return {key: plain(value) for key, value in data.items()}
    if isinstance(data, list):
        return [plain(value) for value in data]
    return float(data) if isinstance(data, Decimal) else data


def complete(root: Mapping[str, Any]) -> Any:
    """A document that holds every key of a schema. A part that comes again has its required keys only."""
    seen: set[str] = set()

    def made(schema: Mapping[str, Any], again: bool) -> Any:
        if "$ref" in schema:
            name = schema["$ref"].removeprefix("#/$defs/")
            again = name in seen
            seen.add(name)
            return made(root["$defs"][name], again)
        for key in ("anyOf", "oneOf"):
            if key in schema:
                return made(schema[key][-1], again)
        if schema.get("type") == "array":
            return [made(schema["items"], again)]
        if "patternProperties" in schema:
            names = schema.get("propertyNames", {}).get("enum", ["x"])
            return {names[0]: made(next(iter(schema["patternProperties"].values())), again)}
        if schema.get("type") == "object":
            keys = schema.get("required", ()) if again else schema["properties"]
            return {key: made(schema["properties"][key], False) for key in keys}
        if "enum" in schema or "const" in schema:
            return schema["const"] if "const" in schema else schema["enum"][0]
        return next(sample for sample in SAMPLES if Draft202012Validator(schema).is_valid(sample))

    return made(root, False)


def pointers(data: Any, at: Pointer = ()) -> Iterator[Pointer]:
    """The place of every value in a document."""
    yield at
    items = data.items() if isinstance(data, dict) else enumerate(data) if isinstance(data, list) else ()
    for key, value in items:
        yield from pointers(value, (*at, key))


def faults(data: Any, pointer: Pointer) -> Iterator[Any]:
    """What may stand at a place instead of what stands there. Some of it is as good."""
    value = _at(data, pointer)
    yield from ODD
    if isinstance(value, str):
        yield from (
            value + "\n",
            value + "\r",
            "\n" + value,
            value.upper(),
            value + "１",
            value * 99,
            [value],
            {"zh": value},
        )
    elif isinstance(value, list):
        yield from (value + value, [*value, None], [*value, {}], value[0] if value else 1, dict(enumerate(value)))
    elif isinstance(value, dict):
        for key in value:
            yield {k: v for k, v in value.items() if k != key}
            yield {(k + "\n" if k == key else k): v for k, v in value.items()}
        yield from ({**value, "unknown": 1}, {**value, "": None}, {**value, "x-y": "z"}, [value], list(value))


def mutants(data: Any) -> Iterator[tuple[Pointer, Any, Any]]:
    """Every fault at every place: the place, what was put there, the whole document."""
    for pointer in pointers(data):
        for fault in faults(data, pointer):
            yield pointer, fault, put(data, pointer, fault)


def some_mutants(data: Any, count: int, seed: int) -> Iterator[tuple[Pointer, Any, Any]]:
    """A few of them, the same ones every time; the later ones hold two faults."""
    chance = random.Random(seed)
    for number in range(count):
        pointer, fault, document = _mutant(data, chance)
        yield _mutant(document, chance) if number % 3 == 2 else (pointer, fault, document)


def _mutant(data: Any, chance: random.Random) -> tuple[Pointer, Any, Any]:
    pointer = chance.choice(list(pointers(data)))
    fault = chance.choice(list(faults(data, pointer)))
    return pointer, fault, put(data, pointer, fault)


def put(data: Any, pointer: Pointer, value: Any) -> Any:
    """A copy of the document with another value at a place."""
    if not pointer:
        return value
    changed = copy.copy(data)
    changed[pointer[0]] = put(data[pointer[0]], pointer[1:], value)
    return changed


def _at(data: Any, pointer: Pointer) -> Any:
    for key in pointer:
        data = data[key]
    return data
