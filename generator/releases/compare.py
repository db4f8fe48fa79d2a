"""Two releases side by side: what came in, what went out, and every published field that changed."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal

from generator.documents.grid import Grid
from generator.loader.manifest import ROWS, Damaged, FrozenFile
from generator.loader.released import Released, check_files, files_below, read_release
from generator.releases.refused import Refused
from generator.releases.values import MONEY
from generator.source.tree import Tree
from generator.texts import LANGS, Lang, Text
from generator.vouchers import annexes
from generator.vouchers.table import LABELS

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


def rows_of(tree: Tree, release: Released) -> Rows:
    """The frozen rows of a release by listing. Raises Refused where the file is not the one of the manifest."""
    path = f"{release.folder}/{ROWS}"
    wanted: FrozenFile | None = release.manifest.by_path.get(ROWS)
    wrong = [
        finding for _, finding in check_files(tree, release, files_below(tree, release.name)) if finding.path == path
    ]
    if wanted is None or wrong:
        raise _unsound(release.name, path)
    try:
        rows = json.loads(tree.read(path))["rows"]
        return {str(row["listing"]): {**row, "values": dict(row["values"])} for row in rows}
    except (ValueError, KeyError, TypeError, RecursionError, OSError) as error:
        raise _unsound(release.name, path) from error


def difference(tree: Tree, old: str, new: str) -> Difference:
    """What changed from one release to another. Raises Refused."""
    before, after = (rows_of(tree, release_named(tree, name)) for name in (old, new))
    return compared(old, new, before, after)


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


def release_named(tree: Tree, name: str) -> Released:
    """A release of the tree. Raises Refused where there is none that can be trusted."""
    try:
        return read_release(tree, name.removeprefix("releases/").strip("/"))
    except Damaged as error:
        zh = f"没有可以读取的发布 {name}：{error}。catalog release list 列出全部发布。"
        raise Refused(
            Text(zh, f"there is no release {name} to read: {error}. catalog release list shows them all.")
        ) from error


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


def _unsound(name: str, path: str) -> Refused:
    return Refused(
        Text(
            f"{path} 与发布 {name} 的清单不符；运行 catalog release verify {name}",
            f"{path} is not the one of the manifest of {name}; run catalog release verify {name}",
        )
    )
