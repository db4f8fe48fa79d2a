"""What is frozen: files under the hashes of a manifest, which is read as strictly as it is written.

Releases of a voucher programme and published editions of standards have manifests of their own kinds; what their
bytes are, and how files are held against them, stands here once.
"""

import json
import re
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256
from typing import Annotated, Any, TypeVar

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from generator.diagnostics import Code, Finding
from generator.loader.layout import not_on_windows
from generator.source.tree import Tree, bytes_of, is_regular

MANIFEST = "manifest.json"
SIGNATURE = "manifest.json.sig"
MOST_BYTES = 32 * 1024 * 1024
"""A manifest has about 150 bytes for each file and 300 for each listing; more than this is not read."""

MOST = 2**53
_PART = re.compile(r"[A-Za-z0-9_\u3400-\u9fff（）()+-][A-Za-z0-9._\u3400-\u9fff（）()+-]*")
_LONGEST = 200

Sha = Annotated[str, Field(pattern=r"^[0-9a-f]{64}$")]
Problem = tuple[Code, Finding]


class Part(BaseModel):
    """A manifest, or a part of one."""

    model_config = ConfigDict(frozen=True, extra="forbid", strict=True, defer_build=True)


P = TypeVar("P", bound=Part)


class FrozenFile(Part):
    """A file: its path below the folder that is frozen, its size and its hash."""

    path: Annotated[str, Field(max_length=_LONGEST)]
    bytes: Annotated[int, Field(ge=0, le=MOST)]
    sha256: Sha


class Tool(Part):
    name: Annotated[str, Field(max_length=100)]
    version: Annotated[str, Field(max_length=100)]


class Damaged(Exception):
    """A manifest that cannot be trusted; the text says why, for people who maintain the tool's data."""


@dataclass(frozen=True, slots=True)
class Codes:
    """What is reported of a file that changed, is missing, or was added."""

    changed: Code
    missing: Code
    extra: Code


def json_bytes(manifest: Part, lists: Sequence[str]) -> bytes:
    """The file: one item of each of `lists` a line, so that two manifests can be compared line by line."""
    head = manifest.model_dump(mode="json")
    kept = {name: head.pop(name) for name in lists}
    lines = [f"{json.dumps(key)}:{_compact(value)}" for key, value in head.items()]
    for name, items in kept.items():
        rows = ",\n".join(map(_compact, items))
        lines.append(f'"{name}":[\n{rows}\n]' if rows else f'"{name}":[]')
    return ("{\n" + ",\n".join(lines) + "\n}\n").encode()


def read_json(content: bytes, kind: type[P]) -> P:
    """The manifest in a file's bytes. Raises Damaged; never anything else, whatever the bytes are."""
    if len(content) > MOST_BYTES:
        raise Damaged(f"more than {MOST_BYTES} bytes")
    try:
        data = json.loads(
            content.decode("utf-8"), object_pairs_hook=_once, parse_float=_refused, parse_constant=_refused,
            parse_int=_whole,
        )  # fmt: skip
        return kind.model_validate_json(json.dumps(data))
    except ValidationError as error:
        first = error.errors(include_url=False, include_input=False)[0]
        raise Damaged(f"{'.'.join(map(str, first['loc']))[:100] or 'top'}: {first['msg'][:200]}") from error
    except (ValueError, RecursionError) as error:
        raise Damaged(str(error)[:200] or type(error).__name__) from error


def check_form(files: Iterable[FrozenFile], written: bytes, content: bytes) -> None:
    """Raise Damaged for paths that leave the folder, or a file in another form than the one it is `written` in."""
    paths = [file.path for file in files]
    for path in paths:
        if not safe_path(path):
            raise Damaged(f"path {path[:100]!r}")
    if paths != sorted(set(paths)) or len({path.casefold() for path in paths}) != len(paths):
        raise Damaged("files not in order, or one twice")
    if written != content:
        raise Damaged("not in the form in which the tool writes it")


def frozen_files(files: Mapping[str, bytes]) -> tuple[FrozenFile, ...]:
    """What a manifest says of files. Raises ValueError for a path that no manifest may name."""
    for path in files:
        if not safe_path(path):
            raise ValueError(f"a frozen file may not be called {path}")
    pairs = sorted(files.items())
    return tuple(FrozenFile(path=path, bytes=len(c), sha256=sha256(c).hexdigest()) for path, c in pairs)


def against(
    tree: Tree,
    folder: str,
    files: Iterable[FrozenFile],
    paths: Collection[str],
    codes: Codes,
    values: dict[str, object],
) -> Iterator[Problem]:
    """Every file below a folder (`paths`, from the root) against its manifest: changed, missing, added."""
    wanted = {f"{folder}/{file.path}": file for file in files}
    apart = {f"{folder}/{MANIFEST}", f"{folder}/{SIGNATURE}"}
    for path in sorted({*paths, *wanted}):
        file = wanted.get(path)
        if path not in paths:
            yield codes.missing, at(path, values)
        elif not is_regular(tree.mode(path)):
            continue  # a link or worse: the layout says so
        elif file is None:
            if path not in apart:
                yield codes.extra, at(path, values)
        else:
            content = bytes_of(tree, path)
            if len(content) != file.bytes or sha256(content).hexdigest() != file.sha256:
                yield codes.changed, at(path, values)


def at(path: str, values: dict[str, object]) -> Finding:
    return Finding(path, values=dict(values), position=(1, 1))


def safe_path(path: str) -> bool:
    """Whether a path stays inside its folder on every system and is neither the manifest nor its signature."""
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
