"""A reference to this document's own tables, figures, formulas, annexes or chapters is typed by hand.

Numbers are made by the program; one that was typed is wrong as soon as something is put in before it (GB/T
1.1—2020, 9.5.3). Parts of other documents, named right behind their number, are no such references.

Write `[@tbl-x]` instead.
"""

import re
from collections.abc import Iterator

from generator.diagnostics import Finding, Severity
from generator.drafts.model import Words
from generator.project import Entry, Project
from generator.rules.drafting.documents import named
from generator.rules.drafting.view import INFORMATIVE, NO_WORDS, view
from generator.rules.rule import Rule, RuleText, Scope

TEXT = RuleText(
    zh="手写的引用：{text}",
    en="a reference typed by hand: {text}",
    help_zh="请写 [@标识]，编号由程序生成。",
    help_en="Write [@id]; the number is made by the program.",
    page_zh="""
对本文件的表、图、公式、附录或章的引用是手写的。

编号由程序生成，手写的编号在前面加入内容后就不对了（GB/T 1.1—2020 的 9.5.3）。紧接在其他文件编号之后的不算。

请改写为 `[@标识]`。
""",
)

GOOD = """\
各等级的取值见[@tbl-levels]，时延的测量见GB/T 36478.3—2019中第5章。

表：等级 {#tbl-levels}

| 等级 | 时延上限/ms |
|---|---|
| 甲 | 10 |

# 参考文献 {#c-bibliography}

GB/T 36478.3—2019　物联网　信息交换和共享　第3部分：元数据
"""

BAD = """\
各等级的取值见表1和[@tbl-levels]。

表：等级 {#tbl-levels}

| 等级 | 时延上限/ms |
|---|---|
| 甲 | 10 |
"""


_TYPED = re.compile(
    r"(?:附录[A-Z](?:\.[0-9]+)*|第[0-9]{1,2}章"
    r"|[表图](?:[A-Z]\.)?[0-9]{1,3}(?![0-9.\-—%]*[0-9A-Za-z%])|(?:公式|式)\s?[（(](?:[A-Z]\.)?[0-9]{1,3}[）)])"
)
_CUE = re.compile(
    r"(?:见|按照?|符合|满足|遵守|依据|根据|由|如|用|以|与|和|及|、|或|在|从|~|～|用于|对|参照|执行|采用|规定的?)\s?$"
)
_OTHERS = re.compile(r"(?:[^。；]*)$")


def check(entry: Entry, project: Project) -> Iterator[Finding]:
    draft = view(entry, project)
    for passage in draft.passages:
        if passage.clause.kind in INFORMATIVE:
            continue
        text = "".join(i.text if isinstance(i, Words) else NO_WORDS for i in passage.inlines)
        for found in _TYPED.finditer(text):
            before = _OTHERS.search(text[: found.start()])
            same_sentence = before.group() if before else ""
            if _CUE.search(same_sentence) and not any(named(same_sentence)) and "《" not in same_sentence:
                yield draft.at(passage.line, found.group(), text=found.group())


RULE = Rule("D375", "typed-reference", Severity.WARNING, Scope.DRAFT, check, TEXT, GOOD, BAD, kinds=("standards",))
