"""Reading entries: text to data, data against its model, links taken out; in several processes when there are many."""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, partial
from hashlib import blake2b
from typing import Any, TypeVar

from generator.diagnostics import Code, Finding, Pointer
from generator.loader.layout import Place
from generator.model.links import Relation, relations_of, values_at
from generator.model.registry import KINDS, Kind
from generator.model.validate import validate
from generator.parallel import run_all
from generator.source import codes
from generator.source.packing import pack, unpack
from generator.source.reader import read_data

T = TypeVar("T")
Problem = tuple[Code, Finding]
PackedLink = tuple[int, str, Pointer]

_PARALLEL_FROM = 1000
"""Files from which a pool of processes pays for its start."""

_CHUNK = 250
_FULL_ID = re.compile(r"[a-z]+/[a-z0-9]+(-[a-z0-9]+)*")


@dataclass(frozen=True, slots=True)
class Record:
    """What is kept of an entry's file. Its data stays packed until somebody asks for it.

    Links: the relation's index in `relations(kind)`, target, pointer. One that is not `sound` does not have the
    shape of its kind, or the reader doubts it: only its links are of use, to be checked with the rest.
    """

    digest: bytes
    name: tuple[str, str]
    links: tuple[PackedLink, ...]
    data: bytes
    sound: bool = True

    def packed(self) -> bytes:
        return pack((self.digest, self.name, self.links, self.data, self.sound))

    @classmethod
    def unpacked(cls, blob: bytes) -> "Record":
        digest, name, links, data, sound = unpack(blob)
        return cls(digest, tuple(name), tuple((i, target, tuple(pointer)) for i, target, pointer in links), data, sound)


def entry_digest(kind: Kind, content: bytes) -> bytes:
    """The digest of an entry's file, of 16 bytes; the kind counts, because the same text means another thing elsewhere."""
    return blake2b(content, digest_size=16, person=kind.folder.encode()[:16]).digest()


@cache
def relations(kind: Kind) -> tuple[Relation, ...]:
    """The relations of a kind, in the order of its model."""
    return tuple(relation for _, relation in relations_of(kind.model))


def links_in(kind: Kind, data: dict[str, Any]) -> Iterator[PackedLink]:
    """The links in an entry's data, in the order of its model."""
    for index, (path, relation) in enumerate(relations_of(kind.model)):
        if path[0] in data:
            for pointer, value in values_at(data, path):
                if isinstance(value, str):
                    yield index, relation.target(value), pointer


def _record(kind: Kind, data: dict[str, Any], digest: bytes, sound: bool) -> Record:
    name = data["name"] if sound else {"zh": ""}
    links = tuple(links_in(kind, data))
    if not sound:
        # What is not written as an id was reported as that, and is not called dangling as well.
        links = tuple(link for link in links if _FULL_ID.fullmatch(link[1]))
    return Record(digest, (name["zh"], name.get("en", "")), links, pack(data), sound)


def read_one(
    path: str, kind: Kind, content: bytes, digest: bytes, lists: Mapping[str, Any]
) -> tuple[Record | None, list[Problem]]:
    """One entry's record, None where nothing of it can be understood, and its problems."""

    def read(path: str) -> tuple[Record | None, tuple[Problem, ...]]:
        data, problems = read_data(path, content)
        if data is None:
            return None, problems
        model, found = validate(kind.model, data, lists, path)
        # What the reader already doubts (a key twice, an odd number) is not published either.
        sound = model is not None and not problems
        return _record(kind, data, digest, sound), (*problems, *found)

    return file_problems(path, read)


def file_problems(
    path: str, read: Callable[[str], tuple[T | None, tuple[Problem, ...]]]
) -> tuple[T | None, list[Problem]]:
    """The one boundary: whatever goes wrong while a file is read becomes a problem of that file."""
    try:
        result, problems = read(path)
        return result, list(problems)
    except Exception as error:  # noqa: BLE001 - the boundary itself
        return None, [(codes.INTERNAL_ERROR, Finding(path, values={"error": f"{type(error).__name__}: {error}"[:200]}))]


def read_many(
    files: Sequence[tuple[Place, bytes, bytes]],
    lists: Mapping[str, Any],
    jobs: int,
    progress: Callable[[int, int], None],
) -> Iterator[tuple[Place, Record | None, list[Problem]]]:
    """Read (place, content, digest)s, in order."""
    chunks = [files[start : start + _CHUNK] for start in range(0, len(files), _CHUNK)]
    tasks = [partial(_read_chunk, chunk, lists) for chunk in chunks]
    done = 0
    for chunk, results in zip(chunks, run_all(tasks, jobs if len(files) >= _PARALLEL_FROM else 1), strict=True):
        for (place, _, _), (blob, problems) in zip(chunk, results, strict=True):
            yield place, Record.unpacked(blob) if blob else None, problems
        done += len(chunk)
        progress(done, len(files))


def _read_chunk(
    files: Sequence[tuple[Place, bytes, bytes]], lists: Mapping[str, Any]
) -> list[tuple[bytes | None, list[Problem]]]:
    """Records as bytes, which are sent between processes quicker than objects."""
    results = []
    for place, content, digest in files:
        kind = place.kind or KINDS["organisations"]
        record, problems = read_one(place.path, kind, content, digest, lists)
        results.append((record.packed() if record else None, problems))
    return results
