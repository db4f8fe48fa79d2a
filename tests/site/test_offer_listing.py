"""The part "Listed?" of a page: on whose pages, in which order, with marks that are texts too."""

import re

import pytest

from generator.project import Project
from generator.site.entry_page import Surroundings, entry_page, entry_view
from generator.site.offer_listing import offer_listing
from tests.vouchers.listed import LISTING, project, with_test

BARE = (", links: [organisations/acme]", "")
SECOND = """\
--- catalog/listings/a-second.yaml
name: {zh: 第二条}
product: gateway
voucher: grant
category: net-core
"""


def shown(found: Project, full_id: str, lang="zh") -> str:
    """The part as a reader hears it."""
    html = offer_listing(entry_view(found, lang), found.entries[full_id])
    return " ".join(re.sub(r"<[^>]+>", " ", str(html)).split())


@pytest.mark.parametrize("full_id", [LISTING, "products/gateway", "organisations/acme"])
def test_the_same_on_the_pages_of_listing_product_and_vendor(full_id):
    text = shown(with_test("{check: readiness}", [BARE]), full_id)
    assert "不列入" in text
    assert "✗ 不满足 条件 4 项中 1 项没有依据：生态组成 第七条 为生态组成补上依据条目（links）。" in text


def test_in_english_with_the_fallback_marked():
    found = with_test("{check: readiness}", [BARE])
    assert "✗ not met 条件 1 of 4 unsupported: Ecosystem 第七条 Add links that support: Ecosystem." in shown(
        found, LISTING, "en"
    )
    html = offer_listing(entry_view(found, "en"), found.entries[LISTING])
    assert '<span class="fallback" lang="zh">条件</span>' in html
    assert '<span class="mark mark--not-met"><span aria-hidden="true">✗</span> not met</span>' in html


def test_what_is_not_listed_comes_first_and_is_open():
    found = project(more=SECOND)
    html = str(offer_listing(entry_view(found, "zh"), found.entries["organisations/acme"]))
    assert [bool(opened) for opened in re.findall(r'<details class="verdict"( open)?>', html)] == [True, False]
    assert html.index("不列入") < html.index(">列入<")


def test_criteria_for_people_stand_below():
    found = with_test("{check: readiness}", [("applies_to: product", "applies_to: contract")])
    text = shown(found, LISTING)
    assert text.endswith("另由人判定，不影响以上结果：条件")


def test_a_product_without_a_listing_is_told_where_it_could_be_listed():
    found = project()
    assert "没有目录条目" in shown(found, "products/upf")
    assert "甲服务券 ：核心网" in shown(found, "products/upf")
    assert shown(found, "organisations/telco") == ""
    assert shown(found, "scenarios/inspection") == ""


def test_it_is_a_part_of_the_page():
    found = project()
    page = entry_page(found.entries[LISTING], entry_view(found, "zh"), Surroundings("https://example.org/"))
    assert '<h2 id="listed">是否列入目录</h2>' in page.body
    assert "listed" in [heading.id for heading in page.toc]


def test_texts_of_a_listing_stay_text():
    hostile = ("text: {zh: 条件}", 'text: {zh: "<b>条件</b>"}')
    found = project([hostile, ("clause: 第七条", 'clause: "<i>七</i>"')])
    html = str(offer_listing(entry_view(found, "zh"), found.entries[LISTING]))
    assert "&lt;b&gt;条件" in html
    assert "&lt;i&gt;七" in html
