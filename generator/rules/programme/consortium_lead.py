"""A consortium does not have exactly one lead unit.

The work-plan form asks for one lead unit (牵头单位) that answers for the consortium; the others are members.

Mark one member with `role: lead` and leave the others as they are.
"""

from collections.abc import Iterator

from generator.diagnostics import Finding, Severity
from generator.model.programme_objects import Consortium
from generator.project import Entry, Project
from generator.rules.rule import Rule, RuleText, Scope

TEXT = RuleText(
    zh="产业联合体有 {count} 个牵头单位，应有且只有一个",
    en="the consortium has {count} lead units; it must have exactly one",
    help_zh="请只给一个成员写 role: lead。",
    help_en="Write role: lead on exactly one member.",
    page_zh="""
产业联合体的牵头单位不是恰好一个。

工作方案提纲要求填写一个牵头单位，由它对联合体负责，其余是成员。

请只给一个成员写 `role: lead`。
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
  - {organisation: telco}
  - {organisation: acme}
"""


def check(entry: Entry, project: Project) -> Iterator[Finding]:
    leads = [i for i, member in enumerate(entry.as_a(Consortium).members) if member.role == "lead"]
    if not leads:
        yield entry.at("members", on_key=True, count=0)
    for index in leads[1:]:
        yield entry.at("members", index, "role", count=len(leads))


RULE = Rule("C301", "consortium-lead", Severity.ERROR, Scope.ENTRY, check, TEXT, GOOD, BAD, kinds=("consortia",))
