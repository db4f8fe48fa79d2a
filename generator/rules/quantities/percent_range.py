"""A share lies outside of 0 to 100 per cent.

Availability, reliability and the like are shares of a whole. The number is converted first, so a ratio of
99.9 (meant: per cent) is found as well as 120 per cent. Where a metric states bounds of its own beyond
these, its own count.

Correct the number, or its unit.
"""

from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction

from generator.diagnostics import Finding, Severity
from generator.model.terms import Metric
from generator.project import Entry, Project
from generator.quantities import dimension, factor, in_base, shown
from generator.rules.places import kept, statements
from generator.rules.rule import Rule, RuleText, Scope

TEXT = RuleText(
    zh="{number}（{unit}）换算后是 {percent}%，不在 0～100% 之内",
    en="{number} ({unit}) is {percent} %, outside of 0 to 100 %",
    help_zh="请核对数值与单位。",
    help_en="Check the number and its unit.",
    page_zh="""
比例不在 0～100% 之内。

可用性、可靠性等是占整体的份额。比较前先换算，所以“99.9（比值）”和“120（百分比）”都会被发现。指标自己规定了更宽的范围时，以指标为准。

请改正数值或单位。
""",
)

_FILE = """\
--- catalog/products/gw-5.yaml
name:
  zh: 五型网关
vendor: acme
category: gateway
capabilities:
  - {metric: service-availability, min: 99.9, unit: {unit}}
"""
GOOD = _FILE.replace("{unit}", "percent")
BAD = _FILE.replace("{unit}", "ratio")

Limits = tuple[Fraction | None, Fraction | None]


def check(entry: Entry, project: Project) -> Iterator[Finding]:
    units = project.vocabularies.get("units", {})
    for pointer, statement, slug in statements(entry):
        unit = statement["unit"]
        if dimension(unit, units) == "ratio":
            low, high = share_limits(slug, unit, project)
            for key in ("value", "min", "max"):
                if key in statement and outside(statement[key], low, high):
                    percent = shown((in_base(Decimal(statement[key]), unit, units) or Fraction(0)) * 100)
                    yield entry.at(*pointer, key, number=statement[key], unit=units[unit].name.text, percent=percent)


def outside(number: Decimal | int, low: Fraction | None, high: Fraction | None) -> bool:
    """Whether a number is beyond one of two limits, of which either may be missing."""
    return (low is not None and number < low) or (high is not None and number > high)


def share_limits(slug: str, unit: str, project: Project) -> Limits:
    """0 and 100 %, in a unit of shares; a limit that the metric itself puts further out is missing."""
    limits: dict[tuple[str, str], Limits] = kept(project, "percent-range")
    if (slug, unit) not in limits:
        units = project.vocabularies.get("units", {})
        metric, turn = project.find("metrics", slug, Metric), factor(unit, units)
        low = in_base(metric.min, metric.unit, units) if metric and metric.min is not None else None
        high = in_base(metric.max, metric.unit, units) if metric and metric.max is not None else None
        limits[slug, unit] = (
            Fraction(0) if low is None or low >= 0 else None,
            1 / turn if turn and (high is None or high <= 1) else None,
        )
    return limits[slug, unit]


RULE = Rule("C105", "percent-range", Severity.ERROR, Scope.LINKS, check, TEXT, GOOD, BAD)
