"""What a release froze, read back: its rows, its assessments and its programme, for pages that show it years later.

The files are this tool's own and their hashes have been checked, but another version wrote them: what cannot be read
any more is left out, never guessed.
"""

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from pydantic import ValidationError

from generator.loader.frozen import MANIFEST, SIGNATURE
from generator.loader.manifest import ASSESSMENTS, ROWS
from generator.loader.released import Released, releases_of
from generator.model.registry import KINDS
from generator.model.voucher import Voucher
from generator.project import Entry
from generator.source.packing import pack
from generator.source.reader import read_data
from generator.source.tree import Tree
from generator.texts import Text
from generator.vouchers.difference import Difference, Rows, compared, read_rows
from generator.vouchers.eligibility import OUTCOMES, Assessment, Outcome, Result


@dataclass(frozen=True, slots=True)
class Shelved:
    """A release with what it froze. `since`: what changed from the release before it in the same programme.

    `voucher`: the programme as it was then; None where this version cannot read it. `size`: bytes of its manifest.
    """

    released: Released
    rows: Rows
    assessments: tuple[Assessment, ...]
    voucher: Entry | None
    since: Difference | None
    size: int = 0
    signed: bool = False

    @property
    def name(self) -> str:
        return self.released.name

    @property
    def excluded(self) -> tuple[Assessment, ...]:
        return tuple(one for one in self.assessments if not one.listed)


def shelf_of(tree: Tree) -> tuple[Shelved, ...]:
    """Every release of a tree, the latest first."""
    found, paths = releases_of(tree), frozenset(tree.paths())
    rows = {one.name: _rows(tree, one) for one in found}
    shelved = []
    for one in found:
        before = one.manifest.previous.release if one.manifest.previous else None
        since = compared(before, one.name, rows[before], rows[one.name]) if before in rows else None
        size = len(tree.read(f"{one.folder}/{MANIFEST}"))
        signed = f"{one.folder}/{SIGNATURE}" in paths
        shelved.append(Shelved(one, rows[one.name], _assessments(tree, one), _voucher(tree, one), since, size, signed))
    return tuple(reversed(shelved))


def _rows(tree: Tree, release: Released) -> Rows:
    try:
        return read_rows(tree.read(f"{release.folder}/{ROWS}"))
    except (ValueError, OSError, KeyError):
        return {}


def _assessments(tree: Tree, release: Released) -> tuple[Assessment, ...]:
    try:
        found = json.loads(tree.read(f"{release.folder}/{ASSESSMENTS}"))["assessments"]
        return tuple(_assessment(one, release.manifest.voucher) for one in found)
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError, OSError):
        return ()


def _assessment(one: Mapping[str, Any], voucher: str) -> Assessment:
    ids = (str(one[name] or "") for name in ("product", "vendor"))
    return Assessment(str(one["listing"]), one["listed"] is True, tuple(_results(one["results"])), voucher, *ids)


def _results(found: Sequence[Mapping[str, Any]]) -> Iterator[Result]:
    for one in found:
        outcome: Outcome = next((known for known in OUTCOMES if known == one["outcome"]), "not-stated")
        texts = (_text(one[name]) for name in ("text", "value", "remedy"))
        text, value, remedy = texts
        yield Result(str(one["criterion"]), text, str(one["clause"] or ""), outcome, value, remedy)


def _text(value: Mapping[str, Any]) -> Text:
    return Text(str(value.get("zh") or ""), str(value.get("en") or ""))


def _voucher(tree: Tree, release: Released) -> Entry | None:
    path = f"catalog/{release.manifest.voucher}.yaml"
    try:
        data, problems = read_data(path, tree.read(f"{release.folder}/{path}"))
        if data is None or problems:
            return None
        Voucher.model_validate(data)
    except (OSError, KeyError, ValidationError):
        return None
    name: Any = data["name"]
    slug = release.manifest.voucher.partition("/")[2]
    return Entry(KINDS["vouchers"], slug, path, _text(name), pack(data), (), b"")
