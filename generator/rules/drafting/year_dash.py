"""The year of a document's number does not follow a dash.

Number and year are joined by a dash of one em: GB/T 1.1—2020, not a hyphen (GB/T 1.1—2020, 9.5.4.1).

Write —.
"""

import re
from collections.abc import Iterator

from generator.diagnostics import Finding, Severity
from generator.project import Entry, Project
from generator.rules.drafting.documents import hyphened
from generator.rules.drafting.view import view
from generator.rules.rule import Rule, RuleText, Scope

TEXT = RuleText(
    zh="“{number}”的年份之前用“—”",
    en="the year of '{number}' follows a dash, —",
    help_zh="请写作“{right}”。",
    help_en="Write {right}.",
    page_zh="""
文件编号的年份之前不是一字线。

顺序号和年份之间用一字线“—”，不用连字符（GB/T 1.1—2020 的 9.5.4.1）。

请改为“—”。
""",
)

GOOD = """\
外壳防护等级见GB/T 4208—2017。

# 参考文献 {#c-bibliography}

GB/T 4208—2017　外壳防护等级（IP代码）
"""

BAD = """\
外壳防护等级见GB/T 4208-2017。

# 参考文献 {#c-bibliography}

GB/T 4208—2017　外壳防护等级（IP代码）
"""


def check(entry: Entry, project: Project) -> Iterator[Finding]:
    draft = view(entry, project)
    for passage in draft.passages:
        for number in hyphened(passage.text):
            right = re.sub(r"\s?[-\u2010-\u2015\uff0d~]\s?(?=[0-9]{4}$)", "—", number)
            yield draft.at(passage.line, number, number=number, right=right)


RULE = Rule("D342", "year-dash", Severity.WARNING, Scope.DRAFT, check, TEXT, GOOD, BAD, kinds=("standards",))
