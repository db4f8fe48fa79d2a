"""Where things stand in entries: paths of fields by their type, values at a pointer, the nearest id.

Rules work on plain data, which every entry has, and leave the typed model to those that compute. The
paths come from the models, so a new field is checked without a change here.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from difflib import get_close_matches
from functools import cache, lru_cache
from types import UnionType
from typing import Annotated, Any, Union, get_args, get_origin
from weakref import WeakKeyDictionary

from pydantic import BaseModel
from pydantic.fields import FieldInfo

from generator.diagnostics import Pointer, did_you_mean, nearest
from generator.model.links import EVERY, Path, values_at
from generator.project import Entry, Project
from generator.texts import Text

Wanted = Callable[[Any, tuple[Any, ...]], bool]
"""Whether a field is meant: told its type without `Annotated`, and everything that annotates it."""


@cache
def paths_of(model: type[BaseModel], wanted: Wanted) -> tuple[Path, ...]:
    """The paths of the fields of a model, and of the models within it, that are meant."""
    return tuple(dict.fromkeys(_in_model(model, wanted, ())))


def values_of(entry: Entry, wanted: Wanted) -> Iterator[tuple[Pointer, Any]]:
    """The values of those fields in an entry, each with its pointer."""
    data = entry.data
    for path in paths_of(entry.kind.model, wanted):
        if path[0] in data:
            yield from values_at(data, path)


@lru_cache(maxsize=4)  # one rule after another asks the same of an entry
def statements(entry: Entry) -> tuple[tuple[Pointer, dict[str, Any], str], ...]:
    """Every quantity and requirement: its pointer, its data, its metric's id.

    Indicators of a project are left out: their unit is free text.
    """
    return tuple(
        (link.pointer[:-1], value_at(entry.data, link.pointer[:-1]), link.target.partition("/")[2])
        for link in entry.links
        if link.relation.name == "metric" and "indicators" not in link.pointer
    )


def listed(words: Iterable[str]) -> Text:
    """Words in a row, as each language separates them."""
    words = tuple(words)
    return Text("、".join(words), ", ".join(words))


def value_at(data: Any, pointer: Pointer) -> Any:
    """The value at a pointer that exists."""
    for part in pointer:
        data = data[part]
    return data


def nearest_id(project: Project, folder: str, slug: str, *, examples: bool = True) -> Text:
    """A hint that names the id of a kind that was meant; empty where none is near. Without `examples`, a real one.

    A slip of the fingers first, then an id that goes on where the other ends (`acme` and `acme-equipment`), then
    whatever is alike. Ids that share most letter triples with it are compared closely, so the cost does not grow
    with the catalogue.
    """
    indexes = kept(project, "nearest-id")
    if folder not in indexes:
        indexes[folder] = _index(i.partition("/")[2] for i in project.known if i.startswith(f"{folder}/"))
    index: dict[str, list[str]] = indexes[folder]
    shared: Counter[str] = Counter()
    for triple in _triples(slug):
        shared.update(index.get(triple, ()))
    offered = (other for other in shared if examples or not _is_example(project, f"{folder}/{other}"))
    candidates = sorted(offered, key=lambda other: (-shared[other], abs(len(other) - len(slug)), other))
    close = candidates[:_CLOSELY]
    if slips := get_close_matches(slug, close, n=1, cutoff=_A_SLIP):
        return nearest(slug, slips)
    longer = (
        other
        for other in candidates
        if other.startswith(f"{slug}-") or (len(other) > 2 and slug.startswith(f"{other}-"))
    )
    if whole := min(longer, key=lambda other: (abs(len(other) - len(slug)), other), default=""):
        return did_you_mean(whole)
    return nearest(slug, close)


def _is_example(project: Project, full_id: str) -> bool:
    entry = project.get(full_id)
    return entry.example if entry else full_id.partition("/")[2].startswith("example-")


_CLOSELY = 20
_A_SLIP = 0.85
_MOST_OF_A_TRIPLE = 2000
_KEPT: "WeakKeyDictionary[Project, dict[str, dict[Any, Any]]]" = WeakKeyDictionary()


def kept(project: Project, name: str) -> dict[Any, Any]:
    """What a rule works out once and keeps for as long as the project lives."""
    return _KEPT.setdefault(project, {}).setdefault(name, {})


def _index(slugs: Iterator[str]) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for slug in sorted(slugs):
        for triple in _triples(slug):
            found.setdefault(triple, []).append(slug)
    # A triple that most ids share, as of a common beginning, tells nothing.
    return {triple: ids for triple, ids in found.items() if len(ids) <= _MOST_OF_A_TRIPLE}


def _triples(slug: str) -> set[str]:
    padded = f" {slug} "
    return {padded[i : i + 3] for i in range(len(padded) - 2)}


def _in_model(model: type[BaseModel], wanted: Wanted, at: Path) -> Iterator[Path]:
    for name, info in model.model_fields.items():
        yield from _in_type(_whole(info), (), wanted, (*at, info.alias or name))


def _whole(info: FieldInfo) -> Any:
    """A field's type with what annotates it, which pydantic keeps apart."""
    return Annotated[info.annotation, *info.metadata] if info.metadata else info.annotation


def _in_type(kind: Any, marks: tuple[Any, ...], wanted: Wanted, at: Path) -> Iterator[Path]:
    origin, args = get_origin(kind), get_args(kind)
    if origin is Annotated:
        # Within a union pydantic has not yet unfolded the bounds that stand in a `Field(...)`.
        unfolded = (m for mark in args[1:] for m in (mark.metadata if isinstance(mark, FieldInfo) else (mark,)))
        yield from _in_type(args[0], (*marks, *unfolded), wanted, at)
        return
    if wanted(kind, marks):
        yield at
    if origin in (Union, UnionType):
        for option in args:
            yield from _in_type(option, marks, wanted, at)
    elif origin in (tuple, dict):
        yield from _in_type(args[0] if origin is tuple else args[1], (), wanted, (*at, EVERY))
    elif isinstance(kind, type) and issubclass(kind, BaseModel):
        yield from _in_model(kind, wanted, at)
