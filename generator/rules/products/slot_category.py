"""A product stands in a slot that does not accept its category.

A slot names the product categories that it accepts, leaves or branches; a branch accepts everything below it.

Choose another product or slot, or let the architecture accept the category as well.
"""

from collections.abc import Iterator

from generator.diagnostics import Finding, Severity
from generator.project import Entry, Project
from generator.rules.places import listed
from generator.rules.products.filling import placed
from generator.rules.rule import Rule, RuleText, Scope

TEXT = RuleText(
    zh="产品“{product}”的类别是 {category}，槽位“{slot}”不接受",
    en="the slot '{slot}' does not accept '{product}', whose category is {category}",
    help_zh="该槽位接受：{accepts}。",
    help_en="The slot accepts: {accepts}.",
    page_zh="""
槽位不接受该产品的类别。

槽位写明接受哪些产品类别，可以是最细的一级，也可以是上级；上级接受其下的全部类别。

请换一个产品或槽位，或让架构也接受该类别。
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
fills:
  - {slot: access, product: gateway, quantity: 5}
  - {slot: core, product: {product}, quantity: 1}
"""
GOOD = _FILE.replace("{product}", "upf")
BAD = _FILE.replace("{product}", "gateway")


def check(entry: Entry, project: Project) -> Iterator[Finding]:
    for index, slot, product in placed(entry, project):
        category = product.data["category"]
        if not project.within("product-categories", category, slot.accepts):
            yield entry.at(
                "fills",
                index,
                "product",
                slot=slot.id,
                product=product.name,
                category=category,
                accepts=listed(slot.accepts),
            )


RULE = Rule("C405", "slot-category", Severity.ERROR, Scope.LINKS, check, TEXT, GOOD, BAD, kinds=("solutions",))
