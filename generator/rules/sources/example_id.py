"""The id of an example does not begin with `example-`.

The id is the address of the page and the key in every export and link. With the prefix, an example can be
told wherever only the id is seen; and ids without it stay free for what is real.

Rename the file, and the links to it. Kinds in the parameter `exempt` need no prefix.
"""

from collections.abc import Iterator

from generator.diagnostics import Finding, Severity
from generator.project import Entry, Project
from generator.rules.rule import Rule, RuleText, Scope

TEXT = RuleText(
    zh="示例的编号应以“example-”开头：example-{slug}",
    en="the id of an example begins with 'example-': example-{slug}",
    help_zh="请重命名文件，并改正指向它的链接。",
    help_en="Rename the file, and correct the links to it.",
    page_zh="""
示例的编号没有以 `example-` 开头。

编号是页面的地址，也是各种导出和链接中的键。有了前缀，只看编号也知道是示例，没有前缀的编号则留给真实条目。

请重命名文件并改正指向它的链接。参数 `exempt` 中的种类不要求前缀。
""",
)

GOOD = """\
--- catalog/organisations/example-maker.yaml
name:
  zh: 示例设备有限公司
example: true
types: [equipment-maker]
"""
BAD = GOOD.replace("example-maker.yaml", "southern-maker.yaml")

EXEMPT = ("standards",)
"""Kinds whose ids are shared with people outside the catalogue, who know the draft by its folder."""


def check(entry: Entry, project: Project) -> Iterator[Finding]:
    if not entry.example or entry.slug.startswith("example-"):
        return
    if entry.kind.folder not in project.parameter("example-id", "exempt", EXEMPT):
        yield entry.at("example", on_key=True, slug=entry.slug)


RULE = Rule("C505", "example-id", Severity.WARNING, Scope.ENTRY, check, TEXT, GOOD, BAD, parameters={"exempt": EXEMPT})
