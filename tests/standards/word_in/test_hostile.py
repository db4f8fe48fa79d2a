"""Odd and hostile Word files: a draft with a report, or a refusal in words; never a hang, never a traceback."""

import time
from io import BytesIO
from zipfile import ZipFile

import pytest

from generator.diagnostics import Refused
from generator.drafts.write import draft_markdown
from generator.standards.word_in.read import read_docx
from tests.standards.word_in.files import NAMES, paragraph, relation, word

P = paragraph
TITLE = P("题", "H1")
BOX = f"<w:r><w:pict><v:shape><v:textbox><w:txbxContent>{P('框中的字')}</w:txbxContent></v:textbox></v:shape></w:pict></w:r>"
DEEP = "<w:sdt><w:sdtContent>" * 60
FIELD = '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>REF x</w:instrText></w:r>'


def without(content: bytes, name: str) -> bytes:
    out = BytesIO()
    with ZipFile(BytesIO(content)) as parts, ZipFile(out, "w") as made:
        for part in parts.namelist():
            if part != name:
                made.writestr(part, parts.read(part))
    return out.getvalue()


REFUSED = {
    "no document": without(word(TITLE), "word/document.xml"),
    "no relations": without(word(TITLE), "_rels/.rels"),
    "no body": word("", parts={"word/document.xml": f"<w:document {NAMES}/>"}),
    "entity": word(TITLE, parts={"word/document.xml": f'<!DOCTYPE x [<!ENTITY e "y">]><w:document {NAMES}><w:body>&e;</w:body></w:document>'}),
    "laughs": word(
        TITLE,
        parts={"word/styles.xml": '<!DOCTYPE x [<!ENTITY a "' + "b" * 50 + '"><!ENTITY c "' + "&a;" * 50 + '">]><x>&c;</x>'},
    ),
    "nesting": word("<w:sdt>" * 400 + "</w:sdt>" * 400),
    "bomb": word(TITLE, parts={"word/media/a.png": b"\0" * 5_000_000}),
    "paragraphs": word("<w:p/>" * 70_000),
    "broken": word(TITLE)[:200],
    "not xml": word(TITLE, parts={"word/document.xml": "nothing"}),
}  # fmt: skip


@pytest.mark.parametrize("name", REFUSED)
def test_what_cannot_be_read_is_refused_in_words(name: str) -> None:
    began = time.monotonic()
    with pytest.raises(Refused) as refused:
        read_docx(REFUSED[name])
    assert refused.value.text.zh
    assert refused.value.text.en
    assert time.monotonic() - began < 10


ODD = {
    "text box": (P("甲", more=BOX), "甲", "文本框里的文字"),
    "embedded document": (P("甲") + '<w:altChunk r:id="x"/>', "甲", "嵌入的其他文档"),
    "picture outside": (
        P("甲", more='<w:r><w:drawing><wp:inline><a:blip r:embed="p"/></wp:inline></w:drawing></w:r>'), "甲", "没有存在文件里的图片"
    ),
    "shape": (P("甲", more="<w:r><w:drawing><wp:inline/></w:drawing></w:r>"), "甲", "图形或图表"),
    "content controls": (f"{DEEP}{P('甲')}{'</w:sdtContent></w:sdt>' * 60}", "甲", ""),
    "smart tags": (f"<w:p>{'<w:smartTag>' * 30}<w:r><w:t>甲</w:t></w:r>{'</w:smartTag>' * 30}</w:p>", "甲", ""),
    "field without an end": (P("", more=FIELD) + P("甲"), "甲", ""),
    "end without a field": (P("甲", more='<w:r><w:fldChar w:fldCharType="end"/></w:r>'), "甲", ""),
    "table in a table": (
        f"<w:tbl><w:tr><w:tc>{P('甲')}<w:tbl><w:tr><w:tc>{P('乙')}</w:tc></w:tr></w:tbl></w:tc></w:tr></w:tbl>", "| 甲 乙 |\n|---|", "表格里的表格"
    ),
    "huge span": (
        f'<w:tbl><w:tr><w:tc><w:tcPr><w:gridSpan w:val="999999999"/></w:tcPr>{P("甲")}</w:tc></w:tr></w:tbl>', None, ""
    ),
    "hidden": ("<w:p><w:r><w:t>甲</w:t></w:r><w:r><w:rPr><w:vanish/></w:rPr><w:t>藏</w:t></w:r></w:p>", "甲", "隐藏的文字"),
    "style circle": (P("甲", "C1"), "甲", ""),
    "symbol": (P("甲", more='<w:r><w:sym w:font="Wingdings" w:char="F0FC"/></w:r>'), "甲", "符号字体"),
    "unknown": (P("甲", more="<w:unheardOf><w:r><w:t>乙</w:t></w:r></w:unheardOf>"), "甲", "不认识的内容"),
    "footnote without text": (P("甲", more='<w:r><w:footnoteReference w:id="9"/></w:r>'), "甲", "没有内容的脚注"),
    "unsafe link": (P("甲", more='<w:hyperlink r:id="j"><w:r><w:t>乙</w:t></w:r></w:hyperlink>'), "甲乙", "链接 javascript"),
    "markup": (P("&lt;script&gt;[@x](y) {#z} `a` $b$ ::: | # *c*"), None, ""),
    "invisible": (P("甲\u202e\u200b乙"), "甲乙", "看不见的控制字符"),
    "alternate content": (
        "<w:p><mc:AlternateContent><mc:Choice><w:r><w:t>甲</w:t></w:r></mc:Choice><mc:Fallback><w:r><w:t>乙</w:t></w:r></mc:Fallback></mc:AlternateContent></w:p>",
        "甲",
        "",
    ),
}  # fmt: skip
CIRCLE = (
    '<w:style w:type="paragraph" w:styleId="H1"><w:name w:val="heading 1"/></w:style>'
    '<w:style w:styleId="C1"><w:name w:val="一"/><w:basedOn w:val="C2"/></w:style>'
    '<w:style w:styleId="C2"><w:name w:val="二"/><w:basedOn w:val="C1"/></w:style>'
)


@pytest.mark.parametrize("name", ODD)
def test_what_is_odd_is_read_and_what_was_lost_is_told(name: str) -> None:
    body, text, told = ODD[name]
    relations = relation("j", "hyperlink", "javascript:alert(1)", external=True) + relation(
        "p", "image", "file:///etc/passwd", external=True
    )
    found = read_docx(word(TITLE + body, relations=relations, styles=CIRCLE))
    written = draft_markdown(found.draft)
    if text is not None:
        assert written == f"# 题\n\n{text}\n"
    lost = [remark.what.zh for remark in found.remarks]
    assert any(told in one for one in lost) if told else True


def test_text_without_headings_is_one_chapter_and_says_so() -> None:
    found = read_docx(word(P("甲") + P("乙")))
    assert [c.heading for c in found.draft.clauses] == [()]
    assert [remark.what.zh for remark in found.remarks if remark.lost] == ["没有找到章标题（全部文字作为一章）"]


def test_many_paragraphs_take_little_time() -> None:
    body = TITLE + "".join(
        P(f"应符合第{n}项要求。", more="<w:r><w:rPr><w:b/></w:rPr><w:t>加粗</w:t></w:r>") for n in range(10_000)
    )
    began = time.monotonic()
    assert len(read_docx(word(body)).draft.clauses[0].blocks) == 10_000
    assert time.monotonic() - began < 20
