"""Moves whole lines of a YAML file so that its keys stand in their usual order.

Top-level keys follow the model; Chinese stands before English in every text of two languages.
Comments move with the key that follows them, an indented comment stays with the block above it. No
line is ever rewritten, but for the dash of a list item and the two halves of a text in one line.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from yaml.events import MappingEndEvent, MappingStartEvent, ScalarEvent, SequenceEndEvent, SequenceStartEvent

from generator.diagnostics import Pointer
from generator.model.modeline import MODELINE
from generator.source.events import event_source
from generator.source.positions import Positions
from generator.source.reader import read_positions

_SWAPPED = ["en", "zh"]


def order_keys(text: str, data: Mapping[str, Any], order: Sequence[str]) -> str:
    """The text with its top-level keys in `order`; a key that `order` lacks stays behind the one before it.

    A comment that begins the file, or is parted from the first key by a blank line, is the file's own
    head and stays where it is, as does what follows the last key.
    """
    wanted = _sorted_keys(list(data), order)
    if wanted == list(data):
        return text
    lines = text.split("\n")
    places = read_positions("", text.encode())
    starts = [places.locate((key,), on_key=True) for key in data]
    if len({line for line, _ in starts}) < len(starts) or any(column != 1 for _, column in starts):
        return text  # not one key a line: a mapping in braces
    first = _head_end(lines, starts[0][0] - 1)
    blocks: dict[str, list[str]] = {}
    begin = first
    for number, key in enumerate(data):
        last = number + 1 == len(starts)
        end = _own_end(lines, places.span((key,))[1], len(lines) if last else starts[number + 1][0] - 1)
        blocks[key] = lines[begin:end]
        begin = end
    moved = [line for key in wanted for line in blocks[key]]
    return "\n".join([*lines[:first], *moved, *lines[begin:]])


def order_languages(text: str, data: Mapping[str, Any]) -> str:
    """The text with Chinese before English wherever a mapping holds just the two."""
    found = list(_swapped(data))
    if not found:
        return text
    text = _swap_in_braces(text)
    lines = text.split("\n")
    places = read_positions("", text.encode())
    for pointer in found:
        _swap_block(lines, places, pointer)
    return "\n".join(lines)


def _sorted_keys(keys: list[str], order: Sequence[str]) -> list[str]:
    rank = {key: number for number, key in enumerate(order)}
    ranks: dict[str, int] = {}
    before = -1
    for key in keys:
        before = ranks[key] = rank.get(key, before)
    return sorted(keys, key=ranks.__getitem__)


def _head_end(lines: Sequence[str], key_line: int) -> int:
    """The index of the first line that belongs to the first key, whose own line is `key_line`."""
    start = key_line
    while start > 0:
        line = lines[start - 1]
        # An indented comment would become part of a block text that comes to stand above it.
        if not line.startswith("#") or line.startswith(MODELINE):
            break
        start -= 1
    # What begins the file is about the file, not about the key that happens to come first.
    return key_line if start == 0 or lines[start - 1].startswith(MODELINE) else start


def _own_end(lines: Sequence[str], end: int, until: int) -> int:
    """Where a block ends: behind the indented comments that follow its last line `end` (counted from 1)."""
    last = end
    for number in range(end, until):
        line = lines[number]
        if line.startswith(" ") and line.lstrip().startswith("#"):
            last = number + 1
        elif line.strip():
            break
    return last


def _swapped(value: Any, pointer: Pointer = ()) -> Iterator[Pointer]:
    """The places of texts that give English first."""
    if isinstance(value, dict):
        if list(value) == _SWAPPED:
            yield pointer
        for key, inner in value.items():
            yield from _swapped(inner, (*pointer, key))
    elif isinstance(value, list):
        for number, inner in enumerate(value):
            yield from _swapped(inner, (*pointer, number))


def _swap_block(lines: list[str], places: Positions, pointer: Pointer) -> None:
    """Swap the two languages of a mapping that has a line for each; in place."""
    (line, column), (other, _) = (places.locate((*pointer, key), on_key=True) for key in _SWAPPED)
    prefix = lines[line - 1][: column - 1]
    if line >= other or not re.fullmatch("[ -]*", prefix):
        return
    behind_dash = "-" in prefix
    # What stands above the dash belongs to the list item, not to the language.
    start = places.span((*pointer, "en"), comments=not behind_dash)[0] - 1
    middle = places.span((*pointer, "en"))[1]
    middle = max(middle, places.span((*pointer, "zh"), comments=True)[0] - 1)
    end = places.span((*pointer, "zh"))[1]
    english, chinese = lines[start:middle], lines[middle:end]
    if behind_dash:
        key = other - 1 - middle
        indent = " " * prefix.index("-")
        above = [indent + comment.lstrip(" ") for comment in chinese[:key]]
        english[0] = " " * len(prefix) + english[0][len(prefix) :]
        chinese = [*above, prefix + chinese[key][len(prefix) :], *chinese[key + 1 :]]
    lines[start:end] = chinese + english


def _swap_in_braces(text: str) -> str:
    """The text with `{en: …, zh: …}` turned round."""
    swaps: list[tuple[int, int, int, int]] = []
    open_: list[list[Any] | None] = []
    get = event_source(text)
    while (event := get()) is not None:
        if isinstance(event, MappingStartEvent | SequenceStartEvent):
            if open_ and open_[-1] is not None:
                open_[-1].append(event)
            open_.append([] if event.flow_style and isinstance(event, MappingStartEvent) else None)
        elif isinstance(event, ScalarEvent):
            if open_ and open_[-1] is not None:
                open_[-1].append(event)
        elif isinstance(event, MappingEndEvent | SequenceEndEvent):
            parts = open_.pop()
            if parts and len(parts) == 4 and [getattr(part, "value", None) for part in parts[::2]] == _SWAPPED:
                swaps.append((parts[0].start_mark.index, parts[1].end_mark.index,
                              parts[2].start_mark.index, parts[3].end_mark.index))  # fmt: skip
    for a, b, c, d in reversed(swaps):
        text = text[:a] + text[c:d] + text[b:c] + text[a:b] + text[d:]
    return text
