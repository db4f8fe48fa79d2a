"""A list of links names the same entry twice.

Applicants, members, partners, joint units, drafting organisations, admitted suppliers and the like are
each named once: twice, they would be counted twice and stand twice on the page.

Take one of the two out.
"""

from collections.abc import Iterator

from generator.diagnostics import Finding, Pointer, Severity
from generator.project import Entry, Project
from generator.rules.rule import Rule, RuleText, Scope

TEXT = RuleText(
    zh="“{target}”在这个列表中已经列过（第 {first} 项）",
    en="'{target}' is already in this list (number {first})",
    help_zh="请删去其中一个。",
    help_en="Take one of them out.",
    page_zh="""
一个列表里两次列出同一个条目。

申报单位、成员、参与单位、联合单位、起草单位、入库供应商等每个只列一次；列两次就会被数两次，在页面上出现两次。

请删去其中一个。
""",
)

GOOD = """\
--- catalog/parks/harbour.yaml
name:
  zh: 示例园区
batch: 1
city: foshan
applicants: [acme, telco]
"""

BAD = """\
--- catalog/parks/harbour.yaml
name:
  zh: 示例园区
batch: 1
city: foshan
applicants: [acme, telco, acme]
"""

ONCE = ("members", "units", "benchmark_plans", "listings")
"""Lists whose items hold more than the link, and yet name each entry once."""


def check(entry: Entry, project: Project) -> Iterator[Finding]:
    seen: dict[tuple[Pointer, str, str], int] = {}
    for link in entry.links:
        pointer = link.pointer
        if isinstance(pointer[-1], int):
            parent, index = pointer[:-1], pointer[-1]
        elif len(pointer) == 3 and pointer[0] in ONCE and isinstance(pointer[1], int):
            parent, index = (pointer[0], pointer[2]), pointer[1]
        else:
            continue
        first = seen.setdefault((parent, link.relation.name, link.target), index)
        if first != index:
            yield entry.at(*pointer, target=link.target.partition("/")[2], first=first + 1)


RULE = Rule("C305", "repeated-link", Severity.ERROR, Scope.ENTRY, check, TEXT, GOOD, BAD)
