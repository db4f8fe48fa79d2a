"""The foreword does not say by which rules the document was drafted.

It begins with that: 本文件按照GB/T 1.1—2020 …… 的规定起草 (GB/T 1.1—2020, 8.3).

Add the sentence as the first of the foreword.
"""

import re
from collections.abc import Iterator

from generator.diagnostics import Finding, Severity
from generator.project import Entry, Project
from generator.rules.drafting.view import view
from generator.rules.rule import Rule, RuleText, Scope

TEXT = RuleText(
    zh="前言没有说明起草所依据的标准",
    en="the foreword does not say by which rules the document was drafted",
    help_zh="请加上“本文件按照GB/T 1.1—2020《标准化工作导则　第1部分：标准化文件的结构和起草规则》的规定起草。”",
    help_en="Add 本文件按照GB/T 1.1—2020《标准化工作导则　第1部分：标准化文件的结构和起草规则》的规定起草。",
    page_zh="""
前言没有说明文件按什么规则起草。

前言首先说明起草所依据的标准（GB/T 1.1—2020 的 8.3）。

请在前言开头加上这句话。
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

请注意本文件的某些内容可能涉及专利。本文件的发布机构不承担识别专利的责任。

本文件由示例促进会提出并归口。

本文件起草单位：示例网络研究院。
"""


_SAID = re.compile(r"(?:按照|依据|根据|按)[^。]{0,40}GB/T\s?1\.1")


def check(entry: Entry, project: Project) -> Iterator[Finding]:
    draft = view(entry, project)
    for foreword in draft.of_kind("foreword")[:1]:
        if not _SAID.search(draft.text_of("foreword")):
            yield draft.at(foreword.line)


RULE = Rule("D322", "foreword-basis", Severity.WARNING, Scope.DRAFT, check, TEXT, GOOD, BAD, kinds=("standards",))
