"""What the rules about fills share: a solution's architecture with its slots, and each fill with its slot and product."""

from collections.abc import Iterator
from typing import NamedTuple

from generator.model.architecture import Architecture, Slot
from generator.project import Entry, Project
from generator.rules.places import kept


class Placed(NamedTuple):
    """A fill whose slot and product are both there; `place` is its index among the fills."""

    place: int
    slot: Slot
    product: Entry


def slots(solution: Entry, project: Project) -> dict[str, Slot] | None:
    """The slots of the architecture that a solution implements, by id; None where it is not there."""
    known: dict[str, dict[str, Slot] | None] = kept(project, "slots")
    slug = solution.data["implements"]
    if slug not in known:
        architecture = project.find("architectures", slug, Architecture)
        known[slug] = {slot.id: slot for slot in architecture.slots} if architecture else None
    return known[slug]


def placed(solution: Entry, project: Project) -> Iterator[Placed]:
    """The fills of a solution, those left out of which the slot or product is not there."""
    known = slots(solution, project) or {}
    for index, fill in enumerate(solution.data.get("fills", ())):
        slot, product = known.get(fill["slot"]), project.get(f"products/{fill['product']}")
        if slot and product:
            yield Placed(index, slot, product)
