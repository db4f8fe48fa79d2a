"""What a waiver in a draft holds for: the next clause or block, by number or by name, and nothing else."""

import pytest

from generator.drafts.model import Waiver
from generator.drafts.read import read_draft
from tests.rules.repository import diagnostics
from tests.unit.drafts import skeleton

FIRST = skeleton.SKELETON.count("\n") + 1
"""The line of a fragment's first line."""


def waivers(fragment: str) -> list[tuple[int, int]]:
    """The lines that each waiver of a fragment holds for, counted from 1 in the fragment."""
    draft, _ = read_draft("draft.md", skeleton.draft(fragment))
    assert draft is not None
    return [(waiver.first - FIRST + 1, waiver.last - FIRST + 1) for waiver in draft.waivers]


@pytest.mark.parametrize(
    ("fragment", "lines"),
    [
        ("<!-- waive D302: a -->\n\n一。\n\n二。\n", [(1, 4)]),
        ("<!-- waive D302: a -->\n<!-- waive D303: b -->\n\n一。\n\n二。\n", [(1, 5), (2, 5)]),
        ("<!-- waive D302: a -->\n\n## 甲 {#c-a}\n\n一。\n\n二。\n\n## 乙 {#c-b}\n\n三。\n", [(1, 8)]),
        ("<!-- waive D302: a -->\n\n## 甲 {#c-a}\n\n### 乙 {#c-b}\n\n三。\n", [(1, 4)]),
        ("一：\n\n<!-- waive D302: a -->\n\n- 甲；\n- 乙。\n\n二。\n", [(3, 7)]),
        ("一：\n\n- 甲；\n\n  <!-- waive D302: a -->\n\n  续；\n\n- 乙。\n", [(5, 8)]),
        ("<!-- waive D302: a -->\n\n表：题 {#tbl-a}\n\n| 甲 | 乙 |\n|---|---|\n| 1 | 2 |\n\n二。\n", [(1, 8)]),
        ("一。\n\n二。 <!-- waive D302: a --> 三，\n四。\n\n五。\n", [(3, 5)]),
    ],
)
def test_what_follows_a_waiver(fragment: str, lines: list[tuple[int, int]]) -> None:
    assert waivers(fragment) == lines


def test_a_waiver_before_a_provision_holds_for_all_of_it() -> None:
    block = "::: {.provision #p-x-01 kind=requirement aspect=security}\n网关应记录：\n\n- 时刻。\n:::\n"
    assert waivers(f"<!-- waive D302: a -->\n\n{block}\n后文。\n") == [(1, 8)]


def test_a_waiver_at_the_top_holds_for_the_draft_as_a_whole() -> None:
    text = skeleton.SKELETON.replace("# 范围 {#c-scope}\n\n本文件规定了示例产品的要求。\n\n", "").encode()
    assert [code.code for code, _ in read_draft("draft.md", text)[1]] == ["D017"]
    draft, problems = read_draft("draft.md", "<!-- waive missing-clause: 部分标准沿用第1部分 -->\n\n".encode() + text)
    assert problems == ()
    assert draft is not None
    assert draft.waivers == (Waiver("missing-clause", "部分标准沿用第1部分", 1, 1, 6, used=True),)


@pytest.mark.parametrize("name", ["D029", "missing-anchor"])
def test_a_finding_of_the_reader_is_set_aside(name: str) -> None:
    heading = "## 时延\n\n见说明。\n\n## 速率\n\n见说明。\n"
    found = [
        c.code for c, _ in read_draft("draft.md", skeleton.draft(f"<!-- waive {name}: 稍后编号 -->\n\n{heading}"))[1]
    ]
    assert found == ["D029"], "the second heading's"


def test_an_error_of_structure_is_not_set_aside() -> None:
    text = "<!-- waive D013: 相同 -->\n\n## 甲 {#c-a}\n\n一。\n\n<!-- waive D013: 相同 -->\n\n## 乙 {#c-a}\n\n二。\n"
    assert [c.code for c, _ in read_draft("draft.md", skeleton.draft(text))[1]] == ["D013"]


def names(fragment: str) -> list[str]:
    return [d.code.code for d in diagnostics(fragment)]


MUST = "::: {{.provision #p-x-0{n} kind=requirement aspect=security}}\n网关应启用日志，必须记录操作。\n:::\n"


@pytest.mark.parametrize("name", ["D380", "must-verb"])
def test_a_finding_of_a_rule_is_set_aside(name: str) -> None:
    assert names(MUST.format(n=1)) == ["D380"]
    assert names(f"<!-- waive {name}: 引自法规 -->\n\n{MUST.format(n=1)}") == []
    assert names(f"<!-- waive {name}: 引自法规 -->\n\n{MUST.format(n=1)}\n{MUST.format(n=2)}") == ["D380"]


def test_a_waiver_that_has_no_use_is_found() -> None:
    assert names("<!-- waive D380: 引自法规 -->\n\n网关由企业管理。\n") == ["D301"]
    assert names("<!-- waive missing-anchor: 稍后编号 -->\n\n网关由企业管理。\n") == ["D301"]
    assert names(f"{MUST.format(n=1)}\n<!-- waive D380: 位置不对 -->\n\n网关由企业管理。\n") == ["D380", "D301"]


@pytest.mark.parametrize("name", ["D980", "must-verbs", "D013", "element-order"])
def test_a_waiver_of_what_is_not_waivable_is_found(name: str) -> None:
    assert names(f"<!-- waive {name}: 原因 -->\n\n网关由企业管理。\n") == ["D300"]


def test_a_waiver_without_a_reason_is_malformed() -> None:
    assert names("<!-- waive D380 -->\n\n网关由企业管理。\n") == ["D026"]
