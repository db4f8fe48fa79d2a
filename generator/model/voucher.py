"""Voucher programmes that can be computed, the listings in them, and the public notices of those."""

from typing import Annotated, ClassVar, Literal

from generator.model.entry import EntryModel
from generator.model.fields import (
    Count,
    Date,
    Flag,
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
    Whole,
    field,
)
from generator.model.links import Term
from generator.model.parts import Cities, Period
from generator.model.relations import (
    ADMITTED,
    GRADED,
    ISSUER,
    LISTED,
    METRIC,
    POLICY,
    PRODUCT,
    READINESS,
    SCHEME,
    VOUCHER,
    VOUCHER_EXCLUDED,
)


class Category(Model):
    """A line of the catalogue's tree (一级/二级目录). A leaf names the product categories it accepts.

    `ceiling`: of what one enterprise may draw for all products of this category. `ratio_max` bounds the ratio of
    the product's class, where both are stated.
    """

    id: Id = field("编号", "Id")
    name: Name = field("名称", "Name")
    parent: Opt[Id] = field("上级目录", "Parent", None)
    accepts: tuple[Annotated[Id, Term("product-categories")], ...] = field("接受的产品类别", "Accepts", ())
    ratio_max: Opt[Percent] = field("奖补比例上限（%）", "Ratio, at most (%)", None)
    ceiling: Opt[Money] = field("奖补上限（元）", "Ceiling (CNY)", None)
    grade: Opt[Line] = field("等级", "Grade", None)


class SubsidyClass(Model):
    """A class of products (A/B) and the ratio it is paid at."""

    id: Id = field("编号", "Id")
    name: Name = field("名称", "Name")
    ratio_max: Percent = field("奖补比例上限（%）", "Ratio, at most (%)")
    ceiling: Opt[Money] = field("单项上限（元）", "Ceiling for a line (CNY)", None)
    definition: Opt[Short] = field("界定", "Definition", None)


class Ceilings(Model):
    """Ceilings in yuan that hold over all categories."""

    enterprise: Opt[Money] = field("每企业累计（元）", "Per enterprise (CNY)", None)
    enterprise_year: Opt[Money] = field("每企业每年（元）", "Per enterprise and year (CNY)", None)
    supplier: Opt[Money] = field("每供应商（元）", "Per supplier (CNY)", None)
    total: Opt[Money] = field("总额（元）", "Total (CNY)", None)


class SupplierCeiling(Model):
    """What all claims for the products of one supplier may come to, by the supplier's type or by its name.

    A name goes before a type, and a type before what `ceilings` states for every supplier.
    """

    types: tuple[Annotated[Id, Term("organisation-types")], ...] = field("单位类型", "Types", ())
    suppliers: tuple[Annotated[Id, ADMITTED], ...] = field("供应商", "Suppliers", ())
    amount: Money = field("额度（元）", "Amount (CNY)")


class ExclusionGroup(Model):
    """Categories of which an enterprise may claim one only."""

    id: Id = field("编号", "Id")
    name: Name = field("名称", "Name")
    categories: tuple[Id, ...] = field("目录", "Categories", min_length=1)


class Window(Model):
    """When something may be claimed or redeemed."""

    kind: Literal["claim", "redemption"] = field("类型", "Kind")
    period: Period = field("期间", "Period")


class Claimant(Model):
    """Who may claim; what is left out is not asked for."""

    industries: tuple[Annotated[Id, Term("gbt4754")], ...] = field("行业", "Industries", ())
    natures: tuple[Annotated[Id, Term("organisation-natures")], ...] = field("单位性质", "Natures", ())
    legal_person: Opt[Flag] = field("独立法人", "Legal person of its own", None)
    age_years_min: Opt[Count] = field("成立年限下限（年）", "Years since its foundation, at least", None)
    revenue_min: Opt[Money] = field(
        "上年主营业务收入下限（元）", "Main revenue of the year before, at least (CNY)", None
    )
    clean_record_years: Opt[Count] = field("无违规年限（年）", "Years without a breach", None)


class ListingTest(Model):
    """What a criterion looks at, so that a program can decide it; see generator/vouchers/eligibility.py.

    listing-approved       product and listing are approved
    supplier-admitted      the vendor, or its parent, is among the admitted suppliers
    category-accepts       the listing's category is a leaf that accepts the product's category
    prices-complete        prices stated, whole, in force on the day
    capabilities           at least `count` capabilities stated (of `metrics`, where given) on `basis` or better
    conformity             at least `count` provisions of `standard` claimed as met, with evidence
    certificate            a certificate of `scheme` in force on the day, of `level` or higher
    readiness              the four readiness statements, each with something that supports it
    no-open-objection      no objection is open in any notice of it
    noticed                a public notice has ended, and what is published has not changed since
    within-validity        the listing is valid on the day
    """

    check: Literal[
        "listing-approved",
        "supplier-admitted",
        "category-accepts",
        "prices-complete",
        "capabilities",
        "conformity",
        "certificate",
        "readiness",
        "no-open-objection",
        "noticed",
        "within-validity",
    ] = field("检查项", "Check")
    count: Opt[Count] = field("数量下限", "At least", None)
    metrics: tuple[Annotated[Id, METRIC], ...] = field("指标", "Metrics", ())
    basis: Opt[Literal["planned", "declared", "measured"]] = field("依据类型", "Basis", None)
    standard: Opt[Annotated[Id, GRADED]] = field("标准", "Standard", None)
    scheme: Opt[Annotated[Id, SCHEME]] = field("认证和等级评价", "Scheme", None)
    level: Opt[Id] = field("等级下限", "Level, at least", None)


class Criterion(Model):
    """A condition a listing or a claimant has to meet. Without a `test` it is for people to decide.

    `categories`: those whose listings are asked, with all below them; every one where none is named.
    """

    id: Id = field("编号", "Id")
    applies_to: Literal["enterprise", "supplier", "product", "contract"] = field("适用对象", "Applies to")
    text: Short = field("条件", "Condition")
    clause: Opt[Line] = field("依据条款", "Clause", None)
    categories: tuple[Id, ...] = field("适用目录", "For categories", ())
    test: Opt[ListingTest] = field("判定", "Test", None)
    remedy: Opt[Short] = field("补正办法", "What to do", None)


class NoticeRules(Model):
    """How listings are made public before a release."""

    days: Whole = field("天数", "Days")
    day_kind: Literal["working", "calendar"] = field("计日方式", "Days counted")
    basis: Short = field("依据", "Basis")
    channel: Short = field("异议渠道", "Channel for objections")
    requirements: Opt[Prose] = field("异议要求", "Requirements for objections", None)
    office: Short = field("受理单位", "Receiving office")


class Column(Model):
    """A column of a published table: what it shows and how that is written; `width` in characters."""

    shows: Literal[
        "number",
        "branch",
        "category",
        "grade",
        "product",
        "model",
        "version",
        "vendor",
        "vendor-city",
        "subsidy-class",
        "ratio",
        "ceiling",
        "exclusion-group",
        "price",
        "price-once",
        "price-yearly",
        "capabilities",
        "certificate",
        "cities",
        "valid-from",
        "valid-until",
        "notice",
        "summary",
        "address",
    ] = field("内容", "Shows")
    label: Short = field("栏目名称", "Heading")
    format: Literal["text", "integer", "percent", "yuan", "ten-thousand-yuan", "date"] = field("格式", "Format", "text")
    width: Opt[Positive] = field("列宽（字符）", "Width (characters)", None)


class Table(Model):
    """A table that the authority publishes: its title and columns."""

    id: Id = field("编号", "Id")
    title: Name = field("标题", "Title")
    columns: tuple[Column, ...] = field("栏目", "Columns", min_length=1)


class Voucher(EntryModel):
    """A voucher programme (服务券).

    A branch is a category of the first level, with all below it. `repeat`: what one enterprise may claim again;
    once-per-category: one line of each leaf; once-per-branch: one line of all leaves of a branch.
    """

    lifecycle: ClassVar[str | None] = "instrument"

    issuer: Opt[Annotated[Id, ISSUER]] = field("发布单位", "Issuer", None)
    policies: tuple[Annotated[Id, POLICY], ...] = field("政策依据", "Policies", ())
    cities: Cities = field("适用地市", "Cities", ())
    excluded_cities: Cities = field("不适用地市", "Cities excluded", ())
    windows: tuple[Window, ...] = field("申领与兑现期", "Windows", ())
    claimant: Opt[Claimant] = field("申领对象", "Who may claim", None)
    categories: tuple[Category, ...] = field("目录", "Categories", ())
    classes: tuple[SubsidyClass, ...] = field("类别", "Classes", ())
    ceilings: Opt[Ceilings] = field("限额", "Ceilings", None)
    supplier_ceilings: tuple[SupplierCeiling, ...] = field("供应商额度", "Ceilings of suppliers", ())
    exclusion_groups: tuple[ExclusionGroup, ...] = field("互斥组", "Exclusion groups", ())
    repeat: Opt[Literal["allowed", "once-per-category", "once-per-branch"]] = field("重复申领", "Claims again", None)
    criteria: tuple[Criterion, ...] = field("条件", "Criteria", ())
    admitted_suppliers: tuple[Annotated[Id, ADMITTED], ...] = field("入库供应商", "Admitted suppliers", ())
    paid_share_min: Opt[Percent] = field("实付比例下限（%）", "Share to be paid first (%)", None)
    redemption_evidence: tuple[Short, ...] = field("兑现材料", "Evidence for redemption", ())
    order_of_limits: tuple[
        Literal["ratio", "line", "category", "enterprise-year", "enterprise", "supplier", "total"], ...
    ] = field("限额次序", "Order of limits", ())
    rounding: Opt[Literal["fen-down", "yuan-down", "yuan-half-up"]] = field("舍入", "Rounding", None)
    stacking: Opt[Short] = field("叠加规则", "Stacking", None)
    excludes_vouchers: tuple[Annotated[Id, VOUCHER_EXCLUDED], ...] = field(
        "不得同时申领的服务券", "Vouchers not to be drawn together", ()
    )
    notice_rules: Opt[NoticeRules] = field("公示规则", "Rules of the public notice", None)
    tables: tuple[Table, ...] = field("目录表", "Tables", ())
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
    days: Whole = field("天数", "Days")
    start: Date = field("开始", "Starts")
    end: Date = field("结束", "Ends")
    channel: Short = field("异议渠道", "Channel for objections")
    requirements: Opt[Prose] = field("异议要求", "Requirements for objections", None)
    office: Short = field("受理单位", "Receiving office")
    disclosure: Opt[Literal["public"]] = field("公开方式", "Disclosure", None)
