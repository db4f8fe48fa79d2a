"""rules.yaml sets a rule, or a parameter of a rule, that there is not.

A setting under a misspelt name does nothing, and nobody notices. Rules are named as in their diagnostics,
`dangling-link`; the parameters of a rule stand on its page.

Correct the name, or remove the setting.
"""

from collections.abc import Iterator

from generator.diagnostics import Finding, Severity, nearest
from generator.project import Project
from generator.rules.rule import Rule, RuleText, Scope
from generator.texts import Text

TEXT = RuleText(
    zh="{what}“{name}”",
    en="{what} '{name}'",
    help_zh="{hint}规则的名称见诊断信息，参数见规则的说明页。",
    help_en="{hint} Rules are named in their diagnostics; their pages name the parameters.",
    page_zh="""
rules.yaml 设置了不存在的规则或参数。

名称写错的设置不起作用，也没有人会发现。规则的名称与诊断信息中的一致，例如 `dangling-link`；参数列在规则的说明页。

请改正名称，或删去这项设置。
""",
)

_FILE = """\
--- catalog/rules.yaml
rules:
  - {rule: missing-english, severity: "off"}
  - {rule: missing-sources, severity: "off"}
  - {rule: {name}, severity: "off"}
"""
GOOD = _FILE.replace("{name}", "orphan-entry")
BAD = GOOD + "  - {rule: dangling-links, severity: warning}\n"

PATH = "catalog/rules.yaml"
_NO_RULE = Text("没有规则", "there is no rule")
_NO_PARAMETER = Text("这条规则没有参数", "this rule has no parameter")


def check(project: Project) -> Iterator[Finding]:
    # The registry imports this module.
    from generator.rules.registry import NAMES, RULES

    parameters = {rule.name: rule.parameters for rule in RULES}
    for index, setting in enumerate(project.settings.rules.rules):
        if setting.rule not in NAMES:
            values = {"what": _NO_RULE, "name": setting.rule, "hint": nearest(setting.rule, NAMES)}
            yield Finding(PATH, ("rules", index, "rule"), values)
            continue
        known = parameters.get(setting.rule, {})
        for name in setting.parameters:
            if name not in known:
                values = {"what": _NO_PARAMETER, "name": name, "hint": nearest(name, known)}
                yield Finding(PATH, ("rules", index, "parameters", name), values, on_key=True)


RULE = Rule("C604", "unknown-rule", Severity.ERROR, Scope.PROJECT, check, TEXT, GOOD, BAD)
