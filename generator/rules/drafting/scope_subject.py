"""The scope does not say what the document lays down.

It does so in set forms: 本文件规定了……, 确立了……, 描述了……, 提供了……, 给出了……, 界定了…… (GB/T 1.1—2020, 8.5).

Write the sentence.
"""

import re
from collections.abc import Iterator

from generator.diagnostics import Finding, Severity
from generator.project import Entry, Project
from generator.rules.drafting.view import view
from generator.rules.rule import Rule, RuleText, Scope

TEXT = RuleText(
    zh="范围没有写明本文件规定了什么",
    en="the scope does not say what the document lays down",
    help_zh="请写“本文件规定了（确立了、描述了、提供了、给出了、界定了）……”。",
    help_en="Write 本文件规定了…… (or 确立了, 描述了, 提供了, 给出了, 界定了).",
    page_zh="""
范围没有写明文件的内容。

范围用固定的形式写明文件规定、确立、描述、提供、给出或界定了什么（GB/T 1.1—2020 的 8.5）。

请写出这句话。
""",
)

GOOD = """\
# 范围 {#c-scope}

本文件描述了示例网关的试验方法。

本文件适用于示例网关的验收。
"""

BAD = """\
# 范围 {#c-scope}

示例网关的技术要求。

本文件适用于示例网关的验收。
"""


_FORM = re.compile(r"本文件(?:[^。；]{0,20}?)(?:规定|确立|描述|提供|给出|界定)了?")


def check(entry: Entry, project: Project) -> Iterator[Finding]:
    draft = view(entry, project)
    for scope in draft.of_kind("scope")[:1]:
        if not _FORM.search(draft.text_of("scope")):
            yield draft.at(scope.line)


RULE = Rule("D330", "scope-subject", Severity.WARNING, Scope.DRAFT, check, TEXT, GOOD, BAD, kinds=("standards",))
