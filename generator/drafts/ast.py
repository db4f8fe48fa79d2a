"""Small tools over pandoc's JSON tree: attributes, positions, wrappers, and the list of findings."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from generator.diagnostics import Code, Finding
from generator.source.codes import TOO_MANY_PROBLEMS

Node = dict[str, Any]
Position = tuple[int, int]
Problem = tuple[Code, Finding]


_PLACES = re.compile(r"(?:^|;)([0-9]{1,8}):([0-9]{1,8})(?=[-;]|$)")

MOST_PROBLEMS = 500
"""More are not kept of one draft; one finding says so."""


@dataclass(slots=True)
class Sink:
    """Collects the findings of one file, the first `MOST_PROBLEMS` of them."""

    path: str
    problems: list[Problem] = field(default_factory=list)

    @property
    def full(self) -> bool:
        return len(self.problems) > MOST_PROBLEMS

    def add(self, code: Code, position: Position, **values: object) -> None:
        if self.full:
            return
        if len(self.problems) == MOST_PROBLEMS:
            code, values = TOO_MANY_PROBLEMS, {"most": MOST_PROBLEMS}
        self.problems.append((code, Finding(self.path, values=values, position=position)))


@dataclass(frozen=True, slots=True)
class Attributes:
    """Id, classes and the author's own key=value pairs of a node, and where the node begins."""

    id: str
    classes: tuple[str, ...]
    pairs: dict[str, str]
    position: Position | None
    wrapper: bool


def attributes(attr: list[Any]) -> Attributes:
    """Reads pandoc's attribute triple; the keys that pandoc adds itself are taken out."""
    pairs = dict(attr[2])
    place, wrapper = _position(pairs.pop("data-pos", "")), pairs.pop("wrapper", "") == "1"
    return Attributes(attr[0], tuple(attr[1]), pairs, place, wrapper)


def only_place(attr: list[Any]) -> Position | None:
    """Where a node begins that carries its place and nothing else, as most pieces of text do; None for any other."""
    if attr[0] or attr[1] or len(attr[2]) > 2:
        return None
    place = ""
    for key, value in attr[2]:
        if key == "data-pos":
            place = value
        elif key != "wrapper":
            return None
    return _position(place)


def unwrapped(blocks: list[Node], position: Position) -> Iterator[tuple[Node, Position, str]]:
    """The blocks without the divisions that only carry positions: (block, where, id written on it)."""
    for block in blocks:
        if block["t"] == "Div":
            found = attributes(block["c"][0])
            if found.wrapper and not found.classes:
                for inner, place, name in unwrapped(block["c"][1], found.position or position):
                    yield inner, place, name or found.id
                continue
        yield block, position, ""


def _position(text: str) -> Position | None:
    """The first of the places in `1:1-2:5;1:1-1:9`: a table's header row comes behind its other rows there."""
    found = _PLACES.findall(text)
    if len(found) == 1:  # as of most
        return int(found[0][0]), int(found[0][1])
    return min(((int(line), int(column)) for line, column in found), default=None)
