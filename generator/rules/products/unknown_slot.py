"""A solution fills a slot that its architecture does not have.

Slots belong to the architecture named in `implements`; their ids are its own. Often the id is misspelt, or
the solution was moved to another architecture.

Use the id of one of the architecture's slots.
"""

from collections.abc import Iterator

from generator.diagnostics import Finding, Severity, nearest
from generator.project import Entry, Project
from generator.rules.places import listed
from generator.rules.products.filling import slots
from generator.rules.rule import Rule, RuleText, Scope

TEXT = RuleText(
    zh="架构“{architecture}”没有槽位“{slot}”",
    en="the architecture '{architecture}' has no slot '{slot}'",
    help_zh="{hint}它的槽位：{slots}。",
    help_en="{hint} Its slots: {slots}.",
    page_zh="""
方案填充了所采用架构中没有的槽位。

槽位属于 `implements` 所写的架构，编号由该架构规定。多半是编号写错，或者方案改用了别的架构。

请改为该架构的槽位编号。
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
BAD = _FILE + "  - {slot: acess, product: gateway, quantity: 1}\n"


def check(entry: Entry, project: Project) -> Iterator[Finding]:
    known = slots(entry, project)
    if known is None:
        return
    for index, fill in enumerate(entry.data.get("fills", ())):
        slot = fill["slot"]
        if slot not in known:
            architecture, every = entry.data["implements"], listed(known)
            yield entry.at(
                "fills", index, "slot", slot=slot, architecture=architecture, slots=every, hint=nearest(slot, known)
            )


RULE = Rule("C402", "unknown-slot", Severity.ERROR, Scope.LINKS, check, TEXT, GOOD, BAD, kinds=("solutions",))
