"""Remembers where every key and value of a file stands, and finds the place of a pointer."""

from dataclasses import dataclass, field

from yaml.events import MappingStartEvent, ScalarEvent

from generator.diagnostics import Pointer
from generator.source.events import YamlEvent

_MODELINE = "# yaml-language-server:"


@dataclass(slots=True)
class _Place:
    """A value at `line`, `column`, up to line `end`, all from 0; and the key before it, if any."""

    line: int
    column: int
    end: int
    key: tuple[int, int] | None = None
    children: "dict[str, _Place] | list[_Place] | None" = None


@dataclass(frozen=True, slots=True)
class Positions:
    """The places of one file's keys and values. Lines and columns count from 1, in characters."""

    _root: _Place | None = None
    _lines: tuple[str, ...] = field(default=(), repr=False)

    def locate(self, pointer: Pointer, on_key: bool = False) -> tuple[int, int]:
        """(line, column) of the deepest existing part of `pointer`; (1, 1) where nothing is known.

        Parts that do not exist are skipped: a key that is missing from a mapping is located at the
        mapping's own key. What exists is located at its value or, with `on_key`, at its key.
        """
        if self._root is None:
            return 1, 1
        here, missing = _descend(self._root, pointer)
        if here.key is not None and (on_key or (missing and here.children is not None)):
            return here.key[0] + 1, here.key[1] + 1
        return here.line + 1, here.column + 1

    def span(self, pointer: Pointer, comments: bool = False) -> tuple[int, int]:
        """(first line, last line), both counted in, of the key and the value at `pointer`.

        With `comments`, the lines right above count in as well, up to what comes before: comments
        and blank lines belong to the key that follows them. The editor's modeline at the top of a
        file belongs to no key. Raises LookupError where the pointer does not exist.
        """
        if self._root is None:
            raise LookupError(pointer)
        here, missing = _descend(self._root, pointer)
        if missing:
            raise LookupError(pointer)
        first = here.key[0] if here.key is not None else here.line
        above = self._line_above(pointer)
        if pointer and isinstance(pointer[-1], int):
            first = self._dash_line(first, above)
        if comments:
            first = self._first_comment(first, above)
        return first + 1, here.end + 1

    def _line_above(self, pointer: Pointer) -> int:
        """The last line of what comes before, -1 at the top of the file."""
        if not pointer or self._root is None:
            return -1
        parent, _ = _descend(self._root, pointer[:-1])
        before = -1 if parent.key is None else parent.key[0]
        if isinstance(parent.children, list):
            earlier = parent.children[: int(pointer[-1])]
        else:
            names = list(parent.children or ())
            earlier = [(parent.children or {})[name] for name in names[: names.index(str(pointer[-1]))]]
        if earlier:
            return earlier[-1].end
        return before if len(pointer) == 1 or parent.key is not None else self._line_above(pointer[:-1])

    def _dash_line(self, first: int, above: int) -> int:
        """A block list's item begins at its dash, which may stand alone on a line above."""
        for line in range(first, above, -1):
            if self._lines[line].lstrip().startswith("-"):
                return line
        return first

    def _first_comment(self, first: int, above: int) -> int:
        while first - 1 > above:
            line = self._lines[first - 1].strip()
            if (line and not line.startswith("#")) or line.startswith(_MODELINE):
                break
            first -= 1
        return first


def _descend(root: _Place, pointer: Pointer) -> tuple[_Place, bool]:
    """The deepest place on the way of `pointer`, and whether a part of it was missing."""
    here, missing = root, False
    for part in pointer:
        children = here.children
        child: _Place | None = None
        if isinstance(children, dict) and isinstance(part, str):
            child = children.get(part)
        elif isinstance(children, list) and isinstance(part, int) and 0 <= part < len(children):
            child = children[part]
        missing = child is None
        here = child or here
    return here, missing


class Recorder:
    """Builds the places while the reader goes through the events; what it has can be had at any time."""

    __slots__ = ("_flow", "_key", "_last", "_lines", "_open", "_root")

    def __init__(self, text: str) -> None:
        self._lines = tuple(text.split("\n"))
        self._root: _Place | None = None
        self._open: list[_Place] = []
        self._flow: list[bool] = []
        self._key: tuple[str, tuple[int, int]] | None = None
        self._last = 0

    def key(self, name: str, event: YamlEvent) -> None:
        """The next value belongs to this key."""
        mark = event.start_mark
        self._key = (name, (mark.line, mark.column))
        self._last = mark.line

    def value(self, event: YamlEvent) -> None:
        """A scalar, or an alias."""
        mark, end = event.start_mark, event.end_mark.line
        if isinstance(event, ScalarEvent) and event.style in ("|", ">"):
            end = self._block_end(event)
        elif isinstance(event, ScalarEvent) and not event.value and not event.style:
            # A value that is not written stands behind its key, whatever the parser takes for its place.
            end = mark.line if self._key is None else self._key[1][0]
        self._place(_Place(mark.line, mark.column, end))
        self._last = max(self._last, end)

    def begin(self, event: YamlEvent) -> None:
        """A mapping or a list."""
        mark = event.start_mark
        children: dict[str, _Place] | list[_Place] = {} if isinstance(event, MappingStartEvent) else []
        place = _Place(mark.line, mark.column, mark.line, None, children)
        self._place(place)
        self._open.append(place)
        self._flow.append(bool(event.flow_style))
        self._last = max(self._last, mark.line)

    def finish(self, event: YamlEvent) -> None:
        """The innermost mapping or list ends; one in brackets at its closing bracket."""
        if self._flow.pop():
            self._last = max(self._last, event.end_mark.line)
        self._open.pop().end = self._last

    def positions(self) -> Positions:
        for place in reversed(self._open):
            place.end = self._last
        return Positions(self._root, self._lines)

    def _place(self, place: _Place) -> None:
        if not self._open:
            self._root = self._root or place
            return
        children = self._open[-1].children
        if isinstance(children, list):
            children.append(place)
        elif children is not None and self._key is not None:
            name, place.key = self._key
            children.setdefault(name, place)
            self._key = None

    def _block_end(self, event: YamlEvent) -> int:
        """The last line of a block text; blank lines after it count only where it keeps them (`|+`)."""
        start: int = event.start_mark.line
        mark = event.end_mark
        end: int = mark.line if mark.column else mark.line - 1
        header = self._lines[start][event.start_mark.column :].partition("#")[0]
        if "+" not in header:
            while end > start and not self._lines[end].strip():
                end -= 1
        return max(start, end)
