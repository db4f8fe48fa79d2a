"""Small repositories in Git, and the command as a clerk types it."""

import os
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from generator.cli import main

ROOT = Path(__file__).resolve().parents[2]
PORT = ROOT / "tests" / "vouchers" / "other-programme"
WHO = {
    "GIT_AUTHOR_NAME": "office",
    "GIT_AUTHOR_EMAIL": "office@example.org",
    "GIT_COMMITTER_NAME": "office",
    "GIT_COMMITTER_EMAIL": "office@example.org",
    "GIT_AUTHOR_DATE": "2026-03-01T00:00:00+0800",
    "GIT_COMMITTER_DATE": "2026-03-01T00:00:00+0800",
    "GIT_CONFIG_GLOBAL": os.devnull,
    "GIT_CONFIG_SYSTEM": os.devnull,
}


def git(folder: Path, *arguments: str) -> str:
    done = subprocess.run(
        ["git", "-C", str(folder), *arguments], check=True, capture_output=True, text=True, env=os.environ | WHO
    )
    return done.stdout.strip()


def commit(folder: Path) -> None:
    git(folder, "add", "-A")
    git(folder, "commit", "-qm", "change")


class Clerk:
    """A repository and the command run in it: `clerk("release", "list")` gives (exit code, output and errors)."""

    def __init__(self, root: Path, run: Callable[[Path, tuple[str, ...]], tuple[int, str]]) -> None:
        self.root, self._run = root, run

    def __call__(self, *arguments: str) -> tuple[int, str]:
        return self._run(self.root, arguments)

    def at(self, root: Path) -> "Clerk":
        return Clerk(root, self._run)

    def edit(self, path: str, old: str, new: str) -> None:
        file = self.root / path
        text = file.read_text("utf-8")
        assert old in text, f"{old!r} in {path}"
        file.write_text(text.replace(old, new), "utf-8")

    def commit(self) -> None:
        commit(self.root)

    def done(self, *arguments: str) -> str:
        code, said = self(*arguments)
        assert code == 0, said
        return said

    def refused(self, *arguments: str) -> str:
        code, said = self(*arguments)
        assert code == 2, said
        return said


@pytest.fixture
def run(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> Callable[[Path, tuple[str, ...]], tuple[int, str]]:
    monkeypatch.setenv("LANG", "en_GB.UTF-8")
    monkeypatch.delenv("LC_ALL", raising=False)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1772294400")
    for name, value in WHO.items():
        monkeypatch.setenv(name, value)

    def call(root: Path, arguments: tuple[str, ...]) -> tuple[int, str]:
        monkeypatch.chdir(root)
        monkeypatch.setattr("sys.argv", ["catalog", *arguments])
        code = 0
        try:
            main()
        except SystemExit as done:
            code = done.code if isinstance(done.code, int) else 0
        captured = capsys.readouterr()
        return code, captured.out + captured.err

    return call


def repository(folder: Path, source: Path = PORT) -> Path:
    """A new repository with one commit: the catalogue of `source`."""
    shutil.copytree(source / "catalog", folder / "catalog")
    (folder / ".gitignore").write_text("/.cache/\n", "utf-8")
    (folder / "requirements.lock").write_text("example==1\n", "utf-8")
    git(folder, "init", "-qb", "main")
    commit(folder)
    return folder


@pytest.fixture
def clerk(tmp_path: Path, run: Callable[[Path, tuple[str, ...]], tuple[int, str]]) -> Clerk:
    """A repository with a voucher programme, and a notice of it that has not begun."""
    return Clerk(repository(tmp_path / "port"), run)
