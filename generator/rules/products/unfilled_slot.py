"""A solution leaves a required slot of its architecture empty.

A slot with `fill: one` or `fill: many` is part of every solution of that architecture; only `optional` ones
may stay empty. A solution with a gap is not end to end, and its price would be wrong.

Add a fill for the slot. If solutions work without it, the architecture should call it optional.
"""

from collections.abc import Iterator

from generator.diagnostics import Finding, Severity
from generator.project import Entry, Project
from generator.rules.places import listed
from generator.rules.products.filling import slots
from generator.rules.rule import Rule, RuleText, Scope

TEXT = RuleText(
    zh="没有产品填充槽位“{name}”（{slot}）",
    en="no product fills the slot '{name}' ({slot})",
    help_zh="请在 fills 中补上；该槽位接受：{accepts}。",
    help_en="Add it to `fills`; the slot accepts: {accepts}.",
    page_zh="""
方案没有填充架构的必填槽位。

`fill: one` 和 `fill: many` 的槽位是每个方案都要有的，只有 `optional` 可以空着。缺了一环的方案不是端到端的，价格也不对。

请补上填充该槽位的产品；如果没有它方案也成立，应把架构中的该槽位改为 optional。
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
"""
GOOD = _FILE + "  - {slot: core, product: upf, quantity: 1}\n"
BAD = _FILE


def check(entry: Entry, project: Project) -> Iterator[Finding]:
    filled = {fill["slot"] for fill in entry.data.get("fills", ())}
    for slot in (slots(entry, project) or {}).values():
        if slot.fill != "optional" and slot.id not in filled:
            place = "fills" if "fills" in entry.data else "implements"
            yield entry.at(place, on_key=True, slot=slot.id, name=slot.name.text, accepts=listed(slot.accepts))


RULE = Rule("C403", "unfilled-slot", Severity.ERROR, Scope.LINKS, check, TEXT, GOOD, BAD, kinds=("solutions",))
