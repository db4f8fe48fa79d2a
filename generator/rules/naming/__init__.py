"""Names and official codes."""

from generator.rules.naming import (
    duplicate_name,
    duplicate_uscc,
    missing_english,
    odd_characters,
    odd_host,
    org_code_check_digit,
    org_code_mismatch,
    uscc_check_character,
    uscc_prefix,
)
from generator.rules.rule import Rule

RULES: tuple[Rule, ...] = (
    duplicate_name.RULE,
    odd_characters.RULE,
    missing_english.RULE,
    uscc_check_character.RULE,
    uscc_prefix.RULE,
    org_code_check_digit.RULE,
    org_code_mismatch.RULE,
    duplicate_uscc.RULE,
    odd_host.RULE,
)
"""The rules of this family, by number."""
