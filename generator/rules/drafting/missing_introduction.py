"""Patents were identified, and the draft has no introduction.

Where a document touches identified patents, its introduction says so: which patents, and how licences are had
(GB/T 1.1—2020, 8.4 and D.3).

Add the chapter 引言 with what is known of the patents, or correct `patents` in standard.yaml.
"""

from collections.abc import Iterator

from generator.diagnostics import Finding, Severity
from generator.project import Entry, Project
from generator.rules.drafting.view import view
from generator.rules.rule import Rule, RuleText, Scope

TEXT = RuleText(
    zh="已识别专利，但没有引言",
    en="patents were identified, but there is no introduction",
    help_zh="请加上“引言”一章说明所涉及的专利，或改正 standard.yaml 的 patents。",
    help_en="Add the chapter 引言 with the patents, or correct patents in standard.yaml.",
    page_zh="""
已识别出专利，而草案没有引言。

文件的某些内容涉及已识别的专利时，应设引言并在其中说明（GB/T 1.1—2020 的 8.4 和 D.3）。

请加上“引言”一章，或改正 standard.yaml 的 `patents`。
""",
)

GOOD = """\
# 引言 {#c-introduction}

本文件的发布机构提请注意，声明符合本文件时，可能使用示例网络研究院的一项专利。
"""

BAD = """\
--- standards/gateway-access/standard.yaml
name:
  zh: 示例网关技术要求
society: society
patents: {identified: true}
"""


def check(entry: Entry, project: Project) -> Iterator[Finding]:
    draft = view(entry, project)
    patents = draft.standard.patents
    if draft and patents and patents.identified and not draft.of_kind("introduction"):
        yield entry.at("patents")


RULE = Rule("D307", "missing-introduction", Severity.WARNING, Scope.DRAFT, check, TEXT, GOOD, BAD, kinds=("standards",))
