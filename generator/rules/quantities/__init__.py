"""Quantities, units and dates."""

from generator.rules.quantities import (
    impossible_date,
    measured_without_evidence,
    metric_range,
    min_above_max,
    no_number,
    percent_range,
    periodic_traffic,
    unit_of_metric,
)
from generator.rules.rule import Rule

RULES: tuple[Rule, ...] = (
    unit_of_metric.RULE,
    periodic_traffic.RULE,
    no_number.RULE,
    min_above_max.RULE,
    percent_range.RULE,
    metric_range.RULE,
    measured_without_evidence.RULE,
    impossible_date.RULE,
)
"""The rules of this family, by number."""
