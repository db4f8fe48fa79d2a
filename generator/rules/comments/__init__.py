"""Rules of the family D on the comments on a draft: who, on which clause, decided how."""

from generator.rules.comments import (
    comment_edition,
    comment_organisation,
    comment_outside_period,
    decided_before_received,
    decision_without_reason,
    duplicate_comment,
    incomplete_decision,
    orphaned_comment,
    unknown_commenter,
)
from generator.rules.rule import Rule

RULES: tuple[Rule, ...] = (
    comment_organisation.RULE,
    unknown_commenter.RULE,
    comment_edition.RULE,
    orphaned_comment.RULE,
    decision_without_reason.RULE,
    incomplete_decision.RULE,
    decided_before_received.RULE,
    comment_outside_period.RULE,
    duplicate_comment.RULE,
)
"""The rules of this family, by number."""
