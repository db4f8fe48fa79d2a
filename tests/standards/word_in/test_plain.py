"""Word files of other hands: heading styles or typed numbers, lists, captions, notes, merged cells, formulas."""

from generator.drafts.model import Draft, Table, Term, walk
from generator.drafts.write import draft_markdown
from generator.standards.word_in.read import read_docx
from generator.standards.word_in.report import Imported
from tests.standards.word_in.files import NAMES, R, paragraph, relation, word

P = paragraph


def read(body: str, **more: object) -> Imported:
    return read_docx(word(body, **more))  # type: ignore[arg-type]


def markdown(body: str) -> str:
    return draft_markdown(read(body).draft)


def cell(text: str, look: str = "") -> str:
    return f"<w:tc><w:tcPr>{look}</w:tcPr>{P(text)}</w:tc>"


def table(*rows: str) -> str:
    return "<w:tbl>" + "".join(f"<w:tr>{row}</w:tr>" for row in rows) + "</w:tbl>"


def test_typed_numbers_are_taken_off_and_tell_the_level() -> None:
    body = (
        P("前  言") + P("本文件由甲提出。") + P("1　范围") + P("本文件规定了要求。") + P("2 规范性引用文件")
        + P("第3章 要求", "H1") + P("3.1 时延", "H2") + P("3.1.1　时延应不大于10 ms。") + P("3.1.2 时延应按附录A测量。")
        + P("附录A（规范性）") + P("试验方法") + P("A.1 步骤") + P("测量。") + P("参考文献") + P("[1] 甲")
    )  # fmt: skip
    draft = read(body).draft
    assert [(c.number, c.level, c.kind, c.title) for c in draft.clauses] == [
        ("", 1, "foreword", "前言"),
        ("1", 1, "scope", "范围"),
        ("2", 1, "references", "规范性引用文件"),
        ("3", 1, "body", "要求"),
        ("3.1", 2, "body", "时延"),
        ("3.1.1", 3, "body", ""),
        ("3.1.2", 3, "body", ""),
        ("A", 1, "annex", "试验方法"),
        ("A.1", 2, "annex", "步骤"),
        ("", 1, "bibliography", "参考文献"),
    ]
    assert draft.clauses[7].nature == "normative"


def test_a_style_that_stands_on_a_heading_is_one() -> None:
    outlined = P("丙", look='<w:outlineLvl w:val="1"/>')
    draft = read(P("甲", "H1") + P("乙", "Own") + outlined).draft
    assert [(c.level, c.title) for c in draft.clauses] == [(1, "甲"), (2, "乙"), (2, "丙")]


def test_typed_lists_notes_and_captions() -> None:
    body = (
        P("甲", "H1") + P("包括：") + P("a) 一：") + P("1) 子一；") + P("2) 子二；") + P("b) 二。") + P("其中：")
        + P("——三；") + P("——四。") + P("注：说明。") + P("示例1：例子。") + P("表1　等级") + table(cell("甲") + cell("乙"), cell("1") + cell("2"))
    )  # fmt: skip
    assert markdown(body) == (
        "# 甲\n\n包括：\n\n1. 一：\n   1. 子一；\n   2. 子二；\n2. 二。\n\n其中：\n\n- 三；\n- 四。\n\n"
        "::: note\n说明。\n:::\n\n::: example\n例子。\n:::\n\n表：等级\n\n| 甲 | 乙 |\n|---|---|\n| 1 | 2 |\n"
    )


def test_merged_cells() -> None:
    down, on = '<w:vMerge w:val="restart"/>', "<w:vMerge/>"
    body = P("甲", "H1") + table(
        cell("一", '<w:gridSpan w:val="2"/>') + cell("二"),
        cell("三", down) + cell("四") + cell("五"),
        cell("", on) + cell("六", '<w:gridSpan w:val="2"/>'),
    )
    found = [b for c in read(body).draft.clauses for b in walk(c.blocks) if isinstance(b, Table)]
    assert [[(c.rows, c.columns) for c in row] for row in (*found[0].head, *found[0].body)] == [
        [(1, 2), (1, 1)],
        [(2, 1), (1, 1), (1, 1)],
        [(1, 2)],
    ]


def test_terms_that_are_set_as_clauses() -> None:
    body = P("术语和定义", "H1") + P("3.1 端到端时延 end-to-end latency", "H2") + P("所用的时间。") + P("注：单向。")
    draft: Draft = read(body).draft
    term = draft.clauses[0].blocks[0]
    assert isinstance(term, Term)
    assert (draft.terms[0].en, len(term.blocks), len(draft.clauses)) == ("end-to-end latency", 2, 1)


def test_formulas_footnotes_links_and_looks() -> None:
    formula = (
        "<m:oMath><m:sSub><m:e><m:r><m:t>t</m:t></m:r></m:e><m:sub><m:r><m:t>1</m:t></m:r></m:sub></m:sSub></m:oMath>"
    )
    bold = '<w:r><w:rPr><w:b/></w:rPr><w:t>重要：</w:t></w:r><w:r><w:t>见</w:t></w:r><w:hyperlink r:id="l"><w:r><w:t>此</w:t></w:r></w:hyperlink>'
    note = '<w:r><w:footnoteReference w:id="2"/></w:r>'
    notes = f'<w:footnotes {NAMES}><w:footnote w:id="2">{P("脚注。")}</w:footnote></w:footnotes>'
    relations = relation("l", "hyperlink", "https://a.example", external=True) + relation(
        "f", "footnotes", "footnotes.xml"
    )
    body = P("甲", "H1") + f"<w:p>{bold}{note}</w:p>" + f"<w:p>{formula}<w:r><w:tab/><w:t>（1）</w:t></w:r></w:p>"
    found = read(body, parts={"word/footnotes.xml": notes}, relations=relations)
    assert draft_markdown(found.draft) == (
        "# 甲\n\n**重要：**&#35265;[此](https://a.example)[^note-1]\n\n$$t_{1}$$\n\n[^note-1]: 脚注。\n"
    )


def test_comments_stand_at_their_clause_and_name_nobody() -> None:
    start, end = (
        '<w:commentRangeStart w:id="0"/>',
        '<w:commentRangeEnd w:id="0"/><w:r><w:commentReference w:id="0"/></w:r>',
    )
    comments = f'<w:comments {NAMES}><w:comment w:id="0" w:author="张三" w:initials="ZS" w:date="2026-01-02T00:00:00Z">{P("请核对。")}</w:comment>' \
        f'<w:comment w:id="7" w:author="张三">{P("总的意见。")}</w:comment></w:comments>'  # fmt: skip
    body = P("甲", "H1") + P("乙", "H2") + f"<w:p>{start}<w:r><w:t>被批注的字</w:t></w:r>{end}</w:p>"
    found = read(body, parts={"word/comments.xml": comments}, relations=relation("c", "comments", "comments.xml"))
    assert [(c.number, c.text, c.quote, c.label, c.clause, c.date) for c in found.comments] == [
        (1, "请核对。", "被批注的字", "1.1", 1, "2026-01-02"),
        (2, "总的意见。", "", "", -1, ""),
    ]
    assert "张三" not in repr(found)


def test_references_to_words_own_bookmarks() -> None:
    caption = f'<w:bookmarkStart w:id="1" w:name="tbl_x"/><w:bookmarkStart w:id="2" w:name="_Ref99"/>{""}'
    field = (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> REF _Ref99 \\h </w:instrText></w:r>'
        '<w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>表1</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )
    body = P("甲", "H1") + P("见", more=field) + P("表1 题", more=caption) + table(cell("a"), cell("b"))
    assert "见[@tbl-x]\n" in markdown(body)
    assert "见表1\n" in markdown(P("甲", "H1") + P("见", more=field))
    assert R
