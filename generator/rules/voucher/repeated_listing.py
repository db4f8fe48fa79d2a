"""A product is listed twice in the same category of a voucher programme.

A product with two listings would be noticed, released and paid for twice. Listings that were withdrawn
do not count.

Keep one, and withdraw or delete the other.
"""

from collections.abc import Iterator

from generator.diagnostics import Finding, Severity
from generator.project import Entry, Project
from generator.rules.rule import Rule, RuleText, Scope

TEXT = RuleText(
    zh="产品“{product}”在该目录中已有条目“{other}”",
    en="the product '{product}' is already listed in this category by '{other}'",
    help_zh="请保留一个，撤回或删去另一个。",
    help_en="Keep one; withdraw or delete the other.",
    page_zh="""
同一产品在服务券的同一目录中列了两次。

有两个条目的产品会被公示、发布、付款两次。已撤回的条目不算。

请保留一个，撤回或删去另一个。
""",
)

_LISTING = """\
--- catalog/vouchers/grant.yaml
name:
  zh: 示例服务券
categories:
  - {id: network, name: {zh: 网络}}
  - {id: net-core, name: {zh: 核心网}, parent: network, accepts: [upf]}
  - {id: net-access, name: {zh: 接入设备}, parent: network, accepts: [device]}
classes:
  - {id: a, name: {zh: A 类}, ratio_max: 50}
--- catalog/listings/gateway-listing.yaml
name:
  zh: 目录条目一
product: gateway
voucher: grant
category: net-access
"""

GOOD = _LISTING

BAD = (
    _LISTING
    + """\
--- catalog/listings/gateway-listing-2.yaml
name:
  zh: 目录条目二
product: gateway
voucher: grant
category: net-access
"""
)


def check(project: Project) -> Iterator[Finding]:
    seen: dict[tuple[str, str, str], Entry] = {}
    for entry in project.of_kind("listings"):
        state = project.state(entry)
        if state and not state.to:
            continue  # withdrawn: nothing follows that state
        data = entry.data
        first = seen.setdefault((data["product"], data["voucher"], data["category"]), entry)
        if first is not entry:
            yield entry.at("product", product=data["product"], other=first.slug)


RULE = Rule("V006", "repeated-listing", Severity.ERROR, Scope.PROJECT, check, TEXT, GOOD, BAD)
