"""The abbreviations are not in alphabetical order.

The list of symbols and abbreviations is in the order of the alphabet, without serial numbers (GB/T 1.1—2020,
8.8).

Move the item.
"""

from collections.abc import Iterator

from generator.diagnostics import Finding, Severity
from generator.project import Entry, Project
from generator.rules.drafting.blocks import abbreviations
from generator.rules.drafting.view import said, view
from generator.rules.rule import Rule, RuleText, Scope

TEXT = RuleText(
    zh="缩略语“{name}”应在“{before}”之前",
    en="the abbreviation '{name}' comes before '{before}'",
    help_zh="缩略语按字母顺序排列，不编号。",
    help_en="Abbreviations are in alphabetical order, without numbers.",
    page_zh="""
缩略语没有按字母顺序排列。

符号和缩略语的清单按字母顺序排列，不编序号（GB/T 1.1—2020 的 8.8）。

请移动这一项。
""",
)

GOOD = """\
# 缩略语 {#c-abbreviations}

下列缩略语适用于本文件。

CPE
: 客户终端设备（Customer Premises Equipment）

UPF
: 用户面功能（User Plane Function）

# 组成 {#c-parts}

由CPE和UPF组成。
"""

BAD = """\
# 缩略语 {#c-abbreviations}

下列缩略语适用于本文件。

UPF
: 用户面功能（User Plane Function）

CPE
: 客户终端设备（Customer Premises Equipment）

# 组成 {#c-parts}

由CPE和UPF组成。
"""


def check(entry: Entry, project: Project) -> Iterator[Finding]:
    draft = view(entry, project)
    for block in abbreviations(draft):
        last = ""
        for one in block.items:
            name = said(one.name).strip()
            if last and name.casefold() < last.casefold():
                yield draft.at(block.line, name, name=name, before=last)
            last = max(last, name, key=str.casefold)


RULE = Rule("D350", "abbreviation-order", Severity.WARNING, Scope.DRAFT, check, TEXT, GOOD, BAD, kinds=("standards",))
