"""Reads a Git repository by the git command: the files of a revision, and when each file changed.

Nothing is ever checked out, and no hook or filter of the repository runs.
"""

import os
import subprocess
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import IO

from generator.clock import CHINA

SUBMODULE = 0o160000
_TIME_LIMIT = 120


class GitError(Exception):
    """The repository, the revision or the git command is not there; the text says which."""


@dataclass(frozen=True, slots=True)
class Change:
    """A commit that touched a file: `date` (ISO, at UTC+8), the commit's full id, who.

    `author` is the commit's e-mail address. It is only a key to look a role up in roles.yaml. It is
    personal data: no caller may print it, write it to a file or put it on a page.
    """

    date: str
    commit: str
    author: str


def path_text(name: bytes) -> str:
    """A path as text that is safe to print; what is not UTF-8 or not printable becomes `\\x…`."""
    text = name.decode("utf-8", "backslashreplace")
    if text.isprintable():
        return text
    return "".join(c if c.isprintable() else c.encode("unicode_escape").decode("ascii") for c in text)


def run_git(root: Path, *arguments: str) -> bytes:
    """What `git` prints for `arguments` in the folder `root`; GitError where it fails."""
    try:
        done = subprocess.run(
            _command(root, *arguments), capture_output=True, check=True, timeout=_TIME_LIMIT, env=_environment()
        )
    except subprocess.CalledProcessError as error:
        raise GitError(error.stderr.decode("utf-8", "replace").strip() or f"git {arguments[0]}") from error
    except (OSError, subprocess.SubprocessError) as error:
        raise GitError(f"git {arguments[0]}: {error}") from error
    return done.stdout


def commit_id(root: Path, revision: str) -> str:
    """The full id of the commit that `revision` (a tag, branch, id) names; GitError where none."""
    found = run_git(root, "rev-parse", "--verify", "--quiet", "--end-of-options", revision + "^{commit}")
    return found.decode("ascii").strip()


def commit_date(root: Path, commit: str) -> str:
    """The day of a commit (ISO, at UTC+8); "" for one that no calendar knows. GitError where there is no such commit."""
    change = _change(run_git(root, "show", "--no-patch", "--format=%H%x02%ct%x02", commit).strip())
    return change.date if change else ""


def branched_from(root: Path, revision: str) -> str:
    """The commit that a revision and HEAD have in common; the revision's own where they have none. Raises GitError."""
    commit = commit_id(root, revision)
    try:
        return run_git(root, "merge-base", commit, "HEAD").decode("ascii").strip()
    except GitError:
        return commit


def _command(root: Path, *arguments: str) -> list[str]:
    settings = ("-c", "core.fsmonitor=false", "-c", "core.hooksPath=/dev/null", "-c", "log.showSignature=false")
    return ["git", "--no-pager", "--no-replace-objects", "-C", str(root), *settings, *arguments]


def _environment() -> dict[str, str]:
    """The caller's, but always in English, without prompts and without writing to the index."""
    return os.environ | {"LC_ALL": "C", "GIT_TERMINAL_PROMPT": "0", "GIT_OPTIONAL_LOCKS": "0"}


class GitTree:
    """The files of one revision, paths counted from `root` (which may lie below the repository's top).

    Only paths below the `tops` are listed, all where it is empty. Raises GitError where the revision
    does not exist. May be pickled and forked; each process then runs its own `git cat-file`. Not for threads.
    """

    __slots__ = ("_files", "_owner", "_process", "_root", "_tops", "commit")

    def __init__(self, root: Path, revision: str, tops: Sequence[str] = ()) -> None:
        self._root, self._tops = root, tuple(tops)
        self.commit = commit_id(root, revision)
        self._files = _listing(root, self.commit, self._tops)
        self._process: subprocess.Popen[bytes] | None = None
        self._owner = 0

    def paths(self) -> Iterable[str]:
        return self._files

    def mode(self, path: str) -> int:
        return self._files[path][0]

    def read(self, path: str) -> bytes:
        """The bytes of a regular file (of a link: the path it holds). FileNotFoundError elsewhere."""
        mode, name = self._files.get(path, (SUBMODULE, ""))
        if mode == SUBMODULE:
            raise FileNotFoundError(path)
        writing, reading = self._pipes()
        writing.write(name.encode("ascii") + b"\n")
        writing.flush()
        header = reading.readline().split()
        if len(header) != 3:
            raise GitError(f"git cat-file: {path}")
        content = reading.read(int(header[2]))
        reading.read(1)
        return content

    def signature(self, path: str) -> None:
        """Nothing tells whether a file changed without reading it; see source/tree.py."""

    def close(self) -> None:
        """Ends the reading process; a later `read` starts a new one."""
        process, self._process = self._process, None
        if process is None or self._owner != os.getpid():
            return
        for pipe in (process.stdin, process.stdout):
            if pipe is not None:
                pipe.close()
        process.wait()

    def _pipes(self) -> tuple[IO[bytes], IO[bytes]]:
        if self._process is None or self._owner != os.getpid():
            # A forked child must not share its parent's pipe.
            command = _command(self._root, "cat-file", "--batch")
            try:
                self._process = subprocess.Popen(
                    command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, env=_environment()
                )
            except OSError as error:
                raise GitError(f"git cat-file: {error}") from error
            self._owner = os.getpid()
        writing, reading = self._process.stdin, self._process.stdout
        if writing is None or reading is None:
            raise GitError("git cat-file: no pipe")
        return writing, reading

    def __enter__(self) -> "GitTree":
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def __del__(self) -> None:
        if hasattr(self, "_process"):
            self.close()

    def __reduce__(self) -> tuple[type["GitTree"], tuple[Path, str, tuple[str, ...]]]:
        return GitTree, (self._root, self.commit, self._tops)


def _listing(root: Path, commit: str, tops: Sequence[str]) -> dict[str, tuple[int, str]]:
    """Path to (mode, id of the content), sorted by path."""
    listed = run_git(root, "ls-tree", "-r", "-z", commit, "--", *(top.rstrip("/") for top in tops))
    files: dict[str, tuple[int, str]] = {}
    for line in listed.split(b"\0")[:-1]:
        about, _, name = line.partition(b"\t")
        mode, _, blob = about.decode("ascii").split(" ")
        files[path_text(name)] = (int(mode, 8), blob)
    return dict(sorted(files.items()))


def history(root: Path, prefixes: Sequence[str]) -> dict[str, tuple[Change, ...]]:
    """Every path below one of the `prefixes` (folders) with its changes, newest first, from one `git log`.

    Paths count from `root`. Renames are not followed. Commits at which a shallow clone was cut off
    are left out, as they seem to change every file; so are those with an impossible date. Empty where
    there is no repository or no git.
    """
    wanted = tuple(prefix.rstrip("/") + "/" for prefix in prefixes)
    if not wanted:
        return {}
    try:
        cut_off = _cut_off(root)
        form = ("--name-only", "--no-renames", "--relative", "--format=%x01%H%x02%ct%x02%aE")
        log = run_git(root, "log", "-z", *form, "--", *wanted)
    except GitError:
        return {}
    changes: dict[str, list[Change]] = {}
    change: Change | None = None
    for token in log.split(b"\0"):
        token = token.removeprefix(b"\n")
        if token.startswith(b"\x01"):
            change = _change(token[1:])
        elif change is not None and change.commit not in cut_off and token:
            changes.setdefault(path_text(token), []).append(change)
    return {path: tuple(found) for path, found in sorted(changes.items())}


def _cut_off(root: Path) -> frozenset[str]:
    where = root / run_git(root, "rev-parse", "--git-path", "shallow").decode("utf-8", "surrogateescape").strip()
    try:
        return frozenset(where.read_text("ascii").split())
    except OSError:
        return frozenset()


def _change(head: bytes) -> Change | None:
    """None for a commit whose date no calendar knows: its author may write any number there."""
    commit, seconds, author = head.decode("utf-8", "replace").split("\x02", 2)
    try:
        date = datetime.fromtimestamp(int(seconds), CHINA).date().isoformat()
    except (ValueError, OverflowError, OSError):
        return None
    return Change(date, commit, author)
