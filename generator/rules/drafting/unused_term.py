"""A term is defined and used nowhere else.

Chapter 3 defines what the text uses (GB/T 1.1—2020, 8.7). Uses in other definitions, in tables and in annexes
count, and so does a short form that a note to the entry gives (简称“……”).

Take the entry out, or use the term where it is meant.
"""

import re
from collections.abc import Iterator

from generator.diagnostics import Finding, Severity
from generator.project import Entry, Project
from generator.rules.drafting.view import said, view
from generator.rules.rule import Rule, RuleText, Scope

TEXT = RuleText(
    zh="术语“{term}”在文中没有使用",
    en="the term '{term}' is not used in the text",
    help_zh="请删去这一条目，或在文中统一使用这一术语。",
    help_en="Take the entry out, or use the term where it is meant.",
    page_zh="""
定义了一个术语，文中却没有使用。

术语和定义一章界定的是文中使用的术语（GB/T 1.1—2020 的 8.7）。在其他定义、表和附录中使用的也算，条目的注写明的简称（简称“……”）也算。

请删去，或在文中使用。
""",
)

GOOD = """\
# 术语和定义 {#c-terms}

下列术语和定义适用于本文件。

::: {.term #t-gateway en="gateway"}
网关

连接两个网络并转换协议的设备。
:::
"""

BAD = """\
# 术语和定义 {#c-terms}

下列术语和定义适用于本文件。

::: {.term #t-slice en="network slice"}
网络切片

按业务需要划分的一组网络功能和资源。
:::
"""


def check(entry: Entry, project: Project) -> Iterator[Finding]:
    draft = view(entry, project)
    terms = draft.draft.terms
    if not terms:
        return
    apart = {id(term): "\n".join(p.text for p in draft.passages if p.term is term) for term in terms}
    text = "\n".join(p.text for p in draft.passages if p.term is None and p.clause.kind != "foreword")
    text += "\n".join(clause.title for clause in draft.clauses)
    for term in terms:
        names = [name for name in re.split(r"[\s　；;]+", said(term.name)) if name]
        names += re.findall(r"简称为?“([^”]+)”", apart[id(term)])
        others = (inner for other, inner in apart.items() if other != id(term))
        if not any(name in text or any(name in inner for inner in others) for name in names):
            yield draft.at(term.line, term=said(term.name))


RULE = Rule("D348", "unused-term", Severity.WARNING, Scope.DRAFT, check, TEXT, GOOD, BAD, kinds=("standards",))
