"""Builds plain data from a parser's events, without recursion, and notes every problem on the way.

This loop decides how long it takes to read the catalogue: the usual case stands in it, everything
rare in a method.
"""

from decimal import Decimal
from typing import Any, TypeAlias

from yaml.events import (
    AliasEvent,
    DocumentStartEvent,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
    StreamEndEvent,
)

from generator.diagnostics import Code, Pointer
from generator.source import codes
from generator.source.events import Source, YamlEvent
from generator.source.positions import Recorder
from generator.source.problems import Problems, Stop
from generator.source.scalars import STARTS, STRANGE_SPACES, Unclear, resolve
from generator.source.scan import cleaned, point, shown, value_fault
from generator.source.syntax import missing_space

Plain: TypeAlias = "str | int | Decimal | bool | list[Plain] | dict[str, Plain] | None"

MOST_LEVELS = 20
"""Mappings and lists inside one another, the file's own mapping included."""

_Open: TypeAlias = Any
"""The dict or list that is being filled, None outside all; its class is asked for, not narrowed."""


class PlacesNeeded(Exception):
    """A problem can only be told with the places of what came before: read again with a recorder."""


class Constructor:
    """Reads one text, once: makes its data, and notes its problems and, for a recorder, its places."""

    __slots__ = ("_open", "_problems", "_recorder", "_text", "_whole")

    def __init__(self, text: str, problems: Problems, recorder: Recorder | None) -> None:
        self._text, self._problems, self._recorder = text, problems, recorder
        self._open: list[tuple[_Open, str | None]] = []
        self._whole = True

    def run(self, take: Source) -> dict[str, Plain] | None:
        """The mapping at the root; None where the text cannot be understood, which is then noted.

        Raises Stop (noted), PlacesNeeded (only without a recorder) and the parser's YAMLError.
        """
        opened, recorder, escapes = self._open, self._recorder, "\\" in self._text
        root: dict[str, Plain] | None = None
        here: _Open = None
        key: str | None = None
        new: Any
        value: Any
        left_out = False
        while True:
            event = take()
            kind = event.__class__
            if kind is ScalarEvent:
                value = text = event.value
                if event.style:
                    if escapes and event.style == '"':
                        value = self._unescaped(event, here, key)
                elif text[:1] in STARTS or text[-1:] in STRANGE_SPACES or " " in text or "\n" in text:
                    value = self._plain(event, here, key)
                if event.tag is not None or event.anchor is not None:
                    value = self._decorated(event, value, here, key)
            elif kind is MappingStartEvent or kind is SequenceStartEvent:
                self._check_begin(event, here, key)
                new = {} if kind is MappingStartEvent else []
                if here.__class__ is list:
                    here.append(new)
                elif here is None:
                    root = new
                elif not left_out:
                    here[key] = new
                opened.append((here, key))
                if recorder is not None:
                    recorder.begin(event)
                here, key, left_out = new, None, False
                continue
            elif kind is MappingEndEvent or kind is SequenceEndEvent:
                here, key = opened.pop()
                key = None
                if recorder is not None:
                    recorder.finish(event)
                continue
            elif kind is AliasEvent:
                self._alias(event, here, key)
                value = None
            elif kind is StreamEndEvent:
                break
            else:
                if kind is DocumentStartEvent and self._begin_document(event, root is not None):
                    break
                continue
            # A scalar or an alias has been read.
            if here.__class__ is list:
                here.append(value)
            elif here is None:
                self._text_as_root(event)
            elif key is None:
                key = value if value.__class__ is str else self._key(event, value, here)
                left_out = key in here
                if left_out:
                    self._duplicate(event, here, key)
                if recorder is not None:
                    recorder.key(key, event)
                continue
            else:
                if not left_out:
                    here[key] = value
                key, left_out = None, False
            if recorder is not None:
                recorder.value(event)
        if root is None and not self._problems:
            self._problems.add(codes.EMPTY_FILE, (1, 1))
        return root if self._whole else None

    def _plain(self, event: YamlEvent, here: _Open, key: str | None) -> Plain:
        """The value of a text without quotes that is not plainly itself."""
        text: str = event.value
        begin, end = event.start_mark, event.end_mark
        if end.line != begin.line:
            lines = self._text.split("\n")
            alone = not lines[begin.line][: begin.column].strip(" -")
            slip = missing_space(lines, begin.line, begin.column) if alone else None
            code, values, position = slip or (codes.MULTI_LINE_PLAIN, {"line": end.line + 1}, _place(event))
            self._problems.add(code, position, values, self._pointer(here, key))
        for space, mark, step in ((text[:1], begin, 1), (text[-1:], end, 0)):
            if space in STRANGE_SPACES:
                position = mark.line + 1, mark.column + step
                self._problems.add(codes.STRANGE_SPACE, position, {"character": point(space)}, self._pointer(here, key))
                break
        if event.tag is not None or text[:1] not in STARTS:
            return text
        value = resolve(text)
        if not isinstance(value, Unclear):
            return value
        if here.__class__ is not dict or key is not None:
            self._add(codes.UNCLEAR_SCALAR, event, here, key, {"text": shown(text), "why": value.why})
        elif text == "<<":
            self._add(codes.MERGE_KEY, event, here, key)
            self._whole = False
        else:
            self._add(codes.KEY_NOT_TEXT, event, here, key, {"key": shown(text)})
        return text

    def _unescaped(self, event: YamlEvent, here: _Open, key: str | None) -> str:
        value: str = event.value
        fault = value_fault(value)
        if fault is None:
            return value
        self._add(fault[0], event, here, key, fault[1])
        return cleaned(value)

    def _decorated(self, event: YamlEvent, value: Plain, here: _Open, key: str | None) -> Plain:
        """Notes an anchor or a tag, neither of which changes the value."""
        if event.anchor is not None:
            self._add(codes.ANCHOR_OR_ALIAS, event, here, key, {"written": "&" + shown(event.anchor)})
        if event.tag is not None:
            written = event.tag.replace("tag:yaml.org,2002:", "!!", 1)
            self._add(codes.YAML_TAG, event, here, key, {"written": shown(written)})
        return value

    def _alias(self, event: YamlEvent, here: _Open, key: str | None) -> None:
        self._add(codes.ANCHOR_OR_ALIAS, event, here, key, {"written": "*" + shown(event.anchor)})
        self._whole = False

    def _key(self, event: YamlEvent, value: Plain, here: _Open) -> str:
        """A text to go on with for a key that is none."""
        if event.__class__ is AliasEvent:
            return f"*{event.anchor}"
        self._add(codes.KEY_NOT_TEXT, event, here, None, {"key": shown(event.value)})
        text: str = event.value
        return text

    def _duplicate(self, event: YamlEvent, here: _Open, key: str) -> None:
        if self._recorder is None:
            raise PlacesNeeded
        pointer = self._pointer(here, key)
        line = self._recorder.positions().locate(pointer, on_key=True)[0]
        values: dict[str, object] = {"key": shown(key), "line": line}
        self._problems.add(codes.DUPLICATE_KEY, _place(event), values, pointer, on_key=True)

    def _check_begin(self, event: YamlEvent, here: _Open, key: str | None) -> None:
        """What a mapping or list must satisfy before it is opened."""
        if here is None and event.__class__ is SequenceStartEvent:
            self._add(codes.NOT_A_MAPPING, event, here, key)
            raise Stop
        if here.__class__ is dict and key is None:
            self._add(codes.COMPLEX_KEY, event, here, key)
            raise Stop
        if len(self._open) >= MOST_LEVELS:
            self._add(codes.TOO_DEEP, event, here, key, {"most": MOST_LEVELS})
            raise Stop
        if event.anchor is not None or event.tag is not None:
            self._decorated(event, None, here, key)

    def _text_as_root(self, event: YamlEvent) -> None:
        """The file is one text, or nothing."""
        if event.__class__ is ScalarEvent and not event.value and not event.style:
            self._problems.add(codes.EMPTY_FILE, (1, 1))
        else:
            slip = missing_space(self._text.split("\n"), event.start_mark.line)
            code, values, position = slip or (codes.NOT_A_MAPPING, {}, _place(event))
            self._problems.add(code, position, values)
        raise Stop

    def _begin_document(self, event: YamlEvent, again: bool) -> bool:
        """Whether this is a second document, which ends the reading."""
        if event.version or event.tags:
            self._add(codes.YAML_DIRECTIVE, event, None, None)
        if again:
            self._add(codes.SECOND_DOCUMENT, event, None, None)
        return again

    def _add(
        self, code: Code, event: YamlEvent, here: _Open, key: str | None, values: dict[str, object] | None = None
    ) -> None:
        on_key = here.__class__ is dict and key is None
        self._problems.add(code, _place(event), values, self._pointer(here, key), on_key)

    def _pointer(self, here: _Open, key: str | None) -> Pointer:
        """Where the value is that is being read; of a key not yet known, where its mapping is."""
        parts: list[str | int] = []
        for container, name in self._open[1:]:
            parts.append(len(container) - 1 if name is None else name)
        if here.__class__ is list:
            parts.append(len(here))
        elif here.__class__ is dict and key is not None:
            parts.append(key)
        return tuple(parts)


def _place(event: YamlEvent) -> tuple[int, int]:
    return event.start_mark.line + 1, event.start_mark.column + 1
