"""The illustrative programme shows what there is to show: every check, and listings that are missing for many reasons."""

from functools import cache
from typing import get_args

from generator.loader import load
from generator.model.voucher import ListingTest, Voucher
from generator.project import Project
from generator.source.tree import FolderTree
from generator.vouchers.eligibility import Assessment, assess_all
from tests.conftest import ROOT

PROGRAMME = "example-5g-intranet-voucher"
DAY = "2026-11-20"


@cache
def project() -> Project:
    return load(FolderTree(ROOT), DAY)[0]


@cache
def assessed() -> dict[str, Assessment]:
    return {one.listing: one for one in assess_all(project(), PROGRAMME, DAY)}


def failing(listing: str) -> set[str]:
    return {result.criterion for result in assessed()[f"listings/{listing}"].results if result.fails}


def test_every_check_is_used_and_says_what_to_do():
    voucher = project().find("vouchers", PROGRAMME, Voucher)
    assert voucher is not None
    tested = [criterion for criterion in voucher.criteria if criterion.test]
    checks = get_args(ListingTest.model_fields["check"].annotation)
    assert {criterion.test.check for criterion in tested if criterion.test} == set(checks)
    assert all(criterion.remedy and criterion.clause for criterion in tested)


def test_some_are_listed_in_every_branch():
    listed = {one.listing for one in assessed().values() if one.listed}
    assert {"listings/example-slice-service", "listings/example-gateway-5", "listings/example-hosted-mec"} <= listed
    assert len(listed) >= 6


def test_others_are_missing_for_many_reasons():
    assert failing("example-agv-dispatch") == {"admitted"}
    assert failing("example-mec-platform") == {"within-validity"}
    assert failing("example-vision-inspection") == {"noticed"}
    assert failing("example-module-r16") == {"conforming", "graded"}
    assert failing("example-upf-dedicated-line") == {"noticed", "unopposed"}
    assert "prices-complete" in failing("example-module-redcap")
    assert "product-approved" in failing("example-tsn-switch")


def test_a_criterion_of_a_branch_is_asked_of_its_leaves_only():
    def asked(listing: str) -> set[str]:
        return {result.criterion for result in assessed()[f"listings/{listing}"].results}

    assert {"graded", "conforming"} <= asked("example-gateway-5")
    assert not {"graded", "conforming"} & asked("example-slice-service")
