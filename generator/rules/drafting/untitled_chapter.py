"""A chapter or an annex has no title.

Every chapter and every annex has a title; only clauses below a chapter may be without one (GB/T 1.1—2020, 7.2
and 9.6).

Write the title behind the #.
"""

from collections.abc import Iterator

from generator.diagnostics import Finding, Severity
from generator.project import Entry, Project
from generator.rules.drafting.view import view
from generator.rules.rule import Rule, RuleText, Scope

TEXT = RuleText(
    zh="章和附录都要有标题",
    en="a chapter or an annex has a title",
    help_zh="请在 # 之后写出标题。",
    help_en="Write its title behind the #.",
    page_zh="""
章或附录没有标题。

每一章、每个附录都有标题，只有章以下的条可以没有（GB/T 1.1—2020 的 7.2 和 9.6）。

请在 # 之后写出标题。
""",
)

GOOD = """\
# 安全要求 {#c-security}

见总体要求。
"""

BAD = """\
# {#c-security}

见总体要求。
"""


def check(entry: Entry, project: Project) -> Iterator[Finding]:
    draft = view(entry, project)
    for clause in draft.clauses:
        if clause.level == 1 and not clause.heading:
            yield draft.at(clause.line)


RULE = Rule("D308", "untitled-chapter", Severity.ERROR, Scope.DRAFT, check, TEXT, GOOD, BAD, kinds=("standards",))
