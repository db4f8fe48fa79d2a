"""`catalog standard import`: a Word file goes back into the draft, its comments become comments, and wrong use."""

import json
from pathlib import Path

import docx
import pytest

from tests.cli.conftest import Run
from tests.cli.standards import FOLDER, SLUG, standard_repository


@pytest.fixture
def root(repo: Path, run: Run) -> Path:
    standard_repository(repo)
    run("fmt", "--root", repo, repo / "standards")
    assert run("standard", "docx", SLUG, "--out", repo / "sent.docx", "--root", repo).code == 0
    return repo


def returned(root: Path) -> Path:
    """The file with one word changed and a comment."""
    file = docx.Document(str(root / "sent.docx"))
    found = next(one for one in file.paragraphs if one.style and one.style.name == "标准文件_段" and "应" in one.text)
    found.runs[0].text = "改后：" + found.runs[0].text
    file.add_comment(found.runs[0], text="请核对。", author="张三", initials="ZS")
    file.save(str(root / "back.docx"))
    return root / "back.docx"


def draft(root: Path) -> str:
    return (root / FOLDER / "draft.md").read_text("utf-8")


def test_a_file_that_says_the_same_changes_nothing(root: Path, run: Run) -> None:
    before = draft(root)
    ran = run("standard", "import", root / "sent.docx", "--into", SLUG, "--root", root)
    assert (ran.code, draft(root)) == (0, before)
    assert "与文件一致" in ran.err


def test_what_was_changed_is_written_and_told(root: Path, run: Run) -> None:
    before, file = draft(root), returned(root)
    dry = run("standard", "import", file, "--into", SLUG, "--root", root, "--dry-run")
    assert draft(root) == before
    ran = run(
        "standard", "import", file, "--into", SLUG, "--root", root, "--report", root / "report.md",
    )  # fmt: skip
    assert dry.code == ran.code == 0
    assert draft(root).replace("改后：", "") == before
    assert draft(root) != before
    report = (root / "report.md").read_text("utf-8")
    assert "请核对。" in report
    assert "改后：" in report
    assert "张三" not in report + ran.out
    assert run("validate", "--root", root, root / FOLDER / "draft.md").code in (0, 1)


def test_proposals_are_data(root: Path, run: Run) -> None:
    before = draft(root)
    ran = run(
        "standard", "import", returned(root), "--into", SLUG, "--root", root, "--changes", "propose", "--format", "json"
    )
    found = json.loads(ran.out)
    assert draft(root) == before
    assert [(one["state"], one["tracked"]) for one in found["edits"]] == [("changed", False)]
    assert [one["text"] for one in found["comments"]] == ["请核对。"]


def test_wrong_use(root: Path, run: Run) -> None:
    (root / "not.docx").write_bytes(b"not a file of Word's")
    for arguments, said in (
        ((root / "none.docx", "--into", SLUG), "没有文件"),
        ((root / "not.docx", "--into", SLUG), "不是 Office 文件"),
        ((root / "sent.docx", "--into", "none"), "没有团体标准"),
    ):
        ran = run("standard", "import", *arguments, "--root", root)
        assert (ran.code, said in ran.err) == (2, True), ran.err
