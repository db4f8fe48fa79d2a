"""`catalog standard docx`: where it writes, what it says, wrong use."""

from io import BytesIO

import docx as library
import pytest

STANDARD = """\
name:
  zh: 工业企业5G终端接入要求
society: acme
"""


@pytest.fixture
def standing(run, repo):
    """A repository with a standard."""
    run("--root", repo, "new", "standard", "fresh")
    (repo / "standards" / "fresh" / "standard.yaml").write_text(STANDARD, "utf-8")
    return repo


def test_it_writes_a_file_that_opens(run, standing, tmp_path):
    target = tmp_path / "out" / "稿.docx"
    ran = run("--root", standing, "standard", "docx", "fresh", "--out", target)
    assert (ran.code, ran.err) == (0, "")
    assert "个条款" in ran.out
    opened = library.Document(BytesIO(target.read_bytes()))
    assert "范围" in [paragraph.text for paragraph in opened.paragraphs]
    again = tmp_path / "again.docx"
    run("--root", standing, "standard", "docx", "standards/fresh", "--out", again)
    assert again.read_bytes() == target.read_bytes()
    assert run("--root", standing, "standard", "docx", "fresh", "--out", tmp_path).code == 0
    assert (tmp_path / "fresh.docx").read_bytes() == target.read_bytes()


def test_the_file_is_named_after_the_standard(run, standing, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    assert run("--root", standing, "--lang", "en", "standard", "docx", "fresh").out.startswith("fresh.docx: ")
    assert (tmp_path / "fresh.docx").is_file()


def test_wrong_use(run, standing, tmp_path):
    ran = run("--root", standing, "standard", "docx", "frsh", "--out", tmp_path / "a.docx")
    assert ran.code == 2
    assert "fresh" in ran.err
    ran = run("--root", standing, "standard", "docx", "fresh", "--edition", "2031", "--out", tmp_path / "a.docx")
    assert ran.code == 2
    assert "standards/fresh/published/2031" in ran.err
    assert not (tmp_path / "a.docx").exists()


def test_a_standard_whose_metadata_are_wrong_is_not_called_missing(run, standing):
    (standing / "standards" / "fresh" / "standard.yaml").write_text("name: 甲\n", "utf-8")
    ran = run("--root", standing, "standard", "docx", "fresh")
    assert (ran.code, ran.err.count("catalog validate standards/fresh")) == (2, 1)


def test_a_draft_that_cannot_be_read(run, standing, tmp_path):
    (standing / "standards" / "fresh" / "draft.md").write_bytes(b"\xff")
    ran = run("--root", standing, "standard", "docx", "fresh", "--out", tmp_path / "a.docx")
    assert ran.code == 2
    assert "standards/fresh/draft.md" in ran.err


def test_a_file_that_cannot_be_written(run, standing, tmp_path):
    (tmp_path / "file").write_text("", "utf-8")
    ran = run("--root", standing, "standard", "docx", "fresh", "--out", tmp_path / "file" / "a.docx")
    assert ran.code == 2
    assert "a.docx" in ran.err
