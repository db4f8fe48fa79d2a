"""The gate of a stage: days with both their ends, shares that are not rounded up, what passes a gate and what does not."""

from decimal import Decimal
from typing import Any

import pytest

from generator.model.settings import State
from generator.model.standard import Stage, StandardHistoryLine, Vote
from generator.rules.standards.gates import Step, days, is_gated, votes


def stage(**more: Any) -> Stage:
    return Stage.model_validate({"state": "comment", "code": "30", "name": {"zh": "征求意见"}, **more})


def step(since: str, until: str, left: str) -> Step:
    return Step(0, "comment", since, until, StandardHistoryLine.model_validate({"to": "review", "date": left}))


@pytest.mark.parametrize(
    ("since", "until", "left", "met"),
    [
        ("2026-03-02", "2026-03-31", "2026-04-01", True),  # 30 days, both counted
        ("2026-03-02", "2026-03-30", "2026-04-20", False),  # 29 days, however late it is left
        ("2026-03-02", "2026-03-31", "2026-03-31", False),  # still open on its last day
        ("2026-03-02", "", "2026-04-01", True),  # 30 days after it was entered
        ("2026-03-02", "", "2026-03-31", False),
        ("2024-02-01", "2024-03-01", "2024-03-02", True),  # a leap year
        ("2026-02-30", "", "2026-03-31", None),  # no date: not this rule's
    ],
)
def test_days(since: str, until: str, left: str, met: bool | None) -> None:
    found = days(stage(min_days=30), step(since, until, left))
    assert (found.met if found else None) is met


@pytest.mark.parametrize(
    ("least", "part", "whole", "met"),
    [
        ("75", 9, 12, True),
        ("75", 44, 59, False),  # 74.58 %: not rounded up to 75
        ("66.7", 6, 9, True),  # two thirds, as a bound with one decimal writes them
        ("66.7", 599, 900, False),
        ("66.67", 6, 9, True),
        ("100", 12, 12, True),
        ("75", 0, 0, False),  # nobody there
    ],
)
def test_shares(least: str, part: int, whole: int, met: bool) -> None:
    vote = Vote(present=whole, in_favour=part, against=whole - part)
    (found,) = votes(stage(approval_min=Decimal(least)), vote)
    assert found.met is met
    assert bool(found.todo.zh) is not met


def test_approval_of_the_votes_cast_leaves_abstentions_out() -> None:
    vote = Vote(eligible=12, present=10, in_favour=6, against=2, abstained=2)
    (present,) = votes(stage(approval_min=75), vote)
    (cast,) = votes(stage(approval_min=75, approval_of="cast"), vote)
    assert (present.met, cast.met) == (False, True)


def test_a_vote_that_is_not_given_is_not_met() -> None:
    found = votes(stage(quorum_min=50, approval_min=75), None)
    assert [condition.name for condition in found if not condition.met] == ["quorum", "approval"]
    quorum, approval = votes(stage(quorum_min=50, approval_min=75), Vote(present=10, in_favour=9, against=1))
    assert (quorum.met, approval.met) == (False, True), "how many were entitled is not known"


STATES = {
    code: State.model_validate({"id": code, "name": {"zh": code}, "code": code, "to": list(to)})
    for code, to in {"20": ["30", "95"], "30": ["20", "40", "95"], "40": ["30", "95"], "90": ["60", "20", "95"], "60": ["90"], "95": []}.items()
}  # fmt: skip


@pytest.mark.parametrize(
    ("before", "after", "gated"),
    [
        ("20", "30", True),
        ("30", "40", True),
        ("30", "20", False),  # back for more work
        ("30", "95", False),  # given up
        ("60", "90", True),
        ("90", "60", True),  # the review confirms, revises or withdraws: its report is needed
        ("90", "20", True),
        ("90", "95", True),
        ("30", "77", False),
    ],
)
def test_what_passes_a_gate(before: str, after: str, gated: bool) -> None:
    assert is_gated(before, after, STATES) is gated
