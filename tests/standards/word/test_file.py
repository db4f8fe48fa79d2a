"""A standard as a Word file, by what is in its parts."""

from dataclasses import replace
from io import BytesIO
from random import Random
from zipfile import ZipFile

import docx as library
import pytest
from docx.oxml.ns import qn

from generator.drafts.model import Paragraph, Words, walk
from generator.standards.word.looks import style_id
from generator.standards.word.pictures import picture_of
from generator.standards.word.write import standard_docx
from generator.standards.word_styles import PART_NAMESPACE, STYLES, bookmark
from generator.texts import NOTHING
from tests.standards.word.reading import File, text_of
from tests.standards.word.samples import JPEG, SVG, document, png, torture

CONTENT = standard_docx(document())
FILE = File(CONTENT)
R_ID = qn("r:id")


def texts(name: str) -> list[str]:
    return [text_of(one) for one in FILE.named(name)]


def test_the_library_opens_it_and_finds_headings():
    opened = library.Document(BytesIO(CONTENT))
    assert len(opened.sections) == 3
    assert len(opened.tables) == 4
    headings = [one.text for one in opened.paragraphs if one.style and one.style.name == STYLES["clause-1"]]
    assert headings[:3] == ["范围", "规范性引用文件", "术语和定义"]
    assert opened.core_properties.title == "示例产品　第1部分：通用要求"
    assert opened.core_properties.created.date().isoformat() == "2026-10-12"


def test_the_same_document_gives_the_same_bytes_with_one_time_in_them():
    assert standard_docx(document()) == CONTENT
    with ZipFile(BytesIO(CONTENT)) as parts:
        assert {info.date_time for info in parts.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        assert parts.namelist()[0] == "[Content_Types].xml"


def test_cover():
    assert texts(STYLES["cover-codes"])[:2] == ["ICS 33.040.40", "CCS M 32"]
    assert texts(STYLES["cover-number"]) == ["T/ABC 001—2026"]
    assert texts(STYLES["cover-replaces"]) == ["代替 T/ABC 001—2020"]
    assert texts(STYLES["cover-title"]) == ["示例产品", "第1部分：通用要求"]
    assert texts(STYLES["cover-english"]) == ["Example products — Part 1: General requirements"]
    assert texts(STYLES["cover-stage"]) == ["（征求意见稿）", "（本稿完成日期：2026-10-12）"]
    assert "专利" in texts(STYLES["cover-patents"])[0]
    assert texts(STYLES["cover-published"]) == ["XXXX-XX-XX 发布"]
    assert texts(STYLES["cover-publisher"]) == ["示例促进会　发布"]


def test_cover_of_a_published_standard_and_as_the_society_wants_it():
    published = replace(
        document(), edition="2026", label="联合标准", stage=NOTHING, stage_date="", patent_request=NOTHING,
        published_on="2026-12-01", effective_on="2027-03-01", english_title=False, publisher="甲协会、乙协会", replaces=(),
    )  # fmt: skip
    file = File(standard_docx(published))
    shown = {name: [text_of(p) for p in file.named(STYLES[name])] for name in STYLES if name.startswith("cover-")}
    assert shown["cover-label"] == ["联合标准"]
    assert (shown["cover-published"], shown["cover-effective"]) == (["2026-12-01 发布"], ["2027-03-01 实施"])
    assert shown["cover-publisher"] == ["甲协会、乙协会　发布"]
    assert not any(shown[f"cover-{name}"] for name in ("english", "stage", "patents", "replaces"))


def test_what_is_an_example_says_so_on_the_cover_and_every_page():
    file = File(standard_docx(replace(document(), example=True)))
    assert "示例，不是正式发布的标准" in [text_of(p) for p in file.named(STYLES["cover-stage"])]
    assert [text_of(file.parts[f"word/header{n}.xml"]) for n in (1, 2)] == ["T/ABC 001—2026（示例）"] * 2


def test_contents_are_one_field_whose_entries_link_to_headings():
    entries = [p for p in FILE.paragraphs() if FILE.name(p).startswith("toc ")]
    shown = [text_of(one) for one in entries]
    assert shown[:6] == ["前言", "引言", "1　范围", "2　规范性引用文件", "3　术语和定义", "3.2　时间"]
    assert shown[-4:] == ["附录A（规范性）　取值", "A.1　说明", "附录B（资料性）　补充", "参考文献"]
    anchors = [one.get(qn("w:anchor")) for entry in entries for one in entry.iter(qn("w:hyperlink"))]
    assert len(anchors) == len(entries)
    assert set(anchors) <= FILE.bookmarks().keys()
    instructions = [one.text for entry in entries for one in entry.iter(qn("w:instrText"))]
    assert instructions == [' TOC \\o "1-2" \\h \\z \\u ']
    kinds = [one.get(qn("w:fldCharType")) for entry in entries for one in entry.iter(qn("w:fldChar"))]
    assert kinds == ["begin", "separate", "end"]


def test_sections_headers_and_page_numbers():
    sections = list(FILE.body.iter(qn("w:sectPr")))
    forms = [one.find(qn("w:pgNumType")) for one in sections]
    assert [form if form is None else form.get(qn("w:fmt")) for form in forms] == [None, "upperRoman", "decimal"]
    assert [form.get(qn("w:start")) for form in forms[1:]] == ["1", "1"]
    assert [one.find(qn("w:type")).get(qn("w:val")) for one in sections[1:]] == ["oddPage", "oddPage"]
    margins = sections[2].find(qn("w:pgMar"))
    assert [margins.get(qn(f"w:{side}")) for side in ("top", "right", "bottom", "left")] == [
        "1417",
        "1134",
        "1134",
        "1417",
    ]
    assert FILE.parts["word/settings.xml"].find(qn("w:evenAndOddHeaders")) is not None
    sides = {}
    for part in ("header", "footer"):
        for one in sections[2].iter(qn(f"w:{part}Reference")):
            target = _relations("document")[one.get(R_ID)]
            style = FILE.parts[f"word/{target}"].find(f".//{qn('w:pStyle')}").get(qn("w:val"))
            sides[part, one.get(qn("w:type"))] = FILE.styles[style].find(f"{qn('w:pPr')}/{qn('w:jc')}").get(qn("w:val"))
    assert sides == {
        ("header", "default"): "right", ("header", "even"): "left",
        ("footer", "default"): "right", ("footer", "even"): "left",
    }  # fmt: skip


def _relations(part: str) -> dict[str, str]:
    return {one.get("Id"): one.get("Target") for one in FILE.parts[f"word/_rels/{part}.xml.rels"]}


def test_the_title_stands_before_the_first_chapter_and_a_line_at_the_end():
    names = [FILE.name(p) for p in FILE.paragraphs()]
    assert names[names.index(STYLES["text-title"]) + 1] == STYLES["clause-1"]
    assert names[-1] == STYLES["end-line"]


def test_every_style_names_its_chinese_font_and_none_is_missing():
    styles = {one.find(qn("w:name")).get(qn("w:val")): one for one in FILE.styles.values()}
    assert set(STYLES.values()) <= styles.keys()
    fonts = {
        name: one.find(f"{qn('w:rPr')}/{qn('w:rFonts')}")
        for name, one in styles.items()
        if one.get(qn("w:type")) == "paragraph"
    }
    assert {font.get(qn("w:eastAsia")) for font in fonts.values()} == {"宋体", "黑体"}
    black = [
        "cover-title",
        "clause-1",
        "clause-3",
        "annex",
        "annex-2",
        "front-title",
        "table-title",
        "annex-table-title",
        "term",
    ]
    assert {fonts[STYLES[role]].get(qn("w:eastAsia")) for role in black} == {"黑体"}
    white = ["paragraph", "untitled-3", "note", "dash-item", "table-text", "footnote", "reference"]
    assert {fonts[STYLES[role]].get(qn("w:eastAsia")) for role in white} == {"宋体"}
    for part in FILE.parts.values():
        for tag in ("w:pStyle", "w:rStyle", "w:basedOn", "w:next", "w:tblStyle"):
            assert {one.get(qn("w:val")) for one in part.iter(qn(tag))} <= FILE.styles.keys()


def test_navigation_sees_the_headings():
    for level in range(1, 7):
        own = FILE.styles[style_id(f"clause-{level}")]
        based = FILE.styles[own.find(qn("w:basedOn")).get(qn("w:val"))]
        assert based.find(qn("w:name")).get(qn("w:val")) == f"heading {level}"
        assert based.find(f"{qn('w:pPr')}/{qn('w:outlineLvl')}").get(qn("w:val")) == str(level - 1)
    untitled = FILE.styles[style_id("untitled-3")].find(qn("w:basedOn")).get(qn("w:val"))
    assert untitled == style_id("paragraph")  # a 无标题条 is in no list of headings


def test_every_permanent_id_is_a_bookmark():
    draft, marks = torture(), FILE.bookmarks()
    ids = {clause.id for clause in draft.clauses}
    ids |= {getattr(block, "id", "") for clause in draft.clauses for block in walk(clause.blocks)} - {""}
    assert {bookmark(one) for one in ids} <= marks.keys()
    assert marks["tbl_span"] == "表1"
    assert marks["tbl_annex"] == "表A.1"
    assert marks["eq_sum"] == "（1）"
    assert marks["c_req"] == "要求"
    assert marks["p_text_02"].startswith("方案宜说明")
    assert marks["p_text_02"].endswith("ms。")
    assert marks["t_edge"] == "边缘计算　edge computing"
    numbers = [one.get(qn("w:id")) for one in FILE.body.iter(qn("w:bookmarkStart"))]
    assert len(numbers) == len(set(numbers))


def test_references_are_fields_that_show_what_they_will_show():
    paragraph = next(p for p in FILE.paragraphs() if text_of(p).startswith("终端应支持"))
    links = {
        one.get(qn("w:anchor")): text_of(one) for one in paragraph.iter(qn("w:hyperlink")) if one.get(qn("w:anchor"))
    }
    assert links == {
        "c_req": "第5章", "c_text_2": "5.1.2", "tbl_span": "表1", "fig_net": "图1", "eq_sum": "公式（1）", "annex_a": "附录A",
        "c_annex_one": "A.1", "tbl_annex": "表A.1", "eq_annex": "公式（A.1）", "t_edge": "3.1", "c_foreword": "前言",
        "tbl_plain": "自拟的文字",
    }  # fmt: skip
    fields = [str(one.text).split() for one in paragraph.iter(qn("w:instrText"))]
    assert ["REF", "c_req", "\\r", "\\h"] in fields
    assert ["REF", "tbl_span", "\\h"] in fields
    assert {field[1] for field in fields} <= FILE.bookmarks().keys()


def test_links_and_footnotes():
    outside = [one for one in FILE.parts["word/_rels/document.xml.rels"] if one.get("TargetMode") == "External"]
    assert {one.get("Target") for one in outside} == {"https://example.org/", "https://openstd.samr.gov.cn/"}
    notes = [one for one in FILE.parts["word/footnotes.xml"] if one.get(qn("w:type")) is None]
    assert [text_of(one) for one in notes] == [") 见专利政策，用“引号”和——破折号……", ") 取值所参照的业务见来源。"]
    marks = [one.get(qn("w:id")) for one in FILE.body.iter(qn("w:footnoteReference"))]
    assert marks == [one.get(qn("w:id")) for one in notes]
    link = next(notes[0].iter(qn("w:hyperlink")))
    assert _relations("footnotes")[link.get(R_ID)] == "https://example.org/patents?a=1&b=2"


def test_tables_keep_their_merged_cells_and_repeat_their_header():
    table = FILE.body.findall(qn("w:tbl"))[0]
    grid = [int(one.get(qn("w:w"))) for one in table.iter(qn("w:gridCol"))]
    assert (len(grid), sum(grid)) == (4, 9354)
    rows = table.findall(qn("w:tr"))
    assert [row.find(f"{qn('w:trPr')}/{qn('w:tblHeader')}") is not None for row in rows] == [
        True,
        False,
        False,
        False,
        False,
    ]
    shape = []
    for row in rows:
        cells = []
        for cell in row.findall(qn("w:tc")):
            span = cell.find(f"{qn('w:tcPr')}/{qn('w:gridSpan')}")
            merge = cell.find(f"{qn('w:tcPr')}/{qn('w:vMerge')}")
            cells.append(
                (1 if span is None else int(span.get(qn("w:val"))), "" if merge is None else merge.get(qn("w:val")))
            )
        assert sum(columns for columns, _ in cells) == 4
        shape.append(cells)
    assert shape[2] == [(1, ""), (2, ""), (1, "restart")]
    assert shape[3][-1] == shape[4][-1] == (1, "continue")
    both = FILE.body.findall(qn("w:tbl"))[2].findall(qn("w:tr"))[2]
    first = both.find(f"{qn('w:tc')}/{qn('w:tcPr')}")
    assert (first.find(qn("w:gridSpan")).get(qn("w:val")), first.find(qn("w:vMerge")).get(qn("w:val"))) == (
        "2",
        "continue",
    )
    assert all(row.find(f"{qn('w:trPr')}/{qn('w:cantSplit')}") is not None for row in FILE.body.iter(qn("w:tr")))


def test_formulas_are_words_own():
    formula = FILE.named(STYLES["formula"])[0]
    assert len(list(formula.iter(qn("m:nary")))) == 1
    assert text_of(formula) == "\t\t（1）"
    assert len(list(FILE.body.iter(qn("m:oMath")))) == 7
    assert "\\sum" not in text_of(FILE.body)


def test_a_formula_that_is_not_understood_is_shown_as_it_was_written():
    def refuse(*_: object) -> bytes:
        return b"no file"

    file = File(standard_docx(document(), runner=refuse))
    assert text_of(file.named(STYLES["formula"])[1]) == "\tE = mc^2\t（A.1）"


def test_figures_are_in_the_file_with_their_words():
    blips = list(FILE.body.iter(qn("a:blip")))
    relations = _relations("document")
    assert [relations[one.get(qn("r:embed"))] for one in blips] == ["media/image1.png", "media/image3.png"]
    assert FILE.media["word/media/image2.svg"].startswith(b"<svg")
    assert FILE.media["word/media/image1.png"].startswith(b"\x89PNG")
    assert FILE.media["word/media/image3.png"] == png(200, 100)
    about = [(one.get("name"), one.get("descr")) for one in FILE.body.iter(qn("wp:docPr"))]
    assert about == [("figures/net.svg", "网络由终端、基站和边缘组成"), ("figures/dot.png", "一个点")]
    sizes = [(int(one.get("cx")), int(one.get("cy"))) for one in FILE.body.iter(qn("wp:extent"))]
    assert sizes[1] == (200 * 9525, 100 * 9525)
    assert all(width <= 165 * 36000 for width, _ in sizes)


@pytest.mark.parametrize(
    "content", [b"", b"<svg", b"<svg xmlns='http://www.w3.org/2000/svg'>&x;</svg>", b"\x89PNG\r\n\x1a\n"]
)
def test_a_figure_that_is_none_is_told_in_words(content: bytes):
    figures = {"figures/net.svg": content, "figures/dot.png": content}
    file = File(standard_docx(replace(document(), figures=figures)))
    shown = [text_of(one) for one in file.named(STYLES["figure"])]
    assert shown == ["［figures/net.svg：网络由终端、基站和边缘组成］", "［figures/dot.png：一个点］"]


def test_a_large_figure_is_made_to_fit():
    figures = {"figures/dot.png": png(4000, 9000)}
    file = File(standard_docx(replace(document(), figures=figures)))
    sizes = [(int(one.get("cx")), int(one.get("cy"))) for one in file.body.iter(qn("wp:extent"))]
    assert sizes == [(round(200 * 36000 * 4 / 9), 200 * 36000)]


def test_a_drawing_without_end_takes_no_more_than_the_page():
    vast = SVG.replace(b'width="320" height="120"', b'width="3200000" height="1200000"')
    file = File(standard_docx(replace(document(), figures={"figures/net.svg": vast})))
    sizes = [(int(one.get("cx")), int(one.get("cy"))) for one in file.body.iter(qn("wp:extent"))]
    assert [(round(width / 36000), round(height / 36000)) for width, height in sizes] == [(165, 62)]
    assert len(file.media["word/media/image1.png"]) < 100_000


def test_a_drawing_that_reaches_outside_is_not_drawn():
    reaching = SVG.replace(b"</svg>", b'<image href="https://example.org/a.png"/></svg>')
    file = File(standard_docx(replace(document(), figures={"figures/net.svg": reaching})))
    assert not file.media


@pytest.mark.parametrize("seed", range(20))
def test_a_damaged_picture_is_shown_or_told_but_never_a_fault(seed: int):
    chance = Random(seed)
    content = bytearray(png(40, 30) if seed % 2 else JPEG)
    for _ in range(1 + seed // 2):
        content[chance.randrange(len(content))] = chance.randrange(256)
    picture = picture_of(bytes(content[: chance.randrange(1, len(content))]))
    assert picture is None or picture.width > 0 < picture.height


def test_what_word_does_not_show_is_kept_beside_it():
    part = FILE.parts["customXml/item1.xml"]
    assert part.tag == f"{{{PART_NAMESPACE}}}draft"
    assert [dict(one.attrib) for one in part] == [
        {"id": "p-table-01", "kind": "requirement", "aspect": "performance"},
        {"id": "p-text-01", "kind": "requirement", "aspect": "function", "verify": "c-test"},
        {"id": "p-text-02", "kind": "recommendation", "aspect": "performance"},
    ]


def test_texts_stay_as_they_are():
    scope = text_of(FILE.body)
    assert "尖括号<不是标记>，&也不是，{ PAGE }不是域。" in scope
    assert "listing <1>\n  second line" in scope
    quoted = next(one for one in FILE.parts["word/footnotes.xml"].iter(qn("w:r")) if "“引号”" in text_of(one))
    assert quoted.find(f"{qn('w:rPr')}/{qn('w:rFonts')}").get(qn("w:hint")) == "eastAsia"


def test_characters_that_xml_cannot_hold_are_refused():
    clause = replace(torture().clauses[0], blocks=(Paragraph((Words("\x01"),)),))
    with pytest.raises(ValueError, match="XML"):
        standard_docx(document(replace(torture(), clauses=(clause,))))


def test_a_draft_of_nothing_is_a_file_too():
    file = File(standard_docx(document(replace(torture(), clauses=()))))
    assert text_of(file.named(STYLES["text-title"])[0]) == "示例产品　第1部分：通用要求"
