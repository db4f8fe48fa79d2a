"""Of the clauses at one level some have a title and some have none.

Within a chapter or a clause, the clauses of the next level all have titles, or none has (GB/T 1.1—2020, 7.3.3).

Give the others a title too, or take the titles away.
"""

from collections.abc import Iterator

from generator.diagnostics import Finding, Severity
from generator.project import Entry, Project
from generator.rules.drafting.blocks import children
from generator.rules.drafting.view import view
from generator.rules.rule import Rule, RuleText, Scope

TEXT = RuleText(
    zh="{parent}之下的条，有的有标题，有的没有",
    en="some clauses in {parent} have a title, others have none",
    help_zh="请给这一条也写上标题，或使同级各条都不写标题。",
    help_en="Give this one a title too, or leave all of this level without.",
    page_zh="""
同一层次的条，有的有标题，有的没有。

某一章或条之下同一层次的各条，有无标题应一致（GB/T 1.1—2020 的 7.3.3）。

请给没有标题的条也写上，或都不写。
""",
)

GOOD = """\
## 时延 {#c-latency}

### {#c-latency-1}

见产品说明。

### {#c-latency-2}

见测试报告。

## 速率 {#c-rate}

见产品说明。
"""

BAD = """\
## 时延 {#c-latency}

见产品说明。

## {#c-rate}

见测试报告。
"""


def check(entry: Entry, project: Project) -> Iterator[Finding]:
    draft = view(entry, project)
    for clause, below in children(draft):
        untitled = [one for one in below if not one.heading]
        if untitled and len(untitled) < len(below) and clause.number:
            yield draft.at(untitled[0].line, parent=clause.label)


RULE = Rule("D311", "mixed-titles", Severity.ERROR, Scope.DRAFT, check, TEXT, GOOD, BAD, kinds=("standards",))
