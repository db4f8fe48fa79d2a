"""A waiver in a draft sets nothing aside.

A waiver holds for what follows it: before a heading up to the next heading, before a block for that block. The
text was mended, or the waiver stands in the wrong place. One that stays behind would hide the same fault when
it comes back.

Remove it, or put it right before the text that it is about.
"""

from collections.abc import Iterator
from typing import cast

from generator.diagnostics import Finding, Severity
from generator.drafts.waivers import holds
from generator.project import Entry, Project
from generator.rules.drafting.view import view
from generator.rules.rule import EntryCheck, Rule, RuleText, Scope

TEXT = RuleText(
    zh="豁免 {code} 之后没有这样的问题",
    en="nothing that the waiver of {code} is about follows it",
    help_zh="请删去这条豁免，或移到所豁免的内容之前。",
    help_en="Remove the waiver, or put it right before what it is about.",
    page_zh="""
草案中的一条豁免没有起作用。

豁免管它后面的内容：后面是标题时，管到下一个标题之前；后面是段落、表、条款等时，只管这一块。正文已经改好，或豁免放错了位置，它就没有作用；\
留下的豁免会在同样的问题再次出现时把它掩盖。

请删去，或移到所豁免的内容之前。
""",
)

GOOD = """\
<!-- waive D358: 引用的铭牌原文如此 -->

::: {.provision #p-x-01 kind=requirement aspect=performance}
铭牌应标明“100 Mbps”。
:::
"""

BAD = """\
<!-- waive D358: 引用的铭牌原文如此 -->

::: {.provision #p-x-01 kind=requirement aspect=performance}
铭牌应标明“100 Mbit/s”。
:::
"""


def check(entry: Entry, project: Project) -> Iterator[Finding]:
    draft = view(entry, project)
    if not draft.draft.waivers:
        return
    # The registry imports this module.
    from generator.rules.registry import IN_DRAFTS, RULES

    named_by = {name: rule for rule in RULES if rule.in_drafts for name in (rule.number, rule.name)}
    for waiver in draft.draft.waivers:
        rule = named_by.get(waiver.code)
        setting = project.rule_setting(rule.name) if rule else None
        off = setting is not None and setting.severity == "off"
        if waiver.used or off or waiver.code not in IN_DRAFTS or (rule and rule.check is check):
            continue
        if rule is None or not any(
            holds(waiver, (waiver.code,), finding.position[0])
            for finding in cast(EntryCheck, rule.check)(entry, project)
            if finding.path == draft.path and finding.position
        ):
            yield draft.at(waiver.line, code=waiver.code)


RULE = Rule("D301", "unused-draft-waiver", Severity.WARNING, Scope.DRAFT, check, TEXT, GOOD, BAD, kinds=("standards",))
