"""Settings, redirects, code lists and waivers."""

from generator.rules.rule import Rule
from generator.rules.settings import (
    deprecated_term,
    redirect_chain,
    redirect_source,
    redirect_target,
    term_cycle,
    term_link,
    unit_factor,
    unknown_rule,
    unknown_waiver,
    unused_waiver,
)

RULES: tuple[Rule, ...] = (
    redirect_target.RULE,
    redirect_source.RULE,
    redirect_chain.RULE,
    unknown_rule.RULE,
    unknown_waiver.RULE,
    unused_waiver.RULE,
    term_link.RULE,
    term_cycle.RULE,
    deprecated_term.RULE,
    unit_factor.RULE,
)
"""The rules of this family, by number."""
