"""A table is mentioned nowhere in the text.

Every table is mentioned where it is needed (GB/T 1.1—2020, 9.8): readers know from that whether it holds
requirements or information.

Write `[@tbl-x]` in the text before it.
"""

from collections.abc import Iterator

from generator.diagnostics import Finding, Severity
from generator.drafts.model import Table, walk
from generator.project import Entry, Project
from generator.rules.drafting.blocks import first_mentions
from generator.rules.drafting.view import view
from generator.rules.rule import Rule, RuleText, Scope

TEXT = RuleText(
    zh="文中没有提及{label}",
    en="the text does not mention {label}",
    help_zh="请在表之前的文字中写“见[@{id}]”或“应符合[@{id}]的规定”。",
    help_en="Mention it in the text before: 见[@{id}].",
    page_zh="""
表在文中没有提及。

每个表都要在文中提及（GB/T 1.1—2020 的 9.8），读者由此知道表中是要求还是资料。

请在表之前的文字中写 `[@表的标识]`。
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
各等级的取值如下。

表：等级 {#tbl-levels}

| 等级 | 时延上限/ms |
|---|---|
| 甲 | 10 |
"""


def check(entry: Entry, project: Project) -> Iterator[Finding]:
    draft = view(entry, project)
    first = first_mentions(draft)
    for clause in draft.clauses:
        for block in walk(clause.blocks):
            if isinstance(block, Table) and block.number and block.id not in first and f"表{block.number}" not in first:
                yield draft.at(block.line, label=f"表{block.number}", id=block.id or "tbl-x")


RULE = Rule("D365", "unmentioned-table", Severity.WARNING, Scope.DRAFT, check, TEXT, GOOD, BAD, kinds=("standards",))
