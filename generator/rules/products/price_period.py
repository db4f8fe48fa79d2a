"""A recurring price has no period, or another price has one.

Recurring charges come back each month or year, and begun periods count whole; without `period` they cannot
be computed. What is paid once or by use has no period.

Add `period: month` or `period: year`, remove it, or correct `charge`.
"""

from collections.abc import Iterator

from generator.diagnostics import Finding, Severity
from generator.project import Entry, Project
from generator.rules.rule import Rule, RuleText, Scope
from generator.texts import Text

TEXT = RuleText(
    zh="价格“{id}”{what}",
    en="the price '{id}' {what}",
    help_zh="recurring 要写 period（month 或 year）；once 和 usage 不写。",
    help_en="`recurring` takes a `period` (month or year); `once` and `usage` take none.",
    page_zh="""
周期性价格没有写周期，或者其他价格写了周期。

周期性收费按月或按年重复，不足一期按一期计；没有 `period` 就无法计算。一次性和按用量的收费没有周期。

请补上或删去 `period`，或改正 `charge`。
""",
)

_FILE = """\
--- catalog/products/gw-5.yaml
name:
  zh: 五型网关
vendor: acme
category: gateway
prices:
{prices}"""
GOOD = _FILE.replace(
    "{prices}", "  - {id: sim, dimension: connection, charge: recurring, period: month, amount: 30.00}\n"
)
BAD = _FILE.replace("{prices}", "  - {id: sim, dimension: connection, charge: recurring, amount: 30.00}\n")

_MISSING = Text("是周期性收费，但没有周期", "recurs but has no period")
_NOT_WANTED = Text("不是周期性收费，却写了周期", "has a period but does not recur")


def check(entry: Entry, project: Project) -> Iterator[Finding]:
    for index, price in enumerate(entry.data.get("prices", ())):
        recurring, period = price["charge"] == "recurring", "period" in price
        if recurring and not period:
            yield entry.at("prices", index, "charge", id=price["id"], what=_MISSING)
        elif period and not recurring:
            yield entry.at("prices", index, "period", on_key=True, id=price["id"], what=_NOT_WANTED)


RULE = Rule("C411", "price-period", Severity.ERROR, Scope.ENTRY, check, TEXT, GOOD, BAD, kinds=("products",))
