"""The lock beside a draft: every provision's id, kind and fingerprint, and the ids of removed ones.

An id is written once and never used for another provision. The file is generated and committed, so a
reviewer sees in a difference which provisions changed, and a removed id stays known.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import cast

from generator.diagnostics import Finding
from generator.drafts import codes
from generator.drafts.ast import Problem
from generator.drafts.check import ID
from generator.drafts.model import PROVISION_KINDS, Draft
from generator.source.reader import read_data

HEADER = """\
# Generated from draft.md by `catalog fmt`; do not edit.
# An id names one provision for ever: those under `removed` are never used again.
"""
_FINGERPRINT = re.compile(r"[0-9a-f]{64}")


@dataclass(frozen=True, slots=True)
class Locked:
    """One provision as the lock knows it."""

    kind: str
    fingerprint: str


@dataclass(frozen=True, slots=True)
class Lock:
    provisions: Mapping[str, Locked] = field(default_factory=dict)
    removed: Mapping[str, Locked] = field(default_factory=dict)


def read_lock(path: str, content: bytes) -> tuple[Lock | None, tuple[Problem, ...]]:
    """The lock of a provisions.lock.yaml, or None and what is wrong with the file."""
    data, problems = read_data(path, content)
    lock = lock_from_data(data)
    if lock is None and not problems:
        return None, ((codes.BAD_LOCK, Finding(path)),)
    return lock, tuple(problems)


def lock_from_data(data: object) -> Lock | None:
    """The lock of plain data, or None where it is not of the lock's shape."""
    if not isinstance(data, dict) or set(data) - {"provisions", "removed"}:
        return None
    parts = [_part(data.get(name)) for name in ("provisions", "removed")]
    present, removed = parts
    return None if present is None or removed is None else Lock(present, removed)


def merged(draft: Draft, previous: Lock | None) -> Lock:
    """The lock for `draft`: what is gone from it moves to `removed`, what came back unchanged leaves it.

    An id that was removed and now names something else stays under `removed`, so the error stays too.
    """
    previous = previous or Lock()
    present = {p.id: Locked(p.kind, p.fingerprint) for p in draft.provisions}
    known = {**previous.removed, **previous.provisions}
    removed = {name: locked for name, locked in known.items() if name not in present}
    reused = {name: locked for name, locked in previous.removed.items() if present.get(name, locked) != locked}
    return Lock(present, removed | reused)


def lock_of(draft: Draft, previous: Lock | None) -> str:
    """The text of provisions.lock.yaml for `draft`: sorted by id, the same for the same input."""
    lock = merged(draft, previous)
    return HEADER + _shown("provisions", lock.provisions) + _shown("removed", lock.removed)


def check_lock(path: str, draft: Draft, lock: Lock | None, lock_path: str) -> tuple[Problem, ...]:
    """Ids used again for something else, and provisions on which lock and draft disagree.

    `path` is that of draft.md, which has no errors; findings stand at the provision, or in the lock where it is gone.
    """
    lock = lock or Lock()
    found: list[Problem] = []
    for provision in draft.provisions:
        now, place = Locked(provision.kind, provision.fingerprint), (provision.line or 1, 1)
        before = lock.removed.get(provision.id)
        if before is not None and before != now:
            found.append((codes.REUSED_ID, Finding(path, values={"id": provision.id}, position=place)))
        elif lock.provisions.get(provision.id) != now:
            found.append((codes.STALE_LOCK, Finding(path, values={"id": provision.id}, position=place)))
    present = {provision.id for provision in draft.provisions}
    for name in sorted(set(lock.provisions) - present):
        gone = Finding(lock_path, ("provisions", name), values={"id": name}, on_key=True)
        found.append((codes.STALE_LOCK, gone))
    return tuple(found)


def _part(data: object) -> dict[str, Locked] | None:
    if data is None:
        return {}
    if not isinstance(data, dict):
        return None
    part: dict[str, Locked] = {}
    for name, value in cast(dict[object, object], data).items():
        if not isinstance(name, str) or not ID.fullmatch(name) or not isinstance(value, dict):
            return None
        kind, fingerprint = value.get("kind"), value.get("fingerprint")
        if set(value) != {"kind", "fingerprint"} or kind not in PROVISION_KINDS:
            return None
        if not isinstance(fingerprint, str) or not _FINGERPRINT.fullmatch(fingerprint):
            return None
        part[name] = Locked(kind, fingerprint)
    return part


def _shown(title: str, part: Mapping[str, Locked]) -> str:
    if not part:
        return f"{title}: {{}}\n"
    lines = [f"{title}:\n"]
    for name in sorted(part):
        lines += [f"  {name}:\n", f"    kind: {part[name].kind}\n", f'    fingerprint: "{part[name].fingerprint}"\n']
    return "".join(lines)
