"""A connection ends at something that is not a slot.

Connections join the slots of their architecture; `from` and `to` hold the ids of two of them.

Correct the id, or add the slot.
"""

from collections.abc import Iterator

from generator.diagnostics import Finding, Severity, nearest
from generator.project import Entry, Project
from generator.rules.rule import Rule, RuleText, Scope

TEXT = RuleText(
    zh="架构中没有槽位“{slot}”",
    en="the architecture has no slot '{slot}'",
    help_zh="{hint}连接的两端都要是本架构的槽位。",
    help_en="{hint} Both ends of a connection are slots of this architecture.",
    page_zh="""
连接的一端不是槽位。

连接把本架构的槽位接起来，`from` 和 `to` 都写槽位的编号。

请改正编号，或先添加该槽位。
""",
)

_FILE = """\
--- catalog/architectures/ring.yaml
name:
  zh: 环网架构
network_mode:
  isolation: virtual
  upf: operator-shared
slots:
  - {id: access, name: {zh: 接入}, layer: access, accepts: [gateway]}
  - {id: upf, name: {zh: 用户面}, layer: core, accepts: [upf]}
connections:
  - {from: access, to: {to}, technology: 5g-nr}
"""
GOOD = _FILE.replace("{to}", "upf")
BAD = _FILE.replace("{to}", "ufp")


def check(entry: Entry, project: Project) -> Iterator[Finding]:
    slots = [slot["id"] for slot in entry.data["slots"]]
    for index, connection in enumerate(entry.data.get("connections", ())):
        for key in ("from", "to"):
            if connection[key] not in slots:
                yield entry.at("connections", index, key, slot=connection[key], hint=nearest(connection[key], slots))


RULE = Rule("C408", "connection-end", Severity.ERROR, Scope.ENTRY, check, TEXT, GOOD, BAD, kinds=("architectures",))
