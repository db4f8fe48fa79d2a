"""The draft has a cover or a table of contents made by hand.

Both are made by the program: the cover from standard.yaml, the contents from the headings (GB/T 1.1—2020, 8.1
and 8.2).

Remove the chapter.
"""

from collections.abc import Iterator

from generator.diagnostics import Finding, Severity
from generator.drafts.titles import bare_title
from generator.project import Entry, Project
from generator.rules.drafting.view import view
from generator.rules.rule import Rule, RuleText, Scope

TEXT = RuleText(
    zh="“{title}”由程序生成，不要写在草案中",
    en="'{title}' is made by the program, not written in the draft",
    help_zh="请删去这一章。",
    help_en="Remove this chapter.",
    page_zh="""
草案中手写了封面或目次。

封面由 standard.yaml 生成，目次由各级标题生成（GB/T 1.1—2020 的 8.1、8.2）。

请删去这一章。
""",
)

GOOD = """\
# 安全要求 {#c-security}

见总体要求。
"""

BAD = """\
# 目次 {#c-contents}

前言、范围、要求。
"""


def check(entry: Entry, project: Project) -> Iterator[Finding]:
    draft = view(entry, project)
    for clause in draft.clauses:
        if clause.level == 1 and bare_title(clause.title) in ("目次", "目录", "封面"):
            yield draft.at(clause.line, title=clause.title)


RULE = Rule("D309", "handmade-contents", Severity.ERROR, Scope.DRAFT, check, TEXT, GOOD, BAD, kinds=("standards",))
