"""A section of a work plan is not filled in, or only in part.

The form (工作方案提纲, part 2) has seven sections. What is still missing is listed for each, so that
whoever writes the plan sees at once what is left to do.

Fill in what is named. What the consortium's own entry states need not be repeated.
"""

from collections.abc import Iterator

from generator.diagnostics import Finding, Severity
from generator.project import Entry, Project
from generator.rules.programme.sections import drafting, sections_of
from generator.rules.rule import Rule, RuleText, Scope
from generator.texts import Text

TEXT = RuleText(
    zh="工作方案的“{section}”还缺：{lacks}",
    en="the work plan's section '{section}' lacks: {lacks}",
    help_zh="请按提纲补齐，或等报送前再补。",
    help_en="Fill it in as the form asks, at the latest before the plan is submitted.",
    page_zh="""
工作方案的某一部分没有写，或没有写全。

工作方案提纲第二部分有七个部分。这里逐部分列出还缺的内容，编写方案的人一眼就知道还要做什么。

请补上所列内容；产业联合体条目中已经写明的不必重复。
""",
)

_PLAN = """\
--- catalog/solutions/line.yaml
name:
  zh: 产线方案
vendor: telco
implements: line
scenarios: [{scenario: inspection}]
fills:
  - {slot: access, product: gateway, quantity: 1}
  - {slot: core, product: upf, quantity: 1}
--- catalog/consortia/team.yaml
name:
  zh: 示例联合体
members:
  - {organisation: telco, role: lead}
  - {organisation: acme}
cooperation_mode: {zh: 合作}
working_method: {zh: 例会}
business_model: {zh: 分成}
sustained_investment: {zh: 自筹}
--- catalog/benchmarks/press.yaml
name:
  zh: 示例标杆
enterprise: acme
promised_standards:
  - {title: {zh: 示例标准}, aspects: [architecture, function, performance, security, interoperability]}
--- catalog/workplans/plan.yaml
name:
  zh: 示例工作方案
industries: [electronics]
parks: [harbour]
lead_unit: telco
joint_units: [acme]
units:
  - {organisation: telco, operation_profile: {zh: 运营}, capability_profile: {zh: 能力}}
  - {organisation: acme, operation_profile: {zh: 制造}, capability_profile: {zh: 能力}}
scenario_analysis:
  industry_overview: {enterprises: 20}
  pain_points: {zh: 痛点}
  common_needs: {zh: 需求}
  key_scenarios: [{scenario: inspection}]
consortium_plan: {consortium: team}
overall:
  network_specification: {zh: 规范}
  performance: [{metric: end-to-end-latency, max: 20, unit: ms, basis: planned}]
  park_network: {zh: 园区网}
  intranet: {zh: 内网}
  benchmarks: {zh: 标杆}
  cluster_rollout: {zh: 推广}
  investment: {total: 100}
  period: {start: 2026-01-01, until: 2027-12-31}
  two_year_plan: [{date: 2027-12-31, goal: {zh: 完成}}]
network:
  plan_name: {zh: 方案}
  implementer: {zh: 主体}
  served_party: {zh: 对象}
  goals: {zh: 目标}
  resource_demand: {zh: 资源}
  architecture: {zh: 架构}
  performance: [{metric: end-to-end-latency, max: 20, unit: ms, basis: planned}]
  work_done: {zh: 基础}
  problems: {zh: 问题}
  remedies: {zh: 途径}
  investment: {total: 60}
  period: {start: 2026-01-01, until: 2026-12-31}
  milestones: [{date: 2026-12-31, goal: {zh: 开通}}]
benchmark_plans: [{benchmark: press}]
supporting_policies:
  electricity: {zh: 用电}
  land: {zh: 用地}
  special_funds: {zh: 资金}
  measures: {zh: 措施}
  organisations: {zh: 机构}
rollout:
  industries: [electronics]
  clusters: [{zh: 示例集群}]
  content: {zh: 内容}
  plan: {zh: 计划}
  organisation: {zh: 组织}
  indicators: [{name: {zh: 企业数}, target: 10, unit: 家}]
"""

GOOD = _PLAN + "  investment: {total: 40}\n"

BAD = _PLAN


def check(entry: Entry, project: Project) -> Iterator[Finding]:
    whole = Text("全部内容", "all of it")
    for section in sections_of(entry, project):
        if not section.present and drafting(entry, project):
            yield entry.at(section.key, on_key=True, section=section.title, lacks=whole)
        elif section.present and section.lacks:
            lacks = Text("、".join(t.zh for t in section.lacks), ", ".join(t.en for t in section.lacks))
            yield entry.at(section.key, on_key=True, section=section.title, lacks=lacks)


RULE = Rule("C311", "incomplete-section", Severity.WARNING, Scope.LINKS, check, TEXT, GOOD, BAD, kinds=("workplans",))
