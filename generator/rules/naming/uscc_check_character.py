"""The check character of a unified social credit code is wrong.

The last of its 18 characters is computed from the others (GB 32100-2015, section 5), so a slip of one
character is found. A few codes that really were issued fail the check: for those add a waiver with the
reason, such as the register in which the code was looked up.

Compare the code with the business licence, character by character. I, O, S, V and Z never occur.
"""

from collections.abc import Iterator

from generator.diagnostics import Finding, Severity
from generator.project import Entry, Project
from generator.rules.rule import Rule, RuleText, Scope

TEXT = RuleText(
    zh="统一社会信用代码 {code} 的校验码应为 {wanted}，而不是 {given}",
    en="the check character of {code} should be {wanted}, not {given}",
    help_zh="请与营业执照逐位核对；核对无误的，写豁免并说明在哪里查得。",
    help_en="Compare it with the licence; where the code really was issued so, add a waiver that says where it was looked up.",
    page_zh="""
统一社会信用代码的校验码不对。

18 位代码的最后一位由前 17 位算出（GB 32100-2015 第 5 章），所以写错一位就能发现。少数真实发放的代码也通不过校验：请写豁免并说明理由，例如在哪个公示系统查得。

请与营业执照逐位核对。代码中不会出现 I、O、S、V、Z。
""",
)

_FILE = """\
--- catalog/organisations/bing.yaml
name:
  zh: 丙工业有限公司
types: [industrial-enterprise]
uscc: {code}
"""
GOOD = _FILE.replace("{code}", "91440100MA0XAE018E")
BAD = _FILE.replace("{code}", "91440100MA0XAE019E")

ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY"
_WEIGHTS = tuple(3**i % 31 for i in range(17))


def check_character(code: str) -> str:
    """The 18th character for the first 17 of a code.

    >>> check_character("91440100MA0XAE018")
    'E'
    """
    total = sum(weight * ALPHABET.index(char) for weight, char in zip(_WEIGHTS, code[:17], strict=True))
    return ALPHABET[-total % 31]


def check(entry: Entry, project: Project) -> Iterator[Finding]:
    code = entry.data.get("uscc")
    if code and (wanted := check_character(code)) != code[17]:
        yield entry.at("uscc", code=code, wanted=wanted, given=code[17])


RULE = Rule(
    "C204",
    "uscc-check-character",
    Severity.ERROR,
    Scope.ENTRY,
    check,
    TEXT,
    GOOD,
    BAD,
    kinds=("organisations",),
    waivable=True,
)
