"""The chapter of normative references lacks its fixed sentence.

The list is led in by the sentence that begins 下列文件中的内容通过文中的规范性引用而构成本文件必不可少的条款; without any reference the
chapter says 本文件没有规范性引用文件。 (GB/T 1.1—2020, 8.6).

Put the sentence in; `catalog new standard` writes it.
"""

from collections.abc import Iterator

from generator.diagnostics import Finding, Severity
from generator.project import Entry, Project
from generator.rules.drafting.documents import listed
from generator.rules.drafting.view import view
from generator.rules.rule import Rule, RuleText, Scope
from generator.texts import Text

TEXT = RuleText(
    zh="规范性引用文件一章缺少固定的{what}",
    en="the chapter of normative references lacks {what}",
    help_zh="有引用文件时写“下列文件中的内容通过文中的规范性引用而构成本文件必不可少的条款。……”，没有时写“本文件没有规范性引用文件。”",
    help_en="Write 下列文件中的内容通过文中的规范性引用而构成本文件必不可少的条款。…… or 本文件没有规范性引用文件。",
    page_zh="""
规范性引用文件一章没有固定的文字。

有引用文件时，清单之前是以“下列文件中的内容通过文中的规范性引用而构成本文件必不可少的条款”开头的引导语；没有时写“本文件没有规范性引用文件。”（GB/T \
1.1—2020 的 8.6）。

请写上这段文字。
""",
)

GOOD = """\
# 规范性引用文件 {#c-references}

下列文件中的内容通过文中的规范性引用而构成本文件必不可少的条款。其中，注日期的引用文件，仅该日期对应的版本适用于本文件；不注日期的引用文件，其最新版本（包括所有的修改单）适用于本文件。

GB/T 4208　外壳防护等级（IP代码）

# 防护 {#c-protection}

外壳防护等级见GB/T 4208。
"""

BAD = """\
# 规范性引用文件 {#c-references}

GB/T 4208　外壳防护等级（IP代码）

# 防护 {#c-protection}

外壳防护等级见GB/T 4208。
"""


_LEAD = "下列文件中的内容通过文中的规范性引用而构成本文件必不可少的条款"
_LEAD_IN = Text("引导语", "the sentence that leads the list in")
_NONE = Text("说明“本文件没有规范性引用文件。”", "the sentence 本文件没有规范性引用文件。")


def check(entry: Entry, project: Project) -> Iterator[Finding]:
    draft = view(entry, project)
    for chapter in draft.of_kind("references")[:1]:
        text = "".join(draft.text_of("references").split())
        if listed(draft):
            if _LEAD not in text:
                yield draft.at(chapter.line, what=_LEAD_IN)
        elif "没有规范性引用文件" not in text and _LEAD not in text:
            yield draft.at(chapter.line, what=_NONE)


RULE = Rule("D333", "references-lead-in", Severity.WARNING, Scope.DRAFT, check, TEXT, GOOD, BAD, kinds=("standards",))
