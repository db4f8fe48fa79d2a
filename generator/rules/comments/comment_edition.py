"""A comment is on an edition that the standard does not have.

`edition` is `draft`, or the year of a folder below `published/`. The number of the clause that was commented on is
looked up there.

Correct the edition.
"""

from collections.abc import Iterator

from generator.diagnostics import Finding, Severity
from generator.project import DRAFT, Entry, Project
from generator.rules.comments.example import COMMENT, FILE
from generator.rules.places import listed
from generator.rules.rule import Rule, RuleText, Scope

TEXT = RuleText(
    zh="标准没有“{edition}”这个版本",
    en="the standard has no edition '{edition}'",
    help_zh="可用的值：{editions}。",
    help_en="Allowed: {editions}.",
    page_zh="""
意见所针对的版本不存在。

`edition` 写 `draft`，或 `published/` 下文件夹的年份；章条编号在该版本中查找。

请改正版本。
""",
)

GOOD = FILE + COMMENT + "edition: draft\n"

BAD = FILE + COMMENT + 'edition: "2024"\n'


def check(entry: Entry, project: Project) -> Iterator[Finding]:
    editions = [DRAFT, *(edition.year for edition in project.editions.get(entry.slug, ()))]
    for one in project.comments.get(entry.slug, ()):
        if one.comment.edition not in editions:
            values = {"edition": one.comment.edition, "editions": listed(editions)}
            yield Finding(one.path, ("edition",), values)


RULE = Rule("D403", "comment-edition", Severity.ERROR, Scope.DRAFT, check, TEXT, GOOD, BAD, kinds=("standards",))
