"""The texts of an entry in which personal data could stand, each with its place; a standard's with those of its comments."""

from collections.abc import Iterator
from functools import lru_cache
from typing import Any

from generator.diagnostics import Pointer
from generator.project import Entry, Project, StandardComment

NOT_PROSE = frozenset(
    (
        "uscc",
        "org_code",
        "url",
        "website",
        "document",
        "number",
        "sha256",
        "commit",
        "fingerprint",
        "code",
        "model",
        "version",
        "date",
    )
)
"""Keys of codes and addresses: long digits there are no telephone numbers."""


@lru_cache(maxsize=2)
def all_of(entry: Entry, project: Project) -> str:
    """All texts in one, to see quickly that there is nothing. The rules ask one after another, so it is kept."""
    found: list[str] = []
    queue: list[Any] = [data for _, data in _files(entry, project)]
    while queue:
        data = queue.pop()
        if isinstance(data, str):
            found.append(data)
        elif isinstance(data, dict):
            queue += (value for key, value in data.items() if key not in NOT_PROSE)
        elif isinstance(data, list):
            queue += data
    return "\n".join(found)


def texts_of(entry: Entry, project: Project) -> Iterator[tuple[str, Pointer, str]]:
    """Every text with its file and pointer."""
    for path, data in _files(entry, project):
        yield from ((path, pointer, text) for pointer, text in _texts(data, ()))


def comments_of(entry: Entry, project: Project) -> tuple[StandardComment, ...]:
    """The comments on a standard; none on any other entry."""
    return project.comments.get(entry.slug, ()) if entry.kind.folder == "standards" else ()


def _files(entry: Entry, project: Project) -> Iterator[tuple[str, Any]]:
    yield entry.path, entry.data
    for one in comments_of(entry, project):
        yield one.path, one.comment.model_dump(exclude_none=True)


def _texts(data: Any, pointer: Pointer) -> Iterator[tuple[Pointer, str]]:
    if isinstance(data, str):
        yield pointer, data
    elif isinstance(data, dict):
        for key, value in data.items():
            if key not in NOT_PROSE:
                yield from _texts(value, (*pointer, key))
    elif isinstance(data, list):
        for index, value in enumerate(data):
            yield from _texts(value, (*pointer, index))


def masked(text: str) -> str:
    """What is shown of something personal: its first and last sign, so that a report does not spread it."""
    return f"{text[0]}{'*' * max(len(text) - 2, 1)}{text[-1] if len(text) > 2 else ''}"
