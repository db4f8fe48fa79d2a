"""The usual form of the repository's files, as `catalog fmt` writes it.

An entry begins with the line that tells editors its schema, holds its keys in the model's order and
Chinese before English, and has no trailing blanks, no carriage returns and one line break at its
end. Nothing else is touched, and nothing that would change what the file says: a step that would is
left out. What has no permanent id in a draft gets one, and a standard's lock of provisions is made anew from its draft.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial

from yaml.events import ScalarEvent

from generator.diagnostics import Code, Diagnostic, Finding, Location, Severity
from generator.drafts.lock import lock_of, read_lock
from generator.drafts.model import ASPECTS
from generator.drafts.read import read_draft
from generator.drafts.runs import Runs
from generator.loader import code_lists
from generator.loader.layout import Place, places_of
from generator.loader.reading import file_problems
from generator.loader.texts import aspects_of
from generator.model.entry import key_order
from generator.model.modeline import MODELINE, modelines
from generator.model.registry import BESIDE_DRAFTS, SETTINGS
from generator.source.events import event_source
from generator.source.reader import read_data
from generator.source.scan import scan
from generator.source.tree import Tree, bytes_of
from generator.submit.identify import with_ids
from generator.submit.ordering import order_keys, order_languages

Problem = tuple[Code, Finding]
_BOM = b"\xef\xbb\xbf"


@dataclass(frozen=True, slots=True)
class Formatted:
    """A file and its usual form; or, where it cannot be understood, why not."""

    path: str
    before: bytes
    after: bytes
    problems: tuple[Problem, ...] = ()

    @property
    def diagnostics(self) -> tuple[Diagnostic, ...]:
        """The problems with their place, which a reader always knows."""
        return tuple(
            Diagnostic(Location(finding.path, *(finding.position or (1, 1))), code, code.severity, finding.values)
            for code, finding in self.problems
        )

    @property
    def changed(self) -> bool:
        return self.after != self.before


def format_tree(tree: Tree, within: Sequence[str] = ()) -> Iterator[Formatted]:
    """The usual form of every file that has one, by path; with `within`, of these files and folders. A draft brings its lock."""

    def wanted(path: str) -> bool:
        return not within or any(folder in ("", ".", path) or path.startswith(f"{folder}/") for folder in within)

    runs, aspects = _runs(), aspects_of(code_lists(tree))
    for place in places_of(tree)[0]:
        if place.edition or place.document:
            continue  # what is published stays as it is, and a document is none of ours
        if wanted(place.path) or (place.draft and wanted(_lock_of(place))):
            made, problems = file_problems(place.path, partial(_formatted, tree, runs, aspects, place))
            yield from made or (Formatted(place.path, b"", b"", tuple(problems)),)


def _formatted(
    tree: Tree, runs: Runs, aspects: tuple[str, ...], place: Place, path: str
) -> tuple[tuple[Formatted, ...], tuple[Problem, ...]]:
    content = tree.read(path)
    if not place.draft:
        return (format_entry(place, content),), ()
    lock = bytes_of(tree, _lock_of(place))
    draft = format_draft(path, content)
    known = read_lock(_lock_of(place), lock)[0] if lock else None
    draft = replace(draft, after=with_ids(path, draft.after, known, runs, aspects))
    return (draft, format_lock(draft, _lock_of(place), lock, runs, aspects)), ()


def locks(tree: Tree) -> Iterator[Formatted]:
    """The lock of every draft, by path."""
    runs, aspects = _runs(), aspects_of(code_lists(tree))
    for place in places_of(tree)[0]:
        if place.draft and not place.edition:
            made, problems = file_problems(place.path, partial(_formatted, tree, runs, aspects, place))
            yield made[1] if made else Formatted(place.path, b"", b"", tuple(problems))


def _runs() -> Runs:
    """Both halves of a draft's form read it: pandoc runs once."""
    kept: dict[bytes, bytes] = {}
    return Runs(kept.get, kept.__setitem__)


def _lock_of(place: Place) -> str:
    return place.path.replace("draft.md", "provisions.lock.yaml")


def format_entry(place: Place, content: bytes) -> Formatted:
    """The usual form of an entry or a settings file."""
    text = _trimmed(_plain_lines(content))
    data, problems = read_data(place.path, text)
    if data is None or problems:
        return Formatted(place.path, content, content, problems)
    model = place.kind.model if place.kind else BESIDE_DRAFTS["comment"] if place.comment else SETTINGS[place.setting]

    def same(changed: str) -> bool:
        return read_data(place.path, changed.encode())[0] == data

    written = _keep_if(same, text.decode(), _ended, _ended_without_break)
    written = _keep_if(same, written, lambda text: order_languages(text, data))
    written = _keep_if(same, written, lambda text: order_keys(text, data, key_order(model)))
    written = _with_modeline(written, place)
    return Formatted(place.path, content, written.encode())


def format_draft(path: str, content: bytes) -> Formatted:
    """A draft without byte order mark and carriage returns; blanks at the end of a line mean something in Markdown."""
    plain = _plain_lines(content)
    return Formatted(path, content, plain.rstrip(b"\n") + b"\n" if plain.strip() else plain)


def format_lock(
    draft: Formatted, path: str, content: bytes, runs: Runs | None = None, aspects: Iterable[str] = ASPECTS
) -> Formatted:
    """The lock of a draft's provisions. A draft with errors has none: its provisions would be taken for removed."""
    read, problems = read_draft(draft.path, draft.after, aspects, runner=runs or Runs())
    errors = tuple(problem for problem in problems if problem[0].severity is Severity.ERROR)
    before, faults = read_lock(path, content) if content else (None, ())
    if read is None or errors or faults:
        return Formatted(path, content, content, errors + faults)
    return Formatted(path, content, lock_of(read, before).encode())


def _plain_lines(content: bytes) -> bytes:
    return content.removeprefix(_BOM).replace(b"\r\n", b"\n")


def _trimmed(content: bytes) -> bytes:
    """Without blanks at the ends of lines, but for lines within a text, where they may mean something."""
    if b" \n" not in content and b"\t\n" not in content and not content.endswith((b" ", b"\t")):
        return content
    readable = scan(content).text
    if readable is None:
        return content
    try:
        kept = {number for first, last in _texts(readable) for number in range(first, last)}
    except Exception:  # noqa: BLE001 - not YAML: read_data says where
        return content
    lines = content.decode().split("\n")
    return "\n".join(line if number in kept else line.rstrip(" \t") for number, line in enumerate(lines)).encode()


def _texts(text: str) -> Iterator[tuple[int, int]]:
    """The lines of every text, from 0, that do not end where the text's own syntax does: from, up to."""
    get = event_source(text)
    while (event := get()) is not None:
        if isinstance(event, ScalarEvent) and event.start_mark and event.end_mark:
            first, last = event.start_mark.line, event.end_mark.line
            if event.style in ("|", ">"):  # ends on the next line's first column, or at the end of the file
                yield first + 1, last + (event.end_mark.column > 0)
            else:
                yield first, last


def _keep_if(same: Callable[[str], bool], text: str, *steps: Callable[[str], str]) -> str:
    """The first step's result that still says the same; the text itself where none does."""
    for step in steps:
        changed = step(text)
        if changed != text and same(changed):
            return changed
    return text


def _ended(text: str) -> str:
    return text.rstrip("\n") + "\n"


def _ended_without_break(text: str) -> str:
    """The last text is a block (`|`) that has lacked its line break: `|-` says so."""
    lines = text.split("\n")
    header = max((first for first, _ in _texts(text)), default=0) - 1
    lines[header] = re.sub(r"([|>][0-9]?)( *(#.*)?)$", r"\1-\2", lines[header])
    return _ended("\n".join(lines))


def _with_modeline(text: str, place: Place) -> str:
    """The text with the right modeline as its first line."""
    lines = text.split("\n")
    right = modelines(place.path, place.kind.singular if place.kind else place.setting or "comment")
    if lines[0] in right:
        return text
    head = lines[: next(n for n, line in enumerate(lines) if line and not line.startswith("#"))]
    first = next((line for line in head if line in right), right[0])
    others = [line for line in head if not line.startswith(MODELINE)]
    return "\n".join([first, *others, *lines[len(head) :]])
