"""A unit is not written as the legal units of measurement are.

Mbit/s and not Mbps, kHz and not KHz, kg and not 公斤; ppm and rpm are abbreviations and no units (GB/T 1.1—2020,
9.4.7).

Write the unit's symbol.
"""

import re
from collections.abc import Iterator

from generator.diagnostics import Finding, Severity
from generator.project import Entry, Project
from generator.rules.drafting.view import unquoted, view
from generator.rules.rule import Rule, RuleText, Scope

TEXT = RuleText(
    zh="“{unit}”不是法定计量单位的写法",
    en="'{unit}' is not how the unit is written",
    help_zh="请写作“{right}”。",
    help_en="Write {right}.",
    page_zh="""
计量单位的写法不对。

单位用法定计量单位的符号：Mbit/s 而不是 Mbps，kHz 而不是 KHz，kg 而不是“公斤”；ppm、rpm 是缩写，不是单位（GB/T 1.1—2020 的 9.4.7）。引号中的原文不检查。

请改用规定的符号。
""",
)

GOOD = """\
上行速率的典型值为100 Mbit/s。
"""

BAD = """\
上行速率的典型值为100 Mbps。
"""


_RIGHT = {
    "Gbps": "Gbit/s",
    "Mbps": "Mbit/s",
    "kbps": "kbit/s",
    "Kbps": "kbit/s",
    "KBPS": "kbit/s",
    "MBPS": "Mbit/s",
    "bps": "bit/s",
    "Mb/s": "Mbit/s",
    "Gb/s": "Gbit/s",
    "KHz": "kHz",
    "KHZ": "kHz",
    "MHZ": "MHz",
    "Mhz": "MHz",
    "GHZ": "GHz",
    "Ghz": "GHz",
    "HZ": "Hz",
    "KM": "km",
    "Km": "km",
    "KG": "kg",
    "Kg": "kg",
    "KW": "kW",
    "Kw": "kW",
    "KV": "kV",
    "ppm": "10⁻⁶",
    "PPM": "10⁻⁶",
    "rpm": "r/min",
    "RPM": "r/min",
    "sec": "s",
    "hr": "h",
    "dbm": "dBm",
    "db": "dB",
    "DB": "dB",
    "公斤": "kg",
    "公里": "km",
    "英寸": "mm",
    "英尺": "m",
    "马力": "kW",
    "摄氏度": "℃",
}
_UNIT = re.compile(
    r"(?<![A-Za-z0-9.])[0-9]+(?:\.[0-9]+)?\s?(" + "|".join(sorted(_RIGHT, key=len, reverse=True)) + r")(?![A-Za-z0-9/])"
)


def check(entry: Entry, project: Project) -> Iterator[Finding]:
    draft = view(entry, project)
    for passage in draft.passages:
        if passage.clause.kind in ("references", "bibliography"):
            continue
        for found in _UNIT.finditer(unquoted(passage.text) if passage.place != "text" else passage.text):
            yield draft.at(passage.line, found.group(), unit=found[1], right=_RIGHT[found[1]])


RULE = Rule("D358", "nonlegal-unit", Severity.WARNING, Scope.DRAFT, check, TEXT, GOOD, BAD, kinds=("standards",))
