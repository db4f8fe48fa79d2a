"""An untitled clause holds more than one provision.

An untitled clause is one statement that is cited by its number (GB/T 1.1—2020, 7.3 and 9.5.3). With two
provisions in it, "5.2.1" no longer says which one is meant in a comment, a report or a contract.

Give each provision a clause of its own.
"""

from collections.abc import Iterator

from generator.diagnostics import Finding, Severity
from generator.drafts.model import Provision
from generator.project import Entry, Project
from generator.rules.drafting.view import view
from generator.rules.rule import Rule, RuleText, Scope

TEXT = RuleText(
    zh="无标题条 {label} 中有 {count} 个条款",
    en="the untitled clause {label} holds {count} provisions",
    help_zh="请给每个条款各设一条，即在前面再写一行无标题条。",
    help_en="Give each provision an untitled clause of its own: one more heading without text before it.",
    page_zh="""
无标题条中有一个以上的条款。

无标题条是以编号引用的一项规定（GB/T 1.1—2020 的 7.3 和 9.5.3）。里面有两个条款时，意见、报告中的“5.2.1”就说不清指哪一个。

请给每个条款各设一条。
""",
)

GOOD = """\
## 时延 {#c-latency}

### {#c-latency-1}

::: {.provision #p-x-01 kind=requirement aspect=performance}
网关的转发时延应不大于10 ms。
:::

### {#c-latency-2}

::: {.provision #p-x-02 kind=requirement aspect=performance}
网关应声明时延的统计口径。
:::

## 速率 {#c-rate}

见产品说明。
"""

BAD = """\
## 时延 {#c-latency}

### {#c-latency-1}

::: {.provision #p-x-01 kind=requirement aspect=performance}
网关的转发时延应不大于10 ms。
:::

::: {.provision #p-x-02 kind=requirement aspect=performance}
网关应声明时延的统计口径。
:::

### {#c-latency-2}

见产品说明。

## 速率 {#c-rate}

见产品说明。
"""


def check(entry: Entry, project: Project) -> Iterator[Finding]:
    draft = view(entry, project)
    for clause in draft.clauses:
        inside = [block for block in clause.blocks if isinstance(block, Provision)]
        if not clause.heading and len(inside) > 1:
            yield draft.at(inside[1].line, label=clause.label, count=len(inside))


RULE = Rule("D314", "crowded-clause", Severity.WARNING, Scope.DRAFT, check, TEXT, GOOD, BAD, kinds=("standards",))
