"""A price without tax does not say at which rate tax is added.

Amounts include tax unless the component says `tax: excluded`. What a buyer pays can then be computed only
with `tax_rate`, in per cent.

Add `tax_rate`, or state the amount with tax.
"""

from collections.abc import Iterator

from generator.diagnostics import Finding, Severity
from generator.project import Entry, Project
from generator.rules.rule import Rule, RuleText, Scope

TEXT = RuleText(
    zh="价格“{id}”不含税，但没有税率",
    en="the price '{id}' excludes tax but states no rate",
    help_zh="请补上 tax_rate（%），或改写为含税金额。",
    help_en="Add `tax_rate` (per cent), or state the amount with tax.",
    page_zh="""
不含税的价格没有写税率。

金额默认含税；写了 `tax: excluded` 时，要有 `tax_rate`（百分数）才能算出买方实付多少。

请补上 `tax_rate`，或改写为含税金额。
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
    "{prices}", "  - {id: hardware, dimension: device, charge: once, amount: 3200.00, tax: excluded, tax_rate: 13}\n"
)
BAD = _FILE.replace("{prices}", "  - {id: hardware, dimension: device, charge: once, amount: 3200.00, tax: excluded}\n")


def check(entry: Entry, project: Project) -> Iterator[Finding]:
    for index, price in enumerate(entry.data.get("prices", ())):
        if price.get("tax") == "excluded" and "tax_rate" not in price:
            yield entry.at("prices", index, "tax", id=price["id"])


RULE = Rule("C414", "tax-rate", Severity.ERROR, Scope.ENTRY, check, TEXT, GOOD, BAD, kinds=("products",))
