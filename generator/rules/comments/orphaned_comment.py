"""A comment is on a clause that is nowhere: not in the draft, nor among what was removed from it, nor in an edition.

Such a comment still stands on the board and in the table, under the number that it was sent with. But nobody who reads
the clause will see it.

Correct `clause`; where it was never found, leave it out and keep `number`.
"""

from collections.abc import Iterator

from generator.diagnostics import Finding, Severity, nearest
from generator.project import Entry, Project
from generator.rules.comments.clauses import ids_of, place_of
from generator.rules.comments.example import COMMENT, FILE
from generator.rules.rule import Rule, RuleText, Scope

TEXT = RuleText(
    zh="意见针对的“{clause}”不在草案中，也不曾有过",
    en="the comment is on '{clause}', which is not in the draft and never was",
    help_zh="{hint}请改正 clause；找不到的删去 clause，保留 number。",
    help_en="{hint} Correct `clause`; if it cannot be found, leave it out and keep `number`.",
    page_zh="""
意见所针对的章条哪里都没有：不在草案、已删除的条款和已发布的版本中。

这样的意见仍列在看板和汇总表里，按当时的章条编号显示；但看条文的人看不到它。

请改正 `clause`；找不到时删去它，保留 `number`。
""",
)

GOOD = FILE + COMMENT

BAD = FILE + COMMENT.replace("p-lat-01", "p-lat-10")


def check(entry: Entry, project: Project) -> Iterator[Finding]:
    draft = project.drafts.get(entry.slug)
    for one in project.comments.get(entry.slug, ()) if draft else ():
        clause = one.comment.clause
        if draft and clause and place_of(one, project) == "nowhere":
            yield Finding(one.path, ("clause",), {"clause": clause, "hint": nearest(clause, sorted(ids_of(draft)))})


RULE = Rule("D404", "orphaned-comment", Severity.WARNING, Scope.DRAFT, check, TEXT, GOOD, BAD, kinds=("standards",))
