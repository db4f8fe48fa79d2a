"""A prohibition says 不得, 不可, 禁止, 严禁 or 不允许.

What is not to be done says 不应 (GB/T 1.1—2020, annex C). Words such as 不可用, 不可逆 and 禁止标志 are no prohibitions.

Write 不应.
"""

from collections.abc import Iterator

from generator.diagnostics import Finding, Severity
from generator.project import Entry, Project
from generator.rules.drafting.view import view, wordings
from generator.rules.rule import Rule, RuleText, Scope

TEXT = RuleText(
    zh="用“不应”，不用“{word}”",
    en="a prohibition says 不应, not '{word}'",
    help_zh="请改为“不应”。",
    help_en="Write 不应.",
    page_zh="""
否定的要求用了“不得”“不可”“禁止”等。

不允许做的用“不应”表述（GB/T 1.1—2020 的附录C）。“不可用”“不可逆”“禁止标志”等词不算。

请改为“不应”。
""",
)

GOOD = """\
::: {.provision #p-x-01 kind=requirement aspect=security}
网关不应设置通用的缺省口令，口令应不可逆地存储。
:::
"""

BAD = """\
::: {.provision #p-x-01 kind=requirement aspect=security}
网关应设置口令，不得使用缺省口令。
:::
"""


def check(entry: Entry, project: Project) -> Iterator[Finding]:
    draft = view(entry, project)
    for passage, one in wordings(draft):
        if one.instead == "不应":
            yield draft.at(passage.line, passage.spot(one), word=one.word)


RULE = Rule("D381", "prohibition-verb", Severity.WARNING, Scope.DRAFT, check, TEXT, GOOD, BAD, kinds=("standards",))
