"""Each check: met, not met, not stated; and what decides whether a listing is listed."""

from pathlib import Path

import pytest

from generator.loader import load
from generator.model.voucher import ListingTest
from generator.project import Project
from generator.source.tree import FolderTree
from generator.vouchers.eligibility import CHECKS, Assessment, Result, assess, assess_all, listings_of
from generator.vouchers.published import fingerprint, row_of
from tests.vouchers.listed import LISTING, ON, project, with_test

OTHER = Path(__file__).parent / "other-programme"
NO_PRODUCT = ("product: gateway\n", "product: gone\n")
NO_NOTICE = ("listings:\n  - {listing: gateway-listing,", "listings:\n  - {listing: other,")


NO_PRICES = [
    ("prices:\n", ""),
    ("  - {id: hardware, dimension: device, charge: once, amount: 3200.00}\n", ""),
    ("  - {id: service, dimension: device, charge: recurring, period: month, amount: 10.50}\n", ""),
]


def assessed(found: Project, on: str = ON, listing: str = LISTING) -> Assessment:
    return assess(found.entries[listing], found, on)


def result(found: Project, criterion: str = "tested", on: str = ON) -> Result:
    return next(one for one in assessed(found, on).results if one.criterion == criterion)


CASES = [
    ("listing-approved", "", [], "met", "产品：已通过；目录条目：已通过"),
    ("listing-approved", "", [("date: 2026-03-02}]\nproduct", "date: 2026-07-02}]\nproduct")], "not-met", "已提交"),
    ("listing-approved", "", [NO_PRODUCT], "not-stated", "产品条目不存在"),
    ("supplier-admitted", "", [], "met", "甲设备有限公司已入库"),
    ("supplier-admitted", "", [("[acme]", "[telco]"), ("city: foshan", "parent: telco")], "met", "上级单位乙通信"),
    ("supplier-admitted", "", [("[acme]", "[telco]")], "not-met", "不在入库供应商名单中"),
    (
        "supplier-admitted",
        "",
        [("2026-03-02}]\ncity", "2026-03-02}, {to: suspended, date: 2026-06-01}]\ncity")],
        "not-met",
        "已暂停",
    ),
    ("supplier-admitted", "", [("admitted_suppliers: [acme]\n", "")], "not-stated", "没有列出"),
    ("category-accepts", "", [], "met", "接入设备，接受工业网关"),
    ("category-accepts", "", [("category: net-access", "category: net-core")], "not-met", "“核心网”不接受工业网关"),
    ("category-accepts", "", [("category: net-access", "category: network")], "not-met", "不是末级"),
    ("category-accepts", "", [("category: net-access", "category: none")], "not-met", "没有目录“none”"),
    ("category-accepts", "", [("accepts: [device], ", "")], "not-stated", "没有写明接受"),
    ("prices-complete", "", [], "met", "2 项价格，均完整"),
    ("prices-complete", "", [("period: month, ", "")], "not-met", "不完整：service"),
    ("prices-complete", "", [(", amount: 3200.00", ", kind: negotiated")], "not-met", "不完整：hardware"),
    (
        "prices-complete",
        "",
        [("3200.00}", "3200.00, valid: {until: 2026-06-30}}"), ("10.50}", "10.50, valid: {start: 2026-08-01}}")],
        "not-met",
        "都不在有效期内",
    ),
    ("prices-complete", "", NO_PRICES, "not-stated", "没有写明价格"),
    ("capabilities", "count: 2", [], "met", "2 项能力，1 项有证明材料"),
    ("capabilities", "metrics: [end-to-end-latency, uplink-data-rate]", [], "met", "2 项能力"),
    ("capabilities", "count: 3", [], "not-met", "2 项能力"),
    ("capabilities", "count: 2, basis: measured", [], "not-met", "2 项能力"),
    (
        "capabilities",
        "basis: measured",
        [(", evidence: {title: 报告}}\n  - {metric", "}\n  - {metric")],
        "not-met",
        "0 项有证明",
    ),
    ("capabilities", "basis: measured", [], "met", "1 项有证明"),
    ("capabilities", "metrics: [service-availability]", [], "not-stated", "0 项能力"),
    ("conformity", "standard: gateway-access", [], "met", "1 条声明，1 条符合并有证明材料"),
    ("conformity", "count: 2", [], "not-met", "1 条声明，1 条符合"),
    ("conformity", "", [("fingerprint: 49b1", "fingerprint: 59b1")], "not-met", "0 条符合"),
    ("conformity", "", [("result: met", "result: partly")], "not-met", "0 条符合"),
    ("conformity", "standard: other", [], "not-stated", "没有符合性声明"),
    ("certificate", "scheme: grading, level: high", [], "met", "甲等级评价 高级（C-1，至 2027-01-09）"),
    ("certificate", "scheme: grading, level: low", [], "met", "高级"),
    (
        "certificate",
        "scheme: grading, level: high",
        [("level: high\nnumber", "level: low\nnumber")],
        "not-met",
        "等级不够",
    ),
    ("certificate", "scheme: grading", [("until: 2027-01-09", "until: 2026-06-30")], "not-met", "不在有效状态"),
    (
        "certificate",
        "scheme: grading",
        [("{to: in-force, date: 2026-01-10}]", "{to: in-force, date: 2026-01-10}, {to: revoked, date: 2026-05-01}]")],
        "not-met",
        "不在有效状态",
    ),
    (
        "certificate",
        "scheme: grading",
        [("subject: products/gateway", "subject: products/upf")],
        "not-stated",
        "没有证书",
    ),
    ("readiness", "", [], "met", "4 项均有依据"),
    ("readiness", "", [(", links: [organisations/acme]", "")], "not-met", "生态组成"),
    ("readiness", "", [("organisations/acme]", "organisations/nobody]")], "not-met", "生态组成"),
    ("no-open-objection", "", [], "met", "1 件异议，均已办结"),
    ("no-open-objection", "", [NO_NOTICE], "met", "没有公示"),
    ("no-open-objection", "", [("objections_open: 0", "objections_open: 2")], "not-met", "2 件异议未办结"),
    ("noticed", "", [], "met", "甲公示，2026-03-15 期满，未记指纹"),
    ("noticed", "", [NO_NOTICE], "not-met", "尚未公示"),
    ("noticed", "", [("end: 2026-03-15", "end: 2026-07-01")], "not-met", "公示中，2026-07-01 结束"),
    ("noticed", "", [("end: 2026-03-15", "end: 2026-06-30")], "met", "2026-06-30 期满"),
    ("noticed", "", [("objections_open: 0", "objections_open: 1")], "not-met", "1 件异议未办结"),
    ("noticed", "", [("objections_open: 0", f"fingerprint: {'a' * 64}")], "not-met", "公示后有变化，须重新公示"),
    ("within-validity", "", [], "met", "2026-04-01 至 2027-03-31"),
    ("within-validity", "", [("until: 2027-03-31", "until: 2026-06-30")], "not-met", "至 2026-06-30"),
    ("within-validity", "", [("valid: {start: 2026-04-01, until: 2027-03-31}\n", "")], "not-stated", "没有写明有效期"),
]


@pytest.mark.parametrize(("check", "more", "changes", "outcome", "value"), CASES)
def test_check(check, more, changes, outcome, value):
    test = f"{{check: {check}{', ' if more else ''}{more}}}"
    found = result(with_test(test, changes))
    assert (found.outcome, found.clause) == (outcome, "第七条")
    assert value in found.value.zh
    assert found.value.en
    assert bool(found.remedy.zh) == bool(found.remedy.en) == (outcome != "met")


def test_every_check_of_the_model_is_decided_and_tested():
    named = set(ListingTest.model_json_schema()["properties"]["check"]["enum"])
    assert set(CHECKS) == named == {case[0] for case in CASES}
    asked = {(case[0], case[3]) for case in CASES}
    assert {check for check, outcome in asked if outcome == "met"} == named
    assert {check for check, outcome in asked if outcome == "not-met"} == named


def test_a_notice_keeps_what_was_published():
    noticed = "{check: noticed}"
    before = with_test(noticed)
    kept = ("objections_open: 0", f"fingerprint: {fingerprint(row_of(before.entries[LISTING], before, ON))}")
    assert result(with_test(noticed, [kept])).value.zh == "甲公示，2026-03-15 期满，内容未变"
    changed = result(with_test(noticed, [kept, ("amount: 3200.00", "amount: 3300.00")]))
    assert changed.value.en == "changed after the notice; needs a new one"


def test_a_new_notice_counts_where_an_old_one_no_longer_does():
    second = """\
--- catalog/notices/second.yaml
name: {zh: 乙公示}
voucher: grant
listings: [{listing: gateway-listing}]
basis: {zh: 第七条}
day_kind: calendar
days: 7
start: 2026-05-04
end: 2026-05-10
channel: {zh: 书面提出}
office: {zh: 受理处}
"""
    void = ("objections_open: 0", f"fingerprint: {'a' * 64}")
    assert result(with_test("{check: noticed}", [void], second)).outcome == "met"
    other = second.replace("voucher: grant", "voucher: other")
    assert result(with_test("{check: noticed}", [void], other)).outcome == "not-met"


def test_the_criterion_s_own_remedy_comes_first():
    own = "{check: readiness}\n    remedy: {zh: 去窗口, en: Go to the desk}"
    bare = (", links: [organisations/acme]", "")
    assert result(with_test(own, [bare])).remedy.en == "Go to the desk"
    assert result(with_test(own)).remedy.zh == ""


def test_people_decide_what_has_no_test_or_is_no_product():
    for criterion in ("applies_to: enterprise", "applies_to: contract"):
        found = with_test(
            "{check: readiness}", [("applies_to: product", criterion), (", links: [organisations/acme]", "")]
        )
        assert result(found).outcome == "for-people"
        assert assessed(found).listed
    untested = project([("\n    test: {check: listing-approved}", "")])
    assert result(untested).outcome == "for-people"
    assert assessed(untested).listed


def test_approval_is_asked_for_by_every_programme():
    found = with_test(
        "{check: readiness}",
        [("{to: approved, date: 2026-03-02}]\nproduct", "{to: approved, date: 2026-08-02}]\nproduct")],
    )
    assert result(found, "always-approved").outcome == "not-met"
    assert result(found).outcome == "met"
    assert not assessed(found).listed
    assert assessed(found, "2026-08-02").listed
    assert [one.criterion for one in assessed(project()).results] == ["tested"]


def test_a_criterion_of_other_categories_is_not_asked():
    bare = (", links: [organisations/acme]", "")
    where = "{{check: readiness}}\n    categories: [{}]"
    assert [one.criterion for one in assessed(with_test(where.format("net-core"), [bare])).results] == [
        "always-approved"
    ]
    assert not assessed(with_test(where.format("network"), [bare])).listed
    approval = "{check: listing-approved}\n    categories: [net-core]"
    assert [one.criterion for one in assessed(with_test(approval)).results] == ["always-approved"]


def test_a_real_programme_lists_nothing_invented():
    invented = ("name: {zh: 工业网关, en: Gateway}\n", "name: {zh: 工业网关, en: Gateway}\nexample: true\n")
    found = project([invented])
    assert not assessed(found).listed
    assert result(found, "always-real").value.zh == "示例：工业网关"
    example = ("name: {zh: 甲服务券, en: Grant}\n", "name: {zh: 甲服务券, en: Grant}\nexample: true\n")
    assert assessed(project([invented, example])).listed


def test_an_invented_certificate_counts_for_nothing_real():
    invented = ("name: {zh: 甲证书}\n", "name: {zh: 甲证书}\nexample: true\n")
    assert result(with_test("{check: certificate}", [invented])).outcome == "not-stated"


def test_a_listing_without_a_programme_is_not_listed():
    assert not assessed(project([("voucher: grant\ncategory", "voucher: none\ncategory")])).listed


def test_listings_are_found_by_links_only():
    found = project()
    for full_id in ("vouchers/grant", "products/gateway", "organisations/acme"):
        assert [one.id for one in listings_of(found, full_id)] == [LISTING]
    assert listings_of(found, "organisations/telco") == ()
    assert assess_all(found, "grant", ON) == assess_all(found, "vouchers/grant", ON)
    assert assessed(found) is assessed(found)


def test_another_programme_in_every_respect_needs_no_python():
    found = load(FolderTree(OTHER, ("catalog",)), "2026-06-01")[0]
    listed = {one.listing: one.listed for one in assess_all(found, "port-equipment", "2026-06-01")}
    assert listed == {
        "listings/container-reader": True,
        "listings/converter": False,
        "listings/crane-desk": True,
        "listings/gate-terminal": False,
        "listings/meter": False,
        "listings/mooring": False,
    }
    mooring = assess(found.entries["listings/mooring"], found, "2026-06-01")
    assert [(one.criterion, one.clause, one.remedy.en) for one in mooring.results if one.fails] == [
        ("priced", "四（三）", "State the price")
    ]
