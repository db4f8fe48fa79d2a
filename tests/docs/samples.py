"""The examples that the guides work out, as the program takes them. The guides show the same numbers."""

from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import Any

from generator.loader import code_lists
from generator.loader.layout import TOPS
from generator.model.parts import Quantity, Requirement
from generator.model.terms import VocabularyTerm
from generator.source.tree import FolderTree

_GATEWAY: list[dict[str, Any]] = [
    {"up_to": 50, "amount": Decimal("3200.00")},
    {"up_to": 200, "amount": Decimal("2950.00")},
    {"amount": Decimal("2700.00")},
]
_CARD: list[dict[str, Any]] = [
    {"up_to": 100, "amount": Decimal("30.00")},
    {"up_to": 500, "amount": Decimal("24.00")},
    {"amount": Decimal("18.00")},
]


def _tiers(tiers: list[dict[str, Any]], tiering: str) -> dict[str, Any]:
    return {"id": "a", "dimension": "device", "charge": "once", "tiering": tiering, "tiers": tuple(tiers)}


PRICES: tuple[tuple[dict[str, Any], int, str], ...] = (
    (_tiers(_GATEWAY, "volume"), 60, "177000.00"),
    (_tiers(_GATEWAY, "volume"), 10, "32000.00"),
    (_tiers(_CARD, "graduated"), 150, "4200.00"),
    (_tiers(_CARD, "volume"), 150, "3600.00"),
)
"""A price, a number of units, and what they cost in yuan."""

VERDICTS: tuple[tuple[dict[str, Any], dict[str, Any], str], ...] = (
    ({"value": Decimal("11.4"), "statistic": "p99"}, {"max": 15, "statistic": "p99"}, "met"),
    ({"value": Decimal("11.4"), "statistic": "p99"}, {"max": 15}, "not-stated"),
    ({"max": 14}, {"max": 15, "statistic": "p99"}, "met"),
    ({"min": 5}, {"max": 15}, "not-stated"),
    ({"max": Decimal("0.02"), "unit": "s"}, {"max": 15}, "not-met"),
)
"""A statement on latency, a need, and whether it is met."""


def quantity(values: dict[str, Any]) -> Quantity:
    return Quantity.model_validate({"metric": "end-to-end-latency", "unit": "ms", **values})


def requirement(values: dict[str, Any]) -> Requirement:
    return Requirement.model_validate({"metric": "end-to-end-latency", "unit": "ms", **values})


@cache
def units(root: Path) -> dict[str, VocabularyTerm]:
    terms = code_lists(FolderTree(root, TOPS))["units"]
    return {key: VocabularyTerm.model_validate(term) for key, term in terms.items()}
