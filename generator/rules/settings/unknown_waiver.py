"""A waiver names a rule that there is not, or one that nobody may waive.

Warnings and notes may always be waived, and those errors whose page says so: where the world is at odds with
the rule, such as a credit code that was issued with a wrong check character. Other errors are corrected.

Correct the rule's name, or remove the waiver and correct the entry.
"""

from collections.abc import Iterator

from generator.diagnostics import Finding, Severity, nearest
from generator.project import Entry, Project
from generator.rules.rule import Rule, RuleText, Scope
from generator.texts import Text

TEXT = RuleText(
    zh="{what}：{rule}",
    en="{what}: {rule}",
    help_zh="{hint}请改正名称，或删去豁免并改正条目。",
    help_en="{hint} Correct the name, or remove the waiver and correct the entry.",
    page_zh="""
豁免了不存在或不能豁免的规则。

警告和提示都可以豁免；错误只有说明页注明的可以，即现实与规则不一致的情形，例如校验码本来就发错了的统一社会信用代码。其他错误应当改正。

请改正规则名称，或删去豁免并改正条目。
""",
)

BAD = """\
--- catalog/organisations/bing.yaml
name:
  zh: 丙工业有限公司
types: [industrial-enterprise]
uscc: 91350203M0001QAY9B
waivers:
  - rule: uscc-check-character
    reason:
      zh: 国家企业信用信息公示系统所载如此
  - rule: impossible-date
    reason:
      zh: 原文如此
"""
GOOD = BAD.partition("  - rule: impossible-date")[0]

_UNKNOWN = Text("没有这条规则", "there is no such rule")
_FIXED = Text("这条规则不能豁免", "this rule cannot be waived")


def check(entry: Entry, project: Project) -> Iterator[Finding]:
    if "waivers" not in entry.data:
        return
    # The registry imports this module.
    from generator.rules.registry import NAMES, WAIVABLE

    for index, waiver in enumerate(entry.data["waivers"]):
        name = waiver["rule"]
        if name not in WAIVABLE:
            what = _FIXED if name in NAMES else _UNKNOWN
            hint = nearest(name, WAIVABLE) if what is _UNKNOWN else Text("")
            yield entry.at("waivers", index, "rule", what=what, rule=name, hint=hint)


RULE = Rule("C605", "unknown-waiver", Severity.ERROR, Scope.ENTRY, check, TEXT, GOOD, BAD)
