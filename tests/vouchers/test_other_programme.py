"""A programme that differs from the catalogue's own in every respect is data alone: it loads, with nothing to say."""

from functools import cache

import pytest

from generator.loader import load
from generator.model.voucher import Voucher
from generator.project import Project
from generator.rules import engine
from generator.source.tree import FolderTree
from tests.conftest import ROOT

OTHER = ROOT / "tests/vouchers/other-programme"


@cache
def project() -> Project:
    tree = FolderTree(OTHER)
    loaded, problems = load(tree, "2026-07-01")
    found = engine.located((*problems, *engine.check(loaded)), tree, loaded)
    assert [f"{d.location} {d.code.code}" for d in found] == []
    return loaded


def both() -> tuple[Voucher, Voucher]:
    own, _ = load(FolderTree(ROOT), "2026-07-01")
    ours = own.find("vouchers", "example-5g-intranet-voucher", Voucher)
    theirs = project().find("vouchers", "port-equipment", Voucher)
    assert ours
    assert theirs
    return ours, theirs


def depth(voucher: Voucher) -> int:
    parents = {category.id: category.parent for category in voucher.categories}

    def level(category: str | None) -> int:
        return 0 if category is None else 1 + level(parents[category])

    return max(map(level, parents))


@pytest.mark.parametrize("what", ["rounding", "repeat", "order_of_limits", "paid_share_min", "claimant", "cities"])
def test_it_differs_in_what_one_word_says(what):
    ours, theirs = both()
    assert getattr(ours, what) != getattr(theirs, what)


def test_it_differs_in_its_tree_its_ratios_its_days_its_suppliers_and_its_columns():
    ours, theirs = both()
    assert (depth(ours), depth(theirs)) == (2, 3)
    assert ours.classes
    assert not theirs.classes
    assert not any(category.ratio_max for category in ours.categories)
    assert all(category.ratio_max for category in theirs.categories if category.accepts)
    assert ours.notice_rules
    assert theirs.notice_rules
    assert (ours.notice_rules.day_kind, theirs.notice_rules.day_kind) == ("working", "calendar")
    assert ours.admitted_suppliers
    assert not theirs.admitted_suppliers
    columns = [[(column.shows, column.format) for column in one.tables[0].columns] for one in (ours, theirs)]
    assert columns[0] != columns[1]
