"""What the rules about fills share: a solution's architecture with its slots, and each fill with its slot and product."""

from collections.abc import Iterator
from typing import NamedTuple

from generator.model.architecture import Architecture, Slot
from generator.model.product import Product
from generator.model.solution import Solution
from generator.project import Entry, Project


class Placed(NamedTuple):
    """A fill whose slot and product are both there; `place` is its index among the fills."""

    place: int
    slot: Slot
    id: str
    product: Product


def slots(solution: Entry, project: Project) -> dict[str, Slot] | None:
    """The slots of the architecture that a solution implements, by id; None where it is not there."""
    architecture = project.find("architectures", solution.data["implements"], Architecture)
    return {slot.id: slot for slot in architecture.slots} if architecture else None


def placed(solution: Entry, project: Project) -> Iterator[Placed]:
    """The fills of a solution, those left out of which the slot or product is not there."""
    known = slots(solution, project) or {}
    for index, fill in enumerate(solution.as_a(Solution).fills):
        slot, product = known.get(fill.slot), project.find("products", fill.product, Product)
        if slot and product:
            yield Placed(index, slot, fill.product, product)
