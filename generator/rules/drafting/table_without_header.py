"""A table has no header row, or a column of it has no heading.

Every table has a header that says what stands in each column (GB/T 1.1—2020, 9.8); a diagonal or an empty
corner is not used.

Write the headings.
"""

from collections.abc import Iterator

from generator.diagnostics import Finding, Severity
from generator.drafts.model import Table, walk
from generator.project import Entry, Project
from generator.rules.drafting.view import said, view
from generator.rules.rule import Rule, RuleText, Scope
from generator.texts import Text

TEXT = RuleText(
    zh="{label}的表头{what}",
    en="the header of {label} {what}",
    help_zh="请写出每一栏的表头；第一栏也要写，不用斜线。",
    help_en="Write a heading for every column, the first one too.",
    page_zh="""
表没有表头，或某一栏没有表头。

每个表都有表头，说明各栏的内容（GB/T 1.1—2020 的 9.8）；表头中不用斜线，左上角也不留空。

请写出表头。
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

表：等级 {#tbl-levels}

| | 时延上限/ms |
|---|---|
| 甲 | 10 |
"""


_EMPTY, _NONE = Text("有空格", "has an empty cell"), Text("是空的", "is empty")


def check(entry: Entry, project: Project) -> Iterator[Finding]:
    draft = view(entry, project)
    for clause in draft.clauses:
        for block in walk(clause.blocks):
            if not isinstance(block, Table):
                continue
            cells = [said(cell.inlines).strip() for row in block.head for cell in row]
            if not all(cells):
                what = _EMPTY if any(cells) else _NONE
                yield draft.at(block.line, label=f"表{block.number}", what=what)


RULE = Rule("D368", "table-without-header", Severity.ERROR, Scope.DRAFT, check, TEXT, GOOD, BAD, kinds=("standards",))
