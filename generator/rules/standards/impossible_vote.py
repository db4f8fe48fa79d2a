"""The numbers of a vote do not fit together.

More votes than people present, or more present than entitled: one number is mistyped.

Correct it.
"""

from collections.abc import Iterator

from generator.diagnostics import Finding, Severity
from generator.project import Entry, Project
from generator.rules.rule import Rule, RuleText, Scope
from generator.rules.standards.example import REVIEW_LEFT
from generator.texts import Text

TEXT = RuleText(
    zh="{what}",
    en="{what}",
    help_zh="请改正表决结果中的数字。",
    help_en="Correct the numbers of the vote.",
    page_zh="""
表决结果的数字互相矛盾。

票数多于参加人数，或参加人数多于有表决权的人数，说明有一个数写错了。

请改正。
""",
)

GOOD = REVIEW_LEFT

BAD = REVIEW_LEFT.replace("against: 1", "against: 3")


def check(entry: Entry, project: Project) -> Iterator[Finding]:
    for index, line in enumerate(entry.data.get("history") or ()):
        vote = line.get("vote")
        if not vote:
            continue
        cast = vote["in_favour"] + vote.get("against", 0) + vote.get("abstained", 0)
        if cast > vote["present"]:
            present = vote["present"]
            what = Text(f"票数 {cast} 多于参加人数 {present}", f"{cast} votes, but {present} present")
            yield entry.at("history", index, "vote", what=what)
        elif vote.get("eligible", vote["present"]) < vote["present"]:
            present, eligible = vote["present"], vote["eligible"]
            what = Text(f"参加人数 {present} 多于有表决权的 {eligible}", f"{present} present, but {eligible} entitled")
            yield entry.at("history", index, "vote", what=what)


RULE = Rule("D433", "impossible-vote", Severity.ERROR, Scope.ENTRY, check, TEXT, GOOD, BAD, kinds=("standards",))
