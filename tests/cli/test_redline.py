"""The command standard redline, in a repository with history: revisions, editions, outputs, refusals."""

import json
import os
import shutil
import subprocess
from pathlib import Path

import pytest

from generator.loader import load
from generator.loader.cache import Cache
from generator.loader.layout import TOPS
from generator.source.tree import FolderTree
from tests.cli.conftest import Run
from tests.standards.redline.word_changes import paragraphs

ROOT = Path(__file__).parents[2]
SLUG = "e2e-5g-intranet"
WHO = {
    "GIT_AUTHOR_NAME": "t", "GIT_AUTHOR_EMAIL": "t@example.org", "GIT_COMMITTER_NAME": "t",
    "GIT_COMMITTER_EMAIL": "t@example.org", "GIT_AUTHOR_DATE": "2026-03-01T00:00:00+0800",
    "GIT_COMMITTER_DATE": "2026-03-01T00:00:00+0800", "GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_SYSTEM": os.devnull,
}  # fmt: skip


def git(folder: Path, *arguments: str) -> None:
    subprocess.run(["git", "-C", str(folder), *arguments], check=True, capture_output=True, env=os.environ | WHO)


@pytest.fixture(scope="module")
def committed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The project's catalogue with one committed version, tagged first; what it holds is read once."""
    root = tmp_path_factory.mktemp("history") / "repo"
    for folder in ("catalog", "standards"):
        shutil.copytree(ROOT / folder, root / folder)
    git(root, "init", "-q")
    git(root, "add", "-A")
    git(root, "commit", "-qm", "first")
    git(root, "tag", "first")
    cache = Cache(root / ".cache" / "entries.msgpack")
    load(FolderTree(root, TOPS), "2026-07-01", cache=cache)
    return root


@pytest.fixture
def history(committed: Path, tmp_path: Path) -> Path:
    """The same with one change in the folder."""
    root = shutil.copytree(committed, tmp_path / "repo")
    draft = root / "standards" / SLUG / "draft.md"
    text = draft.read_text("utf-8")
    assert "应大于10 Mbit/s" in text
    draft.write_text(text.replace("应大于10 Mbit/s", "应大于20 Mbit/s"), "utf-8")
    return root


def test_text_of_a_tag_against_the_folder(run: Run, history: Path) -> None:
    ran = run("standard", "redline", SLUG, "--from", "first", "--root", history)
    assert ran.code == 0, ran.err
    assert "应大于[-10 Mbit/s-]{+20 Mbit/s+}" in ran.out
    assert "p-rate-02" in ran.out


def test_every_form(run: Run, history: Path, tmp_path: Path) -> None:
    asked = ("standard", "redline", SLUG, "--from", "first", "--root", history)
    data = json.loads(run(*asked, "--format", "json").out)
    assert data["from"]["label"].startswith("first（")
    assert data["from"]["date"] == "2026-03-01"
    assert [one["id"] for one in data["provisions"]] == ["p-rate-02"]
    made = [tmp_path / "a.html", tmp_path / "a.docx"]
    for file in made:
        ran = run(*asked, "--format", file.suffix[1:], "--out", file)
        assert ran.code == 0, ran.err
        assert "条款改动 1" in ran.out
    assert "<ins>20 Mbit/s</ins>" in made[0].read_text("utf-8")
    new, old = ("".join(t for _, t in paragraphs(made[1].read_bytes(), accept=a)) for a in (True, False))
    assert ("应大于20 Mbit/s" in new, "应大于10 Mbit/s" in new) == (True, False)
    assert ("应大于20 Mbit/s" in old, "应大于10 Mbit/s" in old) == (False, True)
    before = made[1].read_bytes()
    assert run(*asked, "--format", "html", "--out", tmp_path).code == 0, "a folder takes the usual name"
    assert (tmp_path / f"{SLUG}-redline.html").read_bytes() == made[0].read_bytes()
    run(*asked, "--format", "docx", "--out", made[1])
    assert made[1].read_bytes() == before


def test_published_edition_by_its_year(run: Run, history: Path) -> None:
    folder = history / "standards" / SLUG
    shutil.rmtree(folder / "published", ignore_errors=True)
    (folder / "published" / "2025").mkdir(parents=True)
    shown = subprocess.run(
        ["git", "-C", str(history), "show", f"first:standards/{SLUG}/draft.md"], check=True, capture_output=True
    )
    (folder / "published" / "2025" / "draft.md").write_bytes(shown.stdout)
    for name in ("2025", "published/2025"):
        ran = run("standard", "redline", SLUG, "--from", name, "--root", history)
        assert ran.code == 0, ran.err
        assert "[-10 Mbit/s-]{+20 Mbit/s+}" in ran.out


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        ((SLUG, "--from", "nowhere"), "没有版本 nowhere"),
        ((SLUG, "--from", "--output=x"), "没有版本"),
        ((SLUG, "--from", "first", "--to", "1999"), "没有已发布的 1999 年版"),
        (("e2e-5g-intranett", "--from", "first"), SLUG),
        ((SLUG,), "--from"),
    ],
)
def test_what_is_refused(run: Run, history: Path, arguments: tuple[str, ...], told: str) -> None:
    ran = run("standard", "redline", *arguments, "--root", history)
    assert ran.code == 2
    assert told in ran.err


def test_a_link_is_never_followed(run: Run, history: Path, tmp_path: Path) -> None:
    secret = tmp_path / "secret.md"
    secret.write_text("# 机密 {#c-secret}\n", "utf-8")
    draft = history / "standards" / SLUG / "draft.md"
    draft.unlink()
    draft.symlink_to(secret)
    git(history, "add", "standards")
    git(history, "commit", "-qm", "link")
    for to in ("work", "HEAD"):
        ran = run("standard", "redline", SLUG, "--from", "first", "--to", to, "--root", history)
        assert ran.code == 2
        assert f"没有 standards/{SLUG}/draft.md" in ran.err
        assert "机密" not in ran.out


def test_a_draft_that_cannot_be_read_is_named(run: Run, history: Path) -> None:
    (history / "standards" / SLUG / "draft.md").write_bytes(b"\xff\xfe")
    ran = run("standard", "redline", SLUG, "--from", "first", "--root", history)
    assert ran.code == 2
    assert "无法读取" in ran.err
