"""A number lies outside of what its metric allows.

A metric can state the smallest and the greatest value that make sense: no latency is below zero. The
number is converted to the metric's unit before it is compared.

Correct the number or its unit; or, where the metric's bounds are too narrow, those.
"""

from collections.abc import Iterator
from decimal import Decimal

from generator.diagnostics import Finding, Severity
from generator.model.terms import Metric
from generator.project import Entry, Project
from generator.quantities import dimension, in_unit, shown
from generator.rules.places import statements
from generator.rules.quantities.percent_range import outside
from generator.rules.rule import Rule, RuleText, Scope

TEXT = RuleText(
    zh="{number} 超出了“{metric}”的取值范围（{min}～{max} {symbol}）",
    en="{number} is outside of the range of '{metric}' ({min} to {max} {symbol})",
    help_zh="请核对数值与单位。",
    help_en="Check the number and its unit.",
    page_zh="""
数值超出了指标允许的范围。

指标可以规定有意义的最小值和最大值，例如时延不会小于零。比较前先换算为指标的单位。

请改正数值或单位；指标的范围定得太窄时，请改指标。
""",
)

_FILE = """\
--- catalog/products/gw-5.yaml
name:
  zh: 五型网关
vendor: acme
category: gateway
capabilities:
  - {metric: end-to-end-latency, max: {max}, unit: ms}
"""
GOOD = _FILE.replace("{max}", "10")
BAD = _FILE.replace("{max}", "-10")


def check(entry: Entry, project: Project) -> Iterator[Finding]:
    units = project.vocabularies.get("units", {})
    for pointer, statement, target in statements(entry):
        metric = project.find("metrics", target.partition("/")[2], Metric)
        if metric is None or (metric.min is None and metric.max is None):
            continue
        unit = statement["unit"]
        for key in ("value", "min", "max"):
            number = in_unit(Decimal(statement[key]), unit, metric.unit, units) if key in statement else None
            if number is None or (
                dimension(unit, units) == "ratio" and outside(Decimal(statement[key]), unit, metric, units)
            ):
                continue  # a share outside of 0 to 100 % is another rule's
            if (metric.min is not None and number < metric.min) or (metric.max is not None and number > metric.max):
                term = units.get(metric.unit)
                low = shown(metric.min) if metric.min is not None else "−∞"
                high = shown(metric.max) if metric.max is not None else "∞"
                symbol = (term.symbol if term else None) or metric.unit
                yield entry.at(
                    *pointer, key, number=statement[key], metric=metric.name.text, min=low, max=high, symbol=symbol
                )


RULE = Rule("C106", "metric-range", Severity.ERROR, Scope.LINKS, check, TEXT, GOOD, BAD)
