"""The elements of the draft do not stand in their order.

Foreword, introduction, scope (chapter 1), normative references (2), terms and definitions (3), the chapters of
the body, annexes, bibliography, index: this order is fixed (GB/T 1.1—2020, table 3 and 8.2 to 8.14).

Move the element to its place; numbers follow by themselves.
"""

from collections.abc import Iterator

from generator.diagnostics import Finding, Severity
from generator.project import Entry, Project
from generator.rules.drafting.view import view
from generator.rules.rule import Rule, RuleText, Scope

TEXT = RuleText(
    zh="“{title}”应在“{before}”之前",
    en="'{title}' stands before '{before}' in a standard",
    help_zh="次序为前言、引言、范围、规范性引用文件、术语和定义、正文其他各章、附录、参考文献、索引。",
    help_en="The order is foreword, introduction, scope, normative references, terms, other chapters, annexes, bibliography, index.",
    page_zh="""
草案各要素的次序不对。

前言、引言、范围（第1章）、规范性引用文件（第2章）、术语和定义（第3章）、正文其他各章、附录、参考文献、索引，次序是固定的（GB/T 1.1—2020 的表3和 \
8.2～8.14）。

请把要素移到应在的位置，编号会随之改变。
""",
)

GOOD = """\
# 符号和缩略语 {#c-symbols}

本文件没有需要说明的符号。
"""

BAD = """\
--- standards/gateway-access/draft.md
# 前言 {#c-foreword}

本文件按照GB/T 1.1—2020《标准化工作导则　第1部分：标准化文件的结构和起草规则》的规定起草。

请注意本文件的某些内容可能涉及专利。本文件的发布机构不承担识别专利的责任。

本文件由示例促进会提出并归口。

本文件起草单位：示例网络研究院。

# 范围 {#c-scope}

本文件规定了示例网关的技术要求。

本文件适用于示例网关的设计和验收。

# 术语和定义 {#c-terms}

本文件没有需要界定的术语和定义。

# 规范性引用文件 {#c-references}

本文件没有规范性引用文件。
"""


ORDER = ("foreword", "introduction", "scope", "references", "terms", "body", "annex", "bibliography", "index")


def check(entry: Entry, project: Project) -> Iterator[Finding]:
    last = -1
    title = ""
    for chapter in view(entry, project).chapters:
        first = chapter[0]
        place = ORDER.index(first.kind)
        if place < last:
            yield view(entry, project).at(first.line, title=first.title, before=title)
        elif place > last:
            last, title = place, first.title


RULE = Rule("D302", "element-order", Severity.ERROR, Scope.DRAFT, check, TEXT, GOOD, BAD, kinds=("standards",))
