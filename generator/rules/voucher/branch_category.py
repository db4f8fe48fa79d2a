"""A listing stands in a category that has categories below it.

Products are listed in the leaves of the tree (二级目录): ceilings, accepted products and exclusions belong
to them.

Choose the leaf that fits.
"""

from collections.abc import Iterator

from generator.diagnostics import Finding, Severity, allowed
from generator.model.voucher import Listing, Voucher
from generator.project import Entry, Project
from generator.rules.rule import Rule, RuleText, Scope

TEXT = RuleText(
    zh="目录“{category}”下还有目录，产品只能列入末级目录",
    en="the category '{category}' has categories below it; products are listed in the last level only",
    help_zh="{allowed}",
    help_en="{allowed}",
    page_zh="""
目录条目列在还有下级的目录中。

产品列入末级目录（二级目录）：限额、接受的产品和互斥关系都属于末级目录。

请选择合适的末级目录。
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
  zh: 示例目录条目
product: gateway
voucher: grant
"""

GOOD = _LISTING + "category: net-access\n"

BAD = _LISTING + "category: network\n"


def check(entry: Entry, project: Project) -> Iterator[Finding]:
    listing = entry.as_a(Listing)
    voucher = project.find("vouchers", listing.voucher, Voucher)
    below = [category.id for category in voucher.categories if category.parent == listing.category] if voucher else []
    if below:
        yield entry.at("category", category=listing.category, allowed=allowed(below))


RULE = Rule("V002", "branch-category", Severity.ERROR, Scope.LINKS, check, TEXT, GOOD, BAD, kinds=("listings",))
