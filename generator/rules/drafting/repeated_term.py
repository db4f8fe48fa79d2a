"""Two entries define the same term.

One term has one definition in a document (GB/T 1.1—2020, 5.4.1 and 8.7).

Join the entries, or tell the terms apart.
"""

from collections.abc import Iterator

from generator.diagnostics import Finding, Severity
from generator.project import Entry, Project
from generator.rules.drafting.view import said, view
from generator.rules.rule import Rule, RuleText, Scope

TEXT = RuleText(
    zh="术语“{term}”已在第 {line} 行定义",
    en="the term '{term}' is defined in line {line} already",
    help_zh="请合并两个条目，或用不同的术语。",
    help_en="Join the two entries, or use different terms.",
    page_zh="""
同一术语定义了两次。

一份文件中同一个概念用一个术语，一个术语只有一个定义（GB/T 1.1—2020 的 5.4.1 和 8.7）。

请合并，或用不同的术语。
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

::: {.term #t-gateway en="gateway"}
网关

连接两个网络并转换协议的设备。
:::

::: {.term #t-gateway-2 en="industrial gateway"}
网关

用于工业现场的接入设备。
:::
"""


def check(entry: Entry, project: Project) -> Iterator[Finding]:
    draft = view(entry, project)
    seen: dict[str, int] = {}
    for term in draft.draft.terms:
        name = said(term.name).strip()
        if name in seen:
            yield draft.at(term.line, term=name, line=seen[name])
        seen.setdefault(name, term.line)


RULE = Rule("D349", "repeated-term", Severity.ERROR, Scope.DRAFT, check, TEXT, GOOD, BAD, kinds=("standards",))
