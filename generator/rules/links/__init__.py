"""Links between entries."""

from generator.rules.links import (
    dangling_link,
    link_cycle,
    link_kind,
    orphan_entry,
    self_link,
    unapproved_dependency,
)
from generator.rules.rule import Rule

RULES: tuple[Rule, ...] = (
    link_kind.RULE,
    dangling_link.RULE,
    self_link.RULE,
    orphan_entry.RULE,
    unapproved_dependency.RULE,
    link_cycle.RULE,
)
"""The rules of this family, by number."""
