"""Random programmes and requests for the tests of the subsidy, in plain data: the same seed gives the same cases."""

import json
from pathlib import Path
from random import Random
from typing import Any

VECTORS = Path(__file__).parents[1] / "vectors/quote.json"
NAME = {"zh": "示例", "en": "example"}
LIMITS = ["line", "category", "enterprise-year", "enterprise", "supplier", "total"]
NESTED = ["line", "category", "enterprise-year", "enterprise", "total", "supplier"]


def case(pick: Random, lines: int = 0, programmes: int = 0, nested: bool = False) -> dict[str, Any]:
    """A case of at most 6 lines and 3 programmes, or of that many. `nested`: no limit cuts across another."""
    count = lines or pick.randint(1, 6)
    products = [f"p{number}" for number in range(max(1, count - pick.randint(0, 2)))]
    suppliers = {product: f"s{pick.randint(0, 2)}" for product in products}
    ids = [f"v{number}" for number in range(programmes or pick.randint(1, 3))]
    unit = pick.choice([1, 7, 100, 9_973])
    return {
        "programmes": {
            "vouchers": [_programme(pick, one, ids, suppliers, unit, nested) for one in ids],
            "prices": {product: _prices(pick) for product in products},
            "rounding": pick.choice(["half-up", "half-even", "down"]),
        },
        "request": {
            "on": "2026-09-01",
            "signed_on": pick.choice([None, "2026-08-01"]),
            "other_funding": pick.random() < 0.03,
            "enterprise": {"city": "foshan", "industry": "c38", "founded_on": "2015-03", "revenue": 2_000_000_00},
            "earlier": [
                {
                    "voucher": pick.choice(ids),
                    "category": f"c{pick.randint(0, 4)}",
                    "amount": pick.randint(0, 60) * unit,
                }
                | {"year": pick.choice([2025, 2026])}
                for _ in range(pick.choice([0, 0, 0, 1, 2]))
            ],
            "used": [
                {
                    "voucher": pick.choice(ids),
                    "supplier": pick.choice([None, "s0", "s1"]),
                    "amount": pick.randint(0, 50),
                }
                for _ in range(pick.choice([0, 0, 1]))
            ],
            "lines": [_line(pick, f"l{number:02}", products, unit) for number in range(count)],
        },
    }


def _programme(
    pick: Random, own: str, ids: list[str], suppliers: dict[str, str], unit: int, nested: bool
) -> dict[str, Any]:
    def ceiling(chance: float, most: int = 300) -> int | None:
        return pick.randint(0, most) * unit if pick.random() < chance else None

    order = list(NESTED) if nested else pick.sample(LIMITS, len(LIMITS))
    quotas = {supplier: None if nested else ceiling(0.4) for supplier in sorted(set(suppliers.values()))}
    leaves = [f"c{number}" for number in range(5)]
    tops = {leaf: f"b{pick.randint(0, 1)}" for leaf in leaves}
    categories = [
        {"id": leaf, "name": NAME, "path": [leaf, tops[leaf]], "ceiling": ceiling(0.5, 150)}
        | {"ratio": pick.choice([None, None, 400_000, 333_333])}
        for leaf in leaves
    ]
    categories += [
        {"id": top, "name": NAME, "path": [top], "ceiling": ceiling(0.2), "ratio": None} for top in ("b0", "b1")
    ]
    return {
        "id": own,
        "name": NAME,
        "in_force": pick.random() < 0.97,
        "windows": [{"start": "2026-07-01", "until": pick.choice([None, "2027-06-30"])}],
        "conditions": {
            "cities": pick.choice([[], ["foshan", "zhuhai"]]),
            "excluded_cities": ["shenzhen"],
            "industries": pick.choice([[], ["c38"]]),
            "natures": ["private"] if pick.random() < 0.03 else [],
            "legal_person": None,
            "age_years_min": pick.choice([None, 1, 12]) if pick.random() < 0.1 else 1,
            "revenue_min": pick.choice([None, 1_000_000_00]),
            "clean_record_years": None,
        },
        "categories": categories,
        "grades": [
            {"id": "a", "ratio": pick.choice([500_000, 600_000, 1_000_000]), "ceiling": ceiling(0.3, 100)},
            {"id": "b", "ratio": pick.choice([300_000, 125_000, 0]), "ceiling": ceiling(0.2, 100)},
        ],
        "enterprise": ceiling(0.5),
        "enterprise_year": ceiling(0.5),
        "total": ceiling(0.3),
        "groups": [
            {"id": f"g{number}", "categories": sorted(pick.sample(leaves, pick.randint(2, 3)))}
            for number in range(pick.randint(0, 2))
        ],
        "repeat": pick.choice(["allowed", "allowed", "once-per-category", "once-per-branch"]),
        "order": order,
        "rounding": pick.choice(["fen-down", "fen-down", "yuan-down", "yuan-half-up"]),
        "excludes": [one for one in ids if one != own and pick.random() < 0.15],
        "evidence": [NAME],
        "offers": [
            {"id": f"{own}-{product}-{copy}", "product": product, "supplier": suppliers[product]}
            | {"category": pick.choice(leaves), "grade": pick.choice(["a", "a", "b", None])}
            | {"listed": pick.random() < 0.95, "quota": quotas[suppliers[product]]}
            for product in suppliers
            for copy in range(pick.choice([0, 1, 1, 1, 2]))
        ],
    }


def _line(pick: Random, own: str, products: list[str], unit: int) -> dict[str, Any]:
    line: dict[str, Any] = {"id": own, "product": pick.choice(products), "other_funding": pick.random() < 0.03}
    if pick.random() < 0.7:
        return line | {"amount": pick.choice([pick.randint(0, 400), 100, 200]) * unit, "quantities": None}
    sizes = {"device": f"{pick.randint(1, 30)}", "gb": f"{pick.randint(0, 999)}.{pick.randint(0, 99):02}"}
    return line | {"amount": None, "quantities": sizes}


def _prices(pick: Random) -> list[dict[str, Any]] | None:
    if pick.random() < 0.05:
        return None
    steps = [{"up_to": "5", "amount": "3.50"}, {"up_to": "20.5", "amount": "3.10"}, {"amount": "2.75"}]
    every: list[dict[str, Any]] = [
        {"dimension": "device", "charge": "once", "amount": "3.99"},
        {"dimension": "device", "charge": "once", "tiering": pick.choice(["volume", "graduated"]), "tiers": steps},
        {"dimension": "gb", "charge": "usage", "amount": "0.12", "included": "10.5", "minimum": "2.00"},
        {"dimension": "gb", "charge": "recurring", "period": "month", "amount": "0.03", "tax": "excluded"}
        | {"tax_rate": pick.choice(["6", "13", "6.5"])},
        {"dimension": "device", "charge": "recurring", "period": "year", "amount": "1.15"}
        | {"valid": pick.choice([{"start": "2026-01-01"}, {"until": "2026-02-28"}])},
    ]
    chosen = pick.sample(every, pick.randint(1, 4))
    return [{"id": f"x{number}", **component} for number, component in enumerate(chosen)]


def vectors() -> list[dict[str, Any]]:
    """The shared cases: each with what it is about, the programmes, the request and the quote."""
    cases: list[dict[str, Any]] = json.loads(VECTORS.read_text(encoding="utf-8"))["cases"]
    return cases
