"""The order of limits names a limit twice.

`order_of_limits` says in which order the limits are applied to an amount. Each is applied once.

Take the second one out.
"""

from collections.abc import Iterator

from generator.diagnostics import Finding, Severity
from generator.model.voucher import Voucher
from generator.project import Entry, Project
from generator.rules.rule import Rule, RuleText, Scope

TEXT = RuleText(
    zh="限额次序中“{limit}”出现了两次",
    en="the order of limits names '{limit}' twice",
    help_zh="请删去后一个。",
    help_en="Take the second one out.",
    page_zh="""
限额次序中同一限额出现两次。

`order_of_limits` 规定各项限额的适用次序，每项只适用一次。

请删去后一个。
""",
)

_VOUCHER = """\
--- catalog/vouchers/grant.yaml
name:
  zh: 示例服务券
categories:
  - {id: network, name: {zh: 网络}}
  - {id: net-core, name: {zh: 核心网}, parent: network, accepts: [upf], ceiling: 1000}
  - {id: net-access, name: {zh: 接入设备}, parent: network, accepts: [device]}
classes:
  - {id: a, name: {zh: A 类}, ratio_max: 50}
"""

GOOD = _VOUCHER + "order_of_limits: [ratio, category]\n"

BAD = _VOUCHER + "order_of_limits: [ratio, category, ratio]\n"


def check(entry: Entry, project: Project) -> Iterator[Finding]:
    limits = entry.as_a(Voucher).order_of_limits
    for index, limit in enumerate(limits):
        if limit in limits[:index]:
            yield entry.at("order_of_limits", index, limit=limit)


RULE = Rule("V023", "repeated-limit", Severity.ERROR, Scope.ENTRY, check, TEXT, GOOD, BAD, kinds=("vouchers",))
