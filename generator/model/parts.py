"""Parts that several kinds share: sources, evidence, contacts, quantities, prices, claims, histories."""

from typing import Annotated, Literal

from generator.model.fields import (
    Date,
    Id,
    Line,
    Model,
    Money,
    Number,
    Opt,
    Percent,
    Positive,
    Sha256,
    Short,
    Url,
    field,
)
from generator.model.links import Term
from generator.model.relations import CONFORMS_TO, INDUSTRY, METRIC, SCENARIO
from generator.texts import Text

City = Annotated[Id, Term("cities")]
Cities = tuple[Annotated[Id, Term("cities")], ...]
Industries = tuple[Annotated[Id, INDUSTRY], ...]
Aspect = Annotated[Id, Term("standard-aspects")]


class Source(Model):
    """Where a statement comes from: a document by name, or a web address."""

    title: Line = field("标题", "Title")
    document: Opt[Line] = field("文件", "Document", None, hint=Text("文号或标准号", "document or standard number"))
    url: Opt[Url] = field("网址", "Address", None)
    clause: Opt[Line] = field("条款", "Clause", None)
    date: Opt[Date] = field("日期", "Date", None)
    fields: tuple[Line, ...] = field("所支持的字段", "Fields it supports", ())


class Evidence(Model):
    """A document that proves a statement; the file itself stays outside the repository."""

    title: Line = field("标题", "Title")
    issuer: Opt[Line] = field("出具单位", "Issuer", None)
    document: Opt[Line] = field("文件编号", "Document number", None)
    url: Opt[Url] = field("网址", "Address", None)
    date: Opt[Date] = field("日期", "Date", None)
    sha256: Opt[Sha256] = field("SHA-256", "SHA-256", None)


class Contact(Model):
    """An office, never a person."""

    role: Short = field("岗位或部门", "Role or office")
    url: Opt[Url] = field("网址", "Address", None)
    office_email: Opt[Line] = field("公务邮箱", "Office e-mail", None)
    office_phone: Opt[Line] = field("公务电话", "Office telephone", None)


class HistoryLine(Model):
    """One step of an entry's life: the state entered, when, by which role, on what evidence."""

    to: Id = field("进入状态", "State entered")
    date: Date = field("日期", "Date")
    role: Opt[Annotated[Id, Term("roles")]] = field("角色", "Role", None)
    evidence: Opt[Evidence] = field("依据", "Evidence", None)


class Waiver(Model):
    """A finding that the owner accepts, with the reason."""

    rule: Id = field("规则名称", "Rule name", examples=["uscc-check-character"])
    reason: Short = field("理由", "Reason")


class Period(Model):
    """From a day to a day, both included."""

    start: Opt[Date] = field("起", "From", None)
    until: Opt[Date] = field("止", "Until", None)


class Quantity(Model):
    """A statement about a metric: `min` and `max` are promised bounds, `value` is both.

    `statistic` is "worst" unless stated. Design rules: at least one of the three numbers;
    the unit belongs to the metric; measured values carry evidence.
    """

    metric: Annotated[Id, METRIC] = field("指标", "Metric", examples=["end-to-end-latency"])
    value: Opt[Number] = field("数值", "Value", None)
    min: Opt[Number] = field("下限", "Lower bound", None)
    max: Opt[Number] = field("上限", "Upper bound", None)
    unit: Annotated[Id, Term("units")] = field("单位", "Unit", examples=["ms"])
    statistic: Literal["worst", "p999", "p99", "p95", "average"] = field("统计口径", "Statistic", "worst")
    condition: Opt[Short] = field("条件", "Condition", None)
    basis: Literal["planned", "declared", "measured"] = field("依据类型", "Basis", "declared")
    evidence: Opt[Evidence] = field("证明材料", "Evidence", None)


class Requirement(Model):
    """A bound that a quantity has to meet."""

    metric: Annotated[Id, METRIC] = field("指标", "Metric")
    min: Opt[Number] = field("不低于", "At least", None)
    max: Opt[Number] = field("不高于", "At most", None)
    unit: Annotated[Id, Term("units")] = field("单位", "Unit")
    statistic: Literal["worst", "p999", "p99", "p95", "average"] = field("统计口径", "Statistic", "worst")


class Tier(Model):
    """A step of a price: the amount for units up to `up_to`; the last step has none."""

    up_to: Opt[Positive] = field("至", "Up to", None)
    amount: Money = field("单价（元）", "Amount (CNY)")


class Price(Model):
    """One price component: yuan for one unit of its dimension, tax included unless it says otherwise."""

    id: Id = field("编号", "Id")
    name: Opt[Short] = field("名称", "Name", None)
    dimension: Annotated[Id, Term("billing-dimensions")] = field("计费量纲", "Billing dimension")
    charge: Literal["once", "recurring", "usage"] = field("收费方式", "Charge")
    period: Opt[Literal["month", "year"]] = field("周期", "Period", None)
    amount: Opt[Money] = field("单价（元）", "Amount (CNY)", None)
    tiering: Opt[Literal["graduated", "volume"]] = field("阶梯方式", "Tiering", None)
    tiers: tuple[Tier, ...] = field("阶梯", "Tiers", ())
    included: Opt[Positive] = field("含量", "Included", None)
    minimum: Opt[Money] = field("最低收费（元）", "Minimum (CNY)", None)
    tax: Literal["included", "excluded"] = field("税", "Tax", "included")
    tax_rate: Opt[Percent] = field("税率（%）", "Tax rate (%)", None)
    valid: Opt[Period] = field("有效期", "Valid", None)
    kind: Literal["list", "negotiated"] = field("价格性质", "Kind of price", "list")


class Claim(Model):
    """A statement that a provision of a standard is met. `edition` is "draft" or a published year."""

    standard: Annotated[Id, CONFORMS_TO] = field("标准", "Standard")
    edition: Line = field("版本", "Edition", examples=["draft", "2026"])
    provision: Id = field("条款", "Provision", examples=["p-lat-01"])
    result: Literal["met", "partly", "not-applicable"] = field("结果", "Result")
    evidence: Opt[Evidence] = field("证明材料", "Evidence", None)
    fingerprint: Opt[Sha256] = field("指纹", "Fingerprint", None)


class ScenarioUse(Model):
    """A scenario and where in production it stands: around it, or at its core."""

    scenario: Annotated[Id, SCENARIO] = field("应用场景", "Scenario")
    production_stage: Opt[Literal["peripheral", "core"]] = field("生产环节", "Production stage", None)


class Investment(Model):
    """Money as its source states it, in yuan."""

    amount: Money = field("金额（元）", "Amount (CNY)")
    scope: Opt[Short] = field("范围", "Scope", None)
    period: Opt[Period] = field("期间", "Period", None)


class Part(Model):
    """A named share of a sum, in yuan."""

    name: Short = field("名称", "Name")
    amount: Money = field("金额（元）", "Amount (CNY)")


class Milestone(Model):
    """A point of a schedule."""

    date: Date = field("日期", "Date")
    goal: Short = field("目标", "Goal")
    result: Opt[Short] = field("成效", "Result", None)


class Indicator(Model):
    """A number a project promises, with what it was before."""

    name: Short = field("名称", "Name")
    before: Opt[Number] = field("建设前", "Before", None)
    target: Number = field("目标值", "Target")
    unit: Line = field("单位", "Unit")
    metric: Opt[Annotated[Id, METRIC]] = field("对应指标", "Metric", None)
