"""A slot that takes one product is filled with several.

A slot with `fill: one` holds one product, in any quantity. Two products in it leave open which of them the
solution uses.

Keep one, or let the architecture say `fill: many`.
"""

from collections.abc import Iterator

from generator.diagnostics import Finding, Severity
from generator.project import Entry, Project
from generator.rules.products.filling import slots
from generator.rules.rule import Rule, RuleText, Scope

TEXT = RuleText(
    zh="槽位“{slot}”只能填充一种产品，第 {first} 项已经填充",
    en="the slot '{slot}' takes one product, and fill {first} is in it",
    help_zh="请只保留一种产品（数量不限）；或在架构中改为 fill: many。",
    help_en="Keep one product, in any quantity, or let the architecture say `fill: many`.",
    page_zh="""
只能填充一种产品的槽位填了几种。

`fill: one` 的槽位放一种产品，数量不限。放两种，就说不清方案用的是哪一种。

请只保留一种，或在架构中改为 `fill: many`。
""",
)

_FILE = """\
--- catalog/solutions/line.yaml
name:
  zh: 产线方案
vendor: telco
implements: line
scenarios:
  - {scenario: inspection}
fills:
  - {slot: access, product: gateway, quantity: 5}
  - {slot: core, product: upf, quantity: 1}
"""
GOOD = _FILE
BAD = _FILE + "  - {slot: core, product: upf, quantity: 1}\n"


def check(entry: Entry, project: Project) -> Iterator[Finding]:
    known = slots(entry, project) or {}
    first: dict[str, int] = {}
    for index, fill in enumerate(entry.data.get("fills", ())):
        slot = known.get(fill["slot"])
        if slot and slot.fill == "one" and first.setdefault(slot.id, index) != index:
            yield entry.at("fills", index, "slot", slot=slot.id, first=first[slot.id] + 1)


RULE = Rule("C404", "overfilled-slot", Severity.ERROR, Scope.LINKS, check, TEXT, GOOD, BAD, kinds=("solutions",))
