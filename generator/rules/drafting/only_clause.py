"""A clause is the only one at its level.

A chapter or a clause is divided only where there are two or more clauses (GB/T 1.1—2020, 7.3.1): 4.1 without
4.2 is one number too many.

Take the heading away, or write the other clauses.
"""

from collections.abc import Iterator

from generator.diagnostics import Finding, Severity
from generator.project import Entry, Project
from generator.rules.drafting.blocks import children
from generator.rules.drafting.view import view
from generator.rules.rule import Rule, RuleText, Scope

TEXT = RuleText(
    zh="{parent}之下只有这一条",
    en="this is the only clause in {parent}",
    help_zh="请删去这一级标题，或写出同级的其他条。",
    help_en="Take this heading away, or write the other clauses of its level.",
    page_zh="""
一个层次上只有一条。

一个层次中有一个以上的条时才设条（GB/T 1.1—2020 的 7.3.1）：有 4.1 而没有 4.2，就多了一个编号。

请删去这一级标题，或写出同级的其他条。
""",
)

GOOD = """\
## 时延 {#c-latency}

见产品说明。

## 速率 {#c-rate}

见产品说明。
"""

BAD = """\
## 时延 {#c-latency}

见产品说明。
"""


def check(entry: Entry, project: Project) -> Iterator[Finding]:
    draft = view(entry, project)
    for clause, below in children(draft):
        if len(below) == 1 and clause.number:
            yield draft.at(below[0].line, parent=clause.label)


RULE = Rule("D310", "only-clause", Severity.ERROR, Scope.DRAFT, check, TEXT, GOOD, BAD, kinds=("standards",))
