"""A list has more than two levels.

Items may be divided once (GB/T 1.1—2020, 7.5.2): a), b) and inside those 1), 2).

Divide the clause instead.
"""

from collections.abc import Iterator

from generator.diagnostics import Finding, Severity
from generator.drafts.model import ListBlock, walk
from generator.project import Entry, Project
from generator.rules.drafting.view import view
from generator.rules.rule import Rule, RuleText, Scope

TEXT = RuleText(
    zh="列项超过两个层次",
    en="the list has more than two levels",
    help_zh="请改为分条，或减少一个层次。",
    help_en="Divide the clause instead, or take a level away.",
    page_zh="""
列项超过两个层次。

列项只能再分一次（GB/T 1.1—2020 的 7.5.2），即 a)、b) 之下的 1)、2)。

请改为分条，或减少一个层次。
""",
)

GOOD = """\
网关的接口包括：

- 有线接口：
    - 以太网接口；
    - 串行接口；
- 5G空中接口。
"""

BAD = """\
网关的接口包括：

- 有线接口：
    - 以太网接口：
        - 电口；
        - 光口；
    - 串行接口；
- 5G空中接口。
"""


def check(entry: Entry, project: Project) -> Iterator[Finding]:
    draft = view(entry, project)
    for clause in draft.clauses:
        for block in walk(clause.blocks):
            if isinstance(block, ListBlock) and (deep := _third(block)):
                yield draft.at(deep)


def _third(block: ListBlock) -> int:
    """The line of the first list at the third level of a list; 0 where there is none."""
    inner = [b for item in block.items for b in item if isinstance(b, ListBlock)]
    return next((b.line for one in inner for item in one.items for b in item if isinstance(b, ListBlock)), 0)


RULE = Rule("D316", "list-too-deep", Severity.ERROR, Scope.DRAFT, check, TEXT, GOOD, BAD, kinds=("standards",))
