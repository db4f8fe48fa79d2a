"""Changes single values in a YAML file by cutting them out of its text: every other character stays as it is.

Comments, the order of keys, quotes and line breaks are their author's. What a change cannot be made without losing a
comment is refused, and so is every change after which the file would not say exactly what was asked for. Whole keys
at the top of a file, and lists that grow, are changed by cut_keys.py.
"""

import json
from collections.abc import Callable, Mapping, Sequence
from copy import deepcopy
from dataclasses import dataclass
from typing import Any

from yaml.events import MappingEndEvent, MappingStartEvent, ScalarEvent, SequenceEndEvent, SequenceStartEvent

from generator.diagnostics import Pointer
from generator.source.events import YamlEvent, event_source
from generator.source.reader import read_data
from generator.source.rendering import scalar

Value = Any
"""A scalar, a list of scalars, a mapping of scalars; None takes the key away."""


class CannotCut(Exception):
    """A change cannot be made without touching more than it is about."""


@dataclass(slots=True)
class _Node:
    """A value in the text: from, to (characters), whether it stands in braces or brackets, and its key's place."""

    start: int
    end: int
    flow: bool
    style: str
    key: int | None
    column: int


def changed(text: str, changes: Mapping[Pointer, Value], order: Callable[[Pointer], Sequence[str]]) -> str:
    """The text with other values at these places.

    `order`: the usual order of the keys of the mapping at a place, for a key that is new. Raises CannotCut.
    """
    data, problems = read_data("", text.encode())
    if data is None or problems:
        raise CannotCut("the file has errors")
    wanted = deepcopy(data)
    for pointer, value in changes.items():
        text = _changed(text, pointer, value, order)
        _set(wanted, pointer, value)
    read, problems = read_data("", text.encode())
    if problems or read != wanted:
        raise CannotCut("the file would say something else")
    return text


def _changed(text: str, pointer: Pointer, value: Value, order: Callable[[Pointer], Sequence[str]]) -> str:
    nodes = _nodes(text)
    here = nodes.get(pointer)
    if here is None:
        return text if value is None else _inserted(text, nodes, pointer, value, order)
    if value is None:
        return _removed(text, nodes, pointer)
    return _replaced(text, here, value)


def _replaced(text: str, here: _Node, value: Value) -> str:
    old = text[here.start : here.end]
    if here.style in ("|", ">"):
        # What follows a block text begins on its own line.
        return text[: here.start] + _rendered(value) + "\n" + text[here.end :]
    if here.style == "block":
        if "#" in old:
            raise CannotCut("the list holds comments")
        # From behind the colon: a block begins on the line below its key.
        colon = text.rindex(":", 0, here.start)
        kept = old[len(old.rstrip()) :]
        return text[: colon + 1] + " " + _rendered(value) + kept + text[here.end :]
    new = _rendered(value)
    if here.style in ('"', "'") and isinstance(value, str):
        new = json.dumps(value, ensure_ascii=False)
    return text[: here.start] + new + text[here.end :]


def _inserted(
    text: str, nodes: Mapping[Pointer, _Node], pointer: Pointer, value: Value, order: Callable[[Pointer], Sequence[str]]
) -> str:
    """A new key, behind the key before it in the usual order."""
    parent, key = pointer[:-1], str(pointer[-1])
    siblings = [one for one in nodes if len(one) == len(pointer) and one[:-1] == parent]
    if (parent and parent not in nodes) or not siblings:
        if not parent:
            raise CannotCut("nothing to put the key behind")
        return _inserted(text, nodes, parent, {key: value}, order)
    rank = {name: number for number, name in enumerate(order(parent))}
    own = rank.get(key, len(rank))
    before = [one for one in siblings if rank.get(str(one[-1]), own) < own]
    last = nodes[max(before, key=lambda one: rank[str(one[-1])]) if before else siblings[0]]
    if last.flow:
        return text[: last.end] + f", {key}: {_rendered(value)}" + text[last.end :]
    if not before or last.key is None:
        raise CannotCut("nothing to put the key behind")
    at = text.find("\n", last.end - 1 if last.style in ("|", ">", "block") else last.end)
    if at < 0:
        text, at = text + "\n", len(text)
    at += 1
    indent = " " * last.column
    return text[:at] + f"{indent}{key}: {_rendered(value)}\n" + text[at:]


def _removed(text: str, nodes: Mapping[Pointer, _Node], pointer: Pointer) -> str:
    here = nodes[pointer]
    if here.key is None:
        raise CannotCut("only a key can be taken away")
    if here.flow:
        siblings = sorted(
            (node.key, node.end)
            for one, node in nodes.items()
            if len(one) == len(pointer) and one[:-1] == pointer[:-1] and node.key is not None
        )
        at = siblings.index((here.key, here.end))
        if len(siblings) == 1:
            return _removed(text, nodes, pointer[:-1])
        start, end = (siblings[at - 1][1], here.end) if at else (here.key, siblings[1][0])
        if "#" in text[start : here.key] + text[here.end : end]:
            raise CannotCut("a comment stands beside it")
        return text[:start] + text[end:]
    first = text.rfind("\n", 0, here.key) + 1
    at = text.find("\n", here.end - 1 if here.style in ("|", ">", "block") else here.end)
    end = len(text) if at < 0 else at + 1
    tail = text[here.end : end]
    if text[first : here.key].strip() or "#" in tail or (here.style == "block" and "#" in text[here.key : end]):
        raise CannotCut("a comment or a dash stands beside it")
    return text[:first] + text[end:]


def _rendered(value: Value) -> str:
    """A value for one line, in a block and between braces alike."""
    if isinstance(value, Mapping):
        return "{" + ", ".join(f"{key}: {_rendered(one)}" for key, one in value.items()) + "}"
    if isinstance(value, list | tuple):
        return "[" + ", ".join(map(scalar, value)) + "]"
    return scalar(value)


def _set(data: Any, pointer: Pointer, value: Value) -> None:
    here = data
    for part in pointer[:-1]:
        if isinstance(here, dict) and part not in here:
            if value is None:
                return
            here[part] = {}
        here = here[part]
    last: Any = pointer[-1]
    if value is None:
        here.pop(last, None)
        if not here and len(pointer) > 1:
            _set(data, pointer[:-1], None)
    else:
        here[last] = list(value) if isinstance(value, tuple) else dict(value) if isinstance(value, Mapping) else value


def _nodes(text: str) -> dict[Pointer, _Node]:
    """Every value of the file by its place."""
    nodes: dict[Pointer, _Node] = {}
    stack: list[tuple[Pointer, bool, list[Any]]] = []  # place, in braces, state: the key awaited or the next number
    get = event_source(text)
    key_mark: tuple[int, int] | None = None

    def place() -> Pointer | None:
        """Where the next value stands; None where it is a key."""
        if not stack:
            return ()
        at, _, state = stack[-1]
        if state[0] == "list":
            state[1] += 1
            return (*at, state[1])
        if state[1] is None:
            return None
        name, state[1] = state[1], None
        return (*at, name)

    while (event := get()) is not None:
        start, end, column = _marks(event)
        if isinstance(event, ScalarEvent):
            at = place()
            if at is None:
                stack[-1][2][1] = event.value
                key_mark = (start, column)
                continue
            key, column = key_mark or (None, column)
            nodes[at] = _Node(start, end, bool(stack and stack[-1][1]), event.style or "", key, column)
            key_mark = None
        elif isinstance(event, MappingStartEvent | SequenceStartEvent):
            at = place() or ()
            flow, inside = bool(event.flow_style), bool(stack and stack[-1][1])
            if stack:
                key, column = key_mark or (None, column)
                nodes[at] = _Node(start, end, inside, "flow" if flow else "block", key, column)
            key_mark = None
            stack.append((at, flow or inside, ["map", None] if isinstance(event, MappingStartEvent) else ["list", -1]))
        elif isinstance(event, MappingEndEvent | SequenceEndEvent):
            at, _, _ = stack.pop()
            if at in nodes:
                inner = (one.end for where, one in nodes.items() if len(where) > len(at) and where[: len(at)] == at)
                nodes[at].end = end if nodes[at].style == "flow" else max(inner, default=nodes[at].end)
    return nodes


def _marks(event: YamlEvent) -> tuple[int, int, int]:
    """Where an event begins and ends, in characters, and the column where it begins."""
    start, end = event.start_mark, event.end_mark
    return (start.index, end.index, start.column) if start and end else (0, 0, 0)
