"""Collects what is wrong with one file while it is read."""

from generator.diagnostics import Code, Finding, Pointer
from generator.source import codes

Problem = tuple[Code, Finding]
"""A code and the finding that belongs to it; the finding carries its position."""

MOST_PROBLEMS = 100
"""More are not reported of one file, and its reading ends."""


class Stop(Exception):
    """Reading cannot go on; what was wrong has been noted."""


class Problems:
    """The problems of the file `path`, in the order in which they were met."""

    __slots__ = ("_found", "_path")

    def __init__(self, path: str) -> None:
        self._path = path
        self._found: list[Problem] = []

    def add(
        self, code: Code, position: tuple[int, int], values: dict[str, object] | None = None,
        pointer: Pointer = (), on_key: bool = False,
    ) -> None:  # fmt: skip
        """Notes one, once a place; `position` is (line, column) from 1. Raises Stop where there are too many."""
        if any(known is code and finding.position == position for known, finding in self._found):
            return
        if len(self._found) >= MOST_PROBLEMS:
            values = {"most": MOST_PROBLEMS}
            self._found.append((codes.TOO_MANY_PROBLEMS, Finding(self._path, (), values, position=position)))
            raise Stop
        self._found.append((code, Finding(self._path, pointer, values or {}, on_key, position)))

    def forget_text_over(self, line: int) -> None:
        """A text that ran on to `line`, where the syntax broke, is no problem of its own."""
        if self._found:
            code, finding = self._found[-1]
            if code is codes.MULTI_LINE_PLAIN and finding.values["line"] == line:
                self._found.pop()

    def found(self) -> tuple[Problem, ...]:
        """All, by position."""
        return tuple(sorted(self._found, key=lambda problem: (problem[1].position or (1, 1), problem[0].code)))

    def __bool__(self) -> bool:
        return bool(self._found)
