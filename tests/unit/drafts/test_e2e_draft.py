"""The project's own draft: clean, complete over the five aspects, its values those of the sources."""

from pathlib import Path

import pytest

from generator.drafts.check import anchors
from generator.drafts.lock import check_lock, lock_of, read_lock
from generator.drafts.model import ASPECTS, Draft, Table
from generator.drafts.read import read_draft
from generator.drafts.text import inline_text
from generator.loader.layout import places_of
from generator.loader.texts import read_comments
from generator.source.tree import FolderTree

FOLDER = Path(__file__).parents[3] / "standards" / "e2e-5g-intranet"


@pytest.fixture(scope="module")
def draft() -> Draft:
    found, problems = read_draft("draft.md", (FOLDER / "draft.md").read_bytes())
    assert found is not None
    assert problems == ()
    return found


def test_it_is_complete(draft: Draft) -> None:
    titles = [c.title for c in draft.clauses if c.level == 1]
    assert titles[:6] == ["前言", "引言", "范围", "规范性引用文件", "术语和定义", "缩略语"]
    assert [c.nature for c in draft.clauses if c.kind == "annex" and c.level == 1] == ["normative", "informative"]
    for aspect in ASPECTS:
        assert sum(p.aspect == aspect for p in draft.provisions) >= 10
    assert len(draft.provisions) >= 60
    assert all(t.en for t in draft.terms)


@pytest.mark.parametrize(
    ("kind", "words"),
    [("requirement", "应"), ("recommendation", "宜"), ("permission", "可")],
)
def test_the_words_fit_the_kinds(draft: Draft, kind: str, words: str) -> None:
    for provision in draft.provisions:
        if provision.kind == kind:
            assert words in provision.text, provision.id
        assert not any(word in provision.text for word in ("必须", "不得", "禁止", "不可")), provision.id


def test_every_requirement_says_how_it_is_tested(draft: Draft) -> None:
    tests = {p.id for p in draft.provisions if p.kind == "instruction"}
    for provision in draft.provisions:
        named = set(provision.verify.split())
        assert named <= tests, provision.id
        assert named or provision.kind != "requirement", provision.id
    assert tests - {"p-ver-08"} == {name for p in draft.provisions for name in p.verify.split()}


def test_the_published_edition_differs_in_every_way_that_a_comparison_shows(draft: Draft) -> None:
    old, problems = read_draft("draft.md", (FOLDER / "published" / "2025" / "draft.md").read_bytes())
    assert old is not None
    assert problems == ()
    before, now = ({p.id: p for p in text.provisions} for text in (old, draft))
    both = before.keys() & now.keys()
    assert before.keys() - now.keys()
    assert now.keys() - before.keys()
    assert any(before[name].fingerprint == now[name].fingerprint for name in both)
    assert any(
        before[name].fingerprint == now[name].fingerprint and before[name].number != now[name].number for name in both
    )
    assert any(
        before[name].fingerprint != now[name].fingerprint and before[name].substance == now[name].substance
        for name in both
    )
    assert {"p-lat-01", "p-lat-02", "p-rel-02", "p-rate-02"} <= {
        name for name in both if before[name].substance != now[name].substance
    }


@pytest.mark.parametrize(
    ("use_case", "values"),
    [  # 3GPP TS 22.104, table 5.5-1
        ("移动机器人，视频流", ["＞99.9999", "约1周", "10", "上行＞10 Mbit/s", "≤50", "≤2000", "≤1 km²"]),
        ("移动控制面板，并行数据", ["99.9999～99.999999", "约1个月", "＜30", "＞5 Mbit/s", "＜8", "待定", "待定"]),
        ("紧急停止面板", ["99.999999", "1 d", "＜8", "250 kbit/s", "≤10", "≥2", "30 m×30 m"]),
        ("增强现实，双向", ["＞99.9", "约1个月", "＜10", "—", "＜8", "≥3", "20 m×20 m×4 m"]),
        (
            "有线替代，100 Mbit/s",
            ["99.9999～99.999999", "约10年", "＜1", "25 Mbit/s", "静止", "2～5", "100 m×30 m×10 m"],
        ),
        # 3GPP TS 22.261, annex D
        ("过程自动化，远程控制", ["—", "约100 Mbit/s", "99.9999", "约1000", "—"]),
        ("过程自动化，过程与资产监测", ["—", "约1 Mbit/s", "99.9", "最高10000", "300 m×300 m×50 m"]),
    ],
)
def test_reference_values_are_those_of_the_sources(draft: Draft, use_case: str, values: list[str]) -> None:
    rows = [row for c in draft.clauses for b in c.blocks if isinstance(b, Table) for row in b.body]
    found = [[inline_text(cell.inlines) for cell in row] for row in rows]
    assert [row[1:] for row in found if row and row[0].startswith(use_case)] == [values]


def test_the_lock_is_up_to_date(draft: Draft) -> None:
    content = (FOLDER / "provisions.lock.yaml").read_bytes()
    lock, problems = read_lock("provisions.lock.yaml", content)
    assert problems == ()
    assert check_lock("draft.md", draft, lock, "provisions.lock.yaml") == ()
    assert lock_of(draft, lock).encode() == content


def test_the_comments_show_every_case(draft: Draft) -> None:
    tree = FolderTree(FOLDER.parents[1], ("standards",))
    found, problems = read_comments(tree, places_of(tree)[0])
    assert problems == []
    comments = [one.comment for one in found[FOLDER.name] if one.turn == "2026-10"]
    assert len(comments) >= 20
    assert {one.decision for one in comments} == {"accepted", "partly", "rejected", None}
    assert all(one.reason and one.decided_on for one in comments if one.decision)
    lock, _ = read_lock("provisions.lock.yaml", (FOLDER / "provisions.lock.yaml").read_bytes())
    assert lock is not None
    gone = {one.clause for one in comments if one.clause} - {name for name, _, _ in anchors(draft)}
    assert gone
    assert gone <= set(lock.removed)
    numbers = {p.id: p.number for p in draft.provisions}
    assert any(one.number and one.number != numbers.get(one.clause or "", one.number) for one in comments)
