"""The source of copied text is not named as it should be.

It stands in square brackets: [来源：GB/T 20000.1—2014，5.2], with the document and the clause, and says 有修改 where
the text was changed (GB/T 1.1—2020, 9.5.4.3).

Write document and clause, separated by a comma.
"""

import re
from collections.abc import Iterator

from generator.diagnostics import Finding, Severity
from generator.project import Entry, Project
from generator.rules.drafting.documents import named
from generator.rules.drafting.view import view
from generator.rules.rule import Rule, RuleText, Scope

TEXT = RuleText(
    zh="来源应写作“[来源：文件编号，条号]”：{text}",
    en="a source reads [来源：document, clause]: {text}",
    help_zh="如“[来源：GB/T 5271.1—2000，01.01.01，有修改]”。",
    help_en="For example [来源：GB/T 5271.1—2000，01.01.01，有修改].",
    page_zh="""
抄录内容的来源写法不对。

抄录其他文件的内容时，在其下写明“[来源：文件编号，章条编号]”，有改动的加上“有修改”（GB/T 1.1—2020 的 9.5.4.3）。

请写明文件编号和条号，用逗号隔开。
""",
)

GOOD = """\
# 术语和定义 {#c-terms}

下列术语和定义适用于本文件。

::: {.term #t-gateway en="gateway"}
网关

连接两个网络并转换协议的设备。

[来源：GB/T 5271.18—2008，18.03.01，有修改]
:::
"""

BAD = """\
# 术语和定义 {#c-terms}

下列术语和定义适用于本文件。

::: {.term #t-gateway en="gateway"}
网关

连接两个网络并转换协议的设备。

[来源：GB/T 5271.18—2008]
:::
"""


_SOURCE = re.compile(r"[\[［【]?\s*来源[：:]")
_FORM = re.compile(r"[\[［]来源：[^\]］]*?[0-9][^\]］，,]*[，,]\s?[^\]］]+[\]］]")


def check(entry: Entry, project: Project) -> Iterator[Finding]:
    draft = view(entry, project)
    for passage in draft.passages:
        if passage.place not in ("text", "definition", "quote") or not _SOURCE.match(passage.text):
            continue
        if next(named(passage.text), None) and not _FORM.match(passage.text):
            yield draft.at(passage.line, text=passage.text[:40])


RULE = Rule("D352", "source-form", Severity.WARNING, Scope.DRAFT, check, TEXT, GOOD, BAD, kinds=("standards",))
