"""A product does not meet a requirement of its slot.

A slot asks for bounds on metrics: at most 20 ms, at least 99.9 %. A product meets them when the bound that
it promises is at least as good, on a statistic at least as strong. What it does not state counts as not met,
because nobody could rely on it.

Choose another product, or complete its `capabilities`. The wording says which of the two it is.
"""

from collections.abc import Iterator

from generator.diagnostics import Finding, Severity
from generator.model.parts import Quantity
from generator.project import Entry, Project
from generator.quantities import Outcome, meets
from generator.rules.products.filling import placed
from generator.rules.rule import Rule, RuleText, Scope
from generator.texts import Text

TEXT = RuleText(
    zh="产品“{product}”{verdict}槽位“{slot}”对“{metric}”的要求：{why}",
    en="'{product}' {verdict} the requirement of the slot '{slot}' on '{metric}': {why}",
    help_zh="请换一个产品，或在产品的 capabilities 中补充、更正。",
    help_en="Choose another product, or complete its `capabilities`.",
    page_zh="""
产品不满足槽位的指标要求。

槽位对指标提出界限：不超过 20 ms、不低于 99.9 %。产品承诺的界限不比它差、统计口径不比它弱，就是满足。没有说明的按不满足处理，因为无从依靠。

请换一个产品，或补充其 `capabilities`；提示中写明是不满足还是未说明。
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
    requires:
      - {metric: end-to-end-latency, max: {max}, unit: ms}
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
GOOD = _FILES.replace("{max}", "20")
BAD = _FILES.replace("{max}", "5")

_VERDICTS = {
    Outcome.NOT_MET: Text("不满足", "does not meet"),
    Outcome.NOT_STATED: Text("没有说明能否满足", "does not state whether it meets"),
}


def check(entry: Entry, project: Project) -> Iterator[Finding]:
    units = project.vocabularies.get("units", {})
    for index, slot, product in placed(entry, project):
        for need in slot.requires:
            stated = [item for item in product.data.get("capabilities", ()) if item["metric"] == need.metric]
            verdict = meets(need, [Quantity.model_validate(item) for item in stated], units)
            if not verdict.met:
                metric = project.get(f"metrics/{need.metric}")
                yield entry.at(
                    "fills",
                    index,
                    "product",
                    slot=slot.id,
                    product=product.name,
                    metric=metric.name if metric else need.metric,
                    verdict=_VERDICTS[verdict.outcome],
                    why=verdict.reason,
                )


RULE = Rule("C407", "slot-requirement", Severity.ERROR, Scope.LINKS, check, TEXT, GOOD, BAD, kinds=("solutions",))
