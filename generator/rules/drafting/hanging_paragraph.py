"""Text stands between a heading and the first heading below it.

Such a paragraph cannot be referred to: its number is also that of all the clauses below (悬置段; GB/T 1.1—2020,
7.4). The sentence that leads in the terms and definitions is no such paragraph.

Make it the first clause, such as 概述 or 通则 (9.3), or move it into one of the clauses.
"""

from collections.abc import Iterator

from generator.diagnostics import Finding, Severity
from generator.drafts.model import ListBlock, Paragraph, Provision
from generator.project import Entry, Project
from generator.rules.drafting.blocks import children
from generator.rules.drafting.view import view
from generator.rules.rule import Rule, RuleText, Scope

TEXT = RuleText(
    zh="{label}的标题与下面第一个标题之间有文字（悬置段）",
    en="text stands between the heading of {label} and the first heading below it",
    help_zh="请把这段文字改为下面的第一条，如“概述”“通则”，或并入某一条。",
    help_en="Make this text the first clause below (概述, 通则), or part of one of them.",
    page_zh="""
标题与下面的第一个标题之间有文字，即悬置段。

悬置段的编号就是下面所有条的编号，引用时无法区分（GB/T 1.1—2020 的 7.4）。术语和定义一章的引导语不算。

请把它改为下面的第一条，如“概述”“通则”（9.3），或并入某一条。
""",
)

GOOD = """\
## 概述 {#c-general}

网关的时延和速率都需要声明。

## 速率 {#c-rate}

见产品说明。
"""

BAD = """\
网关的时延和速率都需要声明。

## 时延 {#c-latency}

见产品说明。

## 速率 {#c-rate}

见产品说明。
"""


def check(entry: Entry, project: Project) -> Iterator[Finding]:
    draft = view(entry, project)
    for clause, below in children(draft):
        if not below or not clause.number or clause.kind in ("terms", "references"):
            continue
        text = next((b for b in clause.blocks if isinstance(b, Paragraph | ListBlock | Provision)), None)
        if text is not None:
            yield draft.at(text.line, label=clause.label)


RULE = Rule("D312", "hanging-paragraph", Severity.WARNING, Scope.DRAFT, check, TEXT, GOOD, BAD, kinds=("standards",))
