"""Changes of a file's top-level keys by cutting at positions: whatever is not changed stays as it was written.

For what a command writes into an entry: a history that grows by a line, a number, a decision. Single values anywhere in
a file are changed by cut_values.py.

Comments, order and the form of other values stay. A list that only grows gets its new items at its end, in the form
of `rendering`; one written in brackets is written anew as a whole, as is a mapping.
"""

import re
from collections.abc import Mapping, Sequence

from generator.source.positions import Positions
from generator.source.reader import read_data, read_positions
from generator.source.rendering import read_back, yaml_lines

_SCALAR = re.compile(r"""("(?:[^"\\]|\\.)*"|'(?:[^']|'')*'|[^#\s](?:[^#]|(?<=\S)#)*?)(\s+#.*)?""")


def with_keys(path: str, content: bytes, changes: Mapping[str, object], order: Sequence[str]) -> bytes:
    """The file with these values of top-level keys; a new key stands where `order` has it.

    Raises ValueError where the file cannot be read, or what comes out would not say just that.
    """
    before, problems = read_data(path, content)
    if before is None or problems:
        raise ValueError(f"{path}: cannot be read")
    text, ends = content.decode(), "\r\n" if b"\r\n" in content else "\n"
    for key, value in changes.items():
        if key not in before or before[key] != read_back(value):
            lines = _with_key(text.split(ends), key, before.get(key), value, list(before), order)
            text = ends.join(lines)
            before = read_data(path, text.encode())[0] or {}
    expected = (read_data(path, content)[0] or {}) | {key: read_back(value) for key, value in changes.items()}
    if read_data(path, text.encode()) != (expected, ()):
        raise ValueError(f"{path}: cannot be changed by cutting")
    return text.encode()


def _with_key(
    lines: list[str], key: str, old: object, new: object, keys: Sequence[str], order: Sequence[str]
) -> list[str]:
    places = read_positions("", "\n".join(lines).encode())
    if key not in keys:
        at = _place_for(key, keys, order, places, lines)
        return [*lines[:at], *yaml_lines({key: new}), *lines[at:]]
    first, last = places.span((key,))
    if isinstance(old, list) and isinstance(new, Sequence) and old and list(new)[: len(old)] == old:
        item_line = places.span((key, 0))[0]
        if item_line > first:  # a list in a block: its items begin at dashes
            dash = len(lines[item_line - 1]) - len(lines[item_line - 1].lstrip(" "))
            added = [" " * dash + line.removeprefix("  ") for line in [*yaml_lines({key: new[len(old) :]})][1:]]
            while last < len(lines) and lines[last].startswith(" " * (dash + 1)) and lines[last].lstrip()[:1] == "#":
                last += 1  # a comment of the last item
            return [*lines[:last], *added, *lines[last:]]
    line, column = places.locate((key,))
    if first == last == line and isinstance(old, str) and isinstance(new, str):
        head, rest = lines[line - 1][: column - 1], lines[line - 1][column - 1 :]
        if found := _SCALAR.fullmatch(rest.rstrip()):
            scalar = next(iter(yaml_lines({key: new}))).removeprefix(f"{key}: ")
            return [*lines[: line - 1], f"{head}{scalar}{found[2] or ''}", *lines[line:]]
    return [*lines[: first - 1], *yaml_lines({key: new}), *lines[last:]]


def _place_for(key: str, keys: Sequence[str], order: Sequence[str], places: Positions, lines: Sequence[str]) -> int:
    """The index of the line that a new key goes before: that of the first key that comes after it, else the end."""
    rank = {name: number for number, name in enumerate(order)}
    later = [name for name in keys if rank.get(name, -1) > rank.get(key, len(rank))]
    if later:
        return min(places.span((name,), comments=True)[0] for name in later) - 1
    end = len(lines)
    while end and not lines[end - 1].strip():
        end -= 1
    return end
