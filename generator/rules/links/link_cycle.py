"""Links of one relation run in a circle.

If A depends on B and B on A, neither can be delivered first; a unit cannot stand above its own parent, and
nothing can supersede what supersedes it. Of each circle one is reported, at its first entry by id.

Remove or correct one of the links named.
"""

from collections.abc import Iterator

from generator.diagnostics import Finding, Severity
from generator.project import Project
from generator.rules.rule import Rule, RuleText, Scope

TEXT = RuleText(
    zh="“{relation}”成了循环：{cycle}",
    en="'{relation}' runs in a circle: {cycle}",
    help_zh="请改正或删去其中一个链接。",
    help_en="Correct or remove one of these links.",
    page_zh="""
同一种关系的链接构成了循环。

如果甲依赖乙、乙又依赖甲，就没有一个能先交付；单位不能是自己上级的上级，条目也不能替代替代了它的条目。每个循环只报告一次，位置是其中编号最小的条目。

请改正或删去所列链接之一。
""",
)

_FILES = """\
--- catalog/products/gw-5.yaml
name:
  zh: 五型网关
vendor: acme
category: gateway
depends_on: [gw-6]
--- catalog/products/gw-6.yaml
name:
  zh: 六型网关
vendor: acme
category: gateway
depends_on: [{last}]
"""
GOOD = _FILES.replace("{last}", "upf")
BAD = _FILES.replace("{last}", "gw-5")

ACYCLIC = ("depends_on", "derived_from", "parent", "part_of", "replaces", "supersedes")
_SHOWN = 10


def check(project: Project) -> Iterator[Finding]:
    for relation in ACYCLIC:
        for cycle in project.graph.cycles(relation):
            entry = project.get(cycle[0])
            if entry is None or len(cycle) == 1:
                continue  # a link to itself is another rule's
            link = next(i for i in entry.links if i.relation.name == relation and i.target == cycle[1])
            ids = [full_id.partition("/")[2] for full_id in cycle]
            way = [*ids, ids[0]] if len(ids) <= _SHOWN else [*ids[:_SHOWN], "…", ids[0]]
            yield entry.at(*link.pointer, relation=link.relation.label, cycle=" → ".join(way))


RULE = Rule("G001", "link-cycle", Severity.ERROR, Scope.PROJECT, check, TEXT, GOOD, BAD)
