"""The programme's own objects: demonstration parks, consortia and benchmark projects."""

from typing import Annotated, ClassVar, Literal

from pydantic import Field

from generator.model.entry import EntryModel
from generator.model.fields import Id, Integer, Model, Opt, Prose, Short, field
from generator.model.links import Term
from generator.model.parts import (
    Aspect,
    City,
    Evidence,
    Indicator,
    Industries,
    Investment,
    Milestone,
    Quantity,
    ScenarioUse,
)
from generator.model.relations import (
    APPLICANT,
    ENTERPRISE,
    MANAGEMENT,
    MEMBER,
    PARKS,
    PARTNER,
    PROMISES,
    SOLUTION,
)

Disclosure = Literal["public"]


class Park(EntryModel):
    """A demonstration park (应用示范园区)."""

    lifecycle: ClassVar[str | None] = "park"

    batch: Annotated[Integer, Field(ge=1)] = field("批次", "Batch")
    city: City = field("属地", "City")
    park_type: Opt[Annotated[Id, Term("park-types")]] = field("园区类型", "Type of park", None)
    applicants: tuple[Annotated[Id, APPLICANT], ...] = field("申报单位", "Applicants", min_length=1)
    management: Opt[Annotated[Id, MANAGEMENT]] = field("园区管理机构", "Park management", None)
    industries: Industries = field("行业领域", "Industries", ())
    disclosure: Opt[Disclosure] = field("公开方式", "Disclosure", None)


class Member(Model):
    """A unit in a consortium."""

    organisation: Annotated[Id, MEMBER] = field("单位", "Organisation")
    role: Literal["lead", "member"] = field("角色", "Role", "member")
    work: Opt[Short] = field("分工", "Share of the work", None)


class Consortium(EntryModel):
    """An industry consortium (产业联合体)."""

    members: tuple[Member, ...] = field("成员单位", "Members", min_length=1)
    parks: tuple[Annotated[Id, PARKS], ...] = field("面向园区", "For parks", ())
    industries: Industries = field("行业领域", "Industries", ())
    cooperation_mode: Opt[Prose] = field("合作模式", "Cooperation", None)
    agreements: tuple[Evidence, ...] = field("合作协议", "Agreements", ())
    working_method: Opt[Prose] = field("工作组织方式", "Working method", None)
    business_model: Opt[Prose] = field("商业模式", "Business model", None)
    sustained_investment: Opt[Prose] = field("可持续投资保障", "Sustained investment", None)


class PlannedStandard(Model):
    """A group standard that a project promises, and the aspects it will cover."""

    title: Short = field("名称", "Title")
    standard: Opt[Annotated[Id, PROMISES]] = field("标准", "Standard", None)
    aspects: tuple[Aspect, ...] = field("涉及方面", "Aspects", min_length=1)


class Benchmark(EntryModel):
    """A benchmark project (应用标杆)."""

    lifecycle: ClassVar[str | None] = "entry"

    enterprise: Annotated[Id, ENTERPRISE] = field("工业企业", "Industrial enterprise")
    partners: tuple[Annotated[Id, PARTNER], ...] = field("参与单位", "Partners", ())
    parks: tuple[Annotated[Id, PARKS], ...] = field("所在园区", "Parks", ())
    solution: Opt[Annotated[Id, SOLUTION]] = field("所用方案", "Solution", None)
    scenarios: tuple[ScenarioUse, ...] = field("应用场景", "Scenarios", ())
    industries: Industries = field("行业领域", "Industries", ())
    digital_baseline: Opt[Prose] = field("企业数字化基础", "Digital baseline", None)
    pain_points: Opt[Prose] = field("行业痛点、需求", "Pain points and needs", None)
    construction: Opt[Prose] = field("5G 端到端建设方案", "End-to-end 5G construction", None)
    five_g_features: Opt[Prose] = field("5G 特征及技术关联", "5G features used", None)
    demonstration_value: Opt[Prose] = field("示范意义", "Demonstration value", None)
    promotion: Opt[Prose] = field("推广价值、可行性与范围", "Value, feasibility and scope of roll-out", None)
    schedule: tuple[Milestone, ...] = field("时间安排", "Schedule", ())
    investment: Opt[Investment] = field("投资计划", "Investment", None)
    indicators: tuple[Indicator, ...] = field("量化评价指标", "Evaluation indicators", ())
    results: tuple[Quantity, ...] = field("实测结果", "Results", ())
    promised_standards: tuple[PlannedStandard, ...] = field("拟输出团体标准", "Promised group standards", ())
    disclosure: Opt[Disclosure] = field("公开方式", "Disclosure", None)
