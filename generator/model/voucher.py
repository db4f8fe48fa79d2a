"""Voucher programmes that can be computed, the listings in them, and the public notices of those."""

from typing import Annotated, ClassVar, Literal

from generator.model.entry import EntryModel
from generator.model.fields import (
    Count,
    Date,
    FullId,
    Id,
    Line,
    Model,
    Money,
    Name,
    Opt,
    Percent,
    Positive,
    Prose,
    Sha256,
    Short,
    field,
)
from generator.model.links import Term
from generator.model.parts import Cities, Period
from generator.model.relations import ADMITTED, ISSUER, LISTED, POLICY, PRODUCT, READINESS, VOUCHER


class Category(Model):
    """A line of the catalogue's tree (一级/二级目录). A leaf names the product categories it accepts."""

    id: Id = field("编号", "Id")
    name: Name = field("名称", "Name")
    parent: Opt[Id] = field("上级目录", "Parent", None)
    accepts: tuple[Annotated[Id, Term("product-categories")], ...] = field("接受的产品类别", "Accepts", ())
    ceiling: Opt[Money] = field("奖补上限（元）", "Ceiling (CNY)", None)
    grade: Opt[Line] = field("等级", "Grade", None)


class SubsidyClass(Model):
    """A class of products (A/B) and the ratio it is paid at."""

    id: Id = field("编号", "Id")
    name: Name = field("名称", "Name")
    ratio_max: Percent = field("奖补比例上限（%）", "Ratio, at most (%)")
    definition: Opt[Short] = field("界定", "Definition", None)


class Ceilings(Model):
    """Ceilings in yuan that hold over all categories."""

    enterprise: Opt[Money] = field("每企业累计（元）", "Per enterprise (CNY)", None)
    enterprise_year: Opt[Money] = field("每企业每年（元）", "Per enterprise and year (CNY)", None)
    supplier: Opt[Money] = field("每供应商（元）", "Per supplier (CNY)", None)
    total: Opt[Money] = field("总额（元）", "Total (CNY)", None)


class ExclusionGroup(Model):
    """Categories of which an enterprise may claim one only."""

    id: Id = field("编号", "Id")
    name: Name = field("名称", "Name")
    categories: tuple[Id, ...] = field("目录", "Categories", min_length=1)


class Window(Model):
    """When something may be claimed or redeemed."""

    kind: Literal["claim", "redemption"] = field("类型", "Kind")
    period: Period = field("期间", "Period")


class Criterion(Model):
    """A condition a listing or a claimant has to meet."""

    id: Id = field("编号", "Id")
    applies_to: Literal["enterprise", "supplier", "product", "contract"] = field("适用对象", "Applies to")
    text: Short = field("条件", "Condition")
    clause: Opt[Line] = field("依据条款", "Clause", None)


class Voucher(EntryModel):
    """A voucher programme (服务券)."""

    lifecycle: ClassVar[str | None] = "instrument"

    issuer: Opt[Annotated[Id, ISSUER]] = field("发布单位", "Issuer", None)
    policies: tuple[Annotated[Id, POLICY], ...] = field("政策依据", "Policies", ())
    cities: Cities = field("适用地市", "Cities", ())
    excluded_cities: Cities = field("不适用地市", "Cities excluded", ())
    windows: tuple[Window, ...] = field("申领与兑现期", "Windows", ())
    categories: tuple[Category, ...] = field("目录", "Categories", ())
    classes: tuple[SubsidyClass, ...] = field("类别", "Classes", ())
    ceilings: Opt[Ceilings] = field("限额", "Ceilings", None)
    exclusion_groups: tuple[ExclusionGroup, ...] = field("互斥组", "Exclusion groups", ())
    criteria: tuple[Criterion, ...] = field("条件", "Criteria", ())
    admitted_suppliers: tuple[Annotated[Id, ADMITTED], ...] = field("入库供应商", "Admitted suppliers", ())
    paid_share_min: Opt[Percent] = field("实付比例下限（%）", "Share to be paid first (%)", None)
    redemption_evidence: tuple[Short, ...] = field("兑现材料", "Evidence for redemption", ())
    order_of_limits: tuple[Literal["ratio", "category", "enterprise-year", "enterprise", "supplier", "total"], ...] = (
        field("限额次序", "Order of limits", ())
    )
    rounding: Opt[Literal["fen-down", "yuan-down", "yuan-half-up"]] = field("舍入", "Rounding", None)
    stacking: Opt[Short] = field("叠加规则", "Stacking", None)
    disclosure: Opt[Literal["public"]] = field("公开方式", "Disclosure", None)


class Statement(Model):
    """One of the four readiness statements, with the entries that support it."""

    text: Short = field("说明", "Statement")
    links: tuple[Annotated[FullId, READINESS], ...] = field("依据", "Evidence", ())


class Readiness(Model):
    """适时凝练行业需求、网络模式、生态组成和应用方向: all four before a product is listed."""

    industry_need: Statement = field("行业需求", "Industry need")
    network_mode: Statement = field("网络模式", "Network mode")
    ecosystem: Statement = field("生态组成", "Ecosystem")
    application_direction: Statement = field("应用方向", "Application direction")


class Listing(EntryModel):
    """One product in one voucher programme (目录条目)."""

    lifecycle: ClassVar[str | None] = "entry"

    product: Annotated[Id, PRODUCT] = field("产品", "Product")
    voucher: Annotated[Id, VOUCHER] = field("服务券", "Voucher programme")
    category: Id = field("目录", "Category")
    subsidy_class: Opt[Id] = field("类别", "Class", None)
    readiness: Opt[Readiness] = field("凝练情况", "Readiness", None)
    valid: Opt[Period] = field("有效期", "Valid", None)
    disclosure: Opt[Literal["public"]] = field("公开方式", "Disclosure", None)


class NoticeLine(Model):
    """A listing in a notice, with the fingerprint of its published fields."""

    listing: Annotated[Id, LISTED] = field("目录条目", "Listing")
    fingerprint: Opt[Sha256] = field("指纹", "Fingerprint", None)
    objections_open: Count = field("未办结异议", "Open objections", 0)
    objections_closed: Count = field("已办结异议", "Closed objections", 0)


class Notice(EntryModel):
    """A public notice (公示). Objections are counted; their content is never in the repository."""

    voucher: Annotated[Id, VOUCHER] = field("服务券", "Voucher programme")
    listings: tuple[NoticeLine, ...] = field("公示条目", "Listings", min_length=1)
    basis: Short = field("依据", "Basis")
    day_kind: Literal["working", "calendar"] = field("计日方式", "Days counted")
    days: Positive = field("天数", "Days")
    start: Date = field("开始", "Starts")
    end: Date = field("结束", "Ends")
    channel: Short = field("异议渠道", "Channel for objections")
    requirements: Opt[Prose] = field("异议要求", "Requirements for objections", None)
    office: Short = field("受理单位", "Receiving office")
    disclosure: Opt[Literal["public"]] = field("公开方式", "Disclosure", None)
