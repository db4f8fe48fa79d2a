"""The road of a committee's secretary, from a clause to suspect claims, each step by the command that the guide names.

A revision of a small standard: its first edition is published, its draft is out for comment. What a step shows and
writes in detail is tested where the step is; here one step has to fit to the next.
"""

import json
import re
import subprocess
from collections.abc import Iterator
from pathlib import Path

import docx
import openpyxl
import pytest

from generator.rules.check import check_tree
from generator.site.standard_pages import standard_pages
from generator.source.tree import FolderTree
from tests.cli.conftest import Run
from tests.cli.standards import FOLDER, SLUG, commit, git, standard_repository, write
from tests.cli.word_hand import AUTHOR, Hand
from tests.conftest import TODAY

HISTORY = """\
history:
  - {to: proposal, date: 2024-01-08}
  - {to: initiation, date: 2024-02-05}
  - {to: drafting, date: 2024-03-04}
  - {to: comment, date: 2024-06-03, until: 2024-08-02}
  - {to: review, date: 2024-09-02, documents: [{id: comment-table, title: 意见汇总处理表}]}
  - to: approval
    date: 2024-11-04
    vote: {eligible: 12, present: 10, in_favour: 10}
    documents: [{id: redline, title: 比对稿}]
  - {to: published, date: 2025-01-06, documents: [{id: announcement, title: 发布公告}]}
  - {to: re-review, date: 2026-01-05}
  - {to: drafting, date: 2026-02-02, documents: [{id: review-report, title: 复审报告}]}
  - {to: comment, date: 2026-05-04, until: 2026-06-02}
numbers:
  - {number: "T/EXA 007—2025", start: 2025-01-06}
effective_on: 2025-04-01
"""
CLAIMANT = f"""\
name:
  zh: 示例网关
vendor: acme
category: gateway
conforms_to:
  - {{standard: {SLUG}, edition: "2025", provision: p-lat-01, result: met}}
  - {{standard: {SLUG}, edition: "2025", provision: p-rel-01, result: met}}
"""
WRONG = """
## 能耗

网关必须省电。

::: {.provision kind=requirement aspect=performance class=gold}
网关的待机功耗应不大于5 W。
:::

网关的待机功耗见下表。

表：待机功耗

| 类型 | 功耗 |
|---|---|
| 甲型 | 5 W |
"""
RIGHT = """
## 能耗 {#c-requirements-1}

::: {.provision #p-requirements-01 kind=requirement aspect=performance}
网关的待机功耗应不大于5 W。
:::

网关的待机功耗见[@tbl-requirements]。

表：待机功耗 {#tbl-requirements}

| 类型 | 功耗 |
|---|---|
| 甲型 | 5 W |
"""


class Secretary:
    """Types commands in a repository; each has to end with `code` and gives what it printed."""

    def __init__(self, root: Path, run: Run) -> None:
        self.root, self._run = root, run

    def __call__(self, *arguments: str | Path, code: int = 0) -> str:
        ran = self._run(*arguments, "--root", self.root, "--lang", "en")
        assert ran.code == code, ran.out + ran.err
        return ran.out + ran.err

    @property
    def draft(self) -> str:
        return (self.root / FOLDER / "draft.md").read_text("utf-8")

    def codes(self, *arguments: str) -> set[str]:
        found = json.loads(self._run("validate", "--format", "json", *arguments, "--root", self.root).out)
        return {one["code"] for one in found["diagnostics"]}


@pytest.fixture
def secretary(repo: Path, run: Run) -> Secretary:
    """Its first edition is adopted, as one published before the tool was in use, and claimed by a product."""
    root = standard_repository(repo)
    metadata = (root / FOLDER / "standard.yaml").read_text("utf-8")
    made = re.sub(r"history:\n.*?(?=society:)", HISTORY, metadata, flags=re.DOTALL)
    write(root, f"{FOLDER}/standard.yaml", made)
    write(root, "catalog/products/claimant.yaml", CLAIMANT)
    found = Secretary(root, run)
    found("fmt")
    for name in ("draft.md", "provisions.lock.yaml", "standard.yaml"):
        write(root, f"{FOLDER}/published/2025/{name}", (root / FOLDER / name).read_bytes())
    found("standard", "adopt", SLUG, "2025")
    commit(root)
    return found


def written(secretary: Secretary) -> None:
    """A clause with faults in it, the check, the ids, the clause as it should be."""
    before = secretary.draft
    write(secretary.root, f"{FOLDER}/draft.md", before + WRONG)
    assert {"D011", "D029"} <= secretary.codes()
    secretary("fmt")
    assert {"D374", "D380", "D400"} <= secretary.codes()
    write(secretary.root, f"{FOLDER}/draft.md", before + RIGHT)
    secretary("fmt")
    secretary("validate", "--fail-on", "warning", f"standards/{SLUG}")
    commit(secretary.root)
    git(secretary.root, "tag", "for-comment")


def returned(secretary: Secretary) -> Path:
    """The Word file goes out and comes back with tracked changes, a cell edited without tracking, and comments."""
    sent = secretary.root / "sent.docx"
    secretary("standard", "docx", SLUG, "--out", sent)
    hand = Hand(sent.read_bytes())
    hand.replace("10 ms", "8 ms", within="转发时延")
    hand.add_after("供应方应声明测量待机功耗的条件。", within="待机功耗应不大于")
    hand.delete("应能连续工作")
    hand.overwrite("甲型", "乙型")
    hand.comment("转发时延", "建议改为8 ms。")
    hand.comment("乙型", "数值没有来源。")
    return hand.save(secretary.root / "returned.docx")


def taken_back(secretary: Secretary, file: Path) -> None:
    """Proposals change nothing, refusing keeps what was not tracked, accepting takes all; ids stay."""
    before = secretary.draft
    into = ("standard", "import", file, "--into", SLUG)
    said = secretary(*into, "--changes", "propose")
    assert secretary.draft == before
    assert "数值没有来源。" in said
    secretary(*into, "--changes", "reject")
    assert secretary.draft == before.replace("甲型", "乙型")
    write(secretary.root, f"{FOLDER}/draft.md", before)
    secretary(*into)
    after = secretary.draft
    assert ":: {.provision #p-lat-01 kind=requirement aspect=performance}\n网关的转发时延应不大于8 ms。" in after
    assert "#p-requirements-02 kind=requirement" in after
    assert "应能连续工作" not in after
    assert "| 乙型 | 5 W |" in after
    secretary("fmt")
    assert "D027" not in secretary.codes()


def commented(secretary: Secretary, file: Path) -> None:
    """Comments from the Word file, from sheets of two kinds and by hand; what is there already is not taken twice."""
    import_ = ("standard", "comments", "import")
    more = ("--into", SLUG, "--round", "1", "--received", "2026-05-25")
    secretary(*import_, file, *more, "--organisation", "示例测试中心")
    rows = [
        ("序号", "章条编号", "意见内容", "修改建议", "提出单位", "联系电话"),
        ("1", "4.3", "建议写明待机的定义。", "增加术语", "甲厂", "13800000000"),
        ("2", "9.9", "没有这一条。", "", "甲厂", ""),
    ]
    book = openpyxl.Workbook()
    for row in rows:
        book.active.append(row)  # type: ignore[union-attr]
    book.save(secretary.root / "sheet.xlsx")
    sheet = docx.Document()
    table = sheet.add_table(len(rows), len(rows[0]))
    for line, row in zip(table.rows, rows, strict=True):
        for cell, text in zip(line.cells, row, strict=True):
            cell.text = text
    sheet.save(str(secretary.root / "sheet.docx"))
    said = secretary(*import_, secretary.root / "sheet.xlsx", *more)
    assert "9.9" in said
    said = secretary(*import_, secretary.root / "sheet.docx", *more)
    secretary("standard", "comments", "add", SLUG, "--round", "1", "--organisation", "乙厂", "--clause", "p-lat-01",
              "--text", "建议写明测量位置。", "--received", "2026-05-26")  # fmt: skip
    names = sorted(path.name for path in (secretary.root / FOLDER / "comments" / "1").iterdir())
    assert names == [f"00{number}.yaml" for number in range(1, 6)]
    texts = "".join(path.read_text("utf-8") for path in (secretary.root / FOLDER / "comments" / "1").iterdir())
    assert AUTHOR not in texts
    assert "13800000000" not in texts
    assert texts.count("clause: p-lat-01\n") == 2


def decided(secretary: Secretary) -> None:
    board = secretary("standard", "comments", "board", SLUG)
    for number in sorted(set(re.findall(r"1/00\d", board))):
        if f"{number}  9.9" in board:
            decide = ("standard", "comments", "decide", SLUG, number, "--decision", "rejected")
            assert "--reason" in secretary(*decide, code=2)
            secretary(*decide, "--reason", "没有这一条。", "--on", "2026-06-05")
        else:
            secretary("standard", "comments", "decide", SLUG, number, "--decision", "accepted", "--on", "2026-06-05")
    assert "1 not accepted, 0 undecided" in secretary("standard", "comments", "board", SLUG)
    for form in ("docx", "xlsx", "csv"):
        secretary("standard", "comments", "table", SLUG, "--format", form, "--out", secretary.root)
    secretary("standard", "comments", "table", SLUG, "--file")


def advanced(secretary: Secretary) -> None:
    """Each gate refuses first and says what is missing."""
    advance = ("standard", "advance", SLUG, "--on")
    assert "✗" in secretary(*advance, "2026-06-02", code=1)
    secretary(*advance, "2026-06-10")
    redline = ("standard", "redline", SLUG, "--from", "for-comment")
    assert "[-10 ms-]{+8 ms+}" in secretary(*redline)
    assert "✗" in secretary(*advance, "2026-06-20", "--vote", "8,7/12", code=1)
    secretary(*redline, "--format", "docx", "--out", secretary.root / FOLDER / "documents" / "redline.docx")
    assert "✗" in secretary(*advance, "2026-06-20", "--vote", "8,5,3/12", code=1)
    secretary(*advance, "2026-06-20", "--vote", "8,7,1/12")


def published(secretary: Secretary) -> None:
    publish = (
        "standard",
        "publish",
        SLUG,
        "--number",
        "T/EXA 007-2026",
        "--on",
        "2026-06-30",
        "--effective",
        "2026-10-01",
    )
    assert "发布公告" in secretary(*publish, code=1)
    write(secretary.root, f"{FOLDER}/documents/announcement.pdf", b"announcement")
    secretary(*publish)
    folder = secretary.root / FOLDER / "published" / "2026"
    assert {path.suffix for path in folder.iterdir()} >= {".docx", ".html", ".pdf", ".md", ".json"}


def suspected(secretary: Secretary) -> None:
    """The claim on the text that changed is suspect and the one on the text that is gone has expired."""
    assert "claimant suspect" in secretary("standard", "matrix", SLUG, "--state", "suspect")
    assert "p-rel-01" in secretary("standard", "matrix", SLUG, "--state", "expired")
    secretary("standard", "matrix", SLUG, "--format", "xlsx", "--out", secretary.root)
    assert "products/claimant" in secretary("impact", f"standards/{SLUG}#p-lat-01")
    said = secretary("validate")
    assert "D103" in said
    assert "set the edition from 2025 to 2026" in said
    claims = (secretary.root / "catalog/products/claimant.yaml").read_text("utf-8")
    write(secretary.root, "catalog/products/claimant.yaml", claims.replace("2025", "2026").rpartition("  - ")[0])
    assert not secretary.codes() & {"D101", "D102", "D103"}
    write(secretary.root, "catalog/products/claimant.yaml", claims)


def dangling(root: Path) -> Iterator[str]:
    """Links of the standard's pages to places that no page of it has."""
    project = check_tree(FolderTree(root), TODAY.isoformat()).project
    pages = {page.address: str(page.body) for page in standard_pages(project, "zh")}
    known = {address: set(re.findall(r'\sid="([^"]+)"', body)) for address, body in pages.items()}
    for address, body in pages.items():
        for year, place in re.findall(rf'href="[^"]*{FOLDER}/(\d{{4}})/#([^"]+)"', body):
            if place not in known[f"{FOLDER}/{year}/"]:
                yield f"{address} → {year}#{place}"


def test_the_road(secretary: Secretary) -> None:
    written(secretary)
    file = returned(secretary)
    taken_back(secretary, file)
    commented(secretary, file)
    decided(secretary)
    commit(secretary.root)
    advanced(secretary)
    published(secretary)
    suspected(secretary)
    assert list(dangling(secretary.root)) == []


def test_an_editorial_change_leaves_claims_good(secretary: Secretary) -> None:
    draft = secretary.draft
    write(secretary.root, f"{FOLDER}/draft.md", draft.replace("网关的转发时延", "网关转发的时延"))
    secretary("standard", "editorial", SLUG, "p-lat-01")
    secretary("fmt")
    assert "p-lat-01" in secretary("standard", "matrix", SLUG, "--edition", "draft", "--state", "covered")
    write(secretary.root, f"{FOLDER}/draft.md", draft.replace("10 ms", "9 ms"))
    assert "cannot be marked as editorial" in secretary("standard", "editorial", SLUG, "p-lat-01", code=1)


@pytest.mark.full
def test_a_file_that_libreoffice_saved_brings_the_same_back(secretary: Secretary, soffice: str, tmp_path: Path) -> None:
    """Somebody without Word opens the file with the tracked changes and comments and saves it."""
    written(secretary)
    file = returned(secretary)
    profile = f"-env:UserInstallation=file://{tmp_path}/profile"
    form = "docx:MS Word 2007 XML"
    subprocess.run(
        [soffice, profile, "--headless", "--convert-to", form, "--outdir", tmp_path / "saved", file],
        check=True,
        capture_output=True,
        timeout=180,
    )
    taken_back(secretary, tmp_path / "saved" / file.name)
    commented(secretary, tmp_path / "saved" / file.name)
