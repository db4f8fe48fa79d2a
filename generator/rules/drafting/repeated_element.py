"""The draft has the same element twice.

Foreword, scope, normative references, terms and the other elements with a fixed title stand once in a document
(GB/T 1.1—2020, table 3).

Join the two, or give the second one the title of what it is about.
"""

from collections.abc import Iterator

from generator.diagnostics import Finding, Severity
from generator.project import Entry, Project
from generator.rules.drafting.view import view
from generator.rules.rule import Rule, RuleText, Scope

TEXT = RuleText(
    zh="“{title}”已在第 {line} 行出现",
    en="'{title}' stands in line {line} already",
    help_zh="请把两处合并，或给后一处写明它的内容。",
    help_en="Join the two, or give the second one a title of its own.",
    page_zh="""
同一个要素出现了两次。

前言、范围、规范性引用文件、术语和定义等标题固定的要素，一份文件各有一个（GB/T 1.1—2020 的表3）。

请把两处合并，或给后一处另写标题。
""",
)

GOOD = """\
# 参考文献 {#c-bibliography}

YD/T 3628　5G移动通信网　安全技术要求
"""

BAD = """\
# 参考文献 {#c-bibliography}

YD/T 3628　5G移动通信网　安全技术要求

# 参考文献 {#c-bibliography-2}

YD/T 3627　5G数字蜂窝移动通信网　增强移动宽带终端设备技术要求
"""


def check(entry: Entry, project: Project) -> Iterator[Finding]:
    draft = view(entry, project)
    seen: dict[str, int] = {}
    for chapter in draft.chapters:
        first = chapter[0]
        if first.kind in ("body", "annex"):
            continue
        if first.kind in seen:
            yield draft.at(first.line, title=first.title, line=seen[first.kind])
        seen.setdefault(first.kind, first.line)


RULE = Rule("D303", "repeated-element", Severity.ERROR, Scope.DRAFT, check, TEXT, GOOD, BAD, kinds=("standards",))
