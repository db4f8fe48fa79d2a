"""A definition begins with words that are no part of it.

A definition can stand in the place of its term, so it begins with neither the term itself nor 是, 指 or 是指 (GB/T
1.1—2020, 8.7).

Leave the words out.
"""

import re
from collections.abc import Iterator

from generator.diagnostics import Finding, Severity
from generator.drafts.model import Paragraph
from generator.project import Entry, Project
from generator.rules.drafting.view import said, view
from generator.rules.rule import Rule, RuleText, Scope

TEXT = RuleText(
    zh="定义不以“{word}”开头",
    en="a definition does not begin with '{word}'",
    help_zh="请删去，从“……的设备”“……的能力”之类的内容写起。",
    help_en="Leave it out and begin with what the thing is.",
    page_zh="""
定义以多余的词开头。

定义能代替术语放进句子里（GB/T 1.1—2020 的 8.7），因此不以术语本身或“是”“指”“是指”开头。

请删去这些词。
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

是指连接两个网络并转换协议的设备。
:::
"""


_OPENING = re.compile(r"是指|指的是|(?:是|指)(?=[^一-鿿]|[一-鿿]{4})(?!示|令|标|数|定|南|纹|向|针|挥|导|引)")


def check(entry: Entry, project: Project) -> Iterator[Finding]:
    draft = view(entry, project)
    for term in draft.draft.terms:
        first = term.blocks[0] if term.blocks else None
        if isinstance(first, Paragraph):
            text, name = said(first.inlines), said(term.name)
            own = name if re.match(re.escape(name) + r"\s?(?:是|指|为|，|：)", text) else ""
            if own or (found := _OPENING.match(text)):
                yield draft.at(first.line, word=own or (found.group() if found else ""))


RULE = Rule("D347", "definition-opening", Severity.WARNING, Scope.DRAFT, check, TEXT, GOOD, BAD, kinds=("standards",))
