"""A quantity is derived from a dimension that the solution's sizing does not state.

`{per: connection, each: 40}` means one product for every 40 connections, rounded up. How many connections
there are stands in `sizing`; without it neither the quantity nor the price can be computed.

Add the dimension to `sizing`, or state a fixed quantity.
"""

from collections.abc import Iterator

from generator.diagnostics import Finding, Severity
from generator.project import Entry, Project
from generator.rules.rule import Rule, RuleText, Scope

TEXT = RuleText(
    zh="数量按“{per}”计算，但规模（sizing）里没有它",
    en="the quantity goes by '{per}', which `sizing` does not state",
    help_zh="请在 sizing 中补上，或改写固定数量。",
    help_en="Add it to `sizing`, or state a fixed quantity.",
    page_zh="""
数量所依据的量纲没有在规模中写明。

`{per: connection, each: 40}` 表示每 40 个连接配一台，向上取整。共有多少连接写在 `sizing` 里；没有它，数量和价格都算不出来。

请在 `sizing` 中补上该量纲，或改写固定数量。
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
sizing: {{dimension}: 200}
fills:
  - {slot: access, product: gateway, quantity: {per: connection, each: 40}}
  - {slot: core, product: upf, quantity: 1}
"""
GOOD = _FILE.replace("{dimension}", "connection")
BAD = _FILE.replace("{dimension}", "device")


def check(entry: Entry, project: Project) -> Iterator[Finding]:
    sizing = entry.data.get("sizing", {})
    for index, fill in enumerate(entry.data.get("fills", ())):
        quantity = fill["quantity"]
        if isinstance(quantity, dict) and quantity["per"] not in sizing:
            yield entry.at("fills", index, "quantity", "per", per=quantity["per"])


RULE = Rule("C416", "sizing-dimension", Severity.ERROR, Scope.ENTRY, check, TEXT, GOOD, BAD, kinds=("solutions",))
