"""A value with a tolerance does not show what its unit belongs to.

The unit stands behind both, or behind brackets around both: 80 mm±2 mm, (80±2) mm, (65±2)% (GB/T 1.1—2020,
9.4.5).

Write one of these.
"""

import re
from collections.abc import Iterator

from generator.diagnostics import Finding, Severity
from generator.project import Entry, Project
from generator.rules.drafting.units import UNITS
from generator.rules.drafting.view import view
from generator.rules.rule import Rule, RuleText, Scope

TEXT = RuleText(
    zh="带公差的值要写清单位：{text}",
    en="a value with a tolerance shows the unit of both: {text}",
    help_zh="请写作“{right}”。",
    help_en="Write {right}.",
    page_zh="""
带公差的值没有写清单位。

单位在两个数值之后各写一次，或写在括号之后：80 mm±2 mm、(80±2) mm、(65±2)%（GB/T 1.1—2020 的 9.4.5）。

请改写。
""",
)

GOOD = """\
试验温度为(23±2) ℃。
"""

BAD = """\
试验温度为23±2 ℃。
"""


_TOLERANCE = re.compile(
    rf"(?<![A-Za-z0-9_.\-—/(（])([0-9]+(?:\.[0-9]+)?)\s?±\s?([0-9]+(?:\.[0-9]+)?)(\s?)({UNITS})(?![A-Za-z0-9])"
)


def check(entry: Entry, project: Project) -> Iterator[Finding]:
    draft = view(entry, project)
    for passage in draft.passages:
        for found in _TOLERANCE.finditer(passage.text):
            space = "" if found[4] == "%" else " "
            right = f"({found[1]}±{found[2]}){space}{found[4]}"
            yield draft.at(passage.line, found.group(), text=found.group(), right=right)


RULE = Rule("D355", "tolerance-unit", Severity.WARNING, Scope.DRAFT, check, TEXT, GOOD, BAD, kinds=("standards",))
