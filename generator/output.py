"""The only place that writes files: whole, or not at all.

A file is written to a temporary name beside it and renamed. A folder is built in a staging folder
and swapped in: by the kernel's exchange where there is one, otherwise by two renames that the next
run repairs. Content that did not change is not written again.
"""

import ctypes
import os
import shutil
from collections.abc import Mapping
from pathlib import Path

_AT_FDCWD = -100
_RENAME_EXCHANGE = 2


class Outside(Exception):
    """A place to write that a link leads out of its folder; the message is its path."""


def write_file(path: Path, content: bytes, *, within: Path | None = None) -> bool:
    """Write a file atomically. False where it already had that content.

    `within`: the folder, such as an untrusted repository, that it must not leave through a linked folder; raises
    Outside. A link in the place of the file itself is replaced.
    """
    if within is not None:
        refuse_outside(path.parent, within)
    try:
        if path.read_bytes() == content:
            return False
    except OSError:
        path.parent.mkdir(parents=True, exist_ok=True)
    temporary = path.with_name(f".{path.name}.{os.getpid()}.tmp")
    temporary.unlink(missing_ok=True)
    try:
        with temporary.open("xb") as file:  # a link that somebody put there would be written through
            file.write(content)
        temporary.replace(path)
    except OSError:
        temporary.unlink(missing_ok=True)
        raise
    return True


def move_file(path: Path, target: Path, *, within: Path) -> None:
    """Rename a file, never through a linked folder. Raises Outside."""
    for one in (path, target):
        refuse_outside(one.parent, within)
    target.parent.mkdir(parents=True, exist_ok=True)
    path.replace(target)


class Linked(Exception):
    """A symbolic link among the files that are published as they are: what it leads to would be published too."""


def refuse_links(*folders: Path) -> None:
    """Raise Linked for a folder that is a symbolic link or holds one."""
    for folder in folders:
        if folder.is_symlink():
            raise Linked(str(folder))
        for place, below, files in os.walk(folder):
            if found := next((name for name in sorted((*below, *files)) if os.path.islink(f"{place}/{name}")), None):  # noqa: PTH114 - thousands of files
                raise Linked(f"{place}/{found}")


class Folder:
    """A folder of generated files. Files are written straight: the folder itself is swapped in when it is whole."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self._made: set[str] = set()
        root.mkdir(parents=True, exist_ok=True)

    def write(self, path: str, content: bytes) -> None:
        """Write `path` (relative, '/')."""
        self._make_parent(path)
        with open(f"{self.root}/{path}", "wb") as file:  # noqa: PTH123 - one page in 50 µs; Path costs as much again
            file.write(content)

    def copy(self, source: Path, path: str) -> None:
        """Copy a file to `path`."""
        self._make_parent(path)
        shutil.copyfile(source, self.root / path)

    def move(self, source: str, target: str) -> None:
        """Rename what was written below `source`."""
        (self.root / source).rename(self.root / target)
        self._made.clear()

    def _make_parent(self, path: str) -> None:
        parent, _, _ = path.rpartition("/")
        if parent not in self._made:
            try:
                os.mkdir(f"{self.root}/{parent}")  # noqa: PTH102 - each page has a folder; Path takes as long as writing it
            except OSError:  # there already, or its parent is not, or it cannot be made, which the next says
                (self.root / parent).mkdir(parents=True, exist_ok=True)
            self._made.add(parent)


def refuse_outside(folder: Path, within: Path) -> None:
    """Raise Outside for a folder that is not, once every link is followed, `within` or below it."""
    if not folder.resolve().is_relative_to(within.resolve()):
        raise Outside(str(folder))


class NotOurs(Exception):
    """A file or folder that this tool did not make, where it wants to write; the message is its path."""


def empty_folder(path: Path) -> Path:
    """A new, empty folder at `path`. Raises NotOurs where a file or a link is in the way."""
    if path.is_symlink() or path.is_file():
        raise NotOurs(str(path))
    shutil.rmtree(path, ignore_errors=True)
    path.mkdir(parents=True)
    return path


def refuse_foreign(target: Path, mark: str) -> None:
    """Raise NotOurs for a folder that would be replaced and is neither empty nor holds the file `mark`.

    So for what is in the place of the folders that stand beside it while it is made.
    """
    for beside in (staging_of(target), _old(target)):
        if beside.is_symlink() or beside.is_file():
            raise NotOurs(str(beside))
    if target.exists() and not (target / mark).is_file() and (not target.is_dir() or any(target.iterdir())):
        raise NotOurs(str(target))


def swap_in(staging: Path, target: Path) -> None:
    """Put `staging` in the place of `target`, which is removed."""
    repair(target)
    old = _old(target)
    if not target.exists():
        target.parent.mkdir(parents=True, exist_ok=True)
        staging.rename(target)
        return
    if _exchange(staging, target):
        shutil.rmtree(staging)
        return
    target.rename(old)
    staging.rename(target)
    shutil.rmtree(old)


def new_folder(target: Path, files: Mapping[str, bytes], *, within: Path) -> None:
    """Put a folder of files where there is none, whole or not at all. Raises FileExistsError, Outside."""
    if target.exists() or target.is_symlink():
        raise FileExistsError(str(target))
    refuse_outside(target.parent, within)
    staging = empty_folder(staging_of(target))
    folder = Folder(staging)
    for path, content in sorted(files.items()):
        folder.write(path, content)
    swap_in(staging, target)


EXACT = b"# Frozen files are kept byte for byte: their hashes are in the manifests.\n* -text\n"
"""What .gitattributes beside frozen folders says."""


def repair(target: Path) -> None:
    """Undo a swap that was cut off between its two renames. Raises NotOurs where what it left is no folder."""
    old = _old(target)
    if old.is_symlink() or old.is_file():
        raise NotOurs(str(old))
    if old.exists():
        if target.exists():
            shutil.rmtree(old)
        else:
            old.rename(target)


def staging_of(target: Path) -> Path:
    """Where the folder is built that takes the place of `target`."""
    return target.with_name(f".{target.name}.new")


def _old(target: Path) -> Path:
    return target.with_name(f".{target.name}.old")


def _exchange(one: Path, other: Path) -> bool:
    """Swap two folders in one step; False where the system cannot."""
    try:
        call = ctypes.CDLL(None, use_errno=True).renameat2
    except (AttributeError, OSError):
        return False
    result: int = call(_AT_FDCWD, os.fsencode(one), _AT_FDCWD, os.fsencode(other), _RENAME_EXCHANGE)
    return result == 0
