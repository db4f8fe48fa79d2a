"""The manifest of a release: what was frozen, from which commit, by which tool, and the hash of every file.

It is read as strictly as it is written: a manifest is a JSON file in exactly the form that `manifest_bytes`
gives it, so that one that was touched by hand, or made to harm, is refused whole and never half believed.
"""

import json
import re
from collections.abc import Mapping
from typing import Annotated, Any, Literal

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from generator.loader.layout import not_on_windows
from generator.model.fields import DATE_PATTERN, FULL_ID_PATTERN, ID_PATTERN

MANIFEST = "manifest.json"
SIGNATURE = "manifest.json.sig"
ROWS = "data/rows.json"
ASSESSMENTS = "data/assessments.json"
MOST_BYTES = 32 * 1024 * 1024
"""A manifest has about 150 bytes for each file and 300 for each listing; more than this is not read."""

_MOST = 2**53
_PART = re.compile(r"[A-Za-z0-9_\u3400-\u9fff（）()+-][A-Za-z0-9._\u3400-\u9fff（）()+-]*")
_LONGEST = 200

ReleaseId = Annotated[str, Field(pattern=ID_PATTERN, max_length=63)]
Sha = Annotated[str, Field(pattern=r"^[0-9a-f]{64}$")]
ObjectId = Annotated[str, Field(pattern=r"^[0-9a-f]{40}([0-9a-f]{24})?$")]
Day = Annotated[str, Field(pattern=DATE_PATTERN)]
Slug = Annotated[str, Field(pattern=ID_PATTERN, max_length=63)]
MOST_SAID = 2000
Said = Annotated[str, Field(min_length=1, max_length=MOST_SAID)]


class _Part(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid", strict=True, defer_build=True)


class FrozenFile(_Part):
    """A file of the release: its path below the release's folder, its size and its hash."""

    path: Annotated[str, Field(max_length=_LONGEST)]
    bytes: Annotated[int, Field(ge=0, le=_MOST)]
    sha256: Sha


class ListedLine(_Part):
    """A listing that qualified, with its product, the notice it stood in, and the fingerprint of what is published."""

    listing: Slug
    product: Slug
    notice: Slug | None
    fingerprint: Sha


class Before(_Part):
    """The release that came before in the same voucher programme. Its manifest cannot change unnoticed."""

    release: ReleaseId
    manifest_sha256: Sha


class Amends(Before):
    """The release that this one corrects, why, and on what evidence."""

    reason: Said
    evidence: Said


class Tool(_Part):
    name: Annotated[str, Field(max_length=100)]
    version: Annotated[str, Field(max_length=100)]


class LockFile(_Part):
    path: Literal["requirements.lock"]
    sha256: Sha


class Trees(_Part):
    """Git's ids of the folders that the release was made from; None for a folder that is not there."""

    catalog: ObjectId
    standards: ObjectId | None


class Manifest(_Part):
    """The whole manifest, its keys in the order in which they stand in the file."""

    manifest: Literal[1]
    release: ReleaseId
    voucher: Annotated[str, Field(pattern=FULL_ID_PATTERN)]
    example: bool
    on: Day
    previous: Before | None
    amends: Amends | None
    commit: ObjectId
    trees: Trees
    tool: Tool
    lock: LockFile | None
    listed: tuple[ListedLine, ...]
    excluded: Annotated[int, Field(ge=0, le=_MOST)]
    files: tuple[FrozenFile, ...]

    @property
    def by_path(self) -> Mapping[str, FrozenFile]:
        return {file.path: file for file in self.files}


class Damaged(Exception):
    """A manifest that cannot be trusted; the text says why, for people who maintain the tool's data."""


def manifest_bytes(manifest: Manifest) -> bytes:
    """The file: one listing and one file a line, so that two manifests can be compared line by line."""
    head = manifest.model_dump(mode="json")
    lists = {name: head.pop(name) for name in ("listed", "files")}
    lines = [f"{json.dumps(key)}:{_compact(value)}" for key, value in head.items()]
    for name, items in lists.items():
        rows = ",\n".join(map(_compact, items))
        lines.append(f'"{name}":[\n{rows}\n]' if rows else f'"{name}":[]')
    return ("{\n" + ",\n".join(lines) + "\n}\n").encode()


def read_manifest(content: bytes) -> Manifest:
    """The manifest in a file's bytes. Raises Damaged; never anything else, whatever the bytes are."""
    if len(content) > MOST_BYTES:
        raise Damaged(f"more than {MOST_BYTES} bytes")
    try:
        data = json.loads(
            content.decode("utf-8"), object_pairs_hook=_once, parse_float=_refused, parse_constant=_refused,
            parse_int=_whole,
        )  # fmt: skip
        manifest = Manifest.model_validate_json(json.dumps(data))
    except ValidationError as error:
        first = error.errors(include_url=False, include_input=False)[0]
        raise Damaged(f"{'.'.join(map(str, first['loc']))[:100] or 'top'}: {first['msg'][:200]}") from error
    except (ValueError, RecursionError) as error:
        raise Damaged(str(error)[:200] or type(error).__name__) from error
    _check_paths(manifest)
    if manifest_bytes(manifest) != content:
        raise Damaged("not in the form in which the tool writes it")
    return manifest


def _check_paths(manifest: Manifest) -> None:
    paths = [file.path for file in manifest.files]
    for path in paths:
        if not safe_path(path):
            raise Damaged(f"path {path[:100]!r}")
    if paths != sorted(set(paths)) or len({path.casefold() for path in paths}) != len(paths):
        raise Damaged("files not in order, or one twice")


def safe_path(path: str) -> bool:
    """Whether a path stays inside the release's folder on every system and is neither the manifest nor its signature."""
    parts = path.split("/")
    return (
        len(path) <= _LONGEST
        and path.casefold() not in (MANIFEST, SIGNATURE)
        and all(_PART.fullmatch(part) and not not_on_windows(part) for part in parts)
    )


def _compact(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def _once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) != len(pairs):
        raise ValueError("a key twice")
    return found


def _whole(text: str) -> int:
    if len(text) > 16:
        raise ValueError("a number too large")
    return int(text)


def _refused(text: str) -> Any:
    raise ValueError(f"the number {text[:40]}")
