"""A comment names an organisation that the catalogue does not have.

The table of comments prints the organisation's name, which is taken from its entry.

Correct the id; or write the organisation's name under `name`.
"""

from collections.abc import Iterator

from generator.diagnostics import Finding, Severity
from generator.project import Entry, Project
from generator.rules.comments.example import FILE, SAID
from generator.rules.places import nearest_id
from generator.rules.rule import Rule, RuleText, Scope

TEXT = RuleText(
    zh="没有编号为“{organisation}”的单位",
    en="no organisation has the id '{organisation}'",
    help_zh="{hint}请改正编号；目录中没有此单位时，改写 name。",
    help_en="{hint} Correct the id; for one that the catalogue does not have write `name`.",
    page_zh="""
意见写的提出单位不在目录中。

意见汇总处理表印出单位名称，名称取自单位的条目。

请改正编号，或改用 `name` 写出单位名称。
""",
)

GOOD = FILE + "organisation: society\n" + SAID

BAD = FILE + "organisation: socity\n" + SAID


def check(entry: Entry, project: Project) -> Iterator[Finding]:
    for one in project.comments.get(entry.slug, ()):
        who = one.comment.organisation
        if who and f"organisations/{who}" not in project:
            hint = nearest_id(project, "organisations", who)
            yield Finding(one.path, ("organisation",), {"organisation": who, "hint": hint})


RULE = Rule("D402", "unknown-commenter", Severity.ERROR, Scope.DRAFT, check, TEXT, GOOD, BAD, kinds=("standards",))
