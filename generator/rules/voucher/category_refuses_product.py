"""A listing's category does not accept products of its product's category.

A leaf of a voucher programme names the product categories that it accepts; a branch of
product-categories stands for all below it. A leaf that names none is not stated, so nothing is refused.

List the product in a leaf that accepts it, or correct the product's category.
"""

from collections.abc import Iterator

from generator.diagnostics import Finding, Severity
from generator.model.product import Product
from generator.model.voucher import Listing, Voucher
from generator.project import Entry, Project
from generator.rules.rule import Rule, RuleText, Scope
from generator.texts import Text

TEXT = RuleText(
    zh="目录“{category}”不接受“{kind}”类产品",
    en="the category '{category}' does not accept products of the category '{kind}'",
    help_zh="{hint}请改列合适的目录，或改正产品的类别。",
    help_en="{hint} List it in a category that accepts it, or correct the product's category.",
    page_zh="""
目录条目所属的目录不接受该产品的类别。

服务券的末级目录写明接受哪些产品类别，写上级类别表示包括其下所有类别；没有写明的目录不拒绝任何产品。

请改列合适的目录，或改正产品的类别。
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

BAD = _LISTING + "category: net-core\n"


def check(entry: Entry, project: Project) -> Iterator[Finding]:
    listing = entry.as_a(Listing)
    voucher = project.find("vouchers", listing.voucher, Voucher)
    product = project.find("products", listing.product, Product)
    if voucher is None or product is None:
        return
    chosen = next((category for category in voucher.categories if category.id == listing.category), None)
    if chosen and chosen.accepts and not project.within("product-categories", product.category, chosen.accepts):
        takers = [
            category.id
            for category in voucher.categories
            if project.within("product-categories", product.category, category.accepts)
        ]
        names = ", ".join(takers)
        hint = Text(f"接受它的目录：{names}。", f"It is accepted by {names}.") if takers else Text("", "")
        yield entry.at("category", category=listing.category, kind=product.category, hint=hint)


RULE = Rule(
    "V003", "category-refuses-product", Severity.ERROR, Scope.LINKS, check, TEXT, GOOD, BAD, kinds=("listings",)
)
