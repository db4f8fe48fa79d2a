"""The scope does not say what the document applies to.

本文件适用于…… tells readers whether it concerns them; 本文件不适用于…… names what is left out (GB/T 1.1—2020, 8.5).

Write the sentence.
"""

import re
from collections.abc import Iterator

from generator.diagnostics import Finding, Severity
from generator.project import Entry, Project
from generator.rules.drafting.view import view
from generator.rules.rule import Rule, RuleText, Scope

TEXT = RuleText(
    zh="范围没有写明本文件适用于什么",
    en="the scope does not say what the document applies to",
    help_zh="请写“本文件适用于……”。",
    help_en="Write 本文件适用于…….",
    page_zh="""
范围没有写明适用界限。

“本文件适用于……”让读者知道文件是否与自己有关；必要时还写“本文件不适用于……”（GB/T 1.1—2020 的 8.5）。

请写出这句话。
""",
)

GOOD = """\
# 范围 {#c-scope}

本文件规定了示例网关的技术要求。

本文件适用于示例网关的验收，不适用于家用网关。
"""

BAD = """\
# 范围 {#c-scope}

本文件规定了示例网关的技术要求。
"""


def check(entry: Entry, project: Project) -> Iterator[Finding]:
    draft = view(entry, project)
    for scope in draft.of_kind("scope")[:1]:
        if not re.search("适用于|适用界限|供.{0,30}使用", draft.text_of("scope")):
            yield draft.at(scope.line)


RULE = Rule("D331", "scope-applicability", Severity.WARNING, Scope.DRAFT, check, TEXT, GOOD, BAD, kinds=("standards",))
