"""The foreword does not say who proposed the document and who is in charge of it.

Both stand in one sentence: 本文件由……提出并归口 (GB/T 1.1—2020, 8.3).

Add the sentence with the name of the society.
"""

from collections.abc import Iterator

from generator.diagnostics import Finding, Severity
from generator.project import Entry, Project
from generator.rules.drafting.view import view
from generator.rules.rule import Rule, RuleText, Scope
from generator.texts import Text

TEXT = RuleText(
    zh="前言没有写明{what}",
    en="the foreword does not say {what}",
    help_zh="请加上“本文件由……提出并归口。”",
    help_en="Add 本文件由……提出并归口。",
    page_zh="""
前言没有写明文件由谁提出、由谁归口。

前言给出文件的提出和归口信息（GB/T 1.1—2020 的 8.3）。

请加上“本文件由……提出并归口。”
""",
)

GOOD = """\
# 前言 {#c-foreword}

本文件按照GB/T 1.1—2020《标准化工作导则　第1部分：标准化文件的结构和起草规则》的规定起草。

请注意本文件的某些内容可能涉及专利。本文件的发布机构不承担识别专利的责任。

本文件由示例促进会提出并归口。

本文件起草单位：示例网络研究院。
"""

BAD = """\
# 前言 {#c-foreword}

本文件按照GB/T 1.1—2020《标准化工作导则　第1部分：标准化文件的结构和起草规则》的规定起草。

请注意本文件的某些内容可能涉及专利。本文件的发布机构不承担识别专利的责任。

本文件由示例促进会提出。

本文件起草单位：示例网络研究院。
"""


_WHAT = {
    "提出": Text("由谁提出", "who proposed the document"),
    "归口": Text("由谁归口", "who is in charge of it"),
}


def check(entry: Entry, project: Project) -> Iterator[Finding]:
    draft = view(entry, project)
    for foreword in draft.of_kind("foreword")[:1]:
        text = draft.text_of("foreword")
        for word, what in _WHAT.items():
            if word not in text:
                yield draft.at(foreword.line, what=what)


RULE = Rule("D324", "foreword-proposer", Severity.WARNING, Scope.DRAFT, check, TEXT, GOOD, BAD, kinds=("standards",))
