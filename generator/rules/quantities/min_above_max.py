"""A lower bound stands above its upper bound, or the value outside of both.

`min` and `max` are promised bounds, and `value` is both at once; together they must leave room for at
least one number. Mostly the two were exchanged or a digit slipped.

Correct the numbers; where only one is meant, write only that one.
"""

from collections.abc import Iterator
from typing import Any

from generator.diagnostics import Finding, Pointer, Severity
from generator.project import Entry, Project
from generator.rules.places import statements
from generator.rules.rule import Rule, RuleText, Scope

TEXT = RuleText(
    zh="{low_key}（{low}）大于 {high_key}（{high}）",
    en="{low_key} ({low}) is above {high_key} ({high})",
    help_zh="请核对这两个数，是否写反或多写、少写了一位。",
    help_en="Check the two numbers: exchanged, or a digit too many or too few?",
    page_zh="""
下限大于上限，或取值落在上下限之外。

`min`、`max` 是承诺的下限与上限，`value` 同时是二者；它们合在一起至少要容得下一个数。多半是写反了，或者错了一位。

请改正；只想写一个数时，就只写那一个。
""",
)

_FILE = """\
--- catalog/products/gw-5.yaml
name:
  zh: 五型网关
vendor: acme
category: gateway
capabilities:
  - {metric: end-to-end-latency, min: {min}, max: {max}, unit: ms}
"""
GOOD = _FILE.replace("{min}", "5").replace("{max}", "20")
BAD = _FILE.replace("{min}", "20").replace("{max}", "5")


def check(entry: Entry, project: Project) -> Iterator[Finding]:
    for pointer, statement, _ in statements(entry):
        yield from _of(entry, pointer, statement)
    if entry.kind.folder == "metrics":
        yield from _of(entry, (), entry.data)


def _of(entry: Entry, pointer: Pointer, data: dict[str, Any]) -> Iterator[Finding]:
    for low, high in (("min", "max"), ("min", "value"), ("value", "max")):
        if low in data and high in data and data[low] > data[high]:
            yield entry.at(*pointer, low, low_key=low, low=data[low], high_key=high, high=data[high])
            return


RULE = Rule("C104", "min-above-max", Severity.ERROR, Scope.ENTRY, check, TEXT, GOOD, BAD)
