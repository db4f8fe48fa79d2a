"""A member of a consortium is of a type that consortia are not made of.

The notice names six types of member: telecom operators, Industrial Internet service providers,
enterprises of the 5G supply chain, makers of industrial equipment, research institutions and
third-party organisations; and it encourages industrial enterprises to take a deep part. Authorities
and park bodies recommend and review plans, so they are not members.

Correct the organisation's types, or leave it out. The types stand in rules.yaml under the parameter
`types`; "not stated" is always accepted.
"""

from collections.abc import Iterator

from generator.diagnostics import Finding, Severity
from generator.model.organisation import Organisation
from generator.model.programme_objects import Consortium
from generator.project import Entry, Project
from generator.rules.rule import Rule, RuleText, Scope

TEXT = RuleText(
    zh="“{name}”的类型（{types}）不在产业联合体成员的类型之中",
    en="'{name}' is of a type ({types}) that consortia are not made of",
    help_zh="联合体成员的类型：{wanted}。请改正该单位的 types，或不列入。",
    help_en="Members are: {wanted}. Correct that organisation's types, or leave it out.",
    page_zh="""
产业联合体成员的类型不符。

通知列出六类成员：基础电信运营企业、工业互联网服务商、5G 关键产业链企业、工业装备制造商、创新研发机构、第三方组织，
并鼓励工业企业深度参与。主管部门和园区管理机构负责推荐和审核，不是成员。

请改正该单位的类型，或不列入。类型由 rules.yaml 的参数 `types` 决定；“未说明”总是可以。
""",
)

GOOD = """\
--- catalog/consortia/team.yaml
name:
  zh: 示例联合体
members:
  - {organisation: telco, role: lead}
  - {organisation: acme}
"""

BAD = """\
--- catalog/organisations/bureau.yaml
name:
  zh: 示例主管部门
types: [authority]
--- catalog/consortia/team.yaml
name:
  zh: 示例联合体
members:
  - {organisation: telco, role: lead}
  - {organisation: bureau}
"""

MEMBERS = (
    "operator",
    "service-provider",
    "5g-chain-enterprise",
    "equipment-maker",
    "research",
    "third-party",
    "industrial-enterprise",
)
_NOT_STATED = "not-stated"


def check(entry: Entry, project: Project) -> Iterator[Finding]:
    wanted = project.parameter("member-type", "types", MEMBERS)
    for index, member in enumerate(entry.as_a(Consortium).members):
        found = project.find("organisations", member.organisation, Organisation)
        if found and not set(found.types) & {*wanted, _NOT_STATED}:
            yield entry.at(
                "members",
                index,
                "organisation",
                name=found.name.text,
                types=", ".join(found.types),
                wanted=", ".join(wanted),
            )


RULE = Rule(
    "C303",
    "member-type",
    Severity.WARNING,
    Scope.LINKS,
    check,
    TEXT,
    GOOD,
    BAD,
    kinds=("consortia",),
    parameters={"types": MEMBERS},
)
