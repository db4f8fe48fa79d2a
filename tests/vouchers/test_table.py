"""A programme's tables and their annexes, as data."""

from dataclasses import replace
from decimal import Decimal

import pytest

from generator.project import Project
from generator.texts import Text
from generator.vouchers.annexes import Change, changes, left_out, rules, totals
from generator.vouchers.eligibility import assess
from generator.vouchers.published import Row, row_of
from generator.vouchers.table import LABELS, cell_of, table
from tests.vouchers.listed import LISTING, ON, project

TABLES = """\
tables:
  - id: official
    title: {zh: 甲产品目录, en: The catalogue}
    columns:
      - {shows: number, label: {zh: 序号, en: No.}, format: integer, width: 4.5}
      - {shows: category, label: {zh: 目录}}
      - {shows: product, label: {zh: 产品名称, en: Product}, width: 20}
      - {shows: ratio, label: {zh: 比例}, format: percent}
      - {shows: ceiling, label: {zh: 上限（万元）}, format: ten-thousand-yuan}
      - {shows: price-once, label: {zh: 单价（元）}, format: yuan}
      - {shows: valid-until, label: {zh: 有效期至}, format: date}
"""
FOUND = project([("admitted_suppliers: [acme]\n", f"admitted_suppliers: [acme]\n{TABLES}")])
VOUCHER = FOUND.entries["vouchers/grant"]


def row(**values: object) -> Row:
    """The small repository's row with some values changed (`price_once` for price-once)."""
    found = row_of(FOUND.entries[LISTING], FOUND, ON)
    changed = {name.replace("_", "-"): value for name, value in values.items() if name != "listing"}
    return replace(found, listing=str(values.get("listing", found.listing)), values={**found.values, **changed})  # type: ignore[dict-item]


def test_the_table_is_what_the_programme_asks_for():
    grid = table(VOUCHER, "official", [row()], "zh", captions=("截至今日",), mark="示例")
    assert grid.titles == ("甲产品目录", "截至今日")
    assert grid.headings == ("序号", "目录", "产品名称", "比例", "上限（万元）", "单价（元）", "有效期至")
    assert grid.kinds == ("integer", "text", "text", "percent", "ten-thousand-yuan", "yuan", "date")
    assert grid.widths[:3] == (5, 10, 20)
    assert grid.rows == ((1, "接入设备", row().values["product"].of("zh"), 50, 15_000_000, 320_000, "2027-03-31"),)  # type: ignore[union-attr]
    assert next(grid.texts())[3:] == ("50%", "15", "3,200.00", "2027-03-31")
    assert grid.mark == "示例"


def test_it_speaks_english_where_the_data_does():
    grid = table(VOUCHER, "official", [row()], "en")
    assert grid.title == "The catalogue"
    assert grid.headings[:3] == ("No.", "目录", "Product")
    assert grid.rows[0][1] == "Access"


def test_rows_follow_the_programmes_categories_then_the_listings_ids():
    core = row(listing="listings/z", category=Text("核心网"))
    rows = [
        row(listing="listings/b"),
        row(listing="listings/a", category=Text("不明")),
        row(listing="listings/a2"),
        core,
    ]
    grid = table(VOUCHER, "official", rows, "zh")
    assert [(cells[0], cells[1]) for cells in grid.rows] == [
        (1, "核心网"),
        (2, "接入设备"),
        (3, "接入设备"),
        (4, "不明"),
    ]
    assert grid.sums == ("合计", "共4项", None, None, None, None, None)
    assert table(VOUCHER, "official", rows[::-1], "zh") == grid


def test_a_table_that_is_not_there():
    with pytest.raises(LookupError, match="other"):
        table(VOUCHER, "other", [], "zh")


def test_money_is_never_shown_in_fen():
    assert cell_of("price-once", 320_000, "text", "zh") == "3,200.00"
    assert cell_of("ratio", Decimal("62.5"), "text", "zh") == "62.5%"


def test_totals_count_every_listing_once_and_add_no_ceilings():
    rows = [row(), row(listing="listings/b"), row(listing="listings/c", category=Text("不明"))]
    grid = totals(VOUCHER, rows, "zh")
    assert grid.rows == (
        ("网络", "核心网", None, None, 0, 0),
        ("网络", "接入设备", "Ⅱ", 15_000_000, 2, 1),
        ("网络", "不明", None, None, 1, 1),
    )
    assert grid.sums == ("合计", None, None, None, 3, 1)


def test_rules_say_what_the_source_does_not():
    lines = {(kind, text) for kind, text, _ in rules(VOUCHER, FOUND, "zh").rows}
    assert ("类别与比例", "A 类：≤ 50%") in lines
    assert ("互斥组", "二选一：核心网、接入设备") in lines
    assert ("申领期", "来源未载明") in lines
    assert ("每企业每年限额（元）", "来源未载明") in lines


def test_left_out_names_each_criterion_that_is_not_met():
    other: Project = project(
        [
            ("admitted_suppliers: [acme]\n", f"admitted_suppliers: [acme]\n{TABLES}"),
            ("product: gateway\n", "product: gone\n"),
        ]
    )
    assessed = [assess(other.entries[LISTING], other, ON)]
    rows = left_out(assessed, other, "zh").rows
    failing = [result for result in assessed[0].results if result.fails]
    assert len(rows) == len(failing) > 0
    assert rows[0][0] == LISTING
    assert rows[0][3] == failing[0].text.zh


def test_changes():
    grid = changes([Change("listings/a", "甲", "changed", "price-once", "1.00", "1.05", Decimal(5))], "2026-1", "zh")
    assert grid.titles == ("变更", "与 2026-1 相比")
    assert list(grid.texts()) == [("变更", "listings/a", "甲", LABELS["price-once"].zh, "1.00", "1.05", "5%")]
