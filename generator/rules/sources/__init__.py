"""Honest data: sources, and examples kept apart from what is real."""

from generator.rules.rule import Rule
from generator.rules.sources import (
    example_id,
    example_of_real_vendor,
    example_organisation_name,
    missing_sources,
    real_to_example,
    unmarked_example,
)

RULES: tuple[Rule, ...] = (
    missing_sources.RULE,
    real_to_example.RULE,
    example_organisation_name.RULE,
    example_of_real_vendor.RULE,
    example_id.RULE,
    unmarked_example.RULE,
)
"""The rules of this family, by number."""
