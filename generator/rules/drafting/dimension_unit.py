"""In dimensions only the last number has its unit.

Each number carries it: 80 mm×25 mm×50 mm (GB/T 1.1—2020, 9.4.5).

Repeat the unit.
"""

import re
from collections.abc import Iterator

from generator.diagnostics import Finding, Severity
from generator.project import Entry, Project
from generator.rules.drafting.view import view
from generator.rules.rule import Rule, RuleText, Scope

TEXT = RuleText(
    zh="各尺寸都写单位：{text}",
    en="each dimension carries its unit: {text}",
    help_zh="请写作“{right}”。",
    help_en="Write {right}.",
    page_zh="""
尺寸只在最后写了单位。

每个尺寸都带单位：80 mm×25 mm×50 mm（GB/T 1.1—2020 的 9.4.5）。

请补上单位。
""",
)

GOOD = """\
网关的外形尺寸为200 mm×150 mm×40 mm。
"""

BAD = """\
网关的外形尺寸为200×150×40 mm。
"""


_SIZE = re.compile(
    r"(?<![A-Za-z0-9_.\-—/])([0-9]+(?:\.[0-9]+)?(?:\s?[×x*]\s?[0-9]+(?:\.[0-9]+)?){1,2})\s?([ckmμ]?m)(?![A-Za-z0-9²³^])"
)


def check(entry: Entry, project: Project) -> Iterator[Finding]:
    draft = view(entry, project)
    for passage in draft.passages:
        for found in _SIZE.finditer(passage.text):
            right = "×".join(f"{number} {found[2]}" for number in re.split(r"\s?[×x*]\s?", found[1]))
            yield draft.at(passage.line, found.group(), text=found.group(), right=right)


RULE = Rule("D356", "dimension-unit", Severity.WARNING, Scope.DRAFT, check, TEXT, GOOD, BAD, kinds=("standards",))
