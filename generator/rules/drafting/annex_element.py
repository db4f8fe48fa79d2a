"""An annex has a scope, normative references or terms of its own.

These elements belong to the document as a whole (GB/T 1.1—2020, 9.6): what an annex cites or defines stands in
chapters 2 and 3.

Move the content there.
"""

from collections.abc import Iterator

from generator.diagnostics import Finding, Severity
from generator.drafts.titles import bare_title
from generator.project import Entry, Project
from generator.rules.drafting.view import view
from generator.rules.rule import Rule, RuleText, Scope

TEXT = RuleText(
    zh="附录中不设“{title}”",
    en="an annex has no '{title}'",
    help_zh="请把内容并入正文的同名一章。",
    help_en="Move the content to the chapter of that name.",
    page_zh="""
附录中设了范围、规范性引用文件或术语和定义。

这些要素属于整个文件（GB/T 1.1—2020 的 9.6），附录引用的文件和用到的术语写在第2章、第3章。

请把内容移到那里。
""",
)

GOOD = """\
取值见[@annex-values]。

# 取值说明 {#annex-values .annex nature=informative}

## 概述 {#c-values-general}

本附录说明取值的来源。

## 来源 {#c-values-source}

来源为公开规范。
"""

BAD = """\
取值见[@annex-values]。

# 取值说明 {#annex-values .annex nature=informative}

## 范围 {#c-values-scope}

本附录说明取值的来源。

## 来源 {#c-values-source}

来源为公开规范。
"""


_ELEMENTS = ("范围", "规范性引用文件", "术语和定义", "参考文献", "前言", "引言")


def check(entry: Entry, project: Project) -> Iterator[Finding]:
    draft = view(entry, project)
    for clause in draft.of_kind("annex"):
        if bare_title(clause.title) in _ELEMENTS:
            yield draft.at(clause.line, title=clause.title)


RULE = Rule("D362", "annex-element", Severity.ERROR, Scope.DRAFT, check, TEXT, GOOD, BAD, kinds=("standards",))
