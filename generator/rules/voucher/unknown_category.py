"""A listing names a category that its voucher programme does not have.

Correct the category, or add it to the voucher programme.
"""

from collections.abc import Iterator

from generator.diagnostics import Finding, Severity, nearest
from generator.model.voucher import Listing, Voucher
from generator.project import Entry, Project
from generator.rules.rule import Rule, RuleText, Scope

TEXT = RuleText(
    zh="服务券“{voucher}”没有“{category}”这个目录",
    en="the voucher programme '{voucher}' has no category '{category}'",
    help_zh="{hint}请改正目录，或先在服务券中添加。",
    help_en="{hint} Correct the category, or add it to the voucher programme first.",
    page_zh="""
目录条目所属的目录在服务券中不存在。

请改正目录，或在服务券中添加。
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

BAD = _LISTING + "category: net-acess\n"


def check(entry: Entry, project: Project) -> Iterator[Finding]:
    listing = entry.as_a(Listing)
    voucher = project.find("vouchers", listing.voucher, Voucher)
    if voucher is None:
        return
    known = [category.id for category in voucher.categories]
    if listing.category not in known:
        hint = nearest(listing.category, known)
        yield entry.at("category", voucher=listing.voucher, category=listing.category, hint=hint)


RULE = Rule("V001", "unknown-category", Severity.ERROR, Scope.LINKS, check, TEXT, GOOD, BAD, kinds=("listings",))
