"""Cases made by hand, each for one rule of the arithmetic. What must come out stands beside them in test_subsidy.py."""

from typing import Any

NAME = {"zh": "示例", "en": "example"}


def offer(product: str, category: str, grade: str = "half", **more: Any) -> dict[str, Any]:
    return {
        "id": more.pop("id", f"o-{product}"),
        "product": product,
        "supplier": "s",
        "category": category,
        "grade": grade,
        "listed": True,
        "quota": None,
    } | more


def category(own: str, parent: str | None = None, ceiling: int | None = None, **more: Any) -> dict[str, Any]:
    return {
        "id": own,
        "name": NAME,
        "path": [own, *([parent] if parent else [])],
        "ceiling": ceiling,
        "ratio": None,
    } | more


def programme(own: str, **more: Any) -> dict[str, Any]:
    return {
        "id": own,
        "name": NAME,
        "in_force": True,
        "windows": [{"start": "2026-07-01", "until": "2026-12-31"}],
        "conditions": {
            "cities": [],
            "excluded_cities": [],
            "industries": [],
            "natures": [],
            "legal_person": None,
            "age_years_min": None,
            "revenue_min": None,
            "clean_record_years": None,
        }
        | more.pop("conditions", {}),
        "categories": [category("top"), category("c1", "top"), category("c2", "top"), category("c3")],
        "grades": [
            {"id": "half", "ratio": 500_000, "ceiling": None},
            {"id": "third", "ratio": 333_333, "ceiling": None},
            {"id": "capped", "ratio": 500_000, "ceiling": 3_000},
        ],
        "enterprise": None,
        "enterprise_year": None,
        "total": None,
        "groups": [],
        "repeat": "allowed",
        "order": ["line", "category", "enterprise-year", "enterprise", "supplier", "total"],
        "rounding": "fen-down",
        "excludes": [],
        "evidence": [NAME],
        "offers": [offer("p1", "c1"), offer("p2", "c2"), offer("p3", "c3")],
    } | more


def case(
    about: str, programmes: list[dict[str, Any]], amounts: dict[str, tuple[str, int]], **request: Any
) -> dict[str, Any]:
    """`amounts`: by line its product and amount, 分."""
    products = sorted({one["product"] for rule in programmes for one in rule["offers"]})
    return {
        "about": about,
        "programmes": {"vouchers": programmes, "prices": dict.fromkeys(products), "rounding": "half-up"},
        "request": {
            "on": "2026-09-01",
            "lines": [{"id": own, "product": one, "amount": amount} for own, (one, amount) in amounts.items()],
        }
        | request,
    }


ONE = {"l1": ("p1", 10_001)}
TWO = {"l1": ("p1", 10_000), "l2": ("p2", 20_000)}
SAME = {f"l{number}": ("p1", 10_000) for number in range(5)}
C1 = [category("top"), category("c1", "top", 12_000), category("c2", "top"), category("c3")]
UNDER = [category("top", None, 12_000), category("c1", "top", 9_000), category("c2", "top"), category("c3")]
GROUP = [{"id": "g", "categories": ["c1", "c2"]}]
CITY = {"cities": ["foshan"], "excluded_cities": ["shenzhen"]}
ASKED = {"industries": ["c38"], "natures": ["private"], "legal_person": True, "age_years_min": 1}
ASKED |= {"revenue_min": 1_000, "clean_record_years": 5}
KNOWN = {"city": "foshan", "industry": "c38", "nature": "private", "legal_person": True, "founded_on": "2025-08"}
KNOWN |= {"revenue": 1_000, "clean_record_years": 5}
THIRD = [offer("p1", "c1", "third")]
DEAR = [{"id": "half", "ratio": 999_999, "ceiling": None}]

CASES = [
    case("fen-down", [programme("v", offers=THIRD)], ONE),
    case("yuan-down", [programme("v", offers=THIRD, rounding="yuan-down")], ONE),
    case("yuan-half-up", [programme("v", offers=THIRD, rounding="yuan-half-up")], {"l1": ("p1", 10_651)}),
    case(
        "yuan-half-up-never-more-than-base",
        [programme("v", grades=DEAR, rounding="yuan-half-up")],
        {"l1": ("p1", 1_070)},
    ),
    case("smaller-ratio", [programme("v", categories=[category("c1", ratio=200_000)])], ONE),
    case("line", [programme("v", offers=[offer("p1", "c1", "capped")])], ONE),
    case("category-in-order", [programme("v", categories=C1)], SAME),
    case("category-and-branch", [programme("v", categories=UNDER)], {"l1": ("p1", 40_000), "l2": ("p2", 20_000)}),
    case(
        "enterprise-first",
        [
            programme(
                "v",
                categories=UNDER,
                enterprise=10_000,
                order=["enterprise", "category", "line", "enterprise-year", "supplier", "total"],
            )
        ],
        {"l1": ("p1", 40_000), "l2": ("p2", 4_000)},
    ),
    case(
        "year",
        [programme("v", enterprise_year=9_000)],
        TWO,
        earlier=[
            {"voucher": "v", "category": "c3", "amount": 1_000, "year": 2026},
            {"voucher": "v", "category": "c3", "amount": 500, "year": 2025},
        ],
    ),
    case(
        "enterprise",
        [programme("v", enterprise=9_000)],
        TWO,
        earlier=[{"voucher": "v", "category": "c3", "amount": 1_000, "year": 2025}],
    ),
    case(
        "supplier",
        [programme("v", offers=[offer("p1", "c1", quota=7_000), offer("p2", "c2", quota=7_000)])],
        TWO,
        used=[{"voucher": "v", "supplier": "s", "amount": 500}],
    ),
    case("total", [programme("v", total=8_000)], TWO, used=[{"voucher": "v", "amount": 7_999}]),
    case("used-up", [programme("v", total=8_000)], TWO, used=[{"voucher": "v", "amount": 9_000}]),
    case("exclusion-group", [programme("v", groups=GROUP)], TWO),
    case(
        "exclusion-group-earlier",
        [programme("v", groups=GROUP)],
        TWO,
        earlier=[{"voucher": "v", "category": "c1", "amount": 1, "year": 2020}],
    ),
    case("once-per-category", [programme("v", repeat="once-per-category")], {**SAME, "m": ("p2", 100)}),
    case("once-per-branch", [programme("v", repeat="once-per-branch")], {**TWO, "m": ("p3", 100)}),
    case(
        "double-funding",
        [programme("v"), programme("w", offers=[offer("p1", "c1", "third", id="w-p1"), offer("p2", "c2", id="w-p2")])],
        TWO,
    ),
    case(
        "moved-to-make-room",
        [programme("v", enterprise=10_000), programme("w", offers=[offer("p2", "c2", "third", id="w-p2")])],
        TWO,
    ),
    case(
        "excluded-programme",
        [
            programme("v", offers=[offer("p1", "c1")], excludes=["w"]),
            programme("w", offers=[offer("p2", "c2", id="w-p2")]),
        ],
        TWO,
    ),
    case(
        "fewest-claims",
        [programme("v", enterprise=10_000)],
        {"a": ("p1", 5_000), "b": ("p1", 15_000), "c": ("p2", 20_000)},
    ),
    case("first-in-order", [programme("v", enterprise=10_000)], SAME),
    case("forty-alike", [programme("v", categories=C1)], {f"l{n:02}": ("p1", 1_000 + n // 20) for n in range(40)}),
    case("forty-one", [programme("v", enterprise=10_000)], {f"l{n:02}": ("p1", 1_000 + n) for n in range(41)}),
    case("city-covered", [programme("v", conditions=CITY | ASKED)], ONE, enterprise=KNOWN),
    case("not-stated", [programme("v", conditions=CITY | ASKED)], ONE),
    case(
        "not-met",
        [programme("v", conditions=CITY | ASKED)],
        ONE,
        enterprise={
            "city": "shenzhen",
            "industry": "c13",
            "nature": "state-owned",
            "legal_person": False,
            "founded_on": "2025-09",
            "revenue": 999,
            "clean_record_years": 4,
        },
    ),
    case("outside-window", [programme("v")], ONE, on="2027-01-01"),
    case("contract-before-window", [programme("v")], ONE, signed_on="2026-06-30"),
    case("no-window", [programme("v", windows=[])], ONE),
    case("not-in-force", [programme("v", in_force=False)], ONE),
    case("not-listed", [programme("v", offers=[offer("p1", "c1", listed=False)])], ONE),
    case("other-funding", [programme("v")], ONE, other_funding=True),
    case("no-listing", [programme("v", offers=[])], ONE),
    case("other-listing", [programme("v", offers=[offer("p1", "c1"), offer("p1", "c2", "third", id="o-second")])], ONE),
    case(
        "crossing-limits",
        [
            programme(
                "v",
                categories=[category("c1", None, 100)],
                offers=[offer("p1", "c1", quota=0), offer("p2", "c1", supplier="t")],
            )
        ],
        {"l1": ("p1", 200), "l2": ("p2", 200)},
    ),
    case(
        "great-amounts",
        [programme("v", enterprise=3_999_999_999_999)],
        {"l1": ("p1", 7_999_999_999_999), "l2": ("p2", 1)},
    ),
]
