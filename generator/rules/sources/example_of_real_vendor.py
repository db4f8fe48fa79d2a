"""An invented product or document is given to a real organisation.

Nobody may be made to sell, issue or draft what does not exist. Examples belong to organisations that are
examples themselves.

Name an example organisation; or, if the entry is real, remove `example: true` and add its sources.
"""

from collections.abc import Iterator

from generator.diagnostics import Finding, Severity
from generator.project import Entry, Project
from generator.rules.rule import Rule, RuleText, Scope

TEXT = RuleText(
    zh="虚构的条目归到了真实单位“{name}”名下",
    en="an invented entry is given to the real organisation '{name}'",
    help_zh="请改为名称以“示例”开头的示例单位；条目真实的，请删去 example: true 并写明来源。",
    help_en="Name an example organisation; if the entry is real, remove `example: true` and add its sources.",
    page_zh="""
虚构的产品或文件归到了真实单位名下。

不能让任何单位“供应”“发布”或“起草”并不存在的东西。示例属于示例单位。

请改为示例单位；条目真实的，请删去 `example: true` 并写明来源。
""",
)

_FILE = """\
--- catalog/organisations/example-maker.yaml
name:
  zh: 示例设备有限公司
example: true
types: [equipment-maker]
--- catalog/products/example-gw.yaml
name:
  zh: 示例网关
example: true
vendor: {vendor}
category: gateway
"""
GOOD = _FILE.replace("{vendor}", "example-maker")
BAD = _FILE.replace("{vendor}", "acme")

RELATIONS = frozenset(("vendor", "issuer", "society", "drafting_organisations", "enterprise", "lead_unit"))
"""The relations by which an organisation stands behind an entry."""


def check(entry: Entry, project: Project) -> Iterator[Finding]:
    if not entry.example:
        return
    for link in entry.links:
        if link.relation.name in RELATIONS:
            target = project.get(link.target)
            if target and not target.example:
                yield entry.at(*link.pointer, name=target.name)


RULE = Rule("C504", "example-of-real-vendor", Severity.ERROR, Scope.LINKS, check, TEXT, GOOD, BAD)
