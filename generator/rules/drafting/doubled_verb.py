"""Two verbs of different kinds stand next to each other.

应宜, 应可, 宜应, 可应 or 应必须 leave open whether something is required, recommended or permitted (GB/T 1.1—2020, annex
C). 应能 is one requirement on an ability and is fine.

Keep one.
"""

import re
from collections.abc import Iterator

from generator.diagnostics import Finding, Severity
from generator.drafts.verbs import verbs
from generator.project import Entry, Project
from generator.rules.drafting.view import unquoted, view
from generator.rules.rule import Rule, RuleText, Scope

TEXT = RuleText(
    zh="“{word}”是两种类型的能愿动词连用",
    en="'{word}' joins verbs of two kinds",
    help_zh="请只保留一个：要求用“应”，推荐用“宜”，允许用“可”。",
    help_en="Keep one: 应 to require, 宜 to recommend, 可 to permit.",
    page_zh="""
两种类型的能愿动词连用。

“应宜”“应可”“宜应”“可应”“应必须”说不清是要求、推荐还是允许（GB/T 1.1—2020 的附录C）。“应能”是对能力的要求，没有问题。

请只保留一个。
""",
)

GOOD = """\
::: {.provision #p-x-01 kind=requirement aspect=security}
网关应能记录管理操作。
:::
"""

BAD = """\
::: {.provision #p-x-01 kind=requirement aspect=security}
网关应宜记录管理操作。
:::
"""


_DOUBLED = re.compile(
    r"应(?:宜(?![居人于])|必须|须(?!知)|可(?=以|由|在|对|按|通|采|选|配|使(?!用))|不必|当宜)"
    r"|宜(?:应(?![用急力变答])|可(?![靠信行视见编用])|必须)|可(?:应(?![用急力变答])|宜)|必须(?:应|宜)"
)


def check(entry: Entry, project: Project) -> Iterator[Finding]:
    draft = view(entry, project)
    for passage in draft.passages:
        for found in _DOUBLED.finditer(unquoted(passage.text)) if passage.normative else ():
            before = unquoted(passage.text)[: found.start() + 1]
            if any(
                verb.start + len(verb.word) == found.start() + 1 for verb in verbs(before + "由")
            ) or found.group().startswith("必"):
                yield draft.at(passage.line, found.group(), word=found.group())


RULE = Rule("D387", "doubled-verb", Severity.WARNING, Scope.DRAFT, check, TEXT, GOOD, BAD, kinds=("standards",))
