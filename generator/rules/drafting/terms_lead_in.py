"""The chapter of terms lacks its fixed sentence.

The entries are led in by 下列术语和定义适用于本文件。 (or ……界定的以及下列术语和定义适用于本文件。); without any term the chapter says
本文件没有需要界定的术语和定义。 (GB/T 1.1—2020, 8.7).

Put the sentence in.
"""

import re
from collections.abc import Iterator

from generator.diagnostics import Finding, Severity
from generator.project import Entry, Project
from generator.rules.drafting.view import view
from generator.rules.rule import Rule, RuleText, Scope

TEXT = RuleText(
    zh="术语和定义一章缺少固定的引导语",
    en="the chapter of terms lacks its fixed sentence",
    help_zh="请写“下列术语和定义适用于本文件。”；没有术语时写“本文件没有需要界定的术语和定义。”",
    help_en="Write 下列术语和定义适用于本文件。 or, without terms, 本文件没有需要界定的术语和定义。",
    page_zh="""
术语和定义一章没有固定的引导语。

术语条目之前写“下列术语和定义适用于本文件。”或“……界定的以及下列术语和定义适用于本文件。”；没有术语时写“本文件没有需要界定的术语和定义。”（GB/T \
1.1—2020 的 8.7）。

请写上这句话。
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

::: {.term #t-gateway en="gateway"}
网关

连接两个网络并转换协议的设备。
:::
"""


_SAID = re.compile(r"术语和定义(?:、符号和缩略语|、缩略语)?适用于本文件|没有需要界定的术语和定义")


def check(entry: Entry, project: Project) -> Iterator[Finding]:
    draft = view(entry, project)
    for chapter in draft.of_kind("terms")[:1]:
        if not _SAID.search("".join(draft.text_of("terms").split())):
            yield draft.at(chapter.line)


RULE = Rule("D343", "terms-lead-in", Severity.WARNING, Scope.DRAFT, check, TEXT, GOOD, BAD, kinds=("standards",))
