"""A listing names a class that its voucher programme does not have.

The class (A, B) decides the ratio at which a product is paid.

Correct the class.
"""

from collections.abc import Iterator

from generator.diagnostics import Finding, Severity, allowed
from generator.model.voucher import Listing, Voucher
from generator.project import Entry, Project
from generator.rules.rule import Rule, RuleText, Scope

TEXT = RuleText(
    zh="服务券“{voucher}”没有“{class_}”这个类别",
    en="the voucher programme '{voucher}' has no class '{class_}'",
    help_zh="{allowed}",
    help_en="{allowed}",
    page_zh="""
目录条目的类别在服务券中不存在。

类别（A 类、B 类）决定奖补比例。

请改正类别。
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
category: net-access
"""

GOOD = _LISTING + "subsidy_class: a\n"

BAD = _LISTING + "subsidy_class: c\n"


def check(entry: Entry, project: Project) -> Iterator[Finding]:
    listing = entry.as_a(Listing)
    voucher = project.find("vouchers", listing.voucher, Voucher)
    if voucher is None or listing.subsidy_class is None:
        return
    known = [one.id for one in voucher.classes]
    if listing.subsidy_class not in known:
        yield entry.at("subsidy_class", voucher=listing.voucher, class_=listing.subsidy_class, allowed=allowed(known))


RULE = Rule("V004", "unknown-class", Severity.ERROR, Scope.LINKS, check, TEXT, GOOD, BAD, kinds=("listings",))
