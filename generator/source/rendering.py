"""Data as YAML, as people would write it: small mappings of a list on one line, texts in quotes only where needed."""

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal

_PLAIN = re.compile(r"[A-Za-z\u3400-\u9fff][A-Za-z0-9\u3400-\u9fff（）、，。；：/_ -]*")
_DATE = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_ID = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
_WORDS = frozenset(("null", "true", "false", "yes", "no", "on", "off", "y", "n"))
_HASH = re.compile(r"[0-9a-f]{40,}")


def yaml_lines(data: Mapping[str, object]) -> Iterator[str]:
    """The lines of a mapping, its keys as they come."""
    for key, value in data.items():
        if isinstance(value, Mapping):
            yield f"{key}:"
            yield from (f"  {line}" for line in yaml_lines(value))
        elif isinstance(value, Sequence) and not isinstance(value, str):
            yield from _list(key, value)
        elif isinstance(value, str) and "\n" in value.strip("\n") and value == value.strip() and "\t" not in value:
            yield f"{key}: |-"
            yield from (f"  {line}".rstrip() for line in value.split("\n"))
        else:
            yield f"{key}: {scalar(value)}"


def _list(key: str, items: Sequence[object]) -> Iterator[str]:
    if not any(isinstance(item, Mapping) for item in items):
        yield f"{key}: [{', '.join(map(scalar, items))}]"
        return
    yield f"{key}:"
    for item in items:
        if isinstance(item, Mapping) and not any(isinstance(value, Mapping | list | tuple) for value in item.values()):
            yield f"  - {{{', '.join(f'{name}: {scalar(value)}' for name, value in item.items())}}}"
        elif isinstance(item, Mapping):
            yield from (("  - " if n == 0 else "    ") + line for n, line in enumerate(yaml_lines(item)))
        else:
            yield f"  - {scalar(item)}"


def scalar(value: object) -> str:
    """A scalar that means the same in a block and between braces; in quotes where plain text could mean another."""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int | Decimal):
        return format(value, "f") if isinstance(value, Decimal) else str(value)
    text = str(value)
    plain = _PLAIN.fullmatch(text) or _DATE.fullmatch(text) or (_ID.fullmatch(text) and not _like_a_number(text))
    quoted = not plain or text != text.strip() or text.casefold() in _WORDS or _HASH.fullmatch(text)
    return json.dumps(text, ensure_ascii=False) if quoted else text


def _like_a_number(text: str) -> bool:
    return re.fullmatch(r"[0-9].*", text) is not None


def read_back(value: object) -> object:
    """Data as the reader gives it: lists for tuples, plain mappings."""
    if isinstance(value, Mapping):
        return {key: read_back(item) for key, item in value.items()}
    if isinstance(value, Sequence) and not isinstance(value, str):
        return [read_back(item) for item in value]
    return value
