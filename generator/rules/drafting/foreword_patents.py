"""The foreword does not say anything of patents.

Where none was identified it carries the notice that the document may touch patents and that its publisher does
not identify them; where some were, that the introduction names them (GB/T 1.1—2020, 8.3 and D.2, D.3).

Add the notice.
"""

from collections.abc import Iterator

from generator.diagnostics import Finding, Severity
from generator.project import Entry, Project
from generator.rules.drafting.view import view
from generator.rules.rule import Rule, RuleText, Scope

TEXT = RuleText(
    zh="前言没有有关专利的说明",
    en="the foreword says nothing of patents",
    help_zh="请加上“请注意本文件的某些内容可能涉及专利。本文件的发布机构不承担识别专利的责任。”",
    help_en="Add 请注意本文件的某些内容可能涉及专利。本文件的发布机构不承担识别专利的责任。",
    page_zh="""
前言没有有关专利的说明。

没有识别出专利时，前言写明文件的某些内容可能涉及专利、发布机构不承担识别的责任；已识别出的，在引言中说明（GB/T 1.1—2020 的 8.3 和 D.2、D.3）。

请加上这一说明。
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

本文件由示例促进会提出并归口。

本文件起草单位：示例网络研究院。
"""


def check(entry: Entry, project: Project) -> Iterator[Finding]:
    draft = view(entry, project)
    patents = draft.standard.patents
    for foreword in draft.of_kind("foreword")[:1]:
        if not (patents and patents.identified) and "专利" not in draft.text_of("foreword"):
            yield draft.at(foreword.line)


RULE = Rule("D323", "foreword-patents", Severity.WARNING, Scope.DRAFT, check, TEXT, GOOD, BAD, kinds=("standards",))
