"""A price component has no amount, or both one amount and tiers.

A component charges either one `amount` for every unit or the amounts of its `tiers`. With both, nobody knows
which holds. Only a negotiated price may be without (`kind: negotiated`).

Write one of the two.
"""

from collections.abc import Iterator

from generator.diagnostics import Finding, Severity
from generator.project import Entry, Project
from generator.rules.rule import Rule, RuleText, Scope
from generator.texts import Text

TEXT = RuleText(
    zh="价格“{id}”{what}",
    en="the price '{id}' {what}",
    help_zh="amount 与 tiers 写且只写一个；面议的写 kind: negotiated。",
    help_en="Write either `amount` or `tiers`; for a negotiated price `kind: negotiated`.",
    page_zh="""
价格没有金额，或者单价和阶梯都写了。

一个价格要么每单位收同一个 `amount`，要么按 `tiers` 的各档收费。都写就不知道以哪个为准。只有面议的价格（`kind: negotiated`）可以都不写。

请二者取一。
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
GOOD = _FILE.replace("{prices}", "  - {id: hardware, dimension: device, charge: once, amount: 3200.00}\n")
BAD = _FILE.replace("{prices}", "  - {id: hardware, dimension: device, charge: once}\n")

_NEITHER = Text("没有金额", "has no amount")
_BOTH = Text("既有单价又有阶梯", "has both an amount and tiers")


def check(entry: Entry, project: Project) -> Iterator[Finding]:
    for index, price in enumerate(entry.data.get("prices", ())):
        amount, tiers = "amount" in price, bool(price.get("tiers"))
        if amount and tiers:
            yield entry.at("prices", index, "amount", on_key=True, id=price["id"], what=_BOTH)
        elif not amount and not tiers and price.get("kind") != "negotiated":
            yield entry.at("prices", index, "id", id=price["id"], what=_NEITHER)


RULE = Rule("C410", "price-amount", Severity.ERROR, Scope.ENTRY, check, TEXT, GOOD, BAD, kinds=("products",))
