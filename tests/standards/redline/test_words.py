"""Differences of words: whole numbers, names and verbs, few pieces, cut where a reader would cut."""

import time

import pytest

from generator.drafts.model import Block, Change, Inline, Reference, Styled, Words
from generator.drafts.text import inline_text
from generator.standards.redline.words import Work, diff_inlines


def shown(old: tuple[Inline, ...], new: tuple[Inline, ...], *known: str) -> str:
    work = Work()
    for text in known:
        work.learn(text)
    marks = {"deleted": "[-{}-]", "inserted": "{{+{}+}}"}
    return "".join(
        marks[one.kind].format(inline_text(one.inlines)) if isinstance(one, Change) else inline_text((one,))
        for one in diff_inlines(old, new, work, lambda a, b: b)
    )


def line(text: str) -> tuple[Inline, ...]:
    return (Words(text),) if text else ()


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("不大于10 ms，平均5 ms。", "不大于20 ms，平均5 ms。", "不大于[-10 ms-]{+20 ms+}，平均5 ms。"),
        ("速率100 Mbit/s", "速率100 Gbit/s", "速率[-100 Mbit/s-]{+100 Gbit/s+}"),
        ("应支持5GC", "应支持5G", "应支持[-5GC-]{+5G+}"),
        ("终端应记录。", "终端宜记录。", "终端[-应-]{+宜+}记录。"),
        ("终端应记录。", "终端不应记录。", "终端[-应-]{+不应+}记录。"),
        ("以“声明值”表示", "以“实测值”表示", "以[-“声明值”-]{+“实测值”+}表示"),
        ("按GB/T 22239—2019的规定", "按GB/T 22240—2020的规定", "按[-GB/T 22239—2019-]{+GB/T 22240—2020+}的规定"),
        ("声明报文可靠性。", "声明报文可用性。", "声明报文[-可靠-]{+可用+}性。"),
        ("启动、停止、升级和卸载", "启动、停止、升级、回退和卸载", "启动、停止、升级{+、回退+}和卸载"),
        ("应记录原因。应保存。", "应记录原因。应上报。应保存。", "应记录原因。{+应上报。+}应保存。"),
        ("完全是另外一句话了", "网络切片由用户配置", "[-完全是另外一句话了-]{+网络切片由用户配置+}"),
        ("同样的", "同样的", "同样的"),
        ("", "新的", "{+新的+}"),
    ],
)
def test_reads_well(old: str, new: str, expected: str) -> None:
    assert shown(line(old), line(new), old, new) == expected


def test_the_drafts_tell_which_characters_are_a_word() -> None:
    old, new = (Words("单终端上行用户速率"),), (Words("单终端下行用户速率"),)
    assert shown(old, new, "上行和下行", "上行", "下行") == "单终端[-上行-]{+下行+}用户速率"


def test_references_count_by_target_and_style_counts() -> None:
    old: tuple[Inline, ...] = (Words("见"), Reference("tbl-a", "表1"), Words("。"))
    assert shown(old, (Words("见"), Reference("tbl-a", "表2"), Words("。"))) == "见表2。"
    assert shown(old, (Words("见"), Reference("tbl-b", "表1"), Words("。"))) == "见[-表1-]{+表1+}。"
    bold = (Words("甲"), Styled("strong", (Words("乙"),)), Words("丙丁戊己庚"))
    assert shown((Words("甲乙丙丁戊己庚"),), bold) == "甲[-乙-]{+乙+}丙丁戊己庚"


@pytest.mark.parametrize(
    ("unit", "many"), [("甲乙", 9_000), ("ab ", 6_000), ("应，", 9_000), ("甲", 900_000), ("乙。", 90_000)]
)
def test_what_repeats_without_end_is_bounded(unit: str, many: int) -> None:
    old, new = (Words(unit * many),), (Words("丙" + unit[::-1] * many + "丁"),)
    start = time.process_time()
    made = diff_inlines(old, new, Work(), _same)
    assert time.process_time() - start < 4
    assert any(isinstance(one, Change) for one in made)


def _same(old: tuple[Block, ...], new: tuple[Block, ...]) -> tuple[Block, ...]:
    return new
