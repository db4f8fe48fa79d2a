"""Where entries stand in their lives: states, moves, periods."""

from generator.rules.lifecycle import (
    expired_policy,
    history_backwards,
    history_in_future,
    illegal_move,
    period_backwards,
    status_not_last_step,
    status_without_lifecycle,
    unknown_state,
)
from generator.rules.rule import Rule

RULES: tuple[Rule, ...] = (
    status_not_last_step.RULE,
    illegal_move.RULE,
    history_backwards.RULE,
    history_in_future.RULE,
    unknown_state.RULE,
    status_without_lifecycle.RULE,
    period_backwards.RULE,
    expired_policy.RULE,
)
"""The rules of this family, by number."""
