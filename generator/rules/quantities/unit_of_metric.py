"""A quantity's unit does not measure what its metric measures.

Latency is a time, a data rate is data in a time. Units convert into each other only within one dimension
(milliseconds and seconds, not milliseconds and per cent), and what cannot be converted cannot be compared.

Choose a unit of the metric's dimension, or the metric that was meant.
"""

from collections.abc import Iterator

from generator.diagnostics import Finding, Severity, allowed
from generator.model.terms import Metric
from generator.project import Entry, Project
from generator.quantities import comparable, dimension
from generator.rules.places import kept, statements
from generator.rules.rule import Rule, RuleText, Scope

TEXT = RuleText(
    zh="单位“{unit}”不能用于指标“{metric}”",
    en="the unit '{unit}' does not fit the metric '{metric}'",
    help_zh="{known}",
    help_en="Units {known}",
    page_zh="""
数值的单位与指标的量纲不符。

时延是时间，速率是单位时间的数据量。只有同一量纲的单位可以换算（毫秒与秒可以，毫秒与百分比不行），不能换算就不能比较。

请改用该指标量纲的单位，或改为本来要写的指标。
""",
)

_FILE = """\
--- catalog/products/gw-5.yaml
name:
  zh: 五型网关
vendor: acme
category: gateway
capabilities:
  - {metric: end-to-end-latency, max: 0.01, unit: {unit}}
"""
GOOD = _FILE.replace("{unit}", "s")
BAD = _FILE.replace("{unit}", "percent")


def check(entry: Entry, project: Project) -> Iterator[Finding]:
    units = project.vocabularies.get("units", {})
    fits = kept(project, "unit-of-metric")
    for pointer, statement, slug in statements(entry):
        unit = statement["unit"]
        if (slug, unit) not in fits:
            metric = project.find("metrics", slug, Metric)
            fits[slug, unit] = metric is None or unit not in units or comparable(unit, metric.unit, units)
        if not fits[slug, unit] and (metric := project.find("metrics", slug, Metric)):
            wanted = dimension(metric.unit, units)
            fitting = [i for i, term in units.items() if term.dimension == wanted] if wanted else [metric.unit]
            yield entry.at(*pointer, "unit", unit=unit, metric=metric.name.text, known=allowed(fitting))


RULE = Rule("C101", "unit-of-metric", Severity.ERROR, Scope.LINKS, check, TEXT, GOOD, BAD)
