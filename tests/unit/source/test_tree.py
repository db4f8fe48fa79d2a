"""The three trees: a folder, a Git revision, memory."""

import os
import pickle
import stat
import subprocess
from pathlib import Path

import pytest

from generator.git import GitError, GitTree, commit_id, history, path_text
from generator.source.tree import FolderTree, MemoryTree, Tree

FILES = {"catalog/products/a.yaml": b"a: 1\n", "catalog/programme.yaml": b"", "standards/x/draft.md": b"# x\n"}


def write(root: Path, files: dict[str, bytes]) -> None:
    for path, content in files.items():
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_bytes(content)


def git(root: Path, *arguments: str, when: str = "2026-05-07T20:00:00Z") -> None:
    dates = {"GIT_AUTHOR_DATE": when, "GIT_COMMITTER_DATE": when, "GIT_CONFIG_GLOBAL": os.devnull}
    who = ("-c", "user.name=Somebody", "-c", "user.email=key@example.com", "-c", "init.defaultBranch=main")
    subprocess.run(["git", *who, *arguments], cwd=root, check=True, capture_output=True, env=os.environ | dates)


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    write(tmp_path, {**FILES, "README.md": b"x"})
    git(tmp_path, "init")
    git(tmp_path, "add", ".")
    git(tmp_path, "commit", "-m", "first")
    return tmp_path


def contents(tree: Tree) -> dict[str, bytes]:
    return {path: tree.read(path) for path in tree.paths() if stat.S_ISREG(tree.mode(path))}


def test_all_trees_agree(repository: Path) -> None:
    tops = ("catalog", "standards")
    with GitTree(repository, "HEAD", tops) as committed:
        trees: list[Tree] = [FolderTree(repository, tops), committed, MemoryTree(FILES)]
        for tree in trees:
            assert contents(tree) == FILES
            assert list(tree.paths()) == sorted(FILES)
            assert {tree.mode(path) for path in tree.paths()} == {0o100644}
            with pytest.raises(OSError):
                tree.read("catalog/none.yaml")


def test_a_folder_below_the_repository(repository: Path) -> None:
    below = repository / "catalog"
    with GitTree(below, "main") as tree:
        assert list(tree.paths()) == ["products/a.yaml", "programme.yaml"]
        assert list(history(below, ("products",))) == ["products/a.yaml"]


def test_links_and_pipes_are_listed_and_never_opened(tmp_path: Path) -> None:
    write(tmp_path, {"catalog/a.yaml": b"a: 1\n", "secret/b.yaml": b"s"})
    (tmp_path / "catalog/link.yaml").symlink_to("../secret/b.yaml")
    (tmp_path / "catalog/folder").symlink_to("../secret")
    (tmp_path / "releases").symlink_to("secret")
    os.mkfifo(tmp_path / "catalog/pipe.yaml")
    tree = FolderTree(tmp_path, ("catalog", "releases"))
    modes = {path: tree.mode(path) for path in tree.paths()}
    assert modes == {
        "catalog/a.yaml": 0o100644, "catalog/folder": 0o120000, "catalog/link.yaml": 0o120000,
        "catalog/pipe.yaml": stat.S_IFIFO, "releases": 0o120000,
    }  # fmt: skip
    for path in (*list(modes)[1:], "catalog/folder/b.yaml", "../x", "secret/b.yaml"):
        with pytest.raises(OSError):
            tree.read(path)


def test_a_file_that_became_a_link_is_not_followed(tmp_path: Path) -> None:
    write(tmp_path, {"catalog/a.yaml": b"a: 1\n", "secret": b"s"})
    tree = FolderTree(tmp_path, ("catalog",))
    (tmp_path / "catalog/a.yaml").unlink()
    (tmp_path / "catalog/a.yaml").symlink_to("../secret")
    with pytest.raises(OSError):
        tree.read("catalog/a.yaml")


def test_caches_and_output_are_left_out(tmp_path: Path) -> None:
    write(tmp_path, {f"{top}/x": b"" for top in (".git", ".venv", "site", ".cache", "node_modules", "docs/site")})
    assert list(FolderTree(tmp_path).paths()) == ["docs/site/x"]


def test_names_that_cannot_be_printed(tmp_path: Path) -> None:
    (tmp_path / "catalog").mkdir()
    for name in (b"\xff.yaml", b"a\nb.yaml", "名.yaml".encode()):
        (tmp_path / "catalog" / os.fsdecode(name)).write_bytes(name)
    tree = FolderTree(tmp_path)
    assert list(tree.paths()) == ["catalog/\\xff.yaml", "catalog/a\\nb.yaml", "catalog/名.yaml"]
    assert tree.read("catalog/\\xff.yaml") == b"\xff.yaml"
    assert path_text("a\u202eb".encode()) == "a\\u202eb"


def test_git_modes_and_odd_names(repository: Path) -> None:
    write(repository, {"catalog/名 称.yaml": b"1", "catalog/run": b"2"})
    (repository / "catalog/run").chmod(0o755)
    (repository / "catalog/link").symlink_to("run")
    git(repository, "add", ".")
    git(repository, "commit", "-m", "second")
    with GitTree(repository, "HEAD", ("catalog",)) as tree:
        assert [oct(tree.mode(f"catalog/{name}")) for name in ("run", "link")] == ["0o100755", "0o120000"]
        assert tree.read("catalog/名 称.yaml") == b"1"
        assert contents(pickle.loads(pickle.dumps(tree))) == contents(tree)
        tree.close()
        assert tree.read("catalog/run") == b"2"


@pytest.mark.parametrize("revision", ["none", "--help", "", "HEAD:catalog", "HEAD~5"])
def test_no_such_revision(repository: Path, revision: str) -> None:
    with pytest.raises(GitError):
        GitTree(repository, revision)


def test_history(repository: Path) -> None:
    write(repository, {"catalog/products/a.yaml": b"a: 2\n", "catalog/名.yaml": b"", "README.md": b"y"})
    git(repository, "add", ".")
    git(repository, "commit", "-m", "second", when="2026-06-30T16:00:00Z")
    first, second = commit_id(repository, "HEAD~1"), commit_id(repository, "HEAD")
    found = history(repository, ("catalog", "standards/"))
    assert list(found) == [
        "catalog/products/a.yaml", "catalog/programme.yaml", "catalog/名.yaml", "standards/x/draft.md",
    ]  # fmt: skip
    changes = found["catalog/products/a.yaml"]
    # Dates are those of UTC+8.
    assert [(change.date, change.commit) for change in changes] == [("2026-07-01", second), ("2026-05-08", first)]
    assert {change.author for change in changes} == {"key@example.com"}
    assert [change.commit for change in found["catalog/名.yaml"]] == [second]


def test_no_history(tmp_path: Path, repository: Path) -> None:
    assert history(repository, ()) == {}
    assert history(tmp_path / "none", ("catalog",)) == {}


def test_the_cut_end_of_a_shallow_clone_is_no_change(repository: Path) -> None:
    write(repository, {"catalog/products/a.yaml": b"a: 2\n"})
    git(repository, "commit", "-a", "-m", "second")
    git(repository, "commit", "--allow-empty", "-m", "third")
    clone = repository / "clone"
    git(repository, "clone", "--depth", "2", f"file://{repository}", str(clone))
    assert history(clone, ("catalog",)) == {}
