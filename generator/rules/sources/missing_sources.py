"""A real entry names no source.

Real entries hold only what a named source states, so that every reader can check it: a document with its
number, a page with its address. Examples need none, code lists of the catalogue's own say so in `sources`.

Add `sources`. What no source states is left out of the entry.
"""

from collections.abc import Iterator

from generator.diagnostics import Finding, Severity
from generator.project import Entry, Project
from generator.rules.rule import Rule, RuleText, Scope

TEXT = RuleText(
    zh="没有写明来源",
    en="no source is named",
    help_zh="请补上 sources（标题，以及文号或网址）；虚构的条目请写 example: true。",
    help_en="Add `sources` (a title, with the document's number or address); an invented entry says `example: true`.",
    page_zh="""
真实条目没有写明来源。

真实条目只写所列来源说明的内容，让每位读者都能核对：文件写文号，网页写网址。示例条目不需要来源；目录自行编制的代码表在 `sources` 中注明即可。

请补上 `sources`。没有来源说明的内容不要写。
""",
)

GOOD = """\
--- catalog/scenarios/sorting.yaml
name:
  zh: 智能分拣
sources:
  - title: 关于组织推进应用示范园区工作的通知
    document: 某工信函〔2020〕1号
"""
BAD = GOOD.partition("sources:")[0]

EXEMPT = ("listings", "notices", "certificates")
"""Kinds made by the catalogue's own office: the entry itself is the record."""


def check(entry: Entry, project: Project) -> Iterator[Finding]:
    if entry.example or entry.data.get("sources"):
        return
    if entry.kind.folder not in project.parameter("missing-sources", "exempt", EXEMPT):
        yield entry.at("name")


RULE = Rule(
    "C501",
    "missing-sources",
    Severity.WARNING,
    Scope.ENTRY,
    check,
    TEXT,
    GOOD,
    BAD,
    parameters={"exempt": EXEMPT},
)
