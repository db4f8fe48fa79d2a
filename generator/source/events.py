"""The YAML parser: PyYAML's events, from libyaml or, where that is missing, from PyYAML's own parser.

Both give the same event classes and the same places. Only events are used: no loader, resolver or
constructor of PyYAML, whose meaning is that of YAML 1.1.
"""

from collections.abc import Callable
from importlib import import_module
from typing import Any, TypeAlias

import yaml
from yaml.parser import Parser
from yaml.reader import Reader
from yaml.scanner import Scanner

YamlEvent: TypeAlias = Any
"""One of yaml.events. Of a text, all have marks, which PyYAML's stubs take for optional."""

Parsing: TypeAlias = Any
"""A parser with PyYAML's `get_event`."""

Source: TypeAlias = Callable[[], YamlEvent]
YAMLError = yaml.YAMLError


class _PurePython(Reader, Scanner, Parser):
    def __init__(self, text: str) -> None:
        Reader.__init__(self, text)
        Scanner.__init__(self)
        Parser.__init__(self)


def _libyaml() -> Callable[[str], Parsing] | None:
    """libyaml's parser, which not every wheel of PyYAML brings."""
    if not yaml.__with_libyaml__:
        return None
    parser: Callable[[str], Parsing] = import_module("yaml._yaml").CParser
    return parser


_FAST = _libyaml()


def has_fast_parser() -> bool:
    """Whether libyaml is there; without it reading takes about ten times as long."""
    return _FAST is not None


def event_source(text: str, pure: bool = False) -> Source:
    """A function that gives the next event of `text`, and raises yaml.YAMLError where it is no YAML."""
    parser: Parsing = _PurePython(text) if pure or _FAST is None else _FAST(text)
    get: Source = parser.get_event
    return get
