"""A clause of the first level has no title.

Clauses right below a chapter are better given titles (GB/T 1.1—2020, 7.3.3): they make the contents readable.

Write a title, or leave it where all clauses of the chapter are one sentence each.
"""

from collections.abc import Iterator

from generator.diagnostics import Finding, Severity
from generator.project import Entry, Project
from generator.rules.drafting.blocks import children
from generator.rules.drafting.view import view
from generator.rules.rule import Rule, RuleText, Scope

TEXT = RuleText(
    zh="第一层次的条宜有标题：{label}",
    en="a clause of the first level is better given a title: {label}",
    help_zh="请写出标题；全章各条都只有一两句时可以不写。",
    help_en="Write a title; a chapter of clauses of one sentence each may do without.",
    page_zh="""
第一层次的条没有标题。

章以下第一层次的条宜有标题（GB/T 1.1—2020 的 7.3.3），目次才读得明白。

请写出标题；各条都只有一两句的章可以不写。
""",
)

GOOD = """\
## 时延 {#c-latency}

见产品说明。

## 速率 {#c-rate}

见产品说明。
"""

BAD = """\
## {#c-latency}

见产品说明。

## {#c-rate}

见产品说明。
"""


def check(entry: Entry, project: Project) -> Iterator[Finding]:
    draft = view(entry, project)
    for clause, below in children(draft):
        first = below[0] if below else None
        if clause.level == 1 and first and not first.heading and all(not one.heading for one in below):
            yield draft.at(first.line, label=first.label)


RULE = Rule("D313", "untitled-first-level", Severity.NOTE, Scope.DRAFT, check, TEXT, GOOD, BAD, kinds=("standards",))
