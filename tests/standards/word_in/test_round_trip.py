"""A draft that goes to Word and comes back is the same, byte by byte; what was changed there is changed in its place."""

from pathlib import Path

import pytest

from generator.drafts.model import Draft
from generator.standards.word_in.shown import report_lines
from tests.standards.word_in.files import docx_of, draft_of, edited, taken

ROOT = Path(__file__).parents[3]
DRAFTS = [*sorted(ROOT.glob("standards/**/draft.md")), ROOT / "tests/standards/word/torture.md"]
SMALL = """\
# 范围 {#c-scope}

本文件规定了“甲”……与——乙。

# 要求 {#c-a}

## 时延 {#c-latency}

<!-- waive D312: 由试验方法规定 -->

::: {.provision #p-lat-01 kind=requirement aspect=performance class=basic verify="c-test"}
时延应不大于10 ms，见[@tbl-a]。
:::

表：时延 {#tbl-a}

| 等级 | 上限 |
|:--|--:|
| L1 | 10 |
| ^^ | 20 |

### {#c-latency-1}

::: {.provision #p-lat-02 kind=permission aspect=performance}
可
分行书写。
:::

## 试验 {#c-test}

测量$T_i$三次。
"""


def provisions(draft: Draft) -> dict[str, tuple[str, str, str, str]]:
    return {one.id: (one.kind, one.aspect, one.grade, one.text) for one in draft.provisions}


@pytest.mark.parametrize("path", DRAFTS, ids=lambda path: f"{path.parent.name}-{path.stem}")
def test_a_draft_that_nobody_changed_keeps_every_byte(path: Path) -> None:
    source = path.read_text("utf-8")
    figures = {f"figures/{one.name}": one.read_bytes() for one in path.parent.glob("figures/*")}
    found = taken(docx_of(source, figures), source)
    assert found.merged is not None
    assert (found.edits, found.merged.text == source) == ((), True)


def test_only_what_was_changed_in_word_is_written_anew() -> None:
    content = edited(docx_of(SMALL), "时延应不大于10 ms，见", "时延应不大于8 ms，见")
    found = taken(content, SMALL)
    assert found.merged is not None
    assert found.merged.text == SMALL.replace("10 ms", "8 ms")
    assert [(edit.id, edit.label, edit.tracked) for edit in found.edits] == [("c-latency", "2.1", False)]
    assert not found.lost


def test_a_clause_that_was_moved_keeps_its_id_and_its_lines() -> None:
    moved = SMALL.replace("## 试验 {#c-test}\n\n测量$T_i$三次。\n", "").replace(
        "## 时延", "## 试验 {#c-test}\n\n测量$T_i$三次。\n\n## 时延"
    )
    found = taken(docx_of(moved), SMALL)
    assert found.merged is not None
    assert found.merged.text.rstrip() == moved.rstrip()
    assert found.merged.moved
    assert [(one.id, bool(one.was), one.old == one.new) for one in found.edits] == [("c-test", True, True)]
    assert any("→" in line and line.endswith("移动") for line in report_lines(found, "zh"))


def test_what_is_new_gets_ids_that_were_never_used() -> None:
    more = SMALL.replace(
        "## 试验",
        "### {#c-latency-2}\n\n::: {.provision #p-lat-09 kind=requirement aspect=function}\n应声明抖动。\n:::\n\n## 试验",
    )
    content = docx_of(more)
    for new, old in (("c_latency_2", "x_one"), ("p_lat_09", "y_one")):
        content = edited(content, f'w:name="{new}"', f'w:name="_{old}"')
    found = taken(content, SMALL, removed=("p-lat-03", "p-lat-04"))
    assert found.merged is not None
    made = provisions(draft_of(found.merged.text))
    assert made["p-lat-05"] == ("requirement", "performance", "", "应声明抖动。")
    assert "### {#c-latency-2}" in found.merged.text


def test_a_provision_that_was_removed_is_not_brought_back_under_its_id() -> None:
    less = SMALL.replace(
        "::: {.provision #p-lat-02 kind=permission aspect=performance}\n可\n分行书写。\n:::\n", "另见表。\n"
    )
    found = taken(docx_of(SMALL), less, removed=("p-lat-02",))
    assert found.merged is not None
    assert "p-lat-02" not in found.merged.text
    assert [remark.what.zh for remark in found.remarks if "已废止" in remark.what.zh]


def test_a_clause_that_the_file_does_not_have_is_a_loss_to_look_at() -> None:
    found = taken(docx_of(SMALL.partition("## 试验")[0]), SMALL)
    assert found.merged is not None
    assert found.merged.removed == ("c-test",)
    assert found.lost


def test_without_bookmarks_the_text_tells_which_clause_is_which() -> None:
    content = docx_of(SMALL)
    for name in ("c_latency", "p_lat_01", "c_latency_1", "p_lat_02", "c_a", "tbl_a", "c_test", "c_scope"):
        content = edited(content, f'w:name="{name}"', f'w:name="_{name}"')
    content = edited(content, "时延应不大于10 ms，见", "时延应不大于9 ms，见")
    found = taken(content, SMALL)
    assert found.merged is not None
    assert provisions(draft_of(found.merged.text))["p-lat-01"][:3] == ("requirement", "performance", "basic")
    assert [edit.id for edit in found.edits] == ["c-latency"]
    assert found.merged.text == SMALL.replace("10 ms", "9 ms").replace("可\n分行", "可\n分行")


def test_chinese_signs_survive() -> None:
    source = SMALL.replace("与——乙", "‘乙’、“丙”（％～＋）……　——丁")
    found = taken(docx_of(source), SMALL)
    assert found.merged is not None
    assert "‘乙’、“丙”（％～＋）……　——丁" in found.merged.text


def test_another_document_is_refused() -> None:
    from generator.diagnostics import Refused

    with pytest.raises(Refused) as refused:
        taken(docx_of("# 全然不同 {#z}\n\n无关的文字内容。\n"), "# 范围 {#c-scope}\n\n本文件规定了要求。\n")
    assert "没有一章" in refused.value.text.zh
