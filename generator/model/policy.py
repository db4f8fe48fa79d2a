"""Policies as published: what a document offers, to whom, how much, for how long."""

from typing import Annotated, ClassVar, Literal

from generator.model.entry import EntryModel
from generator.model.fields import Date, Id, Line, Model, Money, Opt, PartialDate, Percent, Prose, Short, field
from generator.model.links import Term
from generator.model.parts import Cities, Industries, Period
from generator.model.relations import ISSUER, MEASURE_OF


class Amount(Model):
    """One amount the document states. Absent numbers are not stated."""

    purpose: Short = field("用途", "Purpose")
    ratio_max: Opt[Percent] = field("比例上限（%）", "Ratio, at most (%)", None)
    amount_max: Opt[Money] = field("金额上限（元）", "Amount, at most (CNY)", None)
    per_unit: Opt[Money] = field("每单位（元）", "Per unit (CNY)", None)
    unit: Opt[Short] = field("单位", "Unit", None)
    scope: Opt[Literal["project", "enterprise", "enterprise-year", "operator-year", "platform", "node", "total"]] = (
        field("限额范围", "Scope of the ceiling", None)
    )
    tiers: tuple[Money, ...] = field("分档（元）", "Tiers (CNY)", ())


class Policy(EntryModel):
    """A published document, or one measure of it (see `part_of`)."""

    lifecycle: ClassVar[str | None] = "instrument"

    issuer: Opt[Annotated[Id, ISSUER]] = field("发布单位", "Issuer", None)
    document: Opt[Line] = field("文号", "Document number", None)
    part_of: Opt[Annotated[Id, MEASURE_OF]] = field("所属文件", "Part of", None)
    clause: Opt[Line] = field("条款", "Clause", None)
    issued_on: Opt[PartialDate] = field("发布日期", "Issued", None)
    valid: Opt[Period] = field("有效期", "Valid", None)
    due: Opt[Date] = field("报送期限", "Due", None)
    cities: Cities = field("适用地市", "Cities", ())
    industries: Industries = field("聚焦领域", "Sectors", ())
    levers: tuple[Annotated[Id, Term("policy-levers")], ...] = field("政策抓手", "Levers", ())
    instruments: tuple[Annotated[Id, Term("policy-instruments")], ...] = field("政策工具", "Instruments", ())
    amounts: tuple[Amount, ...] = field("标准", "Amounts", ())
    stacking: Opt[Short] = field("叠加规则", "Stacking", None)
    review_chain: tuple[Short, ...] = field("审核链条", "Review chain", ())
    wording: Opt[Prose] = field("原文", "Wording", None)
    disclosure: Opt[Literal["public"]] = field("公开方式", "Disclosure", None)
