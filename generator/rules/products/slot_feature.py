"""A product lacks a feature that its slot asks for.

Features are what is not a quantity: edge computing, PROFINET. A slot names those that every product in it
has; a product names those that it has.

Choose another product, or complete its `features` if it does have it.
"""

from collections.abc import Iterator

from generator.diagnostics import Finding, Severity
from generator.project import Entry, Project
from generator.rules.products.filling import placed
from generator.rules.rule import Rule, RuleText, Scope
from generator.texts import Text

TEXT = RuleText(
    zh="产品“{product}”没有槽位“{slot}”要求的特性：{missing}",
    en="'{product}' lacks what the slot '{slot}' asks for: {missing}",
    help_zh="请换一个产品；产品确有该特性的，请在产品条目的 features 中补上。",
    help_en="Choose another product, or add the feature to the product's own entry if it has it.",
    page_zh="""
产品缺少槽位要求的特性。

特性是不能用数值表示的能力，如边缘计算、PROFINET。槽位写明其中每个产品都要有的特性，产品写明自己有哪些。

请换一个产品；产品确有该特性的，请在其 `features` 中补上。
""",
)

_FILES = """\
--- catalog/architectures/line.yaml
name:
  zh: 产线架构
network_mode:
  isolation: hybrid
  upf: on-premises
slots:
  - id: access
    name:
      zh: 接入
    layer: access
    accepts: [device]
    features: [{feature}]
--- catalog/solutions/line.yaml
name:
  zh: 产线方案
vendor: telco
implements: line
scenarios:
  - {scenario: inspection}
fills:
  - {slot: access, product: gateway, quantity: 5}
"""
GOOD = _FILES.replace("{feature}", "edge-computing")
BAD = _FILES.replace("{feature}", "profinet")


def check(entry: Entry, project: Project) -> Iterator[Finding]:
    for index, slot, product in placed(entry, project):
        missing = [feature for feature in slot.features if feature not in product.data.get("features", ())]
        if missing:
            names = [term.name.text if (term := project.term("features", i)) else Text(i) for i in missing]
            shown = Text("、".join(n.zh for n in names), ", ".join(n.of("en") for n in names))
            yield entry.at("fills", index, "product", slot=slot.id, product=product.name, missing=shown)


RULE = Rule("C406", "slot-feature", Severity.ERROR, Scope.LINKS, check, TEXT, GOOD, BAD, kinds=("solutions",))
