"""Reading what stands beside a standard's entry: its draft, its published editions, the comments on it."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from generator.diagnostics import Code, Finding, Severity
from generator.drafts.lock import Lock, check_lock, read_lock
from generator.drafts.model import ASPECTS, Draft
from generator.drafts.read import read_draft
from generator.drafts.runs import Runs
from generator.loader.cache import Cache
from generator.loader.figures import figure_problems
from generator.loader.layout import Place
from generator.loader.reading import file_problems
from generator.model.comment import Comment
from generator.model.standard import Standard
from generator.model.validate import validate
from generator.project import Edition, StandardComment
from generator.source.reader import read_data
from generator.source.tree import Tree, bytes_of

Problem = tuple[Code, Finding]

LOCK = "provisions.lock.yaml"


@dataclass(frozen=True, slots=True)
class Texts:
    """By the standard's bare id: drafts (None for one with errors), their locks, and published editions, oldest first."""

    drafts: dict[str, Draft | None] = field(default_factory=dict)
    locks: dict[str, Lock] = field(default_factory=dict)
    editions: dict[str, tuple[Edition, ...]] = field(default_factory=dict)


def aspects_of(lists: Mapping[str, Any]) -> tuple[str, ...]:
    """The ids of the aspects that provisions may belong to: those of the code list, if the repository has it."""
    return tuple(lists.get("standard-aspects") or ASPECTS)


def read_texts(
    tree: Tree, places: Iterable[Place], lists: Mapping[str, Any], cache: Cache
) -> tuple[Texts, list[Problem]]:
    """Every standard's draft, checked against its lock of provisions, and every edition that was published."""
    runs = Runs(cache.get, cache.put)
    aspects = aspects_of(lists)
    paths = [path for path in tree.paths() if "/figures/" in path]
    texts = Texts()
    problems: list[Problem] = []
    for place in places:
        if not place.draft:
            continue
        draft, found = file_problems(
            place.path, lambda path: read_draft(path, bytes_of(tree, path), aspects, runner=runs)
        )
        # One fault in a draft may hide half of it: whatever asks for its provisions waits until it is mended.
        sound = draft is not None and all(code.severity is not Severity.ERROR for code, _ in found)
        lock_path = place.path.replace("draft.md", LOCK)
        content = bytes_of(tree, lock_path)
        lock, found_in_lock = read_lock(lock_path, content) if content else (None, ())
        if place.edition:
            # What is published can no longer be mended: only what keeps it from being read is told.
            problems += [(code, finding) for code, finding in found if code.severity is Severity.ERROR]
            if draft is not None and sound:
                edition = Edition(place.slug, place.edition, draft, lock, _metadata(tree, place, lists))
                texts.editions[place.slug] = (*texts.editions.get(place.slug, ()), edition)
            continue
        problems += [*found, *found_in_lock]
        texts.drafts[place.slug] = draft if sound else None
        if lock:
            texts.locks[place.slug] = lock
        if draft:
            problems += figure_problems(place.path, draft, paths)
        if draft and sound:
            problems += check_lock(place.path, draft, lock, lock_path)
    return texts, problems


def _metadata(tree: Tree, place: Place, lists: Mapping[str, Any]) -> Standard | None:
    """standard.yaml as it was when the edition was published."""
    path = place.path.replace("draft.md", "standard.yaml")
    data, _ = read_data(path, bytes_of(tree, path))
    return validate(Standard, data, lists, path)[0] if data else None


def documents_of(places: Iterable[Place]) -> dict[str, tuple[str, ...]]:
    """The names of the files that stages ask for, by standard; those of a published edition as `YEAR/name`."""
    found: dict[str, tuple[str, ...]] = {}
    for place in places:
        if place.document:
            found[place.slug] = (*found.get(place.slug, ()), place.document)
    return found


def read_comments(tree: Tree, places: Iterable[Place]) -> tuple[dict[str, tuple[StandardComment, ...]], list[Problem]]:
    """The comments on every standard, by round and name, and what is wrong with their files."""
    found: dict[str, tuple[StandardComment, ...]] = {}
    problems: list[Problem] = []
    for place in places:
        if not place.comment:
            continue
        data, faults = file_problems(place.path, lambda path: read_data(path, bytes_of(tree, path)))
        problems += faults
        model, unfit = validate(Comment, data, {}, place.path) if data is not None else (None, ())
        problems += unfit
        if model:
            turn, _, name = place.comment.partition("/")
            comment = StandardComment(place.slug, turn, name, place.path, model)
            found[place.slug] = (*found.get(place.slug, ()), comment)
    return found, problems
