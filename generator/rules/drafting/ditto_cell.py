"""A cell says that it is the same as another one.

同上, 同左 and 〃 are not used in tables (GB/T 1.1—2020, 9.8): such a cell says something else as soon as a row is
moved.

Join the cells by ^^ or <<, or repeat the content.
"""

import re
from collections.abc import Iterator

from generator.diagnostics import Finding, Severity
from generator.drafts.model import Table, walk
from generator.drafts.text import inline_text
from generator.project import Entry, Project
from generator.rules.drafting.view import view
from generator.rules.rule import Rule, RuleText, Scope

TEXT = RuleText(
    zh="{label}中写了“{text}”",
    en="{label} has a cell '{text}'",
    help_zh="请用 ^^ 并入上方的格、<< 并入左侧的格，或重写内容。",
    help_en="Join it by ^^ with the cell above, by << with the one to its left, or repeat the content.",
    page_zh="""
表中写了“同上”之类的字样。

表中不用“同上”“同左”和“〃”（GB/T 1.1—2020 的 9.8）：行一移动，意思就变了。

请用 `^^`、`<<` 合并，或重写内容。
""",
)

GOOD = """\
各等级的取值见[@tbl-levels]。

表：等级 {#tbl-levels}

| 等级 | 时延上限/ms |
|---|---|
| 甲 | 10 |
| 乙 | ^^ |
"""

BAD = """\
各等级的取值见[@tbl-levels]。

表：等级 {#tbl-levels}

| 等级 | 时延上限/ms |
|---|---|
| 甲 | 10 |
| 乙 | 同上 |
"""


_DITTO = re.compile(r"同[上左前下右](?:[行列栏格])?|[〃″\"]|〞")


def check(entry: Entry, project: Project) -> Iterator[Finding]:
    draft = view(entry, project)
    for clause in draft.clauses:
        for block in walk(clause.blocks):
            for row in block.body if isinstance(block, Table) else ():
                for cell in row:
                    text = inline_text(cell.inlines)
                    if isinstance(block, Table) and _DITTO.fullmatch(text):
                        yield draft.at(block.line, text, label=f"表{block.number}", text=text)


RULE = Rule("D370", "ditto-cell", Severity.WARNING, Scope.DRAFT, check, TEXT, GOOD, BAD, kinds=("standards",))
