"""JSON as published: compact, exact numbers, one language's characters as they are.

`<` is written as an escape, so that no reader who puts the text into a page ends a script with it.
"""

import json
from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal
from typing import Any

_MOST_EXACT = 10**15

_encode = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"), allow_nan=False, check_circular=False).encode


def number(value: int | Decimal) -> int | float | Decimal:
    """The same number as a value that JSON can write: a Decimal only where a float would alter it."""
    if isinstance(value, int):
        return value
    if value == value.to_integral_value() and abs(value) < _MOST_EXACT:
        return int(value)
    rough = float(value)
    return rough if Decimal(repr(rough)) == value else value


def json_text(value: Any) -> str:
    """A value as JSON in one line. Decimals are written digit by digit."""
    try:
        text = _encode(value)
    except TypeError:
        # Rare: a number with more digits than a float holds. The fast encoder knows no decimals.
        text = "".join(_pieces(value))
    return text.replace("<", "\\u003c")


def json_bytes(value: Any) -> bytes:
    """A JSON file in one line."""
    return (json_text(value) + "\n").encode()


def json_lines(head: Mapping[str, Any], **lists: Iterable[Any]) -> bytes:
    """A JSON object whose lists have one item a line, so that two versions can be compared line by line."""
    text = json_text(head)[:-1]
    for name, items in lists.items():
        rows = ",\n".join(map(json_text, items))
        text += f',\n"{name}":[\n{rows}\n]' if rows else f',\n"{name}":[]'
    return (text + "}\n").encode()


def json_document(value: Any) -> bytes:
    """A JSON file to be read by people as well: indented, in the order given."""
    return (json.dumps(value, ensure_ascii=False, indent=1) + "\n").encode()


def _pieces(value: Any) -> Iterator[str]:
    if isinstance(value, Decimal):
        yield str(value)
    elif isinstance(value, dict):
        yield "{"
        for place, (key, item) in enumerate(value.items()):
            yield f"{',' if place else ''}{_encode(key)}:"
            yield from _pieces(item)
        yield "}"
    elif isinstance(value, list | tuple):
        yield "["
        for place, item in enumerate(value):
            if place:
                yield ","
            yield from _pieces(item)
        yield "]"
    else:
        yield _encode(value)
