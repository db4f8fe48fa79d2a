"""A waiver accepts a finding that is not there any more.

The entry was corrected, or the rule changed. A waiver that stays behind would hide the same fault when it
comes back.

Remove the waiver.
"""

from collections.abc import Iterator
from typing import cast

from generator.diagnostics import Finding, Severity
from generator.project import Entry, Project
from generator.rules.places import kept
from generator.rules.rule import EntryCheck, ProjectCheck, Rule, RuleText, Scope

TEXT = RuleText(
    zh="规则 {rule} 在本条目没有发现问题，这项豁免已无用处",
    en="the rule {rule} finds nothing in this entry, so the waiver has no use",
    help_zh="请删去这项豁免。",
    help_en="Remove the waiver.",
    page_zh="""
豁免的问题已经不存在。

条目已改正，或者规则有了变化。留下的豁免会在同样的问题再次出现时把它掩盖。

请删去这项豁免。
""",
)

_FILE = """\
--- catalog/organisations/bing.yaml
name:
  zh: 丙工业有限公司
types: [industrial-enterprise]
uscc: {code}
waivers:
  - rule: uscc-check-character
    reason:
      zh: 国家企业信用信息公示系统所载如此
"""
GOOD = _FILE.replace("{code}", "91350203M0001QAY9B")
BAD = _FILE.replace("{code}", "91440100MA0XAE018E")


def check(project: Project) -> Iterator[Finding]:
    # The registry imports this module.
    from generator.rules.registry import RULES, WAIVABLE

    rules = {rule.name: rule for rule in RULES if rule.name in WAIVABLE}
    for entry in project:
        if not entry.may_hold("waivers"):
            continue
        for index, waiver in enumerate(entry.data.get("waivers", ())):
            rule, setting = rules.get(waiver["rule"]), project.rule_setting(waiver["rule"])
            off = setting is not None and setting.severity == "off"
            if rule and not off and entry.path not in _paths(rule, entry, project):
                yield entry.at("waivers", index, "rule", rule=rule.name)


def _paths(rule: Rule, entry: Entry, project: Project) -> frozenset[str]:
    """The files in which the rule finds something, when it is asked about this entry once more: waivers are few."""
    if rule.scope is Scope.PROJECT:
        found = kept(project, "unused-waiver")
        if rule.name not in found:
            found[rule.name] = frozenset(finding.path for finding in cast(ProjectCheck, rule.check)(project))
        whole: frozenset[str] = found[rule.name]
        return whole
    if rule.kinds and entry.kind.folder not in rule.kinds:
        return frozenset()
    return frozenset(finding.path for finding in cast(EntryCheck, rule.check)(entry, project))


RULE = Rule("C606", "unused-waiver", Severity.WARNING, Scope.PROJECT, check, TEXT, GOOD, BAD)
