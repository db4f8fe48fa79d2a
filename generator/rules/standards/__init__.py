"""Group standards, their procedures, claims of conformance, and certification and grading."""

from generator.rules.rule import Rule
from generator.rules.standards import (
    certificate_above_grade,
    certificate_before_issue,
    certificate_too_long,
    criterion_provision,
    empty_criterion,
    empty_selection,
    expired_certificate,
    missing_draft,
    normative_references,
    number_code,
    other_society,
    procedure_stage,
    published_without_number,
    repeated_claim,
    repeated_rank,
    suspect_claim,
    unknown_edition,
    unknown_level,
    unknown_provision,
)

RULES: tuple[Rule, ...] = (
    unknown_edition.RULE,
    unknown_provision.RULE,
    suspect_claim.RULE,
    repeated_claim.RULE,
    number_code.RULE,
    other_society.RULE,
    missing_draft.RULE,
    published_without_number.RULE,
    normative_references.RULE,
    procedure_stage.RULE,
    criterion_provision.RULE,
    empty_criterion.RULE,
    repeated_rank.RULE,
    empty_selection.RULE,
    unknown_level.RULE,
    certificate_too_long.RULE,
    certificate_before_issue.RULE,
    expired_certificate.RULE,
    certificate_above_grade.RULE,
)
"""The rules of this family, by number."""
