"""Voucher programmes, the listings in them and the public notices of those."""

from generator.rules.rule import Rule
from generator.rules.voucher import (
    branch_category,
    category_parent,
    category_refuses_product,
    city_both_ways,
    example_listing,
    exclusion_category,
    foreign_listing,
    idle_category,
    limit_without_amount,
    missing_readiness,
    notice_backwards,
    overlapping_windows,
    repeated_limit,
    repeated_listing,
    short_notice,
    unadmitted_supplier,
    unknown_category,
    unknown_class,
    unsupported_readiness,
)

RULES: tuple[Rule, ...] = (
    unknown_category.RULE,
    branch_category.RULE,
    category_refuses_product.RULE,
    unknown_class.RULE,
    example_listing.RULE,
    repeated_listing.RULE,
    missing_readiness.RULE,
    unsupported_readiness.RULE,
    unadmitted_supplier.RULE,
    category_parent.RULE,
    idle_category.RULE,
    exclusion_category.RULE,
    repeated_limit.RULE,
    limit_without_amount.RULE,
    overlapping_windows.RULE,
    city_both_ways.RULE,
    notice_backwards.RULE,
    foreign_listing.RULE,
    short_notice.RULE,
)
"""The rules of this family, by number."""
