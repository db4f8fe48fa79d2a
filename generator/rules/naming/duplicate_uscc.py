"""Two organisations have the same credit code.

A unified social credit code belongs to one body. The same code twice means that one organisation stands
in the catalogue twice, or that a code was copied.

Correct the code, or merge the two entries and add a redirect.
"""

from collections.abc import Iterator

from generator.diagnostics import Finding, Severity
from generator.project import Project
from generator.rules.rule import Rule, RuleText, Scope

TEXT = RuleText(
    zh="“{other}”已有同一统一社会信用代码（{path}）",
    en="'{other}' has the same credit code ({path})",
    help_zh="请改正代码，或合并两个条目并添加重定向。",
    help_en="Correct the code, or merge the two entries and add a redirect.",
    page_zh="""
两个单位的统一社会信用代码相同。

一个代码只属于一个单位。重复说明同一单位录入了两次，或者代码是复制来的。

请改正代码，或合并两个条目并添加重定向。
""",
)

_FILES = """\
--- catalog/organisations/bing.yaml
name:
  zh: 丙工业有限公司
types: [industrial-enterprise]
uscc: 91440100MA0XAE018E
--- catalog/organisations/ding.yaml
name:
  zh: 丁工业有限公司
types: [industrial-enterprise]
uscc: {code}
"""
GOOD = _FILES.replace("{code}", "91440300MA0XAE018Q")
BAD = _FILES.replace("{code}", "91440100MA0XAE018E")


def check(project: Project) -> Iterator[Finding]:
    seen: dict[str, str] = {}
    for entry in project.of_kind("organisations"):
        code = entry.data.get("uscc")
        if code and (first := project.get(seen.setdefault(code, entry.id))) and first is not entry:
            yield entry.at("uscc", other=first.name, path=first.path)


RULE = Rule("C208", "duplicate-uscc", Severity.ERROR, Scope.PROJECT, check, TEXT, GOOD, BAD)
