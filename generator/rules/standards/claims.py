"""The claims of conformance in an entry, and what they may name."""

from collections.abc import Iterator
from typing import Any

from generator.model.standard import Standard
from generator.project import Entry, Project

CLAIMANTS = ("products", "solutions", "architectures")
"""The kinds whose entries claim conformance."""

DRAFT = "draft"


def claims_of(entry: Entry) -> Iterator[tuple[int, dict[str, Any]]]:
    """The claims as plain data, each with its index."""
    yield from enumerate(entry.data.get("conforms_to") or ())


def editions_of(slug: str, project: Project) -> tuple[str, ...] | None:
    """The editions of a standard: its draft, and the year of each of its numbers. None where it cannot be read."""
    standard = project.find("standards", slug, Standard)
    if standard is None:
        return None
    years = sorted({number.number[-4:] for number in standard.numbers})
    return (*((DRAFT,) if slug in project.drafts else ()), *years)
