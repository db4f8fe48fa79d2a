"""A quantity or requirement holds no number.

Without `value`, `min` or `max` it promises nothing and asks for nothing; every comparison would end in
"not stated".

Add the number, or leave the whole statement out.
"""

from collections.abc import Iterator

from generator.diagnostics import Finding, Severity
from generator.project import Entry, Project
from generator.rules.places import statements
from generator.rules.rule import Rule, RuleText, Scope

TEXT = RuleText(
    zh="没有数值：value、min、max 一个也没有",
    en="there is no number: none of value, min and max",
    help_zh="请补上数值，或删去这一项。",
    help_en="Add the number, or leave the statement out.",
    page_zh="""
数值或要求里没有数。

没有 `value`、`min`、`max`，就什么也没有承诺，什么也没有要求，任何比较的结果都是“未说明”。

请补上数值，或删去这一项。
""",
)

_FILE = """\
--- catalog/products/gw-5.yaml
name:
  zh: 五型网关
vendor: acme
category: gateway
capabilities:
  - {metric: uplink-data-rate, {number}unit: mbit-s}
"""
GOOD = _FILE.replace("{number}", "min: 200, ")
BAD = _FILE.replace("{number}", "")


def check(entry: Entry, project: Project) -> Iterator[Finding]:
    for pointer, statement, _ in statements(entry):
        if not any(key in statement for key in ("value", "min", "max")):
            yield entry.at(*pointer)


RULE = Rule("C103", "no-number", Severity.ERROR, Scope.ENTRY, check, TEXT, GOOD, BAD)
