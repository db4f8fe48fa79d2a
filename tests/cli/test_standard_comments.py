"""Comments on a draft: taken in from a sheet, decided, summed up in the table; where they stand when the text changes."""

import csv
from collections.abc import Mapping
from io import BytesIO, StringIO
from pathlib import Path

import docx
import openpyxl
import pytest

from generator.source.reader import read_data
from tests.cli.conftest import Run
from tests.cli.standards import FOLDER, SLUG, standard_repository, write
from tests.conftest import Golden

COMMENTS = f"{FOLDER}/comments/2026-05"
SHEET = """\
序号,章条编号,意见内容,修改建议,提出单位,类型
1,4.1,没有写明测量位置。,增加“测量位置为网关两侧”。,示例测试中心,技术性
2,第4章,“要求”一词过宽。,,某仪表厂,编辑性
3,7.3,请说明依据。,,某仪表厂,
4,全文,=总体可行。,,某仪表厂,一般
5,4.2,,,某仪表厂,
6,4.2,没有写单位的意见。,,,
"""
TABLE = Path(__file__).parent / "golden" / "comment-table.csv"


@pytest.fixture
def root(repo: Path, run: Run) -> Path:
    standard_repository(repo)
    run("fmt", "--root", repo, repo / "standards")
    write(repo, "sheet.csv", SHEET)
    return repo


def imported(root: Path, run: Run, *more: str) -> str:
    ran = run(
        "standard", "comments", "import", root / "sheet.csv", "--into", SLUG, "--round", "2026-05",
        "--received", "2026-05-20", "--root", root, "--lang", "en", *more,
    )  # fmt: skip
    assert ran.code == 0, ran.err
    return ran.out + ran.err


def data(root: Path, name: str) -> Mapping[str, object]:
    found, problems = read_data(name, (root / COMMENTS / name).read_bytes())
    assert found is not None
    assert problems == ()
    return found


def test_a_sheet_becomes_one_file_a_comment(root: Path, run: Run) -> None:
    said = imported(root, run)
    assert data(root, "001.yaml") == {
        "organisation": "test-centre",
        "received": "2026-05-20",
        "source": "sheet",
        "edition": "draft",
        "clause": "c-latency",
        "number": "4.1",
        "type": "technical",
        "text": "没有写明测量位置。",
        "proposal": "增加“测量位置为网关两侧”。",
    }
    assert (data(root, "002.yaml")["name"], data(root, "002.yaml")["clause"]) == ("某仪表厂", "c-requirements")
    assert (data(root, "003.yaml").get("clause"), data(root, "003.yaml")["number"]) == (None, "7.3")
    assert "number" not in data(root, "004.yaml")
    assert not (root / COMMENTS / "005.yaml").exists()
    assert "no clause '7.3': kept by its number" in said
    assert "not taken: no organisation is given" in said
    assert "4 taken, 1 of them without a clause; 0 repeated, 1 not taken." in said
    assert run("validate", "--fail-on", "warning", "--root", root).code == 0


def test_files_of_comments_are_in_their_usual_form(root: Path, run: Run) -> None:
    imported(root, run)
    assert run("fmt", "--check", "--root", root, root / COMMENTS).code == 0


def test_a_sheet_that_comes_twice_adds_nothing(root: Path, run: Run) -> None:
    imported(root, run)
    assert "0 taken, 0 of them without a clause; 4 repeated, 1 not taken." in imported(root, run)
    assert sorted(path.name for path in (root / COMMENTS).iterdir()) == ["001.yaml", "002.yaml", "003.yaml", "004.yaml"]


def test_a_dry_run_writes_nothing(root: Path, run: Run) -> None:
    assert "4 would be taken" in imported(root, run, "--dry-run")
    assert not (root / COMMENTS).exists()


def decided(root: Path, run: Run) -> None:
    for number, decision, more in (
        ("001", "accepted", ("--commit", "0123456789abcdef")),
        ("002", "partly", ("--reason", "改为“技术要求”。")),
        ("003", "rejected", ("--reason", "第1行\n=依据见编制说明。")),
    ):
        ran = run(
            "standard",
            "comments",
            "decide",
            SLUG,
            number,
            "--decision",
            decision,
            "--on",
            "2026-06-05",
            "--root",
            root,
            *more,
        )
        assert ran.code == 0, ran.err


def test_a_decision_is_cut_into_the_file(root: Path, run: Run) -> None:
    imported(root, run)
    path = root / COMMENTS / "001.yaml"
    path.write_text(path.read_text("utf-8").replace("type: technical\n", "type: technical  # 会上确认\n"), "utf-8")
    before = path.read_text("utf-8")
    decided(root, run)
    assert (
        path.read_text("utf-8") == before + 'decision: accepted\ndecided_on: 2026-06-05\ncommit: "0123456789abcdef"\n'
    )


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("001", "--decision", "rejected"), "give the reason"),
        (("001", "--decision", "accepted", "--on", "2026-05-01"), "before it was received"),
        (("001", "--decision", "accepted", "--commit", "main"), "no hash of a commit"),
        (("2026-05/0001", "--decision", "accepted"), "did you mean '2026-05/001'?"),
    ],
)
def test_a_decision_that_cannot_be_is_refused(root: Path, run: Run, arguments: tuple[str, ...], said: str) -> None:
    imported(root, run)
    ran = run("standard", "comments", "decide", SLUG, *arguments, "--root", root, "--lang", "en")
    assert ran.code == 2
    assert said in ran.err


def table(root: Path, run: Run, form: str) -> bytes:
    out = root / f"table.{form}"
    ran = run("standard", "comments", "table", SLUG, "--format", form, "--out", out, "--root", root)
    assert ran.code == 0, ran.err
    assert "共收到意见 4 条，提出意见的单位 2 个；采纳 1 条，部分采纳 1 条，不采纳 1 条，待处理 1 条。" in ran.out
    return out.read_bytes()


def test_the_table_says_the_same_in_every_format(root: Path, run: Run, golden: Golden) -> None:
    imported(root, run)
    decided(root, run)
    content = table(root, run, "csv")
    golden(TABLE, content)
    rows = [[cell.removeprefix("'") for cell in row] for row in csv.reader(StringIO(content.decode("utf-8-sig")))]
    word = docx.Document(BytesIO(table(root, run, "docx")))
    assert [[cell.text for cell in row.cells] for row in word.tables[0].rows] == rows
    book = openpyxl.load_workbook(BytesIO(table(root, run, "xlsx")))
    cells = [
        ["" if cell is None else str(cell) for cell in row] for row in book.worksheets[0].iter_rows(values_only=True)
    ]
    start = next(n for n, row in enumerate(cells) if row[0] == "序号")
    assert cells[start : start + len(rows)] == rows
    assert all(cell.data_type != "f" for row in book.worksheets[0].iter_rows() for cell in row)
    for form in ("csv", "docx", "xlsx"):
        assert table(root, run, form) == table(root, run, form)


def test_a_table_that_was_filed_is_held_against_the_comments(root: Path, run: Run) -> None:
    imported(root, run)
    decided(root, run)
    last = ("--decision", "accepted", "--on", "2026-06-08", "--root", root)
    for form in ("docx", "xlsx", "csv"):
        (root / COMMENTS / "004.yaml").write_text(
            "".join(
                line
                for line in (root / COMMENTS / "004.yaml").read_text("utf-8").splitlines(keepends=True)
                if not line.startswith("deci")
            ),
            "utf-8",
        )
        run("standard", "comments", "table", SLUG, "--format", form, "--file", "--root", root)
        run("standard", "comments", "decide", SLUG, "004", *last)
        shut = run("standard", "advance", SLUG, "--on", "2026-06-10", "--root", root, "--lang", "en")
        assert f"documents/comment-table.{form} differs in 1 comments" in shut.out
        run("standard", "comments", "table", SLUG, "--format", form, "--file", "--root", root)
        again = run("standard", "advance", SLUG, "--on", "2026-06-10", "--dry-run", "--root", root, "--lang", "en")
        assert f"✓ the table of comments is up to date: documents/comment-table.{form}" in again.out
        (root / FOLDER / "documents" / f"comment-table.{form}").unlink()


def test_comments_stay_with_their_clause_and_orphans_are_shown(root: Path, run: Run) -> None:
    imported(root, run)
    draft = root / FOLDER / "draft.md"
    text = draft.read_text("utf-8")
    head, latency, rest = text.partition("## 时延 {#c-latency}")
    body, reliability, tail = rest.partition("## 可靠性 {#c-reliability}")
    moved = f"{head}{reliability}{tail.rstrip()}\n\n{latency}{body}".replace(
        "# 要求 {#c-requirements}", "# 技术要求 {#c-technical}"
    )
    draft.write_text(moved.rstrip() + "\n", "utf-8")
    run("fmt", "--root", root, root / "standards")
    rows = list(csv.reader(StringIO(_table(root, run))))
    assert [row[1] for row in rows[1:]] == ["全文", "4.2（原4.1）", "第4章（未找到）", "7.3（未找到）"]
    board = run("standard", "comments", "board", SLUG, "--root", root, "--lang", "en").out
    assert "clause removed, or never found:" in board
    assert "2026-05/002  第4章 (not found)" in board
    assert "D404 orphaned-comment" in run("validate", "--root", root).out


def _table(root: Path, run: Run) -> str:
    out = root / "table.csv"
    run("standard", "comments", "table", SLUG, "--format", "csv", "--out", out, "--root", root)
    return out.read_text("utf-8-sig")


def test_hostile_text_stays_text(root: Path, run: Run) -> None:
    hostile = (
        '意见内容,提出单位,章条编号\n"=cmd|\'/C calc\'!A1 <script>: {a: b} # - ""x""\n--- \x07\u202e\n",某厂,4.1\n'
    )
    write(root, "sheet.csv", hostile)
    imported(root, run)
    assert data(root, "001.yaml")["text"] == "=cmd|'/C calc'!A1 <script>: {a: b} # - \"x\"\n---"
    content = table_of_one(root, run)
    assert openpyxl.load_workbook(BytesIO(content)).worksheets[0].max_row > 3


def table_of_one(root: Path, run: Run) -> bytes:
    out = root / "table.xlsx"
    assert run("standard", "comments", "table", SLUG, "--format", "xlsx", "--out", out, "--root", root).code == 0
    return out.read_bytes()


def test_personal_data_in_comments_is_found(root: Path, run: Run) -> None:
    write(
        root,
        f"{COMMENTS}/001.yaml",
        "name: 张伟\nreceived: 2026-05-20\ntype: technical\ntext: 请致电 13800138000 或 zhang.wei@example.com。\n",
    )
    said = run("validate", "--root", root).out
    assert {code for code in ("X101", "X103", "X104") if code in said} == {"X101", "X103", "X104"}
    assert said.count(f"{COMMENTS}/001.yaml:") == 3


def test_comments_in_the_margin_of_a_word_draft_come_in_without_their_author(root: Path, run: Run) -> None:
    sent = root / "draft.docx"
    assert run("standard", "docx", SLUG, "--out", sent, "--root", root).code == 0
    file = docx.Document(str(sent))
    paragraph = next(one for one in file.paragraphs if "转发时延" in one.text)
    file.add_comment(paragraph.runs, text="没有写明测量位置。", author="张伟", initials="zw")
    file.save(str(root / "back.docx"))
    arguments = (
        "standard",
        "comments",
        "import",
        root / "back.docx",
        "--into",
        SLUG,
        "--round",
        "2026-05",
        "--root",
        root,
    )
    assert "not taken: no organisation is given" in run(*arguments, "--lang", "en").err
    ran = run(*arguments, "--organisation", "示例测试中心")
    assert ran.code == 0, ran.err
    found = data(root, "001.yaml")
    assert (found["organisation"], found["source"], found["clause"]) == ("test-centre", "word", "p-lat-01")
    assert (found["text"], found["number"]) == ("没有写明测量位置。", "4.1")
    assert "张伟" not in (root / COMMENTS / "001.yaml").read_text("utf-8")


def test_the_text_of_an_issue_comes_in(root: Path, run: Run) -> None:
    write(
        root,
        "issue.md",
        "### 标准 / Standard\n\ngateway-access\n\n### 章条 / Clause\n\n4.2（c-reliability）\n\n### 类型 / Type\n\n编辑性 / editorial\n\n"
        "### 意见内容和理由 / Comment and reason\n\n单位应为h。\n\n### 提出单位 / Organisation\n\n示例测试中心\n",
    )
    ran = run("standard", "comments", "import", root / "issue.md", "--into", SLUG, "--round", "2026-05", "--root", root)
    assert ran.code == 0, ran.err
    found = data(root, "001.yaml")
    assert (found["source"], found["clause"], found["type"]) == ("form", "c-reliability", "editorial")
