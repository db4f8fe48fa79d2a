"""The tiers of a price do not rise, or do not end open.

Tiers go from few units to many: each `up_to` is greater than the one before, and the last tier has none,
so that every number of units has a price.

Sort the tiers, and leave `up_to` out of the last one only.
"""

from collections.abc import Iterator

from generator.diagnostics import Finding, Severity
from generator.project import Entry, Project
from generator.rules.rule import Rule, RuleText, Scope
from generator.texts import Text

TEXT = RuleText(
    zh="价格“{id}”的阶梯{what}",
    en="the tiers of the price '{id}' {what}",
    help_zh="up_to 逐档增大；只有最后一档不写 up_to。",
    help_en="`up_to` grows from tier to tier; only the last tier has none.",
    page_zh="""
价格的阶梯没有逐档增大，或者最后一档不是开口的。

阶梯从少到多：每一档的 `up_to` 都大于前一档，最后一档不写，这样任何数量都有价格。

请按大小排列，并且只在最后一档省去 `up_to`。
""",
)

_FILE = """\
--- catalog/products/gw-5.yaml
name:
  zh: 五型网关
vendor: acme
category: gateway
prices:
  - id: sim
    dimension: connection
    charge: once
    tiering: graduated
    tiers:
      - {up_to: 100, amount: 30.00}
      - {up_to: {second}, amount: 25.00}
      - {amount: 22.50}
"""
GOOD = _FILE.replace("{second}", "500")
BAD = _FILE.replace("{second}", "50")

_FALLING = Text("没有增大", "do not rise here")
_CLOSED = Text("最后一档写了 up_to", "end with an `up_to`")
_OPEN = Text("只有最后一档可以不写 up_to", "have a tier without `up_to` before the last")


def check(entry: Entry, project: Project) -> Iterator[Finding]:
    for index, price in enumerate(entry.data.get("prices", ())):
        tiers = price.get("tiers") or ()
        for step, tier in enumerate(tiers):
            last, up_to = step == len(tiers) - 1, tier.get("up_to")
            before = tiers[step - 1].get("up_to") if step else None
            pointer = ("prices", index, "tiers", step, "up_to")
            if last and up_to is not None:
                yield entry.at(*pointer, id=price["id"], what=_CLOSED)
            elif not last and up_to is None:
                yield entry.at(*pointer[:-1], id=price["id"], what=_OPEN)
            if up_to is not None and before is not None and up_to <= before:
                yield entry.at(*pointer, id=price["id"], what=_FALLING)


RULE = Rule("C413", "tier-order", Severity.ERROR, Scope.ENTRY, check, TEXT, GOOD, BAD, kinds=("products",))
