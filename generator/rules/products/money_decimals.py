"""An amount of money has more than two decimals.

Money is in yuan, and a fen is the smallest coin. More decimals mostly mean that 万元 was written.

Write the amount in yuan with at most two decimals.
"""

from collections.abc import Iterator
from decimal import Decimal
from typing import Any

from annotated_types import Ge, Le

from generator.diagnostics import Finding, Severity
from generator.project import Entry, Project
from generator.rules.places import values_of
from generator.rules.rule import Rule, RuleText, Scope

TEXT = RuleText(
    zh="金额 {amount} 的小数超过两位",
    en="the amount {amount} has more than two decimals",
    help_zh="金额以元为单位，最多两位小数；是否误用了万元？",
    help_en="Amounts are in yuan with at most two decimals; was 万元 (ten thousand yuan) meant?",
    page_zh="""
金额的小数超过两位。

金额以元为单位，最小到分。小数更多，多半是按万元写了。

请按元写，最多两位小数。
""",
)

_FILE = """\
--- catalog/products/gw-5.yaml
name:
  zh: 五型网关
vendor: acme
category: gateway
prices:
  - {id: hardware, dimension: device, charge: once, amount: {amount}}
"""
GOOD = _FILE.replace("{amount}", "3200.50")
BAD = _FILE.replace("{amount}", "0.32005")


def is_money(kind: Any, marks: tuple[Any, ...]) -> bool:
    """Whether a field holds money: a decimal from 0 on, which a percentage is not because it has an end."""
    return kind is Decimal and Ge(0) in marks and not any(isinstance(mark, Le) for mark in marks)


def check(entry: Entry, project: Project) -> Iterator[Finding]:
    for pointer, amount in values_of(entry, is_money):
        if isinstance(amount, Decimal) and int(amount.normalize().as_tuple().exponent) < -2:
            yield entry.at(*pointer, amount=amount)


RULE = Rule("C415", "money-decimals", Severity.ERROR, Scope.ENTRY, check, TEXT, GOOD, BAD)
