"""A real entry links to an example.

Examples are invented. They show the whole chain but never enter an export, a release or a count of what is
real; a real entry that relies on one would carry the invention along.

Link to a real entry, leave the link out, or mark this entry with `example: true`.
"""

from collections.abc import Iterator

from generator.diagnostics import Finding, Severity
from generator.project import Entry, Project
from generator.rules.rule import Rule, RuleText, Scope

TEXT = RuleText(
    zh="真实条目链接到了示例“{name}”",
    en="a real entry links to the example '{name}'",
    help_zh="请改为真实条目或删去链接；本条目也是虚构的，请写 example: true。",
    help_en="Link to a real entry or leave it out; if this entry is invented too, write `example: true`.",
    page_zh="""
真实条目链接到了示例。

示例是虚构的，用来展示完整链条，不进入导出、发布和任何真实数字。真实条目依赖示例，就把虚构的内容带了进来。

请改为真实条目、删去链接，或给本条目写上 `example: true`。
""",
)

_FILES = """\
--- catalog/organisations/example-maker.yaml
name:
  zh: 示例设备有限公司
example: true
types: [equipment-maker]
--- catalog/products/example-gw.yaml
name:
  zh: 示例网关
{mark}vendor: example-maker
category: gateway
"""
GOOD = _FILES.replace("{mark}", "example: true\n")
BAD = _FILES.replace("{mark}", "")


def check(entry: Entry, project: Project) -> Iterator[Finding]:
    if entry.example:
        return
    for link in entry.links:
        target = project.get(link.target)
        if target and target.example:
            yield entry.at(*link.pointer, name=target.name)


RULE = Rule("C502", "real-to-example", Severity.ERROR, Scope.LINKS, check, TEXT, GOOD, BAD)
