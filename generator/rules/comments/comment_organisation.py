"""A comment names no organisation, or names it twice.

Comments come from organisations. One that the catalogue knows is named by its id (`organisation`), any other by its
name (`name`); with both, the two could disagree.

Give one of the two.
"""

from collections.abc import Iterator

from generator.diagnostics import Finding, Severity
from generator.project import Entry, Project
from generator.rules.comments.example import COMMENT, FILE, SAID
from generator.rules.rule import Rule, RuleText, Scope
from generator.texts import Text

TEXT = RuleText(
    zh="{what}",
    en="{what}",
    help_zh="目录中有的单位写 organisation，没有的写 name，二者取一。",
    help_en="Write `organisation` for one that the catalogue knows, else `name`: one of the two.",
    page_zh="""
意见没有写明提出单位，或写了两次。

意见由单位提出。目录中有的单位写编号（`organisation`），没有的写名称（`name`）；两个都写可能互相矛盾。

请二者取一。
""",
)

GOOD = FILE + COMMENT

BAD = FILE + SAID


def check(entry: Entry, project: Project) -> Iterator[Finding]:
    for one in project.comments.get(entry.slug, ()):
        said = one.comment
        if bool(said.organisation) == bool(said.name):
            yield Finding(one.path, ("name",) if said.name else (), {"what": _BOTH if said.name else _NEITHER})


_BOTH = Text("提出单位写了两次：organisation 和 name", "the organisation is given twice, as `organisation` and `name`")
_NEITHER = Text("意见没有写明提出单位", "the comment names no organisation")


RULE = Rule("D401", "comment-organisation", Severity.ERROR, Scope.DRAFT, check, TEXT, GOOD, BAD, kinds=("standards",))
