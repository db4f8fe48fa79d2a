"""Which voucher programmes can be computed, and the last level of their trees."""

from collections.abc import Iterator

from generator.model.voucher import Category, Voucher
from generator.project import Entry, Project


def computed(entry: Entry, project: Project) -> bool:
    """Whether a voucher programme is in force, or an example, and states ratios.

    Of one that is entered as far as its sources go, nothing more is asked.
    """
    voucher = entry.as_a(Voucher)
    ratios = voucher.classes or any(category.ratio_max is not None for category in voucher.categories)
    return bool(ratios) and (entry.example or project.settled(entry))


def leaves(voucher: Voucher) -> Iterator[tuple[int, Category]]:
    """The categories that none is below of, with their place in the list."""
    branches = {category.parent for category in voucher.categories}
    return ((index, one) for index, one in enumerate(voucher.categories) if one.id not in branches)
