"""The shared YAML cases, and the reference reading of a text: ruamel.yaml, pure, YAML 1.2."""

import json
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

from ruamel.yaml import YAML

FOLDER = Path(__file__).resolve().parents[2] / "vectors" / "yaml"


def load(name: str) -> list[dict[str, Any]]:
    """The cases of one file; `{"$decimal": "1.50"}` stands for a decimal."""
    cases: list[dict[str, Any]] = json.loads((FOLDER / name).read_text("utf-8"), object_hook=_decimal)
    return cases


def _decimal(pairs: dict[str, Any]) -> Any:
    return Decimal(pairs["$decimal"]) if set(pairs) == {"$decimal"} else pairs


def reference(text: str) -> Any:
    """What ruamel.yaml makes of `text`. Raises whatever it raises."""
    yaml = YAML(typ="safe", pure=True)
    yaml.version = (1, 2)
    return yaml.load(text)


def same(ours: Any, theirs: Any) -> bool:
    """Equal in type, order and value; a decimal equals its float, and a date is the text it was."""
    if isinstance(theirs, float):
        return isinstance(ours, Decimal) and float(ours) == theirs
    if isinstance(theirs, date):
        return isinstance(ours, str) and ours[:4] == f"{theirs.year:04}"
    if type(ours) is not type(theirs):
        return False
    if isinstance(ours, dict):
        pairs = zip(ours.items(), theirs.items(), strict=False)
        return len(ours) == len(theirs) and all(same(a, b) and same(x, y) for (a, x), (b, y) in pairs)
    if isinstance(ours, list):
        return len(ours) == len(theirs) and all(map(same, ours, theirs))
    return bool(ours == theirs)
