"""The versions of a standard's text that the site shows: published editions and the draft, and what lies between them."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import combinations

from generator.drafts.lock import Lock
from generator.drafts.model import Draft
from generator.model.standard import Standard
from generator.project import DRAFT, Entry, Project
from generator.standards.redline.compare import compare_drafts
from generator.standards.redline.history import Step, clause_history
from generator.standards.redline.model import DraftDiff
from generator.texts import Text

MOST = 6
"""Versions that are compared with each other; of older ones the files stay."""


@dataclass(frozen=True, slots=True)
class Version:
    """A text of a standard. `key`: a year or `draft`; `name`: what readers call it; `number`: its standard number."""

    key: str
    name: Text
    number: str
    draft: Draft
    lock: Lock | None
    standard: Standard

    @property
    def published(self) -> bool:
        return self.key != DRAFT


def versions_of(project: Project, entry: Entry) -> tuple[Version, ...]:
    """The texts of a standard that can be read, oldest first, the draft last."""
    return project.kept(("versions", entry.id), lambda: tuple(_versions(project, entry)))


def _versions(project: Project, entry: Entry) -> Iterator[Version]:
    standard = entry.as_a(Standard)
    for one in project.editions.get(entry.slug, ()):
        then = one.standard or standard
        number = next((n.number for n in standard.numbers if n.number.endswith(one.year)), "")
        yield Version(one.year, Text(f"{one.year} 年版", f"edition {one.year}"), number, one.draft, one.lock, then)
    if draft := project.drafts.get(entry.slug):
        yield Version(DRAFT, Text("草案", "draft"), "", draft, project.locks.get(entry.slug), standard)


def pairs_of(project: Project, entry: Entry) -> tuple[tuple[Version, Version], ...]:
    """Every two versions that are compared, the older first."""
    return tuple(combinations(versions_of(project, entry)[-MOST:], 2))


def difference(project: Project, entry: Entry, old: Version, new: Version) -> DraftDiff:
    """What changed between two versions, worked out once for both languages."""
    key = ("difference", entry.id, old.key, new.key)
    return project.kept(key, lambda: compare_drafts(old.draft, new.draft))


def history_of(project: Project, entry: Entry) -> Mapping[str, tuple[Step, ...]]:
    """What each version changed of every clause and provision, by id."""
    versions = [(one.key, one.draft) for one in versions_of(project, entry)[-MOST:]]
    return project.kept(("clause-history", entry.id), lambda: clause_history(versions))


def edition_address(entry: Entry, version: Version) -> str:
    """The page of a version's text: the entry's own for the draft."""
    return f"{entry.id}/{version.key}/" if version.published else f"{entry.id}/"


def change_address(entry: Entry, old: Version, new: Version) -> str:
    return f"{entry.id}/{old.key}-{new.key}/"
