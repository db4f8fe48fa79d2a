"""The programme's own objects: consortia, work plans, benchmark projects and targets."""

from generator.rules.programme import (
    consortium_lead,
    consortium_operator,
    expired_target,
    foreign_unit,
    incomplete_section,
    member_type,
    missing_aspect,
    missing_section,
    parts_not_total,
    plan_period,
    promised_aspect,
    repeated_link,
    review_role,
    text_over_limit,
    uncountable_target,
    undescribed_unit,
    unit_not_member,
)
from generator.rules.rule import Rule

RULES: tuple[Rule, ...] = (
    consortium_lead.RULE,
    consortium_operator.RULE,
    member_type.RULE,
    repeated_link.RULE,
    text_over_limit.RULE,
    incomplete_section.RULE,
    missing_section.RULE,
    parts_not_total.RULE,
    plan_period.RULE,
    undescribed_unit.RULE,
    foreign_unit.RULE,
    unit_not_member.RULE,
    missing_aspect.RULE,
    promised_aspect.RULE,
    review_role.RULE,
    expired_target.RULE,
    uncountable_target.RULE,
)
"""The rules of this family, by number."""
