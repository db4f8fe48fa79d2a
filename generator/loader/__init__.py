"""From a tree of files to a project and everything that is wrong with the files.

Settings and code lists are read first, because entries are checked against them. Entries are read
in parallel where there are many, and files that had no fault before are taken from the cache.
"""

import gc
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from contextlib import contextmanager
from typing import Any

from generator.diagnostics import Code, Finding
from generator.drafts import codes as draft_codes
from generator.graph import Link
from generator.loader import edition_codes, release_codes
from generator.loader.cache import Cache
from generator.loader.layout import Place, place_of, places_of
from generator.loader.naming import with_ids
from generator.loader.reading import Record, entry_digest, file_problems, read_many, read_one, relations
from generator.loader.texts import documents_of, read_comments, read_texts
from generator.model import codes as schema_codes
from generator.model.fields import Model
from generator.model.links import terms_of, values_at
from generator.model.registry import KINDS, SETTINGS
from generator.model.settings import Programme
from generator.model.validate import validate
from generator.project import Entry, Project, Settings
from generator.source import codes as source_codes
from generator.source.pictures import picture_problems, pictures_in
from generator.source.reader import read_data
from generator.source.tree import Tree, bytes_of
from generator.texts import Text

Problem = tuple[Code, Finding]
Progress = Callable[[int, int], None]

CODES = (*source_codes.CODES, *schema_codes.CODES, *draft_codes.CODES, *release_codes.CODES, *edition_codes.CODES)
"""The codes of everything that loading can find."""


def load(
    tree: Tree, today: str, *, cache: Cache | None = None, jobs: int = 1, progress: Progress | None = None
) -> tuple[Project, tuple[Problem, ...]]:
    """Read a whole repository. Never raises for what stands in it."""
    with without_collecting():
        return _load(tree, today, cache or Cache(None), jobs, progress or (lambda done, total: None))


@contextmanager
def without_collecting() -> Iterator[None]:
    """Garbage collection off: a bulk of small objects that all stay doubles its time and frees nothing."""
    collecting = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if collecting:
            gc.enable()


def reload_entry(project: Project, tree: Tree, path: str) -> Project | None:
    """The project with one entry's file read again, added or gone; None where that is not enough.

    A code list, a settings file or a draft touches more than its own entry: then all is to be loaded.
    """
    place = place_of(path)
    if place is None or place.kind is None or place.kind.folder == "vocabularies":
        return None
    entries = dict(project.entries)
    try:
        content = tree.read(path)
    except (OSError, KeyError):
        entries.pop(place.full_id, None)
    else:
        digest = entry_digest(place.kind, content)
        record, _ = read_one(path, place.kind, content, digest, code_lists(tree))
        if record is None or not record.sound:
            return None
        entries[place.full_id] = _entry(place, record)
    return project.with_entries(entries)


def code_lists(tree: Tree) -> Mapping[str, Any]:
    """The code lists and lifecycles of a repository, as entries are checked against them."""
    return _settings(tree, places_of(tree)[0])[0]


def _load(tree: Tree, today: str, cache: Cache, jobs: int, progress: Progress) -> tuple[Project, tuple[Problem, ...]]:
    places, problems = places_of(tree)
    lists, settings, settings_problems = _settings(tree, places)
    problems += settings_problems

    wanted = [place for place in places if place.kind]
    records, read_problems = _records(tree, wanted, lists, cache, jobs, progress)
    problems += read_problems

    entries: dict[str, Entry] = {}
    known = []
    flawed: list[Entry] = []
    for place in wanted:
        full_id = place.full_id
        known.append(full_id)
        record = records.get(place.path)
        if record and record.sound:
            entries[full_id] = _entry(place, record)
        elif record:
            flawed.append(_entry(place, record))

    problems = list(with_ids(problems, entries))
    problems += _missing_lists(entries.values(), lists, {place.path for place in wanted})

    texts, draft_problems = read_texts(tree, places, lists, cache)
    problems += draft_problems
    comments, comment_problems = read_comments(tree, places)
    problems += comment_problems
    for path in pictures_in(tree):
        problems += file_problems(path, lambda path: (None, tuple(picture_problems(path, tree.read(path)))))[1]
    cache.save()
    project = Project(
        entries,
        settings,
        known=frozenset(known),
        drafts=texts.drafts,
        locks=texts.locks,
        editions=texts.editions,
        comments=comments,
        documents=documents_of(places),
        flawed=tuple(flawed),
        today=today,
    )
    return project, tuple(problems)


def _missing_lists(entries: Iterable[Entry], lists: Mapping[str, Any], paths: Collection[str]) -> Iterator[Problem]:
    """Code lists that are not there although an entry uses a term of them: nothing could be checked against them."""
    needed = {term.vocabulary for kind in KINDS.values() for _, term in terms_of(kind.model)}
    missing = {name for name in needed - set(lists) if KINDS["vocabularies"].path(name) not in paths}
    for entry in entries if missing else ():
        for path, term in terms_of(entry.kind.model):
            if term.vocabulary in missing and any(True for _ in values_at(entry.data, path)):
                missing.discard(term.vocabulary)
                yield schema_codes.MISSING_FILE, Finding(KINDS["vocabularies"].path(term.vocabulary))


def _entry(place: Place, record: Record) -> Entry:
    kind = place.kind or KINDS["organisations"]
    by_index = relations(kind)
    links = tuple(Link(place.full_id, by_index[i], target, pointer) for i, target, pointer in record.links)
    return Entry(kind, place.slug, place.path, Text(*record.name), record.data, links, record.digest)


def _settings(tree: Tree, places: Iterable[Place]) -> tuple[Mapping[str, Any], Settings, list[Problem]]:
    """The code lists and lifecycles that entries are checked against, and the settings files."""
    problems: list[Problem] = []
    lists: dict[str, Mapping[str, Any]] = {}
    models: dict[str, Model] = {}
    for place in places:
        if place.kind and place.kind.folder == "vocabularies":
            # Its faults are reported when it is read as an entry.
            data, _ = read_data(place.path, bytes_of(tree, place.path))
            terms = data.get("terms") if data else None
            if isinstance(terms, list):
                lists[place.slug] = {str(t["id"]): t for t in terms if isinstance(t, dict) and "id" in t}
        elif place.setting:
            data, found = read_data(place.path, bytes_of(tree, place.path))
            problems += found
            if data is not None:
                model, found = validate(SETTINGS[place.setting], data, {}, place.path)
                problems += found
                if model:
                    models[place.setting] = model
    programme = models.pop("programme", None)
    if not isinstance(programme, Programme):
        programme = Programme.model_validate(_UNNAMED)
        if not any(place.setting == "programme" for place in places):
            problems.append((schema_codes.MISSING_FILE, Finding("catalog/programme.yaml")))
    values: dict[str, Any] = dict(models)
    if lifecycles := values.get("lifecycles"):
        values["lifecycles"] = {cycle.id: cycle for cycle in lifecycles.lifecycles}
        lists |= {f"lifecycle:{cycle.id}": {s.id: s for s in cycle.states} for cycle in lifecycles.lifecycles}
    return lists, Settings(programme, **values), problems


_UNNAMED: dict[str, Any] = {
    "name": {"zh": "目录"},
    "short_name": {"zh": "目录"},
    "summary": {"zh": "目录"},
    "site_url": "https://example.org/",
}


def _records(
    tree: Tree, places: list[Place], lists: Mapping[str, Any], cache: Cache, jobs: int, progress: Progress
) -> tuple[dict[str, Record], list[Problem]]:
    problems: list[Problem] = []
    context = cache.context(lists)
    records: dict[str, Record] = {}
    fresh: list[tuple[Place, bytes, bytes]] = []
    for place in places:
        if place.kind is None:
            continue
        signature = tree.signature(place.path)
        digest = cache.digest_of(place.path, signature) if signature else None
        record = cache.record(context + digest) if digest else None
        if record is None:
            try:
                content = tree.read(place.path)
            except OSError as error:
                problems.append((source_codes.INTERNAL_ERROR, Finding(place.path, values={"error": str(error)})))
                continue
            digest = entry_digest(place.kind, content)
            if signature:
                cache.keep_digest(place.path, signature, digest)
            record = cache.record(context + digest)
            if record is None:
                fresh.append((place, content, digest))
                continue
        records[place.path] = record
    for place, record, found in read_many(fresh, lists, jobs, progress):
        problems += found
        if record:
            records[place.path] = record
            if not found:
                cache.keep(context + record.digest, record)
    return records, problems
