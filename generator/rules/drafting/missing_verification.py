"""A specification has requirements and no method that verifies them.

A specification lays down requirements and describes how to show that they are met (GB/T 1.1—2020, 8.11 and
table 4): in a chapter (证实方法, 试验方法, 检验 …), or by `verify` at the provisions.

Add the chapter, or name the methods.
"""

import re
from collections.abc import Iterator

from generator.diagnostics import Finding, Severity
from generator.project import Entry, Project
from generator.rules.drafting.view import view
from generator.rules.rule import Rule, RuleText, Scope

TEXT = RuleText(
    zh="规范标准有 {count} 项要求，没有证实方法",
    en="a specification with {count} requirements has no verification method",
    help_zh="请加上“证实方法”（或“试验方法”）一章，或在条款上写 verify。",
    help_en="Add a chapter 证实方法 (or 试验方法), or verify at the provisions.",
    page_zh="""
规范标准只有要求，没有证实方法。

规范标准规定要求，并描述用于判定要求是否得到满足的证实方法（GB/T 1.1—2020 的 8.11 和表4）：可以设“证实方法”“试验方法”“检验”等章，也可以在条款上写 `verify`。

请加上这一章，或写明方法。
""",
)

GOOD = """\
::: {.provision #p-x-01 kind=requirement aspect=function}
网关应记录管理操作。
:::

# 证实方法 {#c-verification}

::: {.provision #p-ver-01 kind=instruction aspect=function}
执行一次管理操作，检查日志中有相应的记录。
:::
"""

BAD = """\
::: {.provision #p-x-01 kind=requirement aspect=function}
网关应记录管理操作。
:::
"""


_METHOD = re.compile("证实|试验|检验|测试|测量|检测|验证|核查|评价方法")


def check(entry: Entry, project: Project) -> Iterator[Finding]:
    draft = view(entry, project)
    if draft.standard.function != "specification":
        return
    required = [provision for provision in draft.draft.provisions if provision.kind == "requirement"]
    methods = any(_METHOD.search(clause.title) for clause in draft.of_kind("body", "annex"))
    if required and not methods and not any(provision.verify for provision in required):
        yield draft.at(required[0].line, count=len(required))


RULE = Rule("D393", "missing-verification", Severity.WARNING, Scope.DRAFT, check, TEXT, GOOD, BAD, kinds=("standards",))
