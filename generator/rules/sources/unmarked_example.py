"""An entry looks like an example but is not marked as one.

Its name begins with 示例, or its id with `example-`, yet `example: true` is missing: it would be exported,
counted and listed as real.

Add `example: true`; or, if the entry is real, give it another name or id.
"""

from collections.abc import Iterator

from generator.diagnostics import Finding, Severity
from generator.project import Entry, Project
from generator.rules.rule import Rule, RuleText, Scope

TEXT = RuleText(
    zh="看上去是示例，却没有写 example: true",
    en="it looks like an example, but `example: true` is missing",
    help_zh="请补上 example: true；条目真实的，请改名。",
    help_en="Add `example: true`; if the entry is real, rename it.",
    page_zh="""
看上去是示例，却没有标明。

名称以“示例”开头，或编号以 `example-` 开头，却没有 `example: true`：它会被当作真实条目导出、计数和列出。

请补上 `example: true`；条目真实的，请另取名称或编号。
""",
)

BAD = """\
--- catalog/organisations/example-maker.yaml
name:
  zh: 示例设备有限公司
types: [equipment-maker]
"""
GOOD = BAD.replace("types:", "example: true\ntypes:")


def check(entry: Entry, project: Project) -> Iterator[Finding]:
    if not entry.example and (entry.slug.startswith("example-") or entry.name.zh.startswith("示例")):
        yield entry.at("name")


RULE = Rule("C506", "unmarked-example", Severity.WARNING, Scope.ENTRY, check, TEXT, GOOD, BAD)
