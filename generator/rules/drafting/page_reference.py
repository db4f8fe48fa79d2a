"""The text refers to a page.

Pages differ between the web page, Word and PDF, and between editions; the text refers by numbers of clauses,
tables and figures (GB/T 1.1—2020, 9.5.3).

Refer to the clause.
"""

import re
from collections.abc import Iterator

from generator.diagnostics import Finding, Severity
from generator.project import Entry, Project
from generator.rules.drafting.view import unquoted, view
from generator.rules.rule import Rule, RuleText, Scope

TEXT = RuleText(
    zh="不按页码引用：{text}",
    en="no reference by page: {text}",
    help_zh="请改为引用章条、表或图：[@标识]。",
    help_en="Refer to the clause, the table or the figure: [@id].",
    page_zh="""
文中提及页码。

网页、Word 和 PDF 的页码各不相同，提及内容时用章条、表和图的编号（GB/T 1.1—2020 的 9.5.3）。

请改为引用章条。
""",
)

GOOD = """\
## 时延 {#c-latency}

统计口径见[@c-rate]。

## 速率 {#c-rate}

按用户计。
"""

BAD = """\
统计口径见第12页。
"""


_PAGE = re.compile(r"第\s?[0-9一二三四五六七八九十]+\s?页|(?:见|参见)\s?[Pp]\.?\s?[0-9]+")


def check(entry: Entry, project: Project) -> Iterator[Finding]:
    draft = view(entry, project)
    for passage in draft.passages:
        if passage.clause.kind not in ("references", "bibliography"):
            for found in _PAGE.finditer(unquoted(passage.text)):
                yield draft.at(passage.line, found.group(), text=found.group())


RULE = Rule("D376", "page-reference", Severity.WARNING, Scope.DRAFT, check, TEXT, GOOD, BAD, kinds=("standards",))
