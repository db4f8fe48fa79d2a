"""A table shows the same twice, or has two columns of one heading.

Published tables are read back by their headings, so each column stands once.

Take the later column out, or correct what it shows.
"""

from collections.abc import Iterator

from generator.diagnostics import Finding, Severity
from generator.model.voucher import Voucher
from generator.project import Entry, Project
from generator.rules.rule import Rule, RuleText, Scope

TEXT = RuleText(
    zh="第 {first} 栏已经是“{column}”",
    en="column {first} is '{column}' already",
    help_zh="请删去后一栏，或改正内容和栏目名称。",
    help_en="Take the later column out, or correct it.",
    page_zh="""
目录表的两栏内容相同，或栏目名称相同。

公布的表按栏目名称读回，每一栏只能出现一次。

请删去后一栏，或改正。
""",
)

_FILES = """\
--- catalog/vouchers/grant.yaml
name:
  zh: 示例服务券
categories:
  - {id: network, name: {zh: 网络}}
  - {id: net-core, name: {zh: 核心网}, parent: network, accepts: [upf]}
  - {id: net-access, name: {zh: 接入设备}, parent: network, accepts: [device]}
classes:
  - {id: a, name: {zh: A 类}, ratio_max: 50}
tables:
  - id: official
    title: {zh: 产品目录}
    columns:
      - {shows: product, label: {zh: 产品名称}}
"""

GOOD = _FILES + "      - {shows: vendor, label: {zh: 供应商}}\n"

BAD = _FILES + "      - {shows: product, label: {zh: 产品}}\n"


def check(entry: Entry, project: Project) -> Iterator[Finding]:
    for number, one in enumerate(entry.as_a(Voucher).tables):
        first: dict[str, int] = {}
        for index, column in enumerate(one.columns):
            same = [name for name in (column.shows, f"label {column.label.zh}") if name in first]
            if same:
                yield entry.at("tables", number, "columns", index, first=first[same[0]] + 1, column=column.label.zh)
            for name in (column.shows, f"label {column.label.zh}"):
                first.setdefault(name, index)


RULE = Rule("V043", "repeated-column", Severity.ERROR, Scope.ENTRY, check, TEXT, GOOD, BAD, kinds=("vouchers",))
