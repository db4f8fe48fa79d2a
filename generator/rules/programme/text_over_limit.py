"""A profile in the work plan is longer than the form allows.

The form (工作方案提纲, part 1, section 3) limits two texts: 经营发展情况 to 500 字 and 能力情况 to
1,000 字. It does not say how to count; `catalog/programme.yaml` states the rule and the limits: each
Chinese character and each punctuation mark counts 1, a run of Latin letters or digits 1, white space 0,
for each unit apart.

Shorten the text.
"""

from collections.abc import Iterator

from generator.diagnostics import Finding, Severity
from generator.model.workplan import Unit, WorkPlan
from generator.project import Entry, Project
from generator.rules.programme.counting import characters
from generator.rules.programme.sections import label
from generator.rules.rule import Rule, RuleText, Scope

TEXT = RuleText(
    zh="“{field}”有 {count} 字，提纲限 {most} 字以内",
    en="'{field}' has {count} characters; the form allows {most}",
    help_zh="请删减 {over} 字。计数规则：{counting}",
    help_en="Shorten it by {over}. How it is counted: {counting}",
    page_zh="""
工作方案中的单位简介超过字数限制。

工作方案提纲第一部分（三）限制了两处：经营发展情况 500 字以内，能力情况 1000 字以内，但没有说明如何计数。
计数规则和上限写在 `catalog/programme.yaml`：每个汉字和标点计 1，
连续的拉丁字母或数字合计 1，空白不计，每个单位分别计算。

请删减文字。
""",
)

_PLAN = """\
--- catalog/programme.yaml
name:
  zh: 测试目录
short_name:
  zh: 测试
summary:
  zh: 测试
site_url: https://example.org/
character_count:
  rule:
    zh: 每个汉字和标点计 1 字
  operation_profile: 12
  capability_profile: 12
--- catalog/workplans/plan.yaml
name:
  zh: 示例工作方案
industries: [electronics]
parks: [harbour]
lead_unit: telco
units:
  - organisation: telco
    operation_profile:
"""

GOOD = _PLAN + "      zh: 成立于 2001 年，运营 5G 网络\n"

BAD = _PLAN + "      zh: 成立于 2001 年，运营 5G 网络和园区专线\n"

PROFILES = ("operation_profile", "capability_profile")


def check(entry: Entry, project: Project) -> Iterator[Finding]:
    limits = project.settings.programme.character_count
    if limits is None:
        return
    for index, unit in enumerate(entry.as_a(WorkPlan).units):
        for name in PROFILES:
            text, most = getattr(unit, name), getattr(limits, name)
            count = characters(text.zh) if text else 0
            if count > most:
                values = {"count": count, "most": most, "over": count - most}
                yield entry.at("units", index, name, "zh", field=label(Unit, name), counting=limits.rule.text, **values)


RULE = Rule("C310", "text-over-limit", Severity.ERROR, Scope.ENTRY, check, TEXT, GOOD, BAD, kinds=("workplans",))
