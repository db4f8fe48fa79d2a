"""The cache of what was read and found without fault, keyed by content.

A file of bytes, replaced whole, and beside it a small one with what came since. They hold data only, never
code, and anything wrong with them means that they are not used. What no run asks for any more goes with the
next whole replacement.
"""

import sys
from collections.abc import Mapping
from functools import cache as memoised
from hashlib import blake2b
from pathlib import Path
from typing import Any

import msgpack

from generator import __version__
from generator.git import GitError, run_git
from generator.loader.reading import Record
from generator.output import write_file
from generator.source.packing import pack
from generator.source.tree import Signature

_AT_ONCE = 2_000_000_000
"""Nanoseconds in which a file system may give two changes one time."""

_FEW = 10
"""One in so many may be new or no longer used before the whole file is written again."""


class Cache:
    """Blobs by key, of the file `path`; of nothing where it is None."""

    def __init__(self, path: Path | None) -> None:
        self._path = path
        self._held, self._held_at = _read(path) if path else ({}, 0)
        self._later, self._later_at = _read(_beside(path)) if path else ({}, 0)
        self._used: set[bytes] = set()
        self._new: dict[bytes, bytes] = {}

    def context(self, lists: Mapping[str, Any]) -> bytes:
        """What all records depend on beside their own file: the code lists, the models, the reader."""
        return blake2b(pack([{k: sorted(v) for k, v in sorted(lists.items())}, tool_digest()]), digest_size=8).digest()

    def get(self, key: bytes) -> bytes | None:
        """The blob of a key, kept for the next run as well."""
        if (blob := self._later.get(key)) is not None:
            self._new[key] = blob
        elif (blob := self._held.get(key)) is not None:
            self._used.add(key)
        return blob

    def put(self, key: bytes, blob: bytes) -> None:
        self._new[key] = blob

    def digest_of(self, path: str, signature: Signature) -> bytes | None:
        """The digest of a file that has not changed since it was read; None where it is to be read.

        A file that changed just before the cache was written may have changed again at what the file system
        calls the same time: such a one is read.
        """
        key = b"file" + path.encode(errors="surrogateescape")
        wrote = self._later_at if key in self._later else self._held_at
        if max(signature[2:]) + _AT_ONCE > wrote:
            return None
        blob = self.get(key)
        return blob[-16:] if blob is not None and blob[:-16] == repr(signature).encode() else None

    def keep_digest(self, path: str, signature: Signature, digest: bytes) -> None:
        self.put(b"file" + path.encode(errors="surrogateescape"), repr(signature).encode() + digest)

    def record(self, key: bytes) -> Record | None:
        blob = self.get(key)
        try:
            return Record.unpacked(blob) if blob else None
        except (ValueError, TypeError):
            return None

    def keep(self, key: bytes, record: Record) -> None:
        self.put(key, record.packed())

    def save(self) -> None:
        if not self._path:
            return
        unused = len(self._held) - len(self._used)
        if (unused + len(self._new)) * _FEW > len(self._held):
            self._held = {key: self._held[key] for key in sorted(self._used)} | self._new
            self._used, self._new, self._later = set(self._held), {}, {}
            _write(self._path, self._held)
            _beside(self._path).unlink(missing_ok=True)
        elif self._new != self._later:
            _write(_beside(self._path), self._new)
            self._later = dict(self._new)


def _beside(path: Path) -> Path:
    return path.with_name(f"{path.name}.new")


def _write(path: Path, blobs: dict[bytes, bytes]) -> None:
    write_file(path, msgpack.packb([tool_digest(), blobs]))


def came_along(root: Path) -> bool:
    """Whether `.cache` is not this tool's own folder: it is in Git, it is a file, or it is or holds a symbolic link.

    Keys can be computed by anybody, so a cache from a contribution could pass off unchecked data as checked.
    """
    folder = root / ".cache"
    try:
        inside = [entry for entry in folder.iterdir() if not entry.is_file()] if folder.is_dir() else []
        deeper = [entry for inner in inside if inner.is_dir() for entry in inner.iterdir()]
        if folder.is_file() or any(path.is_symlink() for path in (folder, *inside, *deeper)):
            return True
        return bool(run_git(root, "ls-files", "-z", "--", ".cache"))
    except (GitError, OSError):
        return False


@memoised
def tool_digest() -> bytes:
    """A digest of this tool's own source and of the libraries that decide what a file means."""
    digest = blake2b(f"{__version__} {sys.version}".encode(), digest_size=16)
    package = Path(__file__).parent.parent
    for folder in ("source", "model", "loader", "rules", "drafts"):
        for path in sorted((package / folder).rglob("*.py")):
            digest.update(path.read_bytes())
    for module in ("quantities", "pricing", "graph", "project", "diagnostics"):
        path = package / f"{module}.py"
        if path.exists():
            digest.update(path.read_bytes())
    return digest.digest()


def _read(path: Path) -> tuple[dict[bytes, bytes], int]:
    """The blobs of a file, and when it was written, in nanoseconds."""
    try:
        written = path.stat().st_mtime_ns
        version, blobs = msgpack.unpackb(path.read_bytes(), strict_map_key=False)
        return (blobs, written) if version == tool_digest() and isinstance(blobs, dict) else ({}, 0)
    except Exception:  # noqa: BLE001 - whatever is wrong with a cache, it is only a cache
        return {}, 0
