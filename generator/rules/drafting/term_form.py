"""A term's entry holds a table or a footnote.

An entry has no tables and no footnotes (GB/T 1.1—2020, 8.7 and table 3); what explains it is a note to the
entry.

Make it a note, or move the table to the body.
"""

from collections.abc import Iterator

from generator.diagnostics import Finding, Severity
from generator.drafts.model import Table, walk
from generator.project import Entry, Project
from generator.rules.drafting.view import view
from generator.rules.rule import Rule, RuleText, Scope
from generator.texts import Text

TEXT = RuleText(
    zh="术语条目中不能有{what}",
    en="a term's entry holds no {what}",
    help_zh="请改为条目的注，或把表移到正文其他章。",
    help_en="Make it a note to the entry, or move the table to the body.",
    page_zh="""
术语条目中有表或脚注。

术语条目中不用表，也不用脚注（GB/T 1.1—2020 的 8.7 和表3）；补充说明写成条目的注。

请改为注，或把表移到正文其他章。
""",
)

GOOD = """\
# 术语和定义 {#c-terms}

下列术语和定义适用于本文件。

::: {.term #t-gateway en="gateway"}
网关

连接两个网络并转换协议的设备。

::: note
网关分为工业级和商用级。
:::
:::
"""

BAD = """\
# 术语和定义 {#c-terms}

下列术语和定义适用于本文件。

::: {.term #t-gateway en="gateway"}
网关

连接两个网络[^1]并转换协议的设备。
:::

[^1]: 有线的或无线的。
"""


_TABLE, _FOOTNOTE = Text("表", "tables"), Text("脚注", "footnotes")


def check(entry: Entry, project: Project) -> Iterator[Finding]:
    draft = view(entry, project)
    for term in draft.draft.terms:
        if any(isinstance(block, Table) for block in walk(term.blocks)):
            yield draft.at(term.line, what=_TABLE)
    for line in sorted({p.term.line for p in draft.passages if p.term and p.place == "footnote"}):
        yield draft.at(line, what=_FOOTNOTE)


RULE = Rule("D344", "term-form", Severity.ERROR, Scope.DRAFT, check, TEXT, GOOD, BAD, kinds=("standards",))
