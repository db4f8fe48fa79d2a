"""A waiver in a draft names a code that there is not, or one that nobody may waive.

Warnings and notes on a draft may be waived, by number or by name, and so may a number that is part of a name
(D014). Errors of structure and faults that keep a draft from being read are corrected instead.

Correct the number or the name, or remove the waiver and mend the text.
"""

from collections.abc import Iterator

from generator.diagnostics import Finding, Severity, nearest
from generator.project import Entry, Project
from generator.rules.drafting.view import view
from generator.rules.rule import Rule, RuleText, Scope
from generator.texts import Text

TEXT = RuleText(
    zh="{what}：{code}",
    en="{what}: {code}",
    help_zh="{hint}请改正编号或名称，或删去豁免并改正正文。",
    help_en="{hint} Correct the number or the name, or remove the waiver and mend the text.",
    page_zh="""
草案中的豁免写了不存在或不能豁免的规则。

针对草案的警告和提示都可以豁免，写编号或名称都行；本来就是名称一部分的编号（D014）也可以。结构上的错误，以及使草案无法读取的问题，应当改正。

请改正编号或名称，或删去豁免并改正正文。
""",
)

GOOD = """\
<!-- waive nonlegal-unit: 引用的铭牌原文如此 -->

::: {.provision #p-x-01 kind=requirement aspect=performance}
铭牌应标明“100 Mbps”。
:::
"""

BAD = """\
<!-- waive D918: 没有这一条 -->

::: {.provision #p-x-01 kind=requirement aspect=performance}
铭牌应标明速率。
:::
"""


_UNKNOWN = Text("没有这条规则", "there is no such rule")
_FIXED = Text("这一条不能豁免", "this one cannot be waived")


def check(entry: Entry, project: Project) -> Iterator[Finding]:
    draft = view(entry, project)
    if not draft.draft.waivers:
        return
    # The registry imports this module.
    from generator.rules.registry import IN_DRAFTS, KNOWN

    for waiver in draft.draft.waivers:
        if waiver.code not in IN_DRAFTS:
            what = _FIXED if waiver.code in KNOWN else _UNKNOWN
            names = (name for name in IN_DRAFTS if name[0].islower() == waiver.code[0].islower())
            hint = nearest(waiver.code, names) if what is _UNKNOWN else Text("")
            yield draft.at(waiver.line, what=what, code=waiver.code, hint=hint)


RULE = Rule("D300", "unknown-draft-waiver", Severity.ERROR, Scope.DRAFT, check, TEXT, GOOD, BAD, kinds=("standards",))
