"""No space stands between a number and its unit.

A number and the symbol of its unit are separated by a space: 10 ms, 3.5 GHz, 20 ℃. There is none before %, and
none in the angles °, ′, ″ (GB/T 1.1—2020, 9.4.4, 9.4.7 and 10.4.6).

Write the space.
"""

import re
from collections.abc import Iterator

from generator.diagnostics import Finding, Severity
from generator.project import Entry, Project
from generator.rules.drafting.view import unquoted, view
from generator.rules.rule import Rule, RuleText, Scope

TEXT = RuleText(
    zh="数值与单位之间空一格：{text}",
    en="a space stands between number and unit: {text}",
    help_zh="请写作“{right}”。",
    help_en="Write {right}.",
    page_zh="""
数值与单位之间没有空格。

数值与单位符号之间空四分之一个汉字，Markdown 中写一个空格：10 ms、3.5 GHz、20 ℃；% 以及角度的 °、′、″ 之前不空（GB/T 1.1—2020 的 9.4.4、9.4.7、10.4.6）。

请加上空格。
""",
)

GOOD = """\
转发时延的典型值为10 ms，频率为3.5 GHz，丢包率为0.1%。
"""

BAD = """\
转发时延的典型值为10ms。
"""


_GLUED = re.compile(
    r"(?<![A-Za-z0-9_.\-—/#])(?!802\.)([0-9]+(?:\.[0-9]+)?)((?:[GMk]bit/s|[GMkT]?Hz|[mμµnp]s|[ckmμµn]m|[mkM]?Pa|[mk]V|[mkM]W|mA|kg|mg|dBm?i?|km/h|m/s|kWh|kbit|Mbit|Gbit|[KMGT]B|bit/s|℃|Ω|Hz|lx|min)(?![A-Za-z0-9])|[msVW](?![A-Za-z0-9\-/]))"
)


def check(entry: Entry, project: Project) -> Iterator[Finding]:
    draft = view(entry, project)
    for passage in draft.passages:
        if passage.clause.kind in ("references", "bibliography"):
            continue
        for found in _GLUED.finditer(unquoted(passage.text)):
            yield draft.at(passage.line, found.group(), text=found.group(), right=f"{found[1]} {found[2]}")


RULE = Rule("D353", "unit-space", Severity.WARNING, Scope.DRAFT, check, TEXT, GOOD, BAD, kinds=("standards",))
