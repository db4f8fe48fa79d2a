"""New permanent ids for what is new in a Word file: never one that is or was in use."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field

_TAIL = re.compile(r"-([0-9]+)\Z")
_MOST = 36


@dataclass(slots=True)
class Ids:
    """`taken`: every id that is in the draft or the file, or was once given to a provision."""

    taken: set[str]
    given: list[str] = field(default_factory=list)
    _next: dict[tuple[str, int, int], int] = field(default_factory=dict)

    def after(self, siblings: Iterable[str], stem: str, *, digits: int = 1) -> str:
        """An id like those of its siblings, with the next number: p-lat-04 after p-lat-03; else `stem` with a number."""
        found = [match for name in siblings if (match := _TAIL.search(name))]
        if found:
            last = found[-1]
            stem, digits = last.string[: last.start()], len(last[1])
            count = int(last[1]) + 1
        else:
            count = 1
        stem = stem[:_MOST].rstrip("-")
        start = stem, digits, count
        count = self._next.get(start, count)  # all from the start up to this one are taken
        while (name := f"{stem}-{count:0{digits}}") in self.taken:
            count += 1
        self._next[start] = count + 1
        self.taken.add(name)
        self.given.append(name)
        return name
