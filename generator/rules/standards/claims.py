"""The claims of conformance in an entry, and what they may name."""

from collections.abc import Iterable, Iterator
from typing import Any

from generator.diagnostics import nearest
from generator.drafts.lock import Lock
from generator.model.standard import Standard
from generator.project import Entry, Project
from generator.texts import Text

CLAIMANTS = ("products", "solutions", "architectures")
"""The kinds whose entries claim conformance."""

DRAFT = "draft"


def claims_of(entry: Entry) -> Iterator[tuple[int, dict[str, Any]]]:
    """The claims as plain data, each with its index."""
    yield from enumerate(entry.data.get("conforms_to") or ())


def hint_for(provision: str, known: Iterable[str], lock: Lock | None) -> Text:
    """What to do about a provision that is not in the draft.

    One that was there is gone: another one's id, however like it, would make a false claim.
    """
    if lock and (provision in lock.removed or provision in lock.provisions):
        return Text("该条款已从草案中删除。", "that provision was removed from the draft.")
    return nearest(provision, known)


def editions_of(slug: str, project: Project) -> tuple[str, ...] | None:
    """The editions of a standard: its draft, and the year of each of its numbers. None where it cannot be read."""
    standard = project.find("standards", slug, Standard)
    if standard is None:
        return None
    years = sorted({number.number[-4:] for number in standard.numbers})
    return (*((DRAFT,) if slug in project.drafts else ()), *years)
