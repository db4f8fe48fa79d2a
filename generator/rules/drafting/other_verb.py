"""A requirement says 应当, 须 or 务必.

The verb of requirements is 应 (应该 where the sentence needs two syllables); 应当, 须 and 务必 are the language of laws
and of manuals (GB/T 1.1—2020, annex C).

Write 应.
"""

from collections.abc import Iterator

from generator.diagnostics import Finding, Severity
from generator.project import Entry, Project
from generator.rules.drafting.view import view, wordings
from generator.rules.rule import Rule, RuleText, Scope

TEXT = RuleText(
    zh="要求用“应”，不用“{word}”",
    en="a requirement says 应, not '{word}'",
    help_zh="请改为“应”。",
    help_en="Write 应.",
    page_zh="""
要求用了“应当”“须”“务必”。

要求的能愿动词是“应”（特殊情况下用“应该”），“应当”“须”“务必”不是规定的表述（GB/T 1.1—2020 的附录C）。

请改为“应”。
""",
)

GOOD = """\
::: {.provision #p-x-01 kind=requirement aspect=security}
网关应记录管理操作，用户无须另行配置。
:::
"""

BAD = """\
::: {.provision #p-x-01 kind=requirement aspect=security}
网关应当记录管理操作。
:::
"""


def check(entry: Entry, project: Project) -> Iterator[Finding]:
    draft = view(entry, project)
    for passage, one in wordings(draft):
        if one.instead == "应" and one.word != "必须":
            yield draft.at(passage.line, passage.spot(one), word=one.word)


RULE = Rule("D382", "other-verb", Severity.WARNING, Scope.DRAFT, check, TEXT, GOOD, BAD, kinds=("standards",))
