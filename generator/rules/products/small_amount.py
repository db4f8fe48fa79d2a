"""A device is sold for less than one yuan.

Amounts are in yuan. Less than one yuan for a device mostly means that 万元 (ten thousand yuan) was in mind.
What is charged by use, or again and again, may well cost less, and free of charge is 0.

Write the amount in yuan: 3200.00, not 0.32. Where it is right, leave it; a note stops nothing.
"""

from collections.abc import Iterator

from generator.diagnostics import Finding, Severity
from generator.project import Entry, Project
from generator.rules.rule import Rule, RuleText, Scope

TEXT = RuleText(
    zh="价格“{id}”每台只有 {amount} 元",
    en="the price '{id}' is {amount} yuan for a device",
    help_zh="金额以元为单位；是否以万元为单位写了？若是，应为 {yuan}。",
    help_en="Amounts are in yuan; was it written in units of 万元 (10,000 yuan)? Then it is {yuan}.",
    page_zh="""
一台设备的一次性价格不到一元。

金额以元为单位。一台设备不到一元，多半是按万元写了。按用量收费和周期性收费的单价可以很低，免费则写 0。

请按元写：3200.00，而不是 0.32。确实如此的，不必改动；提示不影响通过。
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
GOOD = _FILE.replace("{amount}", "3200.00")
BAD = _FILE.replace("{amount}", "0.32")

_UNIT = 10_000


def check(entry: Entry, project: Project) -> Iterator[Finding]:
    for index, price in enumerate(entry.data.get("prices", ())):
        if (price["dimension"], price["charge"]) != ("device", "once"):
            continue
        at = ("prices", index)
        steps = (((*at, "tiers", n, "amount"), tier["amount"]) for n, tier in enumerate(price.get("tiers", ())))
        for pointer, amount in (((*at, "amount"), price.get("amount", 0)), *steps):
            if 0 < amount < 1 and amount == round(amount, 2):  # more decimals are another rule's
                yield entry.at(*pointer, id=price["id"], amount=amount, yuan=f"{amount * _UNIT:.2f}")
                break


RULE = Rule("C417", "small-amount", Severity.NOTE, Scope.ENTRY, check, TEXT, GOOD, BAD, kinds=("products",))
