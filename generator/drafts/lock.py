"""The lock beside a draft: every provision's id, kind and fingerprint, and the ids of removed ones.

An id is written once and never used for another provision. The file is generated and committed, so a
reviewer sees in a difference which provisions changed, and a removed id stays known.

A change of wording is technical unless its author says that it was editorial: the lock then keeps the fingerprint
that the text had before, and claims made on that one stay good. Its substance (kind, verbs, bounds, figures, units)
is kept with it and has to be the same as now, or the mark is not believed.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from typing import cast

from generator.diagnostics import Finding
from generator.drafts import codes
from generator.drafts.ast import Problem
from generator.drafts.check import ID
from generator.drafts.model import PROVISION_KINDS, Draft, Provision
from generator.drafts.text import has_substance
from generator.source.reader import read_data
from generator.texts import Text

HEADER = """\
# Generated from draft.md by `catalog fmt`; do not edit.
# An id names one provision for ever: those under `removed` are never used again.
"""
_FINGERPRINT = re.compile(r"[0-9a-f]{64}")
_SUBSTANCE = re.compile(r"(?:2-)?[0-9a-f]{16}")


@dataclass(frozen=True, slots=True)
class Wording:
    """A text that a provision had: the hashes of `text.py`. `substance` is "" in a lock from before there were any.

    One found in another way than today's stays as it is: `has_substance` knows each way.
    """

    fingerprint: str
    substance: str = ""


@dataclass(frozen=True, slots=True)
class Locked:
    """One provision as the lock knows it. `editorial`: earlier wordings that said the same, the latest first."""

    kind: str
    fingerprint: str
    substance: str = ""
    editorial: tuple[Wording, ...] = ()

    def same(self, other: "Locked") -> bool:
        """Whether both are of one kind and one wording."""
        return (self.kind, self.fingerprint) == (other.kind, other.fingerprint)

    def stands_for(self, fingerprint: str) -> bool:
        """Whether a claim on the wording of this fingerprint holds for the present one."""
        return fingerprint == self.fingerprint or any(one.fingerprint == fingerprint for one in self.editorial)


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
    present = {p.id: _locked(p, previous.provisions.get(p.id)) for p in draft.provisions}
    known = {**previous.removed, **previous.provisions}
    removed = {name: locked for name, locked in known.items() if name not in present}
    reused = {name: locked for name, locked in previous.removed.items() if not present.get(name, locked).same(locked)}
    return Lock(present, removed | reused)


def _locked(provision: Provision, before: Locked | None) -> Locked:
    now = Locked(provision.kind, provision.fingerprint, provision.substance)
    return replace(now, editorial=before.editorial) if before and before.same(now) else now


class Implausible(Exception):
    """A change that cannot have been editorial. `provision`: whose; `reason`: why."""

    def __init__(self, provision: str, reason: Text) -> None:
        super().__init__(f"{provision}: {reason.en}")
        self.provision, self.reason = provision, reason


def with_editorial(draft: Draft, lock: Lock, before: Lock, provisions: Iterable[str]) -> Lock:
    """The lock of `draft`, with the changes of these provisions since `before` marked as editorial.

    Raises Implausible where there was no such change, or where it touched more than the wording.
    """
    lock = merged(draft, lock)
    marked, texts = dict(lock.provisions), {provision.id: provision for provision in draft.provisions}
    for name in provisions:
        now, then = lock.provisions.get(name), before.provisions.get(name)
        if now is None or then is None:
            raise Implausible(
                name, Text("草案或此前的锁定文件中没有这一条款", "it is not in the draft, or was not before")
            )
        if now.fingerprint == then.fingerprint:
            raise Implausible(name, Text("文字没有变化", "its text has not changed"))
        if now.kind != then.kind:
            raise Implausible(name, Text("条款类型变了", "its kind has changed"))
        if not _agrees(texts[name], then):
            what = Text(
                "能愿动词、否定词、数值、单位、上下限或引用有变化，属于技术性修改",
                "verbs, negations, figures, units, bounds or references have changed: that is technical",
            )
            raise Implausible(name, what)
        marked[name] = replace(now, editorial=(Wording(then.fingerprint, then.substance), *then.editorial))
    return replace(lock, provisions=marked)


def lock_of(draft: Draft, previous: Lock | None) -> str:
    """The text of provisions.lock.yaml for `draft`: sorted by id, the same for the same input."""
    return lock_text(merged(draft, previous))


def lock_text(lock: Lock) -> str:
    """The text of provisions.lock.yaml."""
    return HEADER + _shown("provisions", lock.provisions) + _shown("removed", lock.removed)


def check_lock(path: str, draft: Draft, lock: Lock | None, lock_path: str) -> tuple[Problem, ...]:
    """Ids used again for something else, and provisions on which lock and draft disagree.

    `path` is that of draft.md, which has no errors; findings stand at the provision, or in the lock where it is gone.
    """
    lock = lock or Lock()
    found: list[Problem] = []
    for provision in draft.provisions:
        now = Locked(provision.kind, provision.fingerprint, provision.substance)
        place = (provision.line or 1, 1)
        before, locked = lock.removed.get(provision.id), lock.provisions.get(provision.id)
        if before is not None and not before.same(now):
            found.append((codes.REUSED_ID, Finding(path, values={"id": provision.id}, position=place)))
        elif locked is None or not locked.same(now) or not _agrees(provision, locked):
            found.append((codes.STALE_LOCK, Finding(path, values={"id": provision.id}, position=place)))
        elif not all(_agrees(provision, one) for one in locked.editorial):
            at = ("provisions", provision.id, "editorial")
            found.append((codes.NOT_EDITORIAL, Finding(lock_path, at, values={"id": provision.id}, on_key=True)))
    present = {provision.id for provision in draft.provisions}
    for name in sorted(set(lock.provisions) - present):
        gone = Finding(lock_path, ("provisions", name), values={"id": name}, on_key=True)
        found.append((codes.STALE_LOCK, gone))
    return tuple(found)


def _agrees(provision: Provision, known: Locked | Wording) -> bool:
    """Whether the provision has the substance of a wording; so it is said of one that has none."""
    return not known.substance or has_substance(provision, known.substance)


def _part(data: object) -> dict[str, Locked] | None:
    if data is None:
        return {}
    if not isinstance(data, dict):
        return None
    part: dict[str, Locked] = {}
    for name, value in cast(dict[object, object], data).items():
        if not isinstance(name, str) or not ID.fullmatch(name) or not isinstance(value, dict):
            return None
        kind, editorial = value.get("kind"), value.get("editorial", [])
        if set(value) - {"kind", "fingerprint", "substance", "editorial"} or kind not in PROVISION_KINDS:
            return None
        now = _wording(value)
        then = [_wording(one) for one in editorial] if isinstance(editorial, list) else [None]
        if now is None or None in then:
            return None
        earlier = tuple(one for one in then if one is not None)
        part[name] = Locked(kind, now.fingerprint, now.substance, earlier)
    return part


def _wording(data: object) -> Wording | None:
    if not isinstance(data, dict):
        return None
    fingerprint, substance = data.get("fingerprint"), data.get("substance", "")
    if not isinstance(fingerprint, str) or not _FINGERPRINT.fullmatch(fingerprint):
        return None
    if not isinstance(substance, str) or (substance and not _SUBSTANCE.fullmatch(substance)):
        return None
    return Wording(fingerprint, substance)


def _shown(title: str, part: Mapping[str, Locked]) -> str:
    if not part:
        return f"{title}: {{}}\n"
    lines = [f"{title}:\n"]
    for name in sorted(part):
        locked = part[name]
        lines += [f"  {name}:\n", f"    kind: {locked.kind}\n", f'    fingerprint: "{locked.fingerprint}"\n']
        lines += [f'    substance: "{locked.substance}"\n'] if locked.substance else []
        lines += ["    editorial:\n"] if locked.editorial else []
        for one in locked.editorial:
            more = f', substance: "{one.substance}"' if one.substance else ""
            lines.append(f'      - {{fingerprint: "{one.fingerprint}"{more}}}\n')
    return "".join(lines)
