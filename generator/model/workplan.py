"""The work plan (工作方案): the official form, field by field.

The form's five personal cells (name, telephone, mobile, fax, e-mail) and the cover's contact line have no
field here; exports leave them blank to be filled by hand. Money is in yuan; the form prints 万元.
"""

from typing import Annotated, ClassVar

from generator.model.entry import EntryModel
from generator.model.fields import Count, Id, Model, Money, Opt, Prose, Short, field
from generator.model.parts import (
    Evidence,
    Indicator,
    Industries,
    Milestone,
    Part,
    Period,
    Quantity,
    ScenarioUse,
)
from generator.model.programme_objects import Disclosure, PlannedStandard
from generator.model.relations import CONSORTIUM, JOINT, LEAD, PARKS, PLAN_BENCHMARK, UNIT


class Unit(Model):
    """Part 1 of the form, one applicant. Name, code, nature, address and founding are the organisation's."""

    organisation: Annotated[Id, UNIT] = field("单位名称", "Unit")
    last_year_sales: Opt[Money] = field("上年销售（元）", "Last year's sales (CNY)", None)
    employees: Opt[Count] = field("员工数（人）", "Employees", None)
    contact_position: Opt[Short] = field("联系人职务", "Contact's position", None)
    operation_profile: Opt[Prose] = field("经营发展情况", "Operation", None)
    capability_profile: Opt[Prose] = field("能力情况", "Capability", None)


class IndustryOverview(Model):
    """Section 1.1: the industry and region."""

    output_value: Opt[Money] = field("产值规模（元）", "Output (CNY)", None)
    enterprises: Opt[Count] = field("企业数", "Enterprises", None)
    above_scale_enterprises: Opt[Count] = field("规上工业企业", "Enterprises above designated size", None)
    sector_distribution: Opt[Prose] = field("行业领域分布", "Sectors", None)
    backbone_enterprises: tuple[Short, ...] = field("骨干企业名单", "Backbone enterprises", ())
    regional_plan: Opt[Prose] = field("区域规划", "Regional plan", None)
    transition_path: Opt[Prose] = field("产业转型路径", "Path of transition", None)
    infrastructure_demand: Opt[Prose] = field("对 5G 新型基础设施的需求", "Demand for 5G infrastructure", None)
    digital_baseline: Opt[Prose] = field("目前数字化基础条件", "Digital baseline", None)


class KeyScenario(ScenarioUse):
    """A key scenario; the form asks for its return and its supply chain."""

    investment_return: Opt[Prose] = field("投资收益", "Return on investment", None)
    supply_chain: Opt[Prose] = field("产业链配套", "Supply chain", None)


class ScenarioAnalysis(Model):
    """Section 1: 垂直行业领域应用场景."""

    industry_overview: Opt[IndustryOverview] = field("产业概况", "Industry overview", None)
    pain_points: Opt[Prose] = field("关键痛点", "Pain points", None)
    common_needs: Opt[Prose] = field("共性需求", "Common needs", None)
    key_scenarios: tuple[KeyScenario, ...] = field("重点应用场景", "Key scenarios", ())


class ConsortiumPlan(Model):
    """Section 2: 产业联合体组建方案."""

    consortium: Opt[Annotated[Id, CONSORTIUM]] = field("产业联合体", "Consortium", None)
    cooperation_mode: Opt[Prose] = field("合作模式、合作协议、分工", "Cooperation, agreements, division of work", None)
    working_method: Opt[Prose] = field("工作组织方式", "Working method", None)
    business_model: Opt[Prose] = field("商业模式", "Business model", None)
    sustained_investment: Opt[Prose] = field("可持续投资保障", "Sustained investment", None)


class InvestmentNeed(Model):
    """The total of a plan and its parts; the parts add up to the total."""

    total: Money = field("总投资（元）", "Total (CNY)")
    parts: tuple[Part, ...] = field("分项", "Parts", ())
    funding: tuple[Part, ...] = field("资金筹措", "Funding", ())
    expected_benefit: Opt[Prose] = field("预期经济效益", "Expected benefit", None)


class OverallPlan(Model):
    """Section 3: 总体方案."""

    network_specification: Opt[Prose] = field("符合工业企业需求的 5G 网络规范", "5G network specification", None)
    performance: tuple[Quantity, ...] = field("网络规范指标", "Specified performance", ())
    park_network: Opt[Prose] = field("5G 园区网络", "5G park network", None)
    intranet: Opt[Prose] = field("企业内网", "Enterprise intranet", None)
    benchmarks: Opt[Prose] = field("应用标杆", "Benchmarks", None)
    cluster_rollout: Opt[Prose] = field("集群企业规模化推广", "Roll-out in the cluster", None)
    investment: Opt[InvestmentNeed] = field("总体投资需求", "Total investment", None)
    period: Opt[Period] = field("实施期", "Period of implementation", None)
    two_year_plan: tuple[Milestone, ...] = field("2 年期实施规划", "Two-year plan", ())


class NetworkPlan(Model):
    """Section 4: 5G 园区网络及企业内网建设方案."""

    plan_name: Opt[Short] = field("方案名称", "Name of the plan", None)
    implementer: Opt[Short] = field("实施主体", "Implementer", None)
    served_party: Opt[Short] = field("服务对象", "Served party", None)
    goals: Opt[Prose] = field("建设目标", "Goals", None)
    resource_demand: Opt[Prose] = field("网络资源需求分析", "Network resources needed", None)
    architecture: Opt[Prose] = field("端到端网络架构", "End-to-end architecture", None)
    performance: tuple[Quantity, ...] = field("性能指标", "Performance", ())
    work_done: Opt[Prose] = field("已开展工作情况", "Work done", None)
    problems: Opt[Prose] = field("目前存在问题", "Problems", None)
    remedies: Opt[Prose] = field("解决途径", "Remedies", None)
    investment: Opt[InvestmentNeed] = field("投资计划", "Investment", None)
    period: Opt[Period] = field("建设期限", "Period of construction", None)
    milestones: tuple[Milestone, ...] = field("关键时间节点、阶段目标与成效", "Milestones", ())


class BenchmarkPlan(Model):
    """Section 5: 应用标杆建设方案. The enterprise, the construction and the results stand in the benchmark's own entry."""

    benchmark: Annotated[Id, PLAN_BENCHMARK] = field("应用标杆", "Benchmark")
    standards: tuple[PlannedStandard, ...] = field("拟输出团体标准", "Promised group standards", ())


class Rollout(Model):
    """Section 6: 企业规模化推广方案."""

    industries: Industries = field("推广的垂直行业领域", "Industries", ())
    clusters: tuple[Short, ...] = field("产业集群重点区域", "Clusters", ())
    content: Opt[Prose] = field("推广方案内容", "Content", None)
    plan: Opt[Prose] = field("推广计划", "Plan", None)
    organisation: Opt[Prose] = field("组织方式", "Organisation", None)
    indicators: tuple[Indicator, ...] = field("量化指标", "Indicators", ())
    investment: Opt[InvestmentNeed] = field("投资计划", "Investment", None)


class SupportingPolicies(Model):
    """Section 7: 相关地市和园区配套政策措施."""

    electricity: Opt[Prose] = field("用电", "Electricity", None)
    land: Opt[Prose] = field("用地", "Land", None)
    special_funds: Opt[Prose] = field("专项资金", "Special funds", None)
    measures: Opt[Prose] = field("政策、措施", "Policies and measures", None)
    organisations: Opt[Prose] = field("组织机构", "Organisations", None)


class WorkPlan(EntryModel):
    """A work plan for a demonstration park (应用示范园区工作方案)."""

    lifecycle: ClassVar[str | None] = "workplan"

    industries: Industries = field("行业领域", "Industries", min_length=1)
    parks: tuple[Annotated[Id, PARKS], ...] = field("覆盖园区", "Covered parks", min_length=1)
    lead_unit: Annotated[Id, LEAD] = field("牵头单位", "Lead unit")
    joint_units: tuple[Annotated[Id, JOINT], ...] = field("联合单位", "Joint units", ())
    seals: tuple[Evidence, ...] = field("盖章", "Seals", ())
    units: tuple[Unit, ...] = field("申报单位信息", "Applicants", ())
    scenario_analysis: Opt[ScenarioAnalysis] = field("垂直行业领域应用场景", "Scenarios", None)
    consortium_plan: Opt[ConsortiumPlan] = field("产业联合体组建方案", "Consortium", None)
    overall: Opt[OverallPlan] = field("总体方案", "Overall plan", None)
    network: Opt[NetworkPlan] = field("5G 园区网络及企业内网建设方案", "Park network and intranet", None)
    benchmark_plans: tuple[BenchmarkPlan, ...] = field("应用标杆建设方案", "Benchmark projects", ())
    rollout: Opt[Rollout] = field("企业规模化推广方案", "Roll-out", None)
    supporting_policies: Opt[SupportingPolicies] = field("相关地市和园区配套政策措施", "Supporting policies", None)
    disclosure: Opt[Disclosure] = field("公开方式", "Disclosure", None)
