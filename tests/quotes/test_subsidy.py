"""What comes out of the cases made by hand: paid in all, and each line's listing, amount and limit or reason."""

import json
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from generator.loader import load
from generator.loader.layout import TOPS
from generator.source.tree import FolderTree
from generator.vouchers.calculator import data, quote_data, request_data
from generator.vouchers.programme import programmes_of
from generator.vouchers.reasons import LIMIT_NAMES, REASONS
from generator.vouchers.request import NotARequest, read_request, request_of
from generator.vouchers.subsidy import quote
from tests.quotes.handmade import CASES

EXPECTED = {
    "fen-down": (3333, "o-p1:3333:"),
    "yuan-down": (3300, "o-p1:3300:"),
    "yuan-half-up": (3600, "o-p1:3600:"),
    "yuan-half-up-never-more-than-base": (1070, "o-p1:1070:"),
    "smaller-ratio": (2000, "o-p1:2000:"),
    "line": (3000, "o-p1:3000:line"),
    "category-in-order": (12000, "o-p1:5000: o-p1:5000: o-p1:2000:category -:0:nothing-more -:0:nothing-more"),
    "category-and-branch": (12000, "o-p1:9000:category o-p2:3000:category"),
    "enterprise-first": (9000, "o-p1:9000:category -:0:nothing-more"),
    "year": (8000, "-:0:nothing-more o-p2:8000:enterprise-year"),
    "enterprise": (8000, "-:0:nothing-more o-p2:8000:enterprise"),
    "supplier": (6500, "-:0:nothing-more o-p2:6500:supplier"),
    "total": (1, "o-p1:1:total -:0:nothing-more"),
    "used-up": (0, "-:0:nothing-more -:0:nothing-more"),
    "exclusion-group": (10000, "-:0:exclusion-group o-p2:10000:"),
    "exclusion-group-earlier": (5000, "o-p1:5000: -:0:exclusion-group"),
    "once-per-category": (5050, "o-p1:5000: -:0:repeat -:0:repeat -:0:repeat -:0:repeat o-p2:50:"),
    "once-per-branch": (10050, "-:0:repeat o-p2:10000: o-p3:50:"),
    "double-funding": (15000, "o-p1:5000: o-p2:10000:"),
    "moved-to-make-room": (11666, "o-p1:5000: w-p2:6666:"),
    "excluded-programme": (10000, "-:0:excludes-voucher w-p2:10000:"),
    "fewest-claims": (10000, "-:0:nothing-more -:0:nothing-more o-p2:10000:"),
    "first-in-order": (10000, "o-p1:5000: o-p1:5000: -:0:nothing-more -:0:nothing-more -:0:nothing-more"),
    "city-covered": (5000, "o-p1:5000:"),
    "not-stated": (0, "-:0:city-not-stated"),
    "not-met": (0, "-:0:city-not-covered"),
    "outside-window": (0, "-:0:outside-claim-window"),
    "contract-before-window": (0, "-:0:contract-outside-window"),
    "no-window": (0, "-:0:no-claim-window"),
    "not-in-force": (0, "-:0:not-in-force"),
    "not-listed": (0, "-:0:not-listed"),
    "other-funding": (0, "-:0:other-funding"),
    "no-listing": (0, "-:0:no-listing"),
    "other-listing": (5000, "o-p1:5000:"),
    "crossing-limits": (100, "-:0:nothing-more o-p2:100:"),
    "great-amounts": (3999999999999, "o-p1:3999999999999: -:0:nothing-paid"),
}


@pytest.mark.parametrize("case", [case for case in CASES if case["about"] in EXPECTED], ids=lambda case: case["about"])
def test_made_by_hand(case: dict[str, Any]) -> None:
    found = quote(programmes_of(case["programmes"]), request_of(case["request"]))
    told = " ".join(
        f"{line.listing or '-'}:{line.subsidy}:{line.reason or line.limited_by or ''}" for line in found.lines
    )
    assert (found.subsidy, told) == EXPECTED[case["about"]]
    assert (found.proof, found.bound) == ("exact", found.subsidy)


def test_every_case_has_its_result() -> None:
    assert {case["about"] for case in CASES} - set(EXPECTED) == {"forty-alike", "forty-one"}


def test_every_reason_why_a_programme_cannot_be_used() -> None:
    reasons = {case["about"]: case for case in CASES}
    case = reasons["not-met"]
    found = quote(programmes_of(case["programmes"]), request_of(case["request"]))
    assert found.programmes[0].reasons == (
        "city-not-covered",
        "industry-not-covered",
        "nature-not-covered",
        "not-legal-person",
        "too-young",
        "revenue-too-low",
        "record-not-clean",
    )


def test_the_calculator_takes_what_it_is_given(root: Path) -> None:
    on = "2026-10-20"
    project = load(FolderTree(root, TOPS), on)[0]
    plain = json.loads(json.dumps(data(project, "vouchers/example-5g-intranet-voucher", on)))
    texts = plain.pop("texts")
    assert set(texts["reasons"]) == set(REASONS)
    assert set(texts["steps"]) == set(LIMIT_NAMES)
    lines = [{"id": "a", "product": "example-compact-upf", "amount": Decimal("1000000.00")}]
    enterprise = {"city": "foshan", "industry": "c38", "nature": "private", "legal_person": True}
    enterprise |= {"founded_on": "2012", "revenue": Decimal(20_000_000), "clean_record_years": 5}
    request = read_request({"enterprise": enterprise, "lines": lines}, on, project.vocabularies)
    found = quote(programmes_of(plain), request_of(json.loads(json.dumps(request_data(request)))))
    assert [step["cut"] for step in quote_data(found)["lines"][0]["steps"][:2]] == [70_000_000, 5_000_000]
    assert found.lines[0].subsidy == 25_000_000


@pytest.mark.parametrize(
    ("given", "pointer", "said"),
    [
        ({}, (), "lines"),
        ({"lines": [{"id": "a", "product": "p"}]}, ("lines", 0), "amount"),
        ({"lines": [{"id": "a", "product": "p", "amount": -1}]}, ("lines", 0, "amount"), "0"),
        ({"lines": [{"id": "a", "product": "p", "amount": Decimal("0.001")}]}, ("lines", 0, "amount"), "decimals"),
        ({"lines": [{"id": "a", "product": "p", "amount": 10**15}]}, ("lines", 0, "amount"), "80,000,000,000"),
        ({"lines": [{"id": "a", "product": "p", "amount": 1}] * 2}, ("lines", 1, "id"), "twice"),
        ({"lines": [], "enterprise": {"town": "foshan"}}, ("enterprise", "town"), "town"),
        ({"lines": [], "enterprise": {"founded_on": 2001}}, ("enterprise", "founded_on"), "quotes"),
    ],
)
def test_what_is_no_request_is_said_with_its_place(given: Any, pointer: tuple[str | int, ...], said: str) -> None:
    with pytest.raises(NotARequest) as refused:
        read_request(given, "2026-10-20")
    assert refused.value.pointer == pointer
    assert said in refused.value.text.en


def test_all_lines_together_stay_within_whole_numbers() -> None:
    lines = [{"id": f"l{n}", "product": "p1", "amount": 50_000_000_000} for n in range(2)]
    with pytest.raises(NotARequest):
        quote(programmes_of(CASES[0]["programmes"]), read_request({"lines": lines}, "2026-09-01"))


def test_a_date_of_foundation_may_lack_its_day() -> None:
    """Then the last day that it may be counts."""
    case = next(case for case in CASES if case["about"] == "city-covered")
    for founded, reasons in (
        ("2025", ("too-young",)),
        ("2024", ()),
        ("2025-09-01", ()),
        ("2025-09-02", ("too-young",)),
    ):
        asked = {**case["request"], "enterprise": {**case["request"]["enterprise"], "founded_on": founded}}
        found = quote(programmes_of(case["programmes"]), request_of(asked))
        assert found.programmes[0].reasons == reasons, founded
