"""The published row of a listing, and its fingerprint: changed by every published field, by nothing else."""

import pytest

from generator.loader import load
from generator.model.voucher import Column
from generator.project import Project
from generator.source.tree import MemoryTree
from generator.texts import Text
from generator.vouchers.published import Row, fingerprint, row_of
from tests.rules.repository import base, files_of
from tests.vouchers.listed import LISTING, ON, TEXT, project


def row(found: Project, on: str = ON) -> Row:
    return row_of(found.entries[LISTING], found, on)


def test_the_row_holds_every_column_there_is():
    names = set(Column.model_json_schema()["properties"]["shows"]["enum"])
    assert set(row(project()).values) == names
    assert set(row(project([("product: gateway\n", "product: gone\n")])).values) == names


def test_the_values_of_a_row():
    found = row(project())
    assert (found.listing, found.product, found.vendor) == (LISTING, "products/gateway", "organisations/acme")
    shown = {name: value for name, value in found.values.items() if not isinstance(value, Text)}
    assert {name: value for name, value in shown.items() if value is not None} == {
        "grade": "Ⅱ",
        "ratio": 50,
        "ceiling": 15000000,
        "model": "GW-5",
        "version": "2.3",
        "valid-from": "2026-04-01",
        "valid-until": "2027-03-31",
        "price-once": 320000,
        "price-yearly": 12600,
        "address": "https://example.org/products/gateway/",
    }
    texts = {name: value.zh for name, value in found.values.items() if isinstance(value, Text)}
    assert texts == {
        "branch": "网络",
        "category": "接入设备",
        "subsidy-class": "A 类",
        "exclusion-group": "二选一",
        "product": "工业网关",
        "vendor": "甲设备有限公司",
        "vendor-city": texts["vendor-city"],
        "capabilities": texts["capabilities"],
        "summary": "一台网关",
        "price": "设备 3,200.00元（设备，一次性）；设备 10.50元（设备，每月）",
        "certificate": "甲等级评价 高级（C-1，至 2027-01-09）",
        "notice": "甲公示",
    }
    assert "≤ 10 ms（最差值，实测）" in texts["capabilities"]


def test_the_lower_ratio_of_class_and_category_is_published():
    assert row(project([("grade: Ⅱ", "ratio_max: 30")])).values["ratio"] == 30
    assert row(project([("grade: Ⅱ", "ratio_max: 80")])).values["ratio"] == 50


CHANGES = [
    ("name: {zh: 网络, en: Network}", "name: {zh: 网, en: Network}"),
    ("zh: 接入设备", "zh: 接入"),
    ("en: Access", "en: Access devices"),
    ("ceiling: 150000.00", "ceiling: 150000.01"),
    ("grade: Ⅱ", "grade: Ⅰ"),
    ("zh: A 类", "zh: 甲类"),
    ("ratio_max: 50", "ratio_max: 49.9"),
    ("zh: 二选一", "zh: 三选一"),
    ("zh: 甲设备有限公司", "zh: 丙设备有限公司"),
    ("name: {zh: 工业网关, en: Gateway}", "name: {zh: 工业网关二, en: Gateway}"),
    ("zh: 一台网关", "zh: 两台网关"),
    ("model: GW-5", "model: GW-6"),
    ('version: "2.3"', 'version: "2.4"'),
    ("max: 10, unit: ms", "max: 9, unit: ms"),
    ("basis: measured", "basis: declared"),
    ("amount: 3200.00", "amount: 3200.01"),
    ("period: month", "period: year"),
    ("amount: 10.50}", "amount: 10.50, valid: {until: 2027-12-31}}"),
    ("category: net-access", "category: net-core"),
    ("subsidy_class: a\n", ""),
    ("valid: {start: 2026-04-01", "valid: {start: 2026-04-02"),
    ("until: 2027-03-31", "until: 2027-03-30"),
    ("number: C-1", "number: C-2"),
    ("level: high", "level: low"),
    ("conforms_to:", "available_in: [foshan]\nconforms_to:"),
]


@pytest.mark.parametrize("change", CHANGES, ids=[new for _, new in CHANGES])
def test_any_published_field_changes_the_fingerprint(change):
    assert fingerprint(row(project([change]))) != fingerprint(row(project()))


SAME = [
    ("name: {zh: 网关条目}", "# 说明\nname: {zh: 网关条目}"),
    ("category: net-access\nsubsidy_class: a", "subsidy_class: a\ncategory: net-access"),
    ("{id: hardware, dimension: device,", "{dimension: device, id: hardware,"),
    ("amount: 3200.00", "amount: 3200.0"),
    ("amount: 3200.00", "tax: included, amount: 3200.00"),
    ("ratio_max: 50", "ratio_max: 50.0"),
    ("name: {zh: 网关条目}", "name: {zh: 别的名称}"),
    ("evidence: {title: 报告}}\n  - {metric", "evidence: {title: 检测报告}}\n  - {metric"),
    ("objections_open: 0", "objections_open: 3"),
    ("name: {zh: 甲公示, en: Notice one}", "name: {zh: 乙公示}"),
    ("zh: 条件", "zh: 别的条件"),
]


@pytest.mark.parametrize("change", SAME, ids=[new for _, new in SAME])
def test_nothing_else_does(change):
    assert fingerprint(row(project([change]))) == fingerprint(row(project()))


def test_the_day_never_does():
    dated = project(
        [
            ("3200.00}", "3200.00, valid: {until: 2026-12-31}}"),
            ("10.50}", "10.50, valid: {start: 2026-08-01}}"),
        ]
    )
    days = ("1999-12-31", "2026-01-10", "2026-03-16", ON, "2026-12-31", "2027-01-10", "2040-02-29")
    assert len({fingerprint(row(dated, day)) for day in days}) == 1
    assert len({str(row(dated, day).values["price"]) for day in days}) > 1


def test_where_the_site_stands_does_not():
    files = {**base(), **files_of(TEXT)}
    settings = files["catalog/programme.yaml"].replace(b"https://example.org/", b"https://moved.example.org/")
    moved = load(MemoryTree({**files, "catalog/programme.yaml": settings}), ON)[0]
    assert row(moved).values["address"] == "https://moved.example.org/products/gateway/"
    assert fingerprint(row(moved)) == fingerprint(row(project()))


def test_the_form_of_a_fingerprint_is_kept():
    """Notices keep fingerprints for years: one that this listing had must not come out otherwise."""
    assert fingerprint(row(project())) == "8d68fb4f1b64d57c9b9f27273435559a975bc378222a19604b2c42d3a79969a0"
