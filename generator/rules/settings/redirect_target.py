"""A redirect leads to an address that does not exist.

Redirects keep old addresses alive after an entry was renamed or merged. One that leads nowhere is a dead end
with a detour.

Write the full id of the entry that took the old one's place.
"""

from collections.abc import Iterator

from generator.diagnostics import Finding, Severity
from generator.project import Project
from generator.rules.places import nearest_id
from generator.rules.rule import Rule, RuleText, Scope

TEXT = RuleText(
    zh="没有“{target}”这个条目",
    en="there is no entry '{target}'",
    help_zh="{hint}请写替代它的条目的完整编号。",
    help_en="{hint} Write the full id of the entry that took its place.",
    page_zh="""
重定向指向不存在的地址。

条目改名或合并之后，重定向让原地址继续可用。指向空处的重定向只是绕了一圈的死路。

请写替代原条目的条目的完整编号。
""",
)

_FILE = """\
--- catalog/redirects.yaml
redirects:
  - {source: products/gw-4, target: {target}}
"""
GOOD = _FILE.replace("{target}", "products/gateway")
BAD = _FILE.replace("{target}", "products/gatway")

PATH = "catalog/redirects.yaml"


def check(project: Project) -> Iterator[Finding]:
    redirects = project.settings.redirects.redirects
    sources = {redirect.source for redirect in redirects}
    for index, redirect in enumerate(redirects):
        target = redirect.target
        if target not in project and target not in sources:  # a chain is another rule's
            folder, _, slug = target.partition("/")
            hint = nearest_id(project, folder, slug)
            yield Finding(PATH, ("redirects", index, "target"), {"target": target, "hint": hint})


RULE = Rule("C601", "redirect-target", Severity.ERROR, Scope.PROJECT, check, TEXT, GOOD, BAD)
