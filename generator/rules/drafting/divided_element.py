"""The foreword, the normative references or the bibliography is divided into clauses.

These elements are not divided: the foreword and the introduction have no numbers, and the list of normative
references is one list (GB/T 1.1—2020, 8.3, 8.6). An introduction may have headings without numbers.

Remove the headings below it.
"""

from collections.abc import Iterator

from generator.diagnostics import Finding, Severity
from generator.project import Entry, Project
from generator.rules.drafting.view import view
from generator.rules.rule import Rule, RuleText, Scope

TEXT = RuleText(
    zh="“{title}”不分条",
    en="'{title}' is not divided into clauses",
    help_zh="请删去下面的标题，改为段或清单。",
    help_en="Remove the headings below it and write paragraphs or a list.",
    page_zh="""
前言、规范性引用文件或参考文献下面分了条。

这些要素不分条：前言没有编号，规范性引用文件是一份清单（GB/T 1.1—2020 的 8.3、8.6）。

请删去下面的标题。
""",
)

GOOD = """\
# 规范性引用文件 {#c-references}

本文件没有规范性引用文件。
"""

BAD = """\
# 规范性引用文件 {#c-references}

本文件没有规范性引用文件。

## 国家标准 {#c-references-national}

没有。

## 行业标准 {#c-references-sector}

没有。
"""


def check(entry: Entry, project: Project) -> Iterator[Finding]:
    draft = view(entry, project)
    for chapter in draft.chapters:
        if chapter[0].kind in ("foreword", "references", "bibliography", "index") and len(chapter) > 1:
            yield draft.at(chapter[1].line, title=chapter[0].title)


RULE = Rule("D304", "divided-element", Severity.ERROR, Scope.DRAFT, check, TEXT, GOOD, BAD, kinds=("standards",))
