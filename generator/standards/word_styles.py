"""The paragraph styles of a group standard in Word, by the names that the templates of Chinese societies use.

Written by the writer and read back by the reader, so both hold the same names. A society's own template may
call some of them otherwise: `ALIASES` lists the other names seen in use.
"""

from collections.abc import Mapping

Role = str
"""What a paragraph is. `clause-1` is 章, `clause-2` 一级条 and so on; `untitled-2` is an untitled 一级条."""

_LEVELS = {2: "一", 3: "二", 4: "三", 5: "四", 6: "五"}

STYLES: Mapping[Role, str] = {
    "cover-label": "标准称谓",
    "cover-number": "标准文件_文件编号",
    "cover-replaces": "标准文件_替换文件编号",
    "cover-title": "标准文件_文件名称",
    "cover-english": "封面标准英文名称",
    "cover-stage": "标准文件_文稿版次",
    "cover-codes": "标准文件_分类号",
    "cover-published": "其他发布日期",
    "cover-effective": "其他实施日期",
    "cover-publisher": "其他发布部门",
    "cover-patents": "标准文件_专利提示",
    "contents-title": "标准文件_目录标题",
    "front-title": "标准文件_前言、引言标题",
    "text-title": "标准文件_正文标准名称",
    "paragraph": "标准文件_段",
    "clause-1": "标准文件_章标题",
    **{f"clause-{level}": f"标准文件_{name}级条标题" for level, name in _LEVELS.items()},
    **{f"untitled-{level}": f"标准文件_{name}级无标题" for level, name in _LEVELS.items()},
    "annex": "标准文件_附录标识",
    "annex-title": "标准文件_附录章标题",
    **{f"annex-{level}": f"标准文件_附录{name}级条标题" for level, name in _LEVELS.items()},
    **{f"annex-untitled-{level}": f"标准文件_附录{name}级无标题" for level, name in _LEVELS.items()},
    "term": "标准文件_术语条一",
    "definition": "标准文件_术语定义",
    "abbreviation": "标准文件_缩略语",
    "dash-item": "标准文件_破折号列项",
    "dot-item": "标准文件_圆点列项",
    "letter-item": "标准文件_字母编号列项（一级）",
    "number-item": "标准文件_数字编号列项（二级）",
    "note": "标准文件_注：",
    "note-numbered": "标准文件_注×：",
    "example": "标准文件_示例：",
    "example-numbered": "标准文件_示例×：",
    "footnote": "标准文件_条文脚注",
    "table-title": "标准文件_正文表标题",
    "figure-title": "标准文件_正文图标题",
    "annex-table-title": "标准文件_附录表标题",
    "annex-figure-title": "标准文件_附录图标题",
    "table-text": "标准文件_表格",
    "figure": "标准文件_图",
    "formula": "标准文件_正文公式",
    "formula-where": "标准文件_公式说明",
    "quote": "标准文件_引文",
    "listing": "标准文件_代码",
    "reference": "标准文件_参考文献",
    "end-title": "标准文件_参考文献、索引标题",
    "end-line": "标准文件_终结线",
}
"""The name of each paragraph's style."""

ALIASES: Mapping[str, Role] = {
    "标准文件_引言标题": "front-title",
    "标准文件_前言标题": "front-title",
    "标准文件_目次、标准名称标题": "contents-title",
    "标准文件_参考文献标题": "end-title",
    "标准文件_索引标题": "end-title",
    "标准文件_数字编号列项": "number-item",
    "标准文件_示例": "example",
    "标准文件_注": "note",
    "标准文件_正文英文表标题": "table-title",
}
"""Other names that templates use for the same."""

ROLES: Mapping[str, Role] = {**{name: role for role, name in STYLES.items()}, **ALIASES}
"""The role of a style, by its name."""


def bookmark(anchor: str) -> str:
    """The bookmark of a permanent id: Word allows letters, digits and underscores, ids hold no underscore."""
    return anchor.replace("-", "_")


def anchor_of(name: str) -> str:
    """The permanent id that a bookmark stands for; "" for Word's own, which begin with an underscore."""
    return "" if name.startswith("_") else name.replace("_", "-")


PART_NAMESPACE = "urn:catalogue-generator:draft"
"""The namespace of the part that keeps, in a Word file, what Word does not show: see `bookmark`."""
