"""Frozen rows of two releases side by side: what came in, what went out, every published field that changed."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal

from generator.documents.grid import Grid
from generator.texts import LANGS, Lang, Text
from generator.vouchers import annexes
from generator.vouchers.published import Value
from generator.vouchers.table import LABELS, MONEY

_RATES = (*MONEY, "ratio")
_TENTH = Decimal("0.1")


Rows = Mapping[str, Mapping[str, object]]
"""Frozen rows by listing: listing, product, vendor, values."""


@dataclass(frozen=True, slots=True)
class Change:
    """A published field of a listing that is another now. `percent`: by how much an amount changed, "+5.0"."""

    listing: str
    product: Text
    field: str
    old: object
    new: object
    percent: str | None


@dataclass(frozen=True, slots=True)
class Difference:
    """From the release `old` to `new`. Rows as frozen, by listing."""

    old: str
    new: str
    added: tuple[Mapping[str, object], ...]
    removed: tuple[Mapping[str, object], ...]
    changed: tuple[Change, ...]


def plain(name: str, value: Value) -> object:
    """A published value as JSON: money in yuan with two decimals, other numbers digit by digit, texts by language."""
    if isinstance(value, Text):
        return {"zh": value.zh, "en": value.en} if value.en else {"zh": value.zh}
    if name in MONEY and isinstance(value, int):
        return f"{Decimal(value) / 100:.2f}"
    return format(value, "f") if isinstance(value, Decimal) else value


def read_rows(content: bytes) -> Rows:
    """The rows of a frozen file (`ROWS` of the manifest). Raises ValueError for anything else."""
    try:
        rows = json.loads(content)["rows"]
        return {str(row["listing"]): {**row, "values": dict(row["values"])} for row in rows}
    except (KeyError, TypeError, RecursionError) as error:
        raise ValueError("no frozen rows") from error


def compared(old: str, new: str, before: Rows, after: Rows) -> Difference:
    """What changed from one release's rows to another's."""
    changed: list[Change] = []
    for listing in sorted(before.keys() & after.keys()):
        changed += _changes(listing, _values(before[listing]), _values(after[listing]))
    return Difference(
        old,
        new,
        tuple(after[one] for one in sorted(after.keys() - before.keys())),
        tuple(before[one] for one in sorted(before.keys() - after.keys())),
        tuple(changed),
    )


def as_json(found: Difference) -> dict[str, object]:
    """The same for programs."""
    return {
        "old": found.old,
        "new": found.new,
        "added": list(found.added),
        "removed": list(found.removed),
        "changed": [
            {"listing": c.listing, "field": c.field, "old": c.old, "new": c.new, "percent": c.percent}
            for c in found.changed
        ],
    }


def lines(found: Difference, lang: Lang) -> list[str]:
    """The same for people, a line each."""
    told = [
        Text(
            f"{found.old} → {found.new}：新增 {len(found.added)}，移出 {len(found.removed)}，变更 {len(found.changed)} 处",
            f"{found.old} → {found.new}: {len(found.added)} added, {len(found.removed)} removed, {len(found.changed)} fields changed",
        ).of(lang)
    ]
    told += [f"+ {_named(row, lang)}" for row in found.added]
    told += [f"- {_named(row, lang)}" for row in found.removed]
    for change in found.changed:
        by = f" ({change.percent} %)" if change.percent else ""
        name = LABELS[change.field].of(lang) if change.field in LABELS else change.field
        told.append(f"~ {change.listing} {name}: {said(change.old, lang)} → {said(change.new, lang)}{by}")
    return told


def annex(found: Difference, lang: Lang, mark: str = "") -> Grid:
    """The same as a table, for the sheet and the section of changes."""
    told = [
        annexes.Change(str(row["listing"]), said(_values(row).get("product"), lang), what)
        for what, rows in (("added", found.added), ("removed", found.removed))
        for row in rows
    ]
    told += [
        annexes.Change(
            change.listing,
            change.product.of(lang),
            "changed",
            change.field,
            said(change.old, lang),
            said(change.new, lang),
            Decimal(change.percent) if change.percent else None,
        )
        for change in found.changed
    ]
    return annexes.changes(told, found.old, lang, mark=mark)


def said(value: object, lang: Lang) -> str:
    """A frozen value as people read it."""
    if isinstance(value, Mapping):
        return str(value.get(lang) or value.get("zh") or "")
    return "—" if value is None else str(value)


def _changes(listing: str, old: Mapping[str, object], new: Mapping[str, object]) -> list[Change]:
    product = Text(*(said(new.get("product"), lang) for lang in LANGS))
    return [
        Change(listing, product, name, old.get(name), new.get(name), _percent(name, old.get(name), new.get(name)))
        for name in sorted(old.keys() | new.keys())
        if old.get(name) != new.get(name)
    ]


def _percent(name: str, old: object, new: object) -> str | None:
    if name not in _RATES:
        return None
    try:
        before, after = Decimal(str(old)), Decimal(str(new))
        if not before.is_finite() or not after.is_finite() or not before:
            return None
        return f"{((after - before) / before * 100).quantize(_TENTH, ROUND_HALF_UP):+}"
    except ArithmeticError:
        return None


def _values(row: Mapping[str, object]) -> Mapping[str, object]:
    values = row["values"]
    return values if isinstance(values, dict) else {}


def _named(row: Mapping[str, object], lang: Lang) -> str:
    values = _values(row)
    product, vendor = said(values.get("product"), lang), said(values.get("vendor"), lang)
    return f"{row['listing']} {product} ({vendor})"
