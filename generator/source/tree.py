"""Where files come from: the working folder, a Git revision, or memory, all seen as path, mode, bytes.

A `Tree` never hands out what lies behind a symbolic link: links and special files are listed with
their mode, so that a check can report them, and are not opened.
"""

import os
import stat
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Protocol

from generator.git import path_text

REGULAR = 0o100644
SYMLINK = 0o120000
_PRUNED = frozenset((b".git", b".venv", b"site", b".cache", b"node_modules"))


Signature = tuple[int, int, int, int]
"""A file's number, its size in bytes, and when its content and anything of it last changed, in nanoseconds."""


class Tree(Protocol):
    """Files by their path from the root, with forward slashes."""

    def paths(self) -> Iterable[str]:
        """Every path, sorted."""

    def mode(self, path: str) -> int:
        """The file's mode as Git writes it: 0o100644, 0o100755, 0o120000 (link), 0o160000 (submodule)."""

    def read(self, path: str) -> bytes:
        """The bytes of a regular file. Raises OSError."""

    def signature(self, path: str) -> Signature | None:
        """What changes whenever the file does; None where there is nothing of the kind, and the file is to be read."""


def bytes_of(tree: Tree, path: str) -> bytes:
    """A file's bytes; none for one that is not there or may not be read."""
    try:
        return tree.read(path)
    except (OSError, KeyError):
        return b""


def is_regular(mode: int) -> bool:
    """Whether a mode is that of a plain file, the only kind that may be read."""
    return stat.S_ISREG(mode)


class FolderTree:
    """The files below the folder `root`, as they were when it was made.

    Only the top folders named in `tops` are listed; where it is empty, all but Git's, the output's and
    the caches'. A name that is not printable UTF-8 is listed with `\\x…` in it.
    """

    __slots__ = ("_modes", "_names", "_root")

    def __init__(self, root: Path, tops: Sequence[str] = ()) -> None:
        self._root = os.fsencode(root)
        wanted = frozenset(map(os.fsencode, tops))
        found = sorted((path_text(name), name, mode) for name, mode in _walk(self._root, wanted))
        self._modes = {path: mode for path, _, mode in found}
        self._names = {path: name for path, name, _ in found}

    def paths(self) -> Iterable[str]:
        return self._modes

    def mode(self, path: str) -> int:
        return self._modes[path]

    def read(self, path: str) -> bytes:
        if not is_regular(self._modes.get(path, 0)):
            raise FileNotFoundError(path)
        # The file may have become a link or a pipe since it was listed: follow nothing, wait for nothing.
        flags = os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)
        handle = os.open(os.path.join(self._root, self._names[path]), flags)
        try:
            found = os.fstat(handle)
            if not stat.S_ISREG(found.st_mode):
                raise FileNotFoundError(path)
            # One read in nearly all cases: a buffered file object costs three times as much.
            content = os.read(handle, found.st_size + 1)
            while len(content) < found.st_size and (more := os.read(handle, found.st_size)):
                content += more
            return content
        finally:
            os.close(handle)

    def signature(self, path: str) -> Signature | None:
        try:
            found = os.lstat(os.path.join(self._root, self._names[path]))
        except (OSError, KeyError):
            return None
        return found.st_ino, found.st_size, found.st_mtime_ns, found.st_ctime_ns


def _walk(root: bytes, tops: frozenset[bytes]) -> Iterator[tuple[bytes, int]]:
    folders = [b""]
    while folders:
        folder = folders.pop()
        with os.scandir(os.path.join(root, folder)) as entries:
            for entry in entries:
                if not folder and (entry.name in _PRUNED or (tops and entry.name not in tops)):
                    continue
                name = folder + b"/" + entry.name if folder else entry.name
                if entry.is_symlink():
                    yield name, SYMLINK
                elif entry.is_dir(follow_symlinks=False):
                    folders.append(name)
                elif entry.is_file(follow_symlinks=False):
                    yield name, REGULAR
                else:
                    yield name, stat.S_IFMT(entry.stat(follow_symlinks=False).st_mode)


class MemoryTree:
    """Files held in memory; `modes` names those that are not plain files."""

    __slots__ = ("_files", "_modes")

    def __init__(self, files: Mapping[str, bytes], modes: Mapping[str, int] | None = None) -> None:
        self._files = dict(sorted(files.items()))
        self._modes = dict(modes or {})

    def paths(self) -> Iterable[str]:
        return self._files

    def mode(self, path: str) -> int:
        return self._modes.get(path, REGULAR)

    def read(self, path: str) -> bytes:
        if path not in self._files or not is_regular(self.mode(path)):
            raise FileNotFoundError(path)
        return self._files[path]

    def signature(self, path: str) -> Signature | None:
        return None
