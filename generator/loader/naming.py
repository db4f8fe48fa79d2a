"""A link written as a name: the id of the entry that is called so."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from typing import Any

from generator.diagnostics import Code, Finding
from generator.project import Entry
from generator.texts import Text

Problem = tuple[Code, Finding]


_MOST = 200
"""Hints worked out in one run: who has more such faults has written names everywhere."""


def with_ids(problems: Iterable[Problem], entries: Mapping[str, Entry]) -> Iterator[Problem]:
    """The problems; where a name stands in a link's place (`kinds`, `written`), with the id of the entry of that name."""
    names: list[tuple[Entry, tuple[str, ...]]] = []
    hints = 0
    for code, finding in problems:
        kinds, written = finding.values.get("kinds"), finding.values.get("written")
        if isinstance(kinds, tuple) and isinstance(written, str):
            names = names or [(entry, _names(entry)) for entry in entries.values()]
            hints += 1
            hint = _hint(_plain(written), kinds, names) if hints <= _MOST else Text("")
            values = {key: value for key, value in finding.values.items() if key not in ("kinds", "written")}
            finding = replace(finding, values={**values, "hint": hint})
        yield code, finding


def _hint(wanted: str, kinds: tuple[str, ...], names: Iterable[tuple[Entry, tuple[str, ...]]]) -> Text:
    """The id of the entry that is called so; else of the only one whose name holds it."""
    found: list[Entry] = []
    near: list[Entry] = []
    for entry, known in names:
        if entry.kind.folder in kinds:
            if wanted in known:
                found.append(entry)
            elif len(wanted) > 1 and any(wanted in name for name in known):
                near.append(entry)
    meant = found or near
    if len(meant) != 1:
        return Text("")
    entry = meant[0]
    slug = entry.slug if len(kinds) == 1 else entry.id
    return Text(f"“{entry.name.zh}”的编号是 {slug}。", f"The id of '{entry.name.of('en')}' is {slug}.")


def _names(entry: Entry) -> tuple[str, ...]:
    return tuple(_plain(name) for name in (entry.slug, entry.name.zh, entry.name.en, *_aliases(entry.data)) if name)


def _aliases(data: Mapping[str, Any]) -> tuple[str, ...]:
    return tuple(data.get("aliases", ()))


def _plain(name: str) -> str:
    """A name without what is typed in more than one way: blanks, brackets, capitals."""
    return name.replace("（", "(").replace("）", ")").replace(" ", "").casefold()
