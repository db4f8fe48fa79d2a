"""Tiers without saying how they are applied, or the reverse.

With `graduated` each unit costs what its own tier says, with `volume` all units cost what the tier reached
says: the same tiers give different sums. `tiering` and `tiers` therefore stand together or not at all.

Add the missing one, or remove the other.
"""

from collections.abc import Iterator

from generator.diagnostics import Finding, Severity
from generator.project import Entry, Project
from generator.rules.rule import Rule, RuleText, Scope
from generator.texts import Text

TEXT = RuleText(
    zh="价格“{id}”{what}",
    en="the price '{id}' {what}",
    help_zh="tiering（graduated 分档累计，volume 按所达档位）与 tiers 要一起写。",
    help_en="`tiering` (graduated or volume) and `tiers` stand together.",
    page_zh="""
有阶梯却没说明怎样计算，或者相反。

`graduated` 是每个单位按自己所在的档计价，`volume` 是全部单位按所达到的档计价：同样的阶梯，金额不同。所以 `tiering` 与 `tiers` 要么都写，要么都不写。

请补上缺的一个，或删去另一个。
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
    "{prices}",
    "  - {id: sim, dimension: connection, charge: once, tiering: volume, tiers: [{up_to: 100, amount: 30}, {amount: 22}]}\n",
)
BAD = _FILE.replace(
    "{prices}", "  - {id: sim, dimension: connection, charge: once, tiers: [{up_to: 100, amount: 30}, {amount: 22}]}\n"
)

_NO_WAY = Text("有阶梯，但没有 tiering", "has tiers but no `tiering`")
_NO_TIERS = Text("写了 tiering，但没有阶梯", "has `tiering` but no tiers")


def check(entry: Entry, project: Project) -> Iterator[Finding]:
    for index, price in enumerate(entry.data.get("prices", ())):
        tiering, tiers = "tiering" in price, bool(price.get("tiers"))
        if tiers and not tiering:
            yield entry.at("prices", index, "tiers", on_key=True, id=price["id"], what=_NO_WAY)
        elif tiering and not tiers:
            yield entry.at("prices", index, "tiering", id=price["id"], what=_NO_TIERS)


RULE = Rule("C412", "price-tiering", Severity.ERROR, Scope.ENTRY, check, TEXT, GOOD, BAD, kinds=("products",))
