"""A number has commas between its thousands.

Long numbers are grouped by threes with a narrow space, or not at all; a comma may be read as a decimal sign
(GB/T 1.1—2020, 9.4.4 and 10.4.6).

Take the commas out.
"""

import re
from collections.abc import Iterator

from generator.diagnostics import Finding, Severity
from generator.project import Entry, Project
from generator.rules.drafting.view import view
from generator.rules.rule import Rule, RuleText, Scope

TEXT = RuleText(
    zh="数字中不用逗号分节：{text}",
    en="no commas between the thousands: {text}",
    help_zh="请写作“{right}”。",
    help_en="Write {right}.",
    page_zh="""
数字用逗号分节。

多位数以窄空格每三位分节，或不分节；逗号可能被当作小数点（GB/T 1.1—2020 的 9.4.4、10.4.6）。

请删去逗号。
""",
)

GOOD = """\
并发连接数的典型值为20000个。
"""

BAD = """\
并发连接数的典型值为20,000个。
"""


_GROUPED = re.compile(r"(?<![0-9,.])[0-9]{1,3}(?:[,，][0-9]{3})+(?![0-9,，])")


def check(entry: Entry, project: Project) -> Iterator[Finding]:
    draft = view(entry, project)
    for passage in draft.passages:
        for found in _GROUPED.finditer(passage.text):
            right = re.sub("[,，]", "", found.group())
            yield draft.at(passage.line, found.group(), text=found.group(), right=right)


RULE = Rule("D357", "thousands-separator", Severity.WARNING, Scope.DRAFT, check, TEXT, GOOD, BAD, kinds=("standards",))
