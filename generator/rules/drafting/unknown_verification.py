"""A provision names a verification method that the draft does not have.

`verify` is the id of the clause or of the provision that describes the method; for each requirement it tells
the reader how it is shown (GB/T 1.1—2020, table 4).

Correct the id, or write the method.
"""

from collections.abc import Iterator

from generator.diagnostics import Finding, Severity, nearest
from generator.drafts.check import anchors
from generator.project import Entry, Project
from generator.rules.drafting.view import view
from generator.rules.rule import Rule, RuleText, Scope

TEXT = RuleText(
    zh="条款“{id}”的证实方法“{verify}”不存在",
    en="the verification method '{verify}' of '{id}' does not exist",
    help_zh="{hint}请改正 verify，或补写证实方法。",
    help_en="{hint} Correct verify, or write the method.",
    page_zh="""
条款写的证实方法在草案中不存在。

`verify` 是描述证实方法的条或条款的标识，读者由此知道这项要求怎样判定（GB/T 1.1—2020 的表4）。

请改正标识，或补写证实方法。
""",
)

GOOD = """\
::: {.provision #p-x-01 kind=requirement aspect=function verify=p-ver-01}
网关应记录管理操作。
:::

# 证实方法 {#c-verification}

::: {.provision #p-ver-01 kind=instruction aspect=function}
执行一次管理操作，检查日志中有相应的记录。
:::
"""

BAD = """\
::: {.provision #p-x-01 kind=requirement aspect=function verify=p-ver-02}
网关应记录管理操作。
:::

# 证实方法 {#c-verification}

::: {.provision #p-ver-01 kind=instruction aspect=function}
执行一次管理操作，检查日志中有相应的记录。
:::
"""


def check(entry: Entry, project: Project) -> Iterator[Finding]:
    draft = view(entry, project)
    known = {name for name, _, _ in anchors(draft.draft) if name}
    for provision in draft.draft.provisions:
        for name in provision.verify.replace(",", " ").split():
            if name not in known:
                yield draft.at(provision.line, id=provision.id, verify=name, hint=nearest(name, sorted(known)))


RULE = Rule("D394", "unknown-verification", Severity.WARNING, Scope.DRAFT, check, TEXT, GOOD, BAD, kinds=("standards",))
