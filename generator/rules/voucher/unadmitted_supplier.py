"""A listed product's vendor is not among the admitted suppliers of the voucher programme.

Where a programme lists its admitted suppliers (入库供应商), vouchers are paid for their products only.
A vendor whose parent organisation is admitted counts as admitted. A programme without the list is
left alone.

Add the supplier to the programme once it is admitted.
"""

from collections.abc import Iterator

from generator.diagnostics import Finding, Severity
from generator.model.organisation import Organisation
from generator.model.product import Product
from generator.model.voucher import Listing, Voucher
from generator.project import Entry, Project
from generator.rules.rule import Rule, RuleText, Scope

TEXT = RuleText(
    zh="供应商“{vendor}”不在服务券“{voucher}”的入库供应商之中",
    en="the vendor '{vendor}' is not among the admitted suppliers of '{voucher}'",
    help_zh="供应商入库后，请在服务券的 admitted_suppliers 中加上。",
    help_en="Add it to admitted_suppliers of the voucher programme once it is admitted.",
    page_zh="""
所列产品的供应商不在服务券的入库供应商之中。

服务券列出入库供应商的，只奖补这些供应商的产品；上级单位已入库的也算入库。没有列出的服务券不检查。

供应商入库后，请在服务券中加上。
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
admitted_suppliers:
  - telco
%s--- catalog/listings/gateway-listing.yaml
name:
  zh: 示例目录条目
product: gateway
voucher: grant
category: net-access
"""

GOOD = _LISTING % "  - acme\n"

BAD = _LISTING % ""


def check(entry: Entry, project: Project) -> Iterator[Finding]:
    listing = entry.as_a(Listing)
    voucher = project.find("vouchers", listing.voucher, Voucher)
    product = project.find("products", listing.product, Product)
    if voucher is None or product is None or not voucher.admitted_suppliers:
        return
    vendor = project.find("organisations", product.vendor, Organisation)
    if vendor and not {product.vendor, vendor.parent} & set(voucher.admitted_suppliers):
        yield entry.at("product", vendor=product.vendor, voucher=listing.voucher)


RULE = Rule("V009", "unadmitted-supplier", Severity.WARNING, Scope.LINKS, check, TEXT, GOOD, BAD, kinds=("listings",))
