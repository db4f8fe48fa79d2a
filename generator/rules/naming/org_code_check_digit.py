"""The check digit of an organisation code is wrong.

The ninth character of an organisation code is computed from the eight before it (GB 11714-1997); there,
unlike in the credit code, letters count 10 to 35. X stands for 10.

Compare the code with its certificate. The code may be written with a hyphen or without. Where it really
was issued so, add a waiver with the reason.
"""

from collections.abc import Iterator

from generator.diagnostics import Finding, Severity
from generator.project import Entry, Project
from generator.rules.rule import Rule, RuleText, Scope

TEXT = RuleText(
    zh="组织机构代码 {code} 的校验码应为 {wanted}，而不是 {given}",
    en="the check digit of {code} should be {wanted}, not {given}",
    help_zh="请与代码证逐位核对。",
    help_en="Compare it with the certificate, character by character.",
    page_zh="""
组织机构代码的校验码不对。

第 9 位由前 8 位算出（GB 11714-1997）；这里字母按 10～35 计，与统一社会信用代码不同；10 写作 X。

请与代码证逐位核对，连字符写不写都可以。确实如此发放的，写豁免并说明理由。
""",
)

_FILE = """\
--- catalog/organisations/bing.yaml
name:
  zh: 丙工业有限公司
types: [industrial-enterprise]
org_code: {code}
"""
GOOD = _FILE.replace("{code}", "MA0XAE01-8")
BAD = _FILE.replace("{code}", "MA0XAE01-9")

_WEIGHTS = (3, 7, 9, 10, 5, 8, 4, 2)


def check_digit(code: str) -> str:
    """The ninth character for the first eight of a code.

    >>> check_digit("MA0XAE01")
    '8'
    """
    total = sum(weight * int(char, 36) for weight, char in zip(_WEIGHTS, code[:8], strict=True))
    return "0123456789X"[-total % 11]


def check(entry: Entry, project: Project) -> Iterator[Finding]:
    code = entry.data.get("org_code")
    if code and (wanted := check_digit(code)) != code[-1]:
        yield entry.at("org_code", code=code, wanted=wanted, given=code[-1])


RULE = Rule(
    "C206",
    "org-code-check-digit",
    Severity.ERROR,
    Scope.ENTRY,
    check,
    TEXT,
    GOOD,
    BAD,
    kinds=("organisations",),
    waivable=True,
)
