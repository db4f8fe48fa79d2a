"""Products, their prices, and the solutions built from them."""

from generator.rules.products import (
    category_not_leaf,
    connection_end,
    duplicate_part_id,
    money_decimals,
    overfilled_slot,
    price_amount,
    price_period,
    price_tiering,
    sizing_dimension,
    slot_category,
    slot_feature,
    slot_requirement,
    small_amount,
    tax_rate,
    tier_order,
    unfilled_slot,
    unknown_slot,
)
from generator.rules.rule import Rule

RULES: tuple[Rule, ...] = (
    category_not_leaf.RULE,
    unknown_slot.RULE,
    unfilled_slot.RULE,
    overfilled_slot.RULE,
    slot_category.RULE,
    slot_feature.RULE,
    slot_requirement.RULE,
    connection_end.RULE,
    duplicate_part_id.RULE,
    price_amount.RULE,
    price_period.RULE,
    price_tiering.RULE,
    tier_order.RULE,
    tax_rate.RULE,
    money_decimals.RULE,
    sizing_dimension.RULE,
    small_amount.RULE,
)
"""The rules of this family, by number."""
