"""In a range only the last number has its unit.

Both ends carry the unit, so that no end can be misread: 10 ms～20 ms, 60%～80% (GB/T 1.1—2020, 9.4.5 and 9.4.6).
The sign is ～.

Repeat the unit.
"""

import re
from collections.abc import Iterator

from generator.diagnostics import Finding, Severity
from generator.project import Entry, Project
from generator.rules.drafting.units import UNITS
from generator.rules.drafting.view import view
from generator.rules.rule import Rule, RuleText, Scope

TEXT = RuleText(
    zh="范围的两端都写单位：{text}",
    en="both ends of a range carry the unit: {text}",
    help_zh="请写作“{right}”。",
    help_en="Write {right}.",
    page_zh="""
数值范围只在后一个数值之后写了单位。

范围的两端都带单位，才不会误读：10 ms～20 ms、60%～80%（GB/T 1.1—2020 的 9.4.5、9.4.6）。连接号用“～”。

请补上单位。
""",
)

GOOD = """\
转发时延的典型值为10 ms～20 ms。
"""

BAD = """\
转发时延的典型值为10～20 ms。
"""


_RANGE = re.compile(
    rf"(?<![A-Za-z0-9_.\-—/^])([0-9]+(?:\.[0-9]+)?)\s?[~～]\s?([0-9]+(?:\.[0-9]+)?)(\s?)({UNITS})(?![A-Za-z0-9])"
)


def check(entry: Entry, project: Project) -> Iterator[Finding]:
    draft = view(entry, project)
    for passage in draft.passages:
        if passage.clause.kind in ("references", "bibliography"):
            continue
        for found in _RANGE.finditer(passage.text):
            space = "" if found[4] == "%" else " "
            right = f"{found[1]}{space}{found[4]}～{found[2]}{space}{found[4]}"
            yield draft.at(passage.line, found.group(), text=found.group(), right=right)


RULE = Rule("D354", "range-unit", Severity.WARNING, Scope.DRAFT, check, TEXT, GOOD, BAD, kinds=("standards",))
