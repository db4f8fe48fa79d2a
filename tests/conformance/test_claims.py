"""What a claim comes to: against its own edition, and against a later one."""

from typing import Any

import pytest

from generator.conformance.claims import (
    State,
    claims_on,
    default_edition,
    editions,
    standing,
    text_of,
)
from tests.conformance.standard import PRODUCT, claims, project_of

ONE = PRODUCT.format(id="one", latency=8)


def state(more: str, against: str, **options: Any) -> State:
    project = project_of(more, **options)
    text = text_of(project, "gateway-access", against)
    assert text is not None
    ((entry, index, claim),) = claims_on(project, "gateway-access")
    return standing(project, entry, index, claim, text).state


def test_the_editions_of_a_standard_and_the_one_in_force():
    project = project_of()
    assert editions(project, "gateway-access") == ("2025", "draft")
    assert default_edition(project, "gateway-access") == "2025"
    assert text_of(project, "gateway-access", "2024") is None


@pytest.mark.parametrize(
    ("claim", "against", "expected"),
    [
        (("2025", "p-same", "met"), "2025", State.COVERED),
        (("2025", "p-same", "partly"), "2025", State.PARTIAL),
        (("2025", "p-same", "not-applicable"), "2025", State.NOT_APPLICABLE),
        (("2025", "p-same", "met"), "draft", State.COVERED),
        (("2025", "p-technical", "met"), "2025", State.COVERED),
        (("2025", "p-technical", "met"), "draft", State.SUSPECT),
        (("2025", "p-editorial", "met"), "draft", State.COVERED),
        (("2025", "p-removed", "met"), "draft", State.EXPIRED),
        (("draft", "p-added", "met"), "draft", State.COVERED),
        (("draft", "p-added", "met"), "2025", State.UNCOVERED),
        (("draft", "p-technical", "met"), "2025", State.UNCOVERED),
        (("draft", "p-nowhere", "met"), "draft", State.UNCOVERED),
    ],
)
@pytest.mark.parametrize("fingerprints", [True, False])
def test_what_a_claim_comes_to(claim, against, expected, fingerprints):
    assert state(ONE + claims(claim, fingerprints=fingerprints), against) is expected


def test_a_change_that_nobody_marked_as_editorial_makes_claims_suspect():
    one = ONE + claims(("2025", "p-editorial", "met"))
    assert state(one, "draft", editorial=()) is State.SUSPECT


def test_claims_on_an_abolished_standard_have_expired():
    one = ONE + claims(("2025", "p-same", "met"))
    assert state(one, "2025", status="status: abolished\n") is State.EXPIRED
