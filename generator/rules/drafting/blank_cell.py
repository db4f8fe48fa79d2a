"""A cell of a table is empty.

An empty cell may mean "none", "not known" or "forgotten"; where there is nothing to say it holds a dash, —
(GB/T 1.1—2020, 9.8).

Write — in it, or join it with its neighbour by ^^ or <<.
"""

from collections.abc import Iterator

from generator.diagnostics import Finding, Severity
from generator.drafts.model import Table, walk
from generator.drafts.text import inline_text
from generator.project import Entry, Project
from generator.rules.drafting.view import said, view
from generator.rules.rule import Rule, RuleText, Scope

TEXT = RuleText(
    zh="{label}中有 {count} 个空格，第一个在“{row}”一行",
    en="{label} has {count} empty cells, the first in the row '{row}'",
    help_zh="没有内容的格写“—”；与上方或左侧相同的写 ^^ 或 <<。",
    help_en="Write — where there is nothing; ^^ or << where it is the same as above or to the left.",
    page_zh="""
表中有空格。

空格可能是“没有”“不知道”，也可能是漏填；没有内容的格写“—”（GB/T 1.1—2020 的 9.8）。

请写上“—”，或用 `^^`、`<<` 与相邻的格合并。
""",
)

GOOD = """\
各等级的取值见[@tbl-levels]。

表：等级 {#tbl-levels}

| 等级 | 时延上限/ms |
|---|---|
| 甲 | — |
"""

BAD = """\
各等级的取值见[@tbl-levels]。

表：等级 {#tbl-levels}

| 等级 | 时延上限/ms |
|---|---|
| 甲 | |
"""


def check(entry: Entry, project: Project) -> Iterator[Finding]:
    draft = view(entry, project)
    for clause in draft.clauses:
        for block in walk(clause.blocks):
            if not isinstance(block, Table):
                continue
            rows = [row for row in block.body for cell in row if not inline_text(cell.inlines)]
            if rows:
                name = next((said(cell.inlines) for cell in rows[0] if said(cell.inlines).strip()), "")
                yield draft.at(block.line, label=f"表{block.number}", count=len(rows), row=name[:20])


RULE = Rule("D369", "blank-cell", Severity.WARNING, Scope.DRAFT, check, TEXT, GOOD, BAD, kinds=("standards",))
