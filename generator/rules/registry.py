"""Every rule, by code. A new rule is one file, and one line in its family's list."""

from generator.diagnostics import Severity
from generator.drafts import codes as draft_codes
from generator.loader import CODES
from generator.rules import (
    comments,
    drafting,
    lifecycle,
    links,
    naming,
    people,
    products,
    programme,
    quantities,
    settings,
    sources,
    standards,
    voucher,
)
from generator.rules.rule import Rule

_FAMILIES = (
    links.RULES,
    naming.RULES,
    quantities.RULES,
    products.RULES,
    sources.RULES,
    settings.RULES,
    lifecycle.RULES,
    programme.RULES,
    standards.RULES,
    comments.RULES,
    drafting.RULES,
    voucher.RULES,
    people.RULES,
)

RULES: tuple[Rule, ...] = tuple(sorted((rule for family in _FAMILIES for rule in family), key=lambda rule: rule.number))

NAMES = frozenset((*(rule.name for rule in RULES), *(code.name for code in CODES)))
"""The name of everything that can be found, which is also what rules.yaml can set."""

WAIVABLE = frozenset(rule.name for rule in RULES if rule.waivable or rule.severity is not Severity.ERROR)
"""The names of the rules that an entry may waive, with a reason."""

IN_DRAFTS = frozenset(
    name
    for code in (*draft_codes.WAIVABLE, *(rule.code for rule in RULES if rule.in_drafts and rule.name in WAIVABLE))
    for name in (code.code, code.name)
)
"""The numbers and the names of what a waiver in a draft may set aside."""

KNOWN = frozenset((*NAMES, *(rule.number for rule in RULES), *(code.code for code in CODES)))
"""The numbers and the names of everything that can be found."""
