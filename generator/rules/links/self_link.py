"""An entry links to itself.

A product does not depend on itself, and no organisation is its own parent. A link of this kind is a slip
of copying. Only `owner` may name the entry itself: an organisation may own its own entry.

Correct the id, or remove the line.
"""

from collections.abc import Iterator

from generator.diagnostics import Finding, Severity
from generator.project import Entry, Project
from generator.rules.rule import Rule, RuleText, Scope

TEXT = RuleText(
    zh="条目链接到了自己",
    en="the entry links to itself",
    help_zh="请改正编号，或删去这一行。",
    help_en="Correct the id, or remove the line.",
    page_zh="""
条目链接到了自己。

产品不会依赖自己，单位也不会是自己的上级。这样的链接多半是复制时忘了修改。只有 `owner` 可以写自己：单位可以维护自己的条目。

请改正编号，或删去这一行。
""",
)

GOOD = """\
--- catalog/products/gw-5.yaml
name:
  zh: 五型网关
vendor: acme
category: gateway
depends_on: [upf]
"""

BAD = """\
--- catalog/products/gw-5.yaml
name:
  zh: 五型网关
vendor: acme
category: gateway
depends_on: [gw-5]
"""


def check(entry: Entry, project: Project) -> Iterator[Finding]:
    for link in entry.links:
        if link.target == entry.id and link.relation.name != "owner":
            yield entry.at(*link.pointer)


RULE = Rule("C003", "self-link", Severity.ERROR, Scope.ENTRY, check, TEXT, GOOD, BAD, links_only=True)
