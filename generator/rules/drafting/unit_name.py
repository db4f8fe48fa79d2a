"""A number is followed by the name of a unit in words.

Quantities are given with the unit's symbol: 5 ms, not 5毫秒 (GB/T 1.1—2020, 9.4.4). Years, months, days, hours,
pieces and times are not asked about.

Write the symbol.
"""

import re
from collections.abc import Iterator

from generator.diagnostics import Finding, Severity
from generator.project import Entry, Project
from generator.rules.drafting.view import unquoted, view
from generator.rules.rule import Rule, RuleText, Scope

TEXT = RuleText(
    zh="数值之后用单位符号：{text}",
    en="a number is followed by the unit's symbol: {text}",
    help_zh="请写作“{right}”。",
    help_en="Write {right}.",
    page_zh="""
数值之后用汉字写了单位。

表示量值时，阿拉伯数字之后用单位符号：5 ms 而不是 5毫秒（GB/T 1.1—2020 的 9.4.4）。年、月、天、小时、个、次等不在此列。

请改用单位符号。
""",
)

GOOD = """\
转发时延的典型值为5 ms。
"""

BAD = """\
转发时延的典型值为5毫秒。
"""


_SYMBOLS = {
    "毫秒": "ms",
    "微秒": "μs",
    "纳秒": "ns",
    "毫米": "mm",
    "厘米": "cm",
    "千米": "km",
    "微米": "μm",
    "兆赫": "MHz",
    "吉赫": "GHz",
    "千赫": "kHz",
    "赫兹": "Hz",
    "千瓦": "kW",
    "毫安": "mA",
    "千伏": "kV",
    "伏特": "V",
    "千克": "kg",
    "毫克": "mg",
    "分贝": "dB",
    "千帕": "kPa",
    "兆帕": "MPa",
}
_NAMED = re.compile(r"(?<![A-Za-z0-9.])([0-9]+(?:\.[0-9]+)?)\s?(" + "|".join(_SYMBOLS) + ")")


def check(entry: Entry, project: Project) -> Iterator[Finding]:
    draft = view(entry, project)
    for passage in draft.passages:
        for found in _NAMED.finditer(unquoted(passage.text)):
            yield draft.at(passage.line, found.group(), text=found.group(), right=f"{found[1]} {_SYMBOLS[found[2]]}")


RULE = Rule("D359", "unit-name", Severity.NOTE, Scope.DRAFT, check, TEXT, GOOD, BAD, kinds=("standards",))
