"""A text holds the number of a Chinese identity card.

Eighteen digits that hold a date of birth and end in the right check character (GB 11643-1999) are, but
for chance, a person's. They never belong into a public catalogue.

Take it out, and out of the history of the repository as well.
"""

import re
from collections.abc import Iterator

from generator.diagnostics import Finding, Severity
from generator.project import Entry, Project
from generator.rules.people.texts import all_of, masked, texts_of
from generator.rules.rule import Rule, RuleText, Scope

TEXT = RuleText(
    zh="此处像是身份证号码“{found}”",
    en="this looks like the number of an identity card: '{found}'",
    help_zh="请删去；已经提交的，也要从仓库历史中清除。",
    help_en="Take it out; where it was committed, take it out of the repository's history too.",
    page_zh="""
文本中有身份证号码。

18 位数字中含出生日期、末位校验符（GB 11643-1999）又正确的，几乎一定是个人的身份证号码，绝不能出现在公开的目录中。

请删去，并从仓库历史中清除。
""",
)

_ENTRY = """\
--- catalog/organisations/acme.yaml
name:
  zh: 甲设备有限公司
types: [equipment-maker]
description:
"""

GOOD = _ENTRY + "  zh: 合同编号 11010519491231002A\n"

BAD = _ENTRY + "  zh: 经办，证件 11010519491231002X\n"


_NUMBER = re.compile(
    r"(?<![0-9A-Za-z])[1-8][0-9]{5}(?:19|20)[0-9]{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12][0-9]|3[01])[0-9]{3}[0-9Xx](?![0-9A-Za-z])"
)
_CHARACTERS = "10X98765432"
"""Check characters by the remainder modulo 11 (ISO 7064, MOD 11-2)."""


def check(entry: Entry, project: Project) -> Iterator[Finding]:
    if not _NUMBER.search(all_of(entry, project)):
        return
    for path, pointer, text in texts_of(entry, project):
        for found in _NUMBER.findall(text):
            if checks(found):
                yield Finding(path, pointer, {"found": masked(found)})
                break


def checks(number: str) -> bool:
    """Whether the last character of an 18-character number is the right one."""
    total = sum(int(digit) * (1 << (17 - place)) for place, digit in enumerate(number[:17]))
    return _CHARACTERS[total % 11] == number[17].upper()


RULE = Rule("X102", "identity-number", Severity.WARNING, Scope.ENTRY, check, TEXT, GOOD, BAD)
