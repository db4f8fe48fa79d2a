"""One meaning: every text reads as the reference reads it, or is refused with the right code and place."""

from typing import Any

import pytest

from generator.source.reader import read_data
from tests.unit.source.vectors import load, reference, same

CASES = load("meaning.json")
READ = [case for case in CASES if "data" in case and "decided" not in case]
DECIDED = [case for case in CASES if "decided" in case]
REFUSED = [case for case in CASES if "codes" in case]


def titled(cases: list[dict[str, Any]]) -> pytest.MarkDecorator:
    return pytest.mark.parametrize("case", cases, ids=[case["title"] for case in cases])


def test_there_are_enough_cases() -> None:
    assert len(CASES) >= 120
    assert len({case["title"] for case in CASES}) == len(CASES)


@titled(READ)
def test_reads_as_the_reference_does(case: dict[str, Any]) -> None:
    data, problems = read_data("a.yaml", case["yaml"].encode())
    assert problems == ()
    assert exactly(data, case["data"])
    assert same(data, reference(case["yaml"]))


@titled(DECIDED)
def test_decided_exceptions(case: dict[str, Any]) -> None:
    data, problems = read_data("a.yaml", case["yaml"].encode())
    assert problems == ()
    assert exactly(data, case["data"])
    try:
        theirs = reference(case["yaml"])
    except Exception:  # noqa: BLE001
        return
    assert data != theirs, "no exception any more"


@titled(REFUSED)
def test_refuses(case: dict[str, Any]) -> None:
    data, problems = read_data("a.yaml", case["yaml"].encode())
    assert [code.name for code, _ in problems] == case["codes"]
    assert [list(finding.position or ()) for _, finding in problems] == case["at"]
    assert data is None or isinstance(data, dict)


@titled(READ + REFUSED)
def test_slow_parser_agrees(case: dict[str, Any]) -> None:
    fast, slow = (read_data("a.yaml", case["yaml"].encode(), pure=pure) for pure in (False, True))
    assert slow[0] == fast[0]
    assert [(code.name, found.position) for code, found in slow[1]] == [
        (code.name, found.position) for code, found in fast[1]
    ]


def exactly(ours: object, expected: object) -> bool:
    """Equal, and numbers, truth values and decimals of the same type."""
    return repr(ours) == repr(expected)
