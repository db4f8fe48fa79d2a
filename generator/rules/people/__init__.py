"""People: who may own an entry, and nobody's personal data."""

from generator.rules.people import (
    foreign_owner,
    identity_number,
    mobile_number,
    personal_email,
    personal_name,
)
from generator.rules.rule import Rule

RULES: tuple[Rule, ...] = (
    foreign_owner.RULE,
    mobile_number.RULE,
    identity_number.RULE,
    personal_email.RULE,
    personal_name.RULE,
)
"""The rules of this family, by number."""
