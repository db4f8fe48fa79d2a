"""A consortium has no telecom operator among its members.

The notice wants consortia to upgrade networks inside and outside the factory; every one of the first
parks was applied for together with an operator (基础电信运营企业), and without one there is no public
5G network to build on.

Add the operator, or correct the types of the organisation that is one. Which types count stands in
rules.yaml under the parameter `types`.
"""

from collections.abc import Iterator

from generator.diagnostics import Finding, Severity
from generator.model.organisation import Organisation
from generator.model.programme_objects import Consortium
from generator.project import Entry, Project
from generator.rules.rule import Rule, RuleText, Scope

TEXT = RuleText(
    zh="产业联合体的成员中没有基础电信运营企业",
    en="no member of the consortium is a telecom operator",
    help_zh="请加入运营企业；如成员中已有，请在其条目的 types 中写明（{types}）。",
    help_en="Add the operator, or, where a member is one, say so in its entry's types ({types}).",
    page_zh="""
产业联合体没有基础电信运营企业。

通知要求联合体改造企业内外网；第一批园区都是和运营企业联合申报的，没有运营企业就没有可用的 5G 公网。

请加入运营企业，或在该单位条目的 types 中写明。哪些类型算运营企业，由 rules.yaml 的参数 `types` 决定。
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
--- catalog/consortia/team.yaml
name:
  zh: 示例联合体
members:
  - {organisation: acme, role: lead}
"""

OPERATORS = ("operator",)


def check(entry: Entry, project: Project) -> Iterator[Finding]:
    wanted = project.parameter("consortium-operator", "types", OPERATORS)
    members = [
        project.find("organisations", member.organisation, Organisation) for member in entry.as_a(Consortium).members
    ]
    # A member whose file cannot be read may be the operator.
    if None not in members and not any(set(member.types) & set(wanted) for member in members if member):
        yield entry.at("members", on_key=True, types=", ".join(wanted))


RULE = Rule(
    "C302",
    "consortium-operator",
    Severity.ERROR,
    Scope.LINKS,
    check,
    TEXT,
    GOOD,
    BAD,
    kinds=("consortia",),
    parameters={"types": OPERATORS},
)
