"""The cache of what was read and found without fault, keyed by content.

One file of bytes, replaced whole. It holds data only, never code, and anything wrong with it means
that it is not used. Only what this run asked for is kept.
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


class Cache:
    """Blobs by key, of the file `path`; of nothing where it is None."""

    def __init__(self, path: Path | None) -> None:
        self._path = path
        self._old = _read(path) if path else {}
        self._new: dict[bytes, bytes] = {}
        self._changed = False

    def context(self, lists: Mapping[str, Any]) -> bytes:
        """What all records depend on beside their own file: the code lists, the models, the reader."""
        return blake2b(pack([{k: sorted(v) for k, v in sorted(lists.items())}, tool_digest()]), digest_size=8).digest()

    def get(self, key: bytes) -> bytes | None:
        """The blob of a key, kept for the next run as well."""
        blob = self._old.get(key)
        if blob is not None:
            self._new[key] = blob
        return blob

    def put(self, key: bytes, blob: bytes) -> None:
        self._new[key] = blob
        self._changed = True

    def record(self, key: bytes) -> Record | None:
        blob = self.get(key)
        try:
            return Record.unpacked(blob) if blob else None
        except (ValueError, TypeError):
            return None

    def keep(self, key: bytes, record: Record) -> None:
        self.put(key, record.packed())

    def save(self) -> None:
        if self._path and (self._changed or len(self._new) != len(self._old)):
            write_file(self._path, msgpack.packb([tool_digest(), self._new]))
            self._old, self._changed = dict(self._new), False


def came_along(root: Path) -> bool:
    """Whether the work folder `.cache` came with the repository: it is in Git, or it is or holds a symbolic link.

    Keys can be computed by anybody, so a cache from a contribution could pass off unchecked data as checked.
    """
    folder = root / ".cache"
    try:
        inside = [entry for entry in folder.iterdir() if not entry.is_file()] if folder.is_dir() else []
        deeper = [entry for inner in inside if inner.is_dir() for entry in inner.iterdir()]
        if any(path.is_symlink() for path in (folder, *inside, *deeper)):
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


def _read(path: Path) -> dict[bytes, bytes]:
    try:
        version, blobs = msgpack.unpackb(path.read_bytes(), strict_map_key=False)
        return blobs if version == tool_digest() and isinstance(blobs, dict) else {}
    except Exception:  # noqa: BLE001 - whatever is wrong with a cache, it is only a cache
        return {}
