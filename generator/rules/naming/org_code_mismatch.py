"""An organisation code is not the one within the credit code.

Positions 9 to 17 of the unified social credit code are the organisation code (GB 32100-2015). Where an entry
gives both, they agree, or one of them is another organisation's.

Correct the wrong one. The credit code alone is enough: the organisation code is taken from it.
"""

from collections.abc import Iterator

from generator.diagnostics import Finding, Severity
from generator.project import Entry, Project
from generator.rules.rule import Rule, RuleText, Scope

TEXT = RuleText(
    zh="组织机构代码 {code} 与统一社会信用代码中的 {within} 不一致",
    en="the organisation code {code} is not the {within} within the credit code",
    help_zh="请改正写错的一个；只写统一社会信用代码也可以。",
    help_en="Correct the wrong one; the credit code alone is enough.",
    page_zh="""
组织机构代码与统一社会信用代码不一致。

统一社会信用代码的第 9～17 位就是组织机构代码（GB 32100-2015）。两个都写时应当一致，否则其中一个属于别的单位。

请改正写错的一个。只写统一社会信用代码就够了，组织机构代码可由它得出。
""",
)

_FILE = """\
--- catalog/organisations/bing.yaml
name:
  zh: 丙工业有限公司
types: [industrial-enterprise]
uscc: 91440100MA0XAE018E
org_code: {code}
"""
GOOD = _FILE.replace("{code}", "MA0XAE01-8")
BAD = _FILE.replace("{code}", "60003734-1")


def check(entry: Entry, project: Project) -> Iterator[Finding]:
    uscc, code = entry.data.get("uscc"), entry.data.get("org_code")
    if uscc and code and code.replace("-", "") != uscc[8:17]:
        yield entry.at("org_code", code=code, within=f"{uscc[8:16]}-{uscc[16]}")


RULE = Rule("C207", "org-code-mismatch", Severity.ERROR, Scope.ENTRY, check, TEXT, GOOD, BAD, kinds=("organisations",))
