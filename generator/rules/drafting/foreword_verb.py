"""The foreword requires, recommends or permits something.

It tells about the document and holds no provisions (GB/T 1.1—2020, 8.3).

Say it as a statement, or move it to the chapter that it is about.
"""

from collections.abc import Iterator

from generator.diagnostics import Finding, Severity
from generator.project import Entry, Project
from generator.rules.drafting.view import view
from generator.rules.rule import Rule, RuleText, Scope

TEXT = RuleText(
    zh="前言中不写“{word}”：这里没有要求、推荐或允许",
    en="the foreword requires, recommends and permits nothing: '{word}'",
    help_zh="请改为陈述，或移到正文中。",
    help_en="Make it a statement, or move it to the body.",
    page_zh="""
前言中有要求、推荐或允许的措辞。

前言说明文件本身的情况，不含要求、指示、推荐或允许型条款（GB/T 1.1—2020 的 8.3）。

请改为陈述，或移到正文中。
""",
)

GOOD = """\
# 引言 {#c-introduction}

用户可根据自己的业务选择等级。
"""

BAD = """\
# 前言 {#c-foreword}

本文件按照GB/T 1.1—2020《标准化工作导则　第1部分：标准化文件的结构和起草规则》的规定起草。

请注意本文件的某些内容可能涉及专利。本文件的发布机构不承担识别专利的责任。

本文件由示例促进会提出并归口。各使用单位应将意见反馈给该促进会。

本文件起草单位：示例网络研究院。
"""


def check(entry: Entry, project: Project) -> Iterator[Finding]:
    draft = view(entry, project)
    for passage, found in draft.verbs:
        if passage.clause.kind == "foreword":
            for verb in found:
                if verb.force in ("requirement", "recommendation", "permission"):
                    yield draft.at(passage.line, passage.spot(verb), word=verb.word)


RULE = Rule("D328", "foreword-verb", Severity.WARNING, Scope.DRAFT, check, TEXT, GOOD, BAD, kinds=("standards",))
