"""A number lies outside of what its metric allows.

A metric can state the smallest and the greatest value that make sense: no latency is below zero. The
number is converted to the metric's unit before it is compared.

Correct the number or its unit; or, where the metric's bounds are too narrow, those.
"""

from collections.abc import Iterator

from generator.diagnostics import Finding, Severity
from generator.model.terms import Metric
from generator.project import Entry, Project
from generator.quantities import dimension, in_unit, shown
from generator.rules.places import kept, statements
from generator.rules.quantities.percent_range import Limits, outside, share_limits
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

_NONE: Limits = (None, None)


def check(entry: Entry, project: Project) -> Iterator[Finding]:
    units = project.vocabularies.get("units", {})
    for pointer, statement, slug in statements(entry):
        unit = statement["unit"]
        limits = _limits(slug, unit, project)
        if limits == _NONE:
            continue
        for key in ("value", "min", "max"):
            number = statement.get(key)
            if number is None or not outside(number, *limits):
                continue
            if dimension(unit, units) == "ratio" and outside(number, *share_limits(slug, unit, project)):
                continue  # a share outside of 0 to 100 % is another rule's
            if metric := project.find("metrics", slug, Metric):
                term = units.get(metric.unit)
                low = shown(metric.min) if metric.min is not None else "−∞"
                high = shown(metric.max) if metric.max is not None else "∞"
                symbol = (term.symbol if term else None) or metric.unit
                yield entry.at(*pointer, key, number=number, metric=metric.name.text, min=low, max=high, symbol=symbol)


def _limits(slug: str, unit: str, project: Project) -> Limits:
    """The metric's own bounds in another unit."""
    limits: dict[tuple[str, str], Limits] = kept(project, "metric-range")
    if (slug, unit) not in limits:
        metric, units = project.find("metrics", slug, Metric), project.vocabularies.get("units", {})
        low = in_unit(metric.min, metric.unit, unit, units) if metric and metric.min is not None else None
        high = in_unit(metric.max, metric.unit, unit, units) if metric and metric.max is not None else None
        limits[slug, unit] = (low, high)
    return limits[slug, unit]


RULE = Rule("C106", "metric-range", Severity.ERROR, Scope.LINKS, check, TEXT, GOOD, BAD)
