"""A standard from the stage of comments to its publication and its review, by the commands that a secretary types."""

import hashlib
import json
from pathlib import Path
from typing import ClassVar

import pytest

from tests.cli.conftest import Run
from tests.cli.standards import FOLDER, SLUG, commit, standard_repository, write

REDLINE = f"{FOLDER}/documents/redline.docx"
EDITION = f"{FOLDER}/published/2026"
PUBLISH = ("standard", "publish", SLUG, "--number", "T/EXA 007-2026", "--on", "2026-06-30", "--effective", "2026-10-01")


class Secretary:
    """The commands in a repository; each gives what it printed. `kept`: the files of one that has published."""

    kept: ClassVar[dict[str, bytes]] = {}

    def __init__(self, root: Path, run: Run) -> None:
        self.root, self._run = root, run

    def __call__(self, *arguments: str, code: int = 0) -> str:
        ran = self._run(*arguments, "--root", self.root, "--lang", "en")
        assert ran.code == code, ran.out + ran.err
        return ran.out + ran.err

    def metadata(self) -> str:
        return (self.root / FOLDER / "standard.yaml").read_text("utf-8")

    def to_approval(self) -> None:
        """A comment is made and decided, the draft reviewed."""
        self("standard", "comments", "add", SLUG, "--round", "1", "--organisation", "示例测试中心", "--clause", "4.1",
             "--text", "建议写明测量位置。", "--received", "2026-05-20")  # fmt: skip
        self("standard", "comments", "decide", SLUG, "001", "--decision", "accepted", "--on", "2026-06-08")
        self("standard", "comments", "table", SLUG, "--file")
        self("standard", "advance", SLUG, "--on", "2026-06-10")
        write(self.root, REDLINE, b"redline")
        self("standard", "advance", SLUG, "--on", "2026-06-22", "--vote", "8,6,1,1/12")

    def published(self) -> None:
        """All of it, up to publication: done once, then copied, because the PDF takes its time."""
        if not Secretary.kept:
            self.to_approval()
            write(self.root, f"{FOLDER}/documents/announcement.pdf", b"announcement")
            self(*PUBLISH)
            files = (path for path in (self.root / FOLDER).rglob("*") if path.is_file())
            Secretary.kept = {path.relative_to(self.root).as_posix(): path.read_bytes() for path in files}
        for path, content in Secretary.kept.items():
            write(self.root, path, content)


@pytest.fixture
def secretary(repo: Path, run: Run) -> Secretary:
    found = Secretary(standard_repository(repo), run)
    found("fmt", str(repo / "standards"))
    found("validate", "--fail-on", "warning")
    return found


def test_a_shut_gate_lists_what_is_missing_and_writes_nothing(secretary: Secretary) -> None:
    secretary(
        "standard", "comments", "add", SLUG, "--round", "1", "--organisation", "某厂", "--text", "建议写明测量位置。"
    )
    before = secretary.metadata()
    said = secretary("standard", "advance", SLUG, "--on", "2026-06-02", code=1)
    unmet = [line for line in said.splitlines() if line.startswith("✗")]
    assert unmet == [
        "✗ at least 30 days: 2026-05-04 to 2026-06-02, 30 days",
        "✗ document: 意见汇总处理表: not found",
        "✗ every comment decided: 1 undecided",
        "✗ the table of comments is up to date: not found",
    ]
    assert "move on after 2026-06-02" in said
    assert secretary.metadata() == before


def test_advancing_writes_status_and_history_and_leaves_the_rest_as_it_was(secretary: Secretary) -> None:
    before = secretary.metadata()
    secretary.to_approval()
    after = secretary.metadata()
    added = """\
  - {to: review, date: 2026-06-10}
  - to: approval
    date: 2026-06-22
    vote:
      eligible: 12
      present: 8
      in_favour: 6
      against: 1
      abstained: 1
"""
    expected = before.replace("status: comment  #", "status: approval  #").replace(
        "society: society", added + "society: society"
    )
    assert after == expected
    secretary("validate", "--fail-on", "warning")


def test_a_vote_below_the_threshold_keeps_the_draft_in_review(secretary: Secretary) -> None:
    secretary.to_approval()
    text = secretary.metadata()
    back = text.replace("status: approval", "status: review").partition("  - to: approval")[0]
    write(secretary.root, f"{FOLDER}/standard.yaml", back + "society: society\nprocedure: society-rules\n")
    said = secretary("standard", "advance", SLUG, "--on", "2026-06-22", "--vote", "8,5,3/12", code=1)
    assert "✗ at least 75% of those present in favour: 5/8 (62.5%)" in said
    assert "✓ at least 50% present: 8/12 (66.7%)" in said
    assert secretary.metadata() == back + "society: society\nprocedure: society-rules\n"
    secretary("standard", "advance", SLUG, "--to", "drafting", "--on", "2026-06-22")
    assert "status: drafting" in secretary.metadata()


def test_a_dry_run_writes_nothing(secretary: Secretary) -> None:
    before = secretary.metadata()
    secretary("standard", "advance", SLUG, "--to", "drafting", "--dry-run", "--on", "2026-06-10")
    assert secretary.metadata() == before


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("--to", "published"), "'published' cannot follow 'comment'. What can: review, drafting, abolished"),
        (("--on", "2026-05-01"), "2026-05-01 is before the last step, on 2026-05-04"),
        (("--vote", "8,x"), "present,for,against,abstained/entitled"),
        (("--vote", "8,9"), "more votes than present"),
        (("--role", "comittee"), "did you mean 'committee'?"),
    ],
)
def test_what_cannot_be_is_refused_in_words(secretary: Secretary, arguments: tuple[str, ...], said: str) -> None:
    assert said in secretary("standard", "advance", SLUG, *arguments, code=2)


def test_publication_freezes_the_text_under_its_hashes(secretary: Secretary) -> None:
    secretary.to_approval()
    assert "document: 发布公告" in secretary(*PUBLISH, code=1)
    assert not (secretary.root / EDITION).exists()
    write(secretary.root, f"{FOLDER}/documents/announcement.pdf", b"announcement")
    secretary(*PUBLISH)
    folder = secretary.root / EDITION
    manifest = json.loads((folder / "manifest.json").read_text("utf-8"))
    assert (manifest["number"], manifest["edition"], manifest["effective_on"]) == (
        "T/EXA 007—2026",
        "2026",
        "2026-10-01",
    )
    assert [file["path"] for file in manifest["files"]] == [
        "draft.md", f"{SLUG}.docx", f"{SLUG}.html", f"{SLUG}.pdf", "provisions.lock.yaml", "standard.yaml",
    ]  # fmt: skip
    for file in manifest["files"]:
        content = (folder / file["path"]).read_bytes()
        assert (file["bytes"], file["sha256"]) == (len(content), hashlib.sha256(content).hexdigest())
    assert (folder / "standard.yaml").read_text("utf-8") == secretary.metadata()
    assert '- {number: "T/EXA 007—2026", start: 2026-06-30}' in secretary.metadata()
    assert "T/EXA 007—2026" in (folder / f"{SLUG}.html").read_text("utf-8")
    secretary("validate", "--fail-on", "warning")
    assert "is there; a published text is not replaced" in secretary(*PUBLISH, code=2)


def test_publication_refuses_what_no_gate_says(secretary: Secretary) -> None:
    secretary.to_approval()
    assert "publish it with catalog standard publish" in secretary("standard", "advance", SLUG, code=2)
    for option, value, said in (
        ("--number", "T/ABC 7-2026", "the society's code in T/ABC 7—2026 should be EXA"),
        ("--number", "T/EXA 7-2025", "the year of T/EXA 7—2025 is not that of 2026-06-30"),
        ("--number", "EXA 7-2026", "is no number of a group standard"),
        ("--effective", "2026-06-01", "before it is published"),
    ):
        arguments = [value if PUBLISH[place - 1] == option else one for place, one in enumerate(PUBLISH)]
        assert said in secretary(*arguments, code=2)
    assert not (secretary.root / EDITION).exists()


def test_whatever_touches_a_published_text_is_an_error(secretary: Secretary) -> None:
    secretary.published()
    commit(secretary.root)
    folder = secretary.root / EDITION
    secretary("validate", "--against", "HEAD")

    text = (folder / "draft.md").read_bytes()
    write(folder, "draft.md", text + b"\n")
    said = secretary("validate", "--against", "HEAD", code=1)
    assert "D440 published-file-changed" in said
    assert "D444 frozen-file-touched: since HEAD a file in standards/gateway-access/published/2026 was changed" in said
    write(folder, "draft.md", text)

    write(folder, "extra.txt", b"more")
    said = secretary("validate", "--against", "HEAD", code=1)
    assert "D442 published-file-extra" in said
    assert "was added" in said
    (folder / "extra.txt").unlink()

    (folder / f"{SLUG}.pdf").unlink()
    said = secretary("validate", "--against", "HEAD", code=1)
    assert "D441 published-file-missing" in said
    assert "was removed" in said


def test_a_manifest_changed_with_its_files_is_found_by_comparison(secretary: Secretary) -> None:
    secretary.published()
    commit(secretary.root)
    folder = secretary.root / EDITION
    text = (folder / "draft.md").read_bytes() + b"\n"
    old = next(f for f in json.loads((folder / "manifest.json").read_text())["files"] if f["path"] == "draft.md")
    manifest = (folder / "manifest.json").read_text("utf-8").replace(old["sha256"], hashlib.sha256(text).hexdigest())
    write(folder, "manifest.json", manifest.replace(f'"bytes":{old["bytes"]}', f'"bytes":{len(text)}'))
    write(folder, "draft.md", text)
    secretary("validate")
    said = secretary("validate", "--against", "HEAD", code=1)
    assert [line.split(" ")[0] for line in said.splitlines() if "error D444" in line] == [
        f"{EDITION}/draft.md:1:1:",
        f"{EDITION}/manifest.json:1:1:",
    ]


@pytest.mark.parametrize("content", [b"", b"{}", b'{"manifest":1', b"\xff", b'{"a":1,"a":2}', b"[" * 5000])
def test_a_damaged_manifest_is_told_and_never_believed(secretary: Secretary, content: bytes) -> None:
    secretary.published()
    write(secretary.root, f"{EDITION}/manifest.json", content)
    assert "D443 damaged-edition-manifest" in secretary("validate", code=1)


def test_an_edition_from_before_the_tool_is_adopted_once(secretary: Secretary) -> None:
    secretary.published()
    manifest = secretary.root / EDITION / "manifest.json"
    made = manifest.read_bytes()
    manifest.unlink()
    assert f"catalog standard adopt {SLUG} 2026" in secretary("validate", code=1)
    secretary("standard", "adopt", SLUG, "2026")
    assert manifest.read_bytes() == made
    assert "has a manifest already" in secretary("standard", "adopt", SLUG, "2026", code=2)


def test_numbers_change_and_the_former_ones_stay(secretary: Secretary) -> None:
    secretary.published()
    secretary("standard", "renumber", SLUG, "--number", "T/EXA 20260007-2026", "--start", "2026-08-01", code=2)
    secretary("standard", "renumber", SLUG, "--number", "T/EXA 107-2026", "--start", "2026-08-01")
    text = secretary.metadata()
    assert text.index("T/EXA 007—2026") < text.index("T/EXA 107—2026")
    assert "is the number of" in secretary(
        "standard", "renumber", SLUG, "--number", "T/EXA 007-2026", "--start", "2026-09-01", code=2
    )
    secretary("validate", "--fail-on", "warning")


def test_review_confirms_revises_or_withdraws(secretary: Secretary) -> None:
    secretary.published()
    assert "D436" not in secretary("validate", "--today", "2029-06-30")
    assert "D436 overdue-review: was to be reviewed by 2029-06-30" in secretary("validate", "--today", "2029-07-01")
    secretary("standard", "advance", SLUG, "--on", "2029-06-01")
    assert "document: 复审报告" in secretary(
        "standard", "advance", SLUG, "--to", "published", "--on", "2029-06-20", code=1
    )
    write(secretary.root, f"{FOLDER}/documents/review-report.md", b"report")
    secretary("standard", "advance", SLUG, "--to", "published", "--on", "2029-06-20")
    assert "D436" not in secretary("validate", "--today", "2029-07-01"), "the review that confirmed it counts"
    secretary("standard", "advance", SLUG, "--on", "2032-06-01")
    secretary("standard", "advance", SLUG, "--to", "abolished", "--on", "2032-07-01")
    assert "status: abolished" in secretary.metadata()


def test_the_documents_of_an_edition_meet_no_gate_of_the_next_one(secretary: Secretary) -> None:
    secretary.published()
    folder = secretary.root / FOLDER / "documents"
    assert not [path.name for path in folder.iterdir() if path.is_file()]
    assert {path.name for path in (folder / "2026").iterdir()} >= {
        "announcement.pdf",
        "comment-table.docx",
        "redline.docx",
    }
    secretary("validate", "--fail-on", "warning")
    write(secretary.root, f"{FOLDER}/documents/review-report.md", b"report")
    secretary("standard", "advance", SLUG, "--on", "2029-06-01")
    secretary("standard", "advance", SLUG, "--to", "drafting", "--on", "2029-07-02")
    secretary("standard", "advance", SLUG, "--on", "2029-08-01")
    said = secretary("standard", "advance", SLUG, "--on", "2029-09-20", code=1)
    assert "✗ document: 意见汇总处理表: not found" in said
    assert "there are no comments" in secretary("standard", "comments", "table", SLUG, "--file", code=2)
    secretary("standard", "comments", "add", SLUG, "--round", "2", "--organisation", "某厂", "--text", "建议写明测量位置。",
              "--received", "2029-08-20")  # fmt: skip
    secretary("standard", "comments", "decide", SLUG, "2/001", "--decision", "accepted", "--on", "2029-09-01")
    assert "comment-table.docx: 1 comments" in secretary("standard", "comments", "table", SLUG, "--file")
    secretary("standard", "advance", SLUG, "--on", "2029-09-20")
    secretary("validate", "--today", "2029-09-20", "--fail-on", "warning")


def test_publishing_twice_gives_the_same_bytes(secretary: Secretary) -> None:
    secretary.published()
    folder = secretary.root / EDITION
    first = {path.name: path.read_bytes() for path in folder.iterdir() if path.is_file()}
    text = secretary.metadata()
    before = text.replace("status: published", "status: approval").replace(
        "  - {to: published, date: 2026-06-30}\n", ""
    )
    before = before.replace('numbers:\n  - {number: "T/EXA 007—2026", start: 2026-06-30}\n', "").replace(
        "effective_on: 2026-10-01\n", ""
    )
    write(secretary.root, f"{FOLDER}/standard.yaml", before)
    for path in folder.iterdir():
        path.unlink()
    folder.rmdir()
    write(secretary.root, f"{FOLDER}/documents/announcement.pdf", b"announcement")
    secretary(*PUBLISH)
    assert {path.name: path.read_bytes() for path in folder.iterdir() if path.is_file()} == first
