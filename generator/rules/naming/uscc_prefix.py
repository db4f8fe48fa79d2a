"""A unified social credit code begins as none that is issued.

Its first character names the department that registers, the second the kind of body (GB 32100-2015):
companies begin with 91, societies with 51, institutions with 12. Letters occur too: A, N and Y are
departments. The division code in positions 3 to 8 is that of the day of registration and may since have
been abolished, so only its digits are looked at.

Compare the code with the certificate; where it really was issued so, add a waiver with the reason.
"""

from collections.abc import Iterator

from generator.diagnostics import Finding, Severity
from generator.project import Entry, Project
from generator.rules.rule import Rule, RuleText, Scope
from generator.texts import Text

TEXT = RuleText(
    zh="没有以“{start}”开头的统一社会信用代码（{what}）",
    en="no credit code begins with '{start}' ({what})",
    help_zh="请与证书核对；企业为 91，社会团体为 51，事业单位为 12。",
    help_en="Compare it with the certificate: companies 91, societies 51, institutions 12.",
    page_zh="""
统一社会信用代码的开头不符合发放规则。

第 1 位是登记管理部门，第 2 位是机构类别（GB 32100-2015）：企业以 91 开头，社会团体以 51 开头，事业单位以 12 开头。也有字母：A、N、Y 都是登记管理部门。

第 3～8 位是登记时的行政区划码，之后可能已撤销，所以只看是不是数字。

请与证书核对；确实如此发放的，写豁免并说明理由。
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
BAD = _FILE.replace("{code}", "94440100MA0XAE0185")

KINDS_OF_BODY = {
    "1": "1239",
    "2": "19",
    "3": "123459",
    "4": "19",
    "5": "1239",
    "6": "129",
    "7": "129",
    "8": "19",
    "9": "123",
    "A": "19",
    "N": "1239",
    "Y": "1",
}
"""The second characters in use, by the first: GB 32100-2015, tables 1 and 2."""

_DEPARTMENT = Text("第 1 位登记管理部门", "position 1, the registering department")
_BODY = Text("第 2 位机构类别", "position 2, the kind of body")
_DIVISION = Text("第 3～8 位行政区划码应为数字", "positions 3 to 8, the division code, are digits")


def check(entry: Entry, project: Project) -> Iterator[Finding]:
    code = entry.data.get("uscc")
    if not code:
        return
    if code[0] not in KINDS_OF_BODY:
        yield entry.at("uscc", start=code[0], what=_DEPARTMENT)
    elif code[1] not in KINDS_OF_BODY[code[0]]:
        yield entry.at("uscc", start=code[:2], what=_BODY)
    elif not code[2:8].isdigit():
        yield entry.at("uscc", start=code[:8], what=_DIVISION)


RULE = Rule("C205", "uscc-prefix", Severity.WARNING, Scope.ENTRY, check, TEXT, GOOD, BAD, kinds=("organisations",))
