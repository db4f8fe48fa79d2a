"""A city is both covered by a voucher programme and excluded from it.

Take it out of one of the two lists.
"""

from collections.abc import Iterator

from generator.diagnostics import Finding, Severity
from generator.model.voucher import Voucher
from generator.project import Entry, Project
from generator.rules.rule import Rule, RuleText, Scope

TEXT = RuleText(
    zh="“{city}”既在适用地市中，又在不适用地市中",
    en="'{city}' is among the cities covered and among those excluded",
    help_zh="请从其中一处删去。",
    help_en="Take it out of one of the two.",
    page_zh="""
同一城市既适用又不适用。

请从 `cities` 或 `excluded_cities` 中删去。
""",
)

_VOUCHER = """\
--- catalog/vouchers/grant.yaml
name:
  zh: 示例服务券
categories:
  - {id: network, name: {zh: 网络}}
  - {id: net-core, name: {zh: 核心网}, parent: network, accepts: [upf]}
  - {id: net-access, name: {zh: 接入设备}, parent: network, accepts: [device]}
classes:
  - {id: a, name: {zh: A 类}, ratio_max: 50}
cities: [guangzhou, foshan]
"""

GOOD = _VOUCHER + "excluded_cities: [shenzhen]\n"

BAD = _VOUCHER + "excluded_cities: [foshan]\n"


def check(entry: Entry, project: Project) -> Iterator[Finding]:
    voucher = entry.as_a(Voucher)
    for index, city in enumerate(voucher.excluded_cities):
        if city in voucher.cities:
            yield entry.at("excluded_cities", index, city=city)


RULE = Rule("V026", "city-both-ways", Severity.ERROR, Scope.ENTRY, check, TEXT, GOOD, BAD, kinds=("vouchers",))
