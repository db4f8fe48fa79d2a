"""A table or a figure has no title.

A table has its title above, a figure below (GB/T 1.1—2020, 9.7 and 9.8): the list of tables and references to
them live on it.

Write a paragraph `表：题 {#tbl-x}` before the table, `图：题 {#fig-x}` after the figure.
"""

from collections.abc import Iterator

from generator.diagnostics import Finding, Severity
from generator.drafts.model import Figure, Table, walk
from generator.project import Entry, Project
from generator.rules.drafting.view import said, view
from generator.rules.rule import Rule, RuleText, Scope

TEXT = RuleText(
    zh="{label}没有表题或图题",
    en="{label} has no title",
    help_zh="在表之前写一段“表：题”，在图之后写一段“图：题”。",
    help_en="Write 表：title as a paragraph before a table, 图：title after a figure.",
    page_zh="""
表没有表题，或图没有图题。

表题在表的上方，图题在图的下方（GB/T 1.1—2020 的 9.7、9.8），引用和目次都靠它。

请在表之前写“表：题”，在图之后写“图：题”，各为一段。
""",
)

GOOD = """\
各等级的取值见[@tbl-levels]。

表：等级 {#tbl-levels}

| 等级 | 时延上限/ms |
|---|---|
| 甲 | 10 |
"""

BAD = """\
各等级的取值见[@tbl-levels]。

表： {#tbl-levels}

| 等级 | 时延上限/ms |
|---|---|
| 甲 | 10 |
"""


def check(entry: Entry, project: Project) -> Iterator[Finding]:
    draft = view(entry, project)
    for clause in draft.clauses:
        for block in walk(clause.blocks):
            if isinstance(block, Table | Figure) and not said(block.caption).strip():
                yield draft.at(block.line, label=f"{'表' if isinstance(block, Table) else '图'}{block.number}")


RULE = Rule("D367", "missing-caption", Severity.WARNING, Scope.DRAFT, check, TEXT, GOOD, BAD, kinds=("standards",))
