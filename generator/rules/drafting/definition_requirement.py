"""A definition requires, recommends or permits something.

A definition states what a term means; what has to be fulfilled stands in the body (GB/T 1.1—2020, 8.7).

Take the requirement out of the definition.
"""

from collections.abc import Iterator

from generator.diagnostics import Finding, Severity
from generator.project import Entry, Project
from generator.rules.drafting.view import view
from generator.rules.rule import Rule, RuleText, Scope

TEXT = RuleText(
    zh="定义中不写要求、推荐或允许：{word}",
    en="a definition requires, recommends and permits nothing: {word}",
    help_zh="请改为陈述，把规定移到正文其他章。",
    help_en="Make it a statement, and move the provision to the body.",
    page_zh="""
定义中有要求、推荐或允许的措辞。

定义使用陈述型条款，说明概念是什么（GB/T 1.1—2020 的 8.7）；要做到什么，写在正文其他章。

请改为陈述。
""",
)

GOOD = """\
# 术语和定义 {#c-terms}

下列术语和定义适用于本文件。

::: {.term #t-survival en="survival time"}
存活时间

应用在没有收到预期信息的情况下能够继续运行的最长时间。
:::

# 时间 {#c-time}

存活时间见产品说明。
"""

BAD = """\
# 术语和定义 {#c-terms}

下列术语和定义适用于本文件。

::: {.term #t-survival en="survival time"}
存活时间

应用继续运行的最长时间，应不小于10 ms。
:::

# 时间 {#c-time}

存活时间见产品说明。
"""


def check(entry: Entry, project: Project) -> Iterator[Finding]:
    draft = view(entry, project)
    for passage, found in draft.verbs:
        if passage.term and passage.place in ("definition", "item"):
            for verb in found:
                if verb.force in ("requirement", "recommendation"):
                    yield draft.at(passage.line, passage.spot(verb), word=verb.word)


RULE = Rule(
    "D346", "definition-requirement", Severity.WARNING, Scope.DRAFT, check, TEXT, GOOD, BAD, kinds=("standards",)
)
