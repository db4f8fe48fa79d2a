"""The standard replaces another one, and the foreword does not say so.

It names the document that is replaced and lists the main technical changes (GB/T 1.1—2020, 8.3).

Add 本文件代替…… and the changes.
"""

from collections.abc import Iterator

from generator.diagnostics import Finding, Severity
from generator.project import Entry, Project
from generator.rules.drafting.view import view
from generator.rules.rule import Rule, RuleText, Scope

TEXT = RuleText(
    zh="前言没有说明所代替的文件：{name}",
    en="the foreword does not say what the document replaces: {name}",
    help_zh="请加上“本文件代替……，与……相比，主要技术变化如下：”。",
    help_en="Add 本文件代替…… and the main technical changes.",
    page_zh="""
标准代替了另一标准，而前言没有说明。

前言写明被代替的文件，并列出主要技术变化（GB/T 1.1—2020 的 8.3）。

请加上“本文件代替……”和主要技术变化。
""",
)

GOOD = """\
# 前言 {#c-foreword}

本文件按照GB/T 1.1—2020《标准化工作导则　第1部分：标准化文件的结构和起草规则》的规定起草。

本文件代替T/ABC 001—2022《示例网关技术要求》，除编辑性改动外，主要技术变化是删去了速率等级。

请注意本文件的某些内容可能涉及专利。本文件的发布机构不承担识别专利的责任。

本文件由示例促进会提出并归口。

本文件起草单位：示例网络研究院。
"""

BAD = """\
--- standards/gateway-old/standard.yaml
name:
  zh: 示例网关接入要求
society: society
--- standards/gateway-access/standard.yaml
name:
  zh: 示例网关技术要求
society: society
replaces: [gateway-old]
"""


def check(entry: Entry, project: Project) -> Iterator[Finding]:
    draft = view(entry, project)
    for foreword in draft.of_kind("foreword")[:1]:
        if draft.standard.replaces and "代替" not in draft.text_of("foreword"):
            found = project.get(f"standards/{draft.standard.replaces[0]}")
            yield draft.at(foreword.line, name=found.name.zh if found else draft.standard.replaces[0])


RULE = Rule("D326", "foreword-replaces", Severity.WARNING, Scope.DRAFT, check, TEXT, GOOD, BAD, kinds=("standards",))
