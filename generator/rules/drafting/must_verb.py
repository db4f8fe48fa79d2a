"""A requirement says 必须.

Requirements say 应; 必须 is kept for what laws demand (GB/T 1.1—2020, annex C).

Write 应.
"""

from collections.abc import Iterator

from generator.diagnostics import Finding, Severity
from generator.project import Entry, Project
from generator.rules.drafting.view import view, wordings
from generator.rules.rule import Rule, RuleText, Scope

TEXT = RuleText(
    zh="要求用“应”，不用“必须”",
    en="a requirement says 应, not 必须",
    help_zh="请改为“应”。",
    help_en="Write 应.",
    page_zh="""
要求用了“必须”。

要求用“应”表述，“必须”不是规定的能愿动词，容易与法律法规的要求混淆（GB/T 1.1—2020 的附录C）。

请改为“应”。
""",
)

GOOD = """\
::: {.provision #p-x-01 kind=requirement aspect=security}
网关应记录管理操作。
:::
"""

BAD = """\
::: {.provision #p-x-01 kind=requirement aspect=security}
网关应启用日志，必须记录管理操作。
:::
"""


def check(entry: Entry, project: Project) -> Iterator[Finding]:
    draft = view(entry, project)
    for passage, one in wordings(draft):
        if one.word == "必须":
            yield draft.at(passage.line, passage.spot(one))


RULE = Rule("D380", "must-verb", Severity.WARNING, Scope.DRAFT, check, TEXT, GOOD, BAD, kinds=("standards",))
