"""An example organisation does not say so in its name.

An invented organisation may look like a real one wherever only its name is shown: in a list, a search, a
table. So its name begins with 示例.

Put 示例 in front of the name; or, if the organisation is real, remove `example: true`.
"""

from collections.abc import Iterator

from generator.diagnostics import Finding, Severity
from generator.project import Entry, Project
from generator.rules.rule import Rule, RuleText, Scope

TEXT = RuleText(
    zh="示例单位的名称应以“示例”开头，而这里是“{name}”",
    en="the name of an example organisation begins with 示例, but this is '{name}'",
    help_zh="请在名称前加“示例”；单位真实存在的，请删去 example: true。",
    help_en="Put 示例 in front; if the organisation is real, remove `example: true`.",
    page_zh="""
示例单位的名称没有表明它是示例。

在列表、搜索和表格中往往只看到名称，虚构的单位可能被当成真实的。所以它的名称以“示例”开头。

请在名称前加“示例”；单位真实存在的，请删去 `example: true`。
""",
)

_FILE = """\
--- catalog/organisations/example-maker.yaml
name:
  zh: {name}
example: true
types: [equipment-maker]
"""
GOOD = _FILE.replace("{name}", "示例设备有限公司")
BAD = _FILE.replace("{name}", "南方设备有限公司")


def check(entry: Entry, project: Project) -> Iterator[Finding]:
    if entry.example and not entry.name.zh.startswith("示例"):
        yield entry.at("name", "zh", name=entry.name.zh)


RULE = Rule(
    "C503", "example-organisation-name", Severity.ERROR, Scope.ENTRY, check, TEXT, GOOD, BAD, kinds=("organisations",)
)
