"""An item of the bibliography is numbered by hand.

The program writes [1], [2] … before the items (GB/T 1.1—2020, 8.13); numbers written by hand would stand there
twice.

Take the number out.
"""

import re
from collections.abc import Iterator

from generator.diagnostics import Finding, Severity
from generator.project import Entry, Project
from generator.rules.drafting.view import view
from generator.rules.rule import Rule, RuleText, Scope

TEXT = RuleText(
    zh="参考文献的序号由程序生成：{text}",
    en="the items of the bibliography are numbered by the program: {text}",
    help_zh="请删去手写的序号。",
    help_en="Take the number out.",
    page_zh="""
参考文献的序号是手写的。

参考文献各项之前的 [1]、[2] 由程序生成（GB/T 1.1—2020 的 8.13）。

请删去手写的序号。
""",
)

GOOD = """\
# 参考文献 {#c-bibliography}

YD/T 3628　5G移动通信网　安全技术要求
"""

BAD = """\
# 参考文献 {#c-bibliography}

\\[1\\] YD/T 3628　5G移动通信网　安全技术要求
"""


_NUMBER = re.compile(r"[\[［【(（][0-9]{1,3}[\]］】)）]")


def check(entry: Entry, project: Project) -> Iterator[Finding]:
    draft = view(entry, project)
    for passage in draft.passages:
        if passage.clause.kind == "bibliography" and (found := _NUMBER.match(passage.text)):
            yield draft.at(passage.line, text=found.group())


RULE = Rule("D398", "bibliography-number", Severity.WARNING, Scope.DRAFT, check, TEXT, GOOD, BAD, kinds=("standards",))
