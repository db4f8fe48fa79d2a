"""Tracked changes: accepting or rejecting them gives what Word gives, with whole paragraphs, rows and moves."""

from dataclasses import replace

import pytest

from generator.drafts.write import draft_markdown
from generator.standards.redline.compare import compare_drafts
from generator.standards.redline.mark import marked
from generator.standards.word.write import standard_docx
from generator.standards.word_in.read import read_docx
from generator.standards.word_in.tracked import Resolution
from tests.standards.word.samples import document
from tests.standards.word_in.files import docx_of, draft_of, edited, paragraph, taken, word
from tests.standards.word_in.test_round_trip import SMALL

P = paragraph
BY = 'w:id="9" w:author="张三" w:date="2026-01-02T00:00:00Z"'


def ins(text: str) -> str:
    return f"<w:ins {BY}><w:r><w:t>{text}</w:t></w:r></w:ins>"


def gone(text: str) -> str:
    return f"<w:del {BY}><w:r><w:delText>{text}</w:delText></w:r></w:del>"


def mark(kind: str) -> str:
    return f"<w:rPr><w:{kind} {BY}/></w:rPr>"


CASES = {
    "words": (P("甲", more=gone("乙") + ins("丙") + "<w:r><w:t>丁</w:t></w:r>"), "甲丙丁", "甲乙丁"),
    "a paragraph": (P("甲") + P("", more=ins("乙"), look=mark("ins")) + P("丙"), "甲\n\n乙\n\n丙", "甲\n\n丙"),
    "a deleted paragraph": (P("甲") + P("", more=gone("乙"), look=mark("del")) + P("丙"), "甲\n\n丙", "甲\n\n乙\n\n丙"),
    "a split": (P("甲", look=mark("ins")) + P("乙"), "甲\n\n乙", "甲乙"),
    "a join": (P("甲", look=mark("del")) + P("乙"), "甲乙", "甲\n\n乙"),
    "three joined": (P("甲", look=mark("del")) + P("乙", look=mark("del")) + P("丙"), "甲乙丙", "甲\n\n乙\n\n丙"),
    "a move": (
        P("", more=f"<w:moveFrom {BY}><w:r><w:t>甲</w:t></w:r></w:moveFrom>", look=mark("moveFrom")) + P("乙")
        + P("", more=f"<w:moveTo {BY}><w:r><w:t>甲</w:t></w:r></w:moveTo>", look=mark("moveTo")) + P("丙"),
        "乙\n\n甲\n\n丙",
        "甲\n\n乙\n\n丙",
    ),
    "a row": (
        f"<w:tbl><w:tr><w:tc>{P('甲')}</w:tc></w:tr><w:tr><w:trPr><w:ins {BY}/></w:trPr><w:tc>{P('', more=ins('乙'))}</w:tc></w:tr>"
        f"<w:tr><w:trPr><w:del {BY}/></w:trPr><w:tc>{P('', more=gone('丙'))}</w:tc></w:tr></w:tbl>",
        "| 甲 |\n|---|\n| 乙 |",
        "| 甲 |\n|---|\n| 丙 |",
    ),
    "a style": (
        P("甲", "H2", look=f'<w:pPrChange {BY}><w:pPr><w:pStyle w:val="N"/></w:pPr></w:pPrChange>'), "## 甲", "甲"
    ),
    "a formula": (
        f"<w:p><m:oMath><m:r><m:t>a</m:t></m:r><w:ins {BY}><m:r><m:t>b</m:t></m:r></w:ins></m:oMath></w:p>", "$$ab$$", "$$a$$"
    ),
    "a link that is new": (P("甲", more=f'<w:hyperlink w:anchor="x">{ins("乙")}</w:hyperlink>'), "甲乙", "甲"),
}  # fmt: skip


@pytest.mark.parametrize("name", CASES)
def test_accepted_and_rejected(name: str) -> None:
    body, accepted, rejected = CASES[name]
    content = word(P("题", "H1") + body + P("末"))
    ways: tuple[tuple[Resolution, str], ...] = (("accept", accepted), ("reject", rejected))
    for how, wanted in ways:
        found = read_docx(content, how)
        assert found.changed
        assert draft_markdown(found.draft) == f"# 题\n\n{wanted}\n\n末\n"


def test_a_redline_gives_either_draft() -> None:
    old = draft_of(SMALL)
    new = draft_of(
        SMALL.replace("应不大于10 ms", "应不大于8 ms").replace("| L1 | 10 |\n| ^^ | 20 |", "| L1 | 10 |\n| L2 | 5 |")
        .replace("## 试验 {#c-test}\n\n测量$T_i$三次。", "## 试验 {#c-test}\n\n- 预热；\n- 测量$T_i$五次。\n\n## 报告 {#c-report}\n\n写明结果。")
    )  # fmt: skip
    both = standard_docx(replace(document(), draft=marked(compare_drafts(old, new), "示例单位", "2026-01-02")))
    ways: tuple[tuple[Resolution, str, str], ...] = (("accept", "new", ""), ("reject", "old", ""))
    for how, side, _ in ways:
        wanted = read_docx(standard_docx(replace(document(), draft=new if side == "new" else old)))
        assert draft_markdown(read_docx(both, how).draft) == draft_markdown(wanted.draft)


def test_proposals_leave_the_draft_alone_and_tell_tracked_from_untracked() -> None:
    content = edited(
        docx_of(SMALL),
        "本文件规定了“甲”……与——乙。</w:t></w:r>",
        f"本文件规定了“甲”……与——乙。</w:t></w:r>{ins('另见丙。')}",
    )
    content = edited(content, "时延应不大于10 ms，见", "时延应不大于8 ms，见")
    found = taken(content, SMALL, "propose")
    assert found.merged is None
    assert [(e.id, e.tracked, e.new.count("另见丙"), e.new.count("8 ms")) for e in found.edits] == [
        ("c-scope", True, 1, 0),
        ("c-latency", False, 0, 1),
    ]
    assert "张三" not in repr(found)
    rejected = taken(content, SMALL, "reject")
    assert rejected.merged is not None
    assert rejected.merged.text == SMALL.replace("10 ms", "8 ms")
