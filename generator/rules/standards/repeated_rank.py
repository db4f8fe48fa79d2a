"""Two levels of a scheme have the same rank.

The rank orders the levels, 1 is the lowest, and a level includes the criteria of all below it. With two
of one rank nobody knows which is higher.

Give each level its own rank.
"""

from collections.abc import Iterator

from generator.diagnostics import Finding, Severity
from generator.model.grading import Scheme
from generator.project import Entry, Project
from generator.rules.rule import Rule, RuleText, Scope

TEXT = RuleText(
    zh="等级“{level}”与“{other}”的级次同为 {rank}",
    en="the levels '{level}' and '{other}' both have the rank {rank}",
    help_zh="请给每个等级不同的级次，1 为最低。",
    help_en="Give each level its own rank; 1 is the lowest.",
    page_zh="""
两个等级的级次相同。

级次排列等级的高低，1 为最低，高一级包含以下各级的条件；级次相同就分不出高低。

请给每个等级不同的级次。
""",
)

_SCHEME = """\
--- catalog/schemes/grading.yaml
name:
  zh: 示例等级评价
issuer: acme
levels:
  - {id: basic, name: {zh: 基础级}, rank: 1}
"""

GOOD = _SCHEME + "  - {id: enhanced, name: {zh: 增强级}, rank: 2}\n"

BAD = _SCHEME + "  - {id: enhanced, name: {zh: 增强级}, rank: 1}\n"


def check(entry: Entry, project: Project) -> Iterator[Finding]:
    seen: dict[int, str] = {}
    for index, level in enumerate(entry.as_a(Scheme).levels):
        other = seen.setdefault(level.rank, level.id)
        if other != level.id:
            yield entry.at("levels", index, "rank", level=level.id, other=other, rank=level.rank)


RULE = Rule("D122", "repeated-rank", Severity.ERROR, Scope.ENTRY, check, TEXT, GOOD, BAD, kinds=("schemes",))
