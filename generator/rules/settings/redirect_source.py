"""A redirect starts at an address that is in use.

An entry stands at its own address; a redirect from there could never be followed. An address outside the kinds'
folders belongs to the site itself: its guides, lists and files would be overwritten. The ids of entries that
were removed are not given out again either.

Remove the redirect, or rename the entry.
"""

from collections.abc import Iterator

from generator.diagnostics import Finding, Severity
from generator.model.registry import KINDS
from generator.project import Project
from generator.rules.rule import Rule, RuleText, Scope
from generator.rules.settings.redirect_target import PATH
from generator.texts import Text

TEXT = RuleText(
    zh="“{source}”{what}",
    en="'{source}' {what}",
    help_zh="请删去这条重定向。",
    help_en="Remove this redirect.",
    page_zh="""
重定向的原地址正在使用。

条目就在自己的地址上，从那里出发的重定向永远不会生效；同一个原地址也只能有一条重定向。
种类之外的地址属于网站本身（指南、清单、文件），会被覆盖。已删除条目的编号不再分配给别的条目。

请删去这条重定向，或为条目改名。
""",
)

_FILE = """\
--- catalog/redirects.yaml
redirects:
  - {source: products/{source}, target: products/upf}
"""
GOOD = _FILE.replace("{source}", "gw-4")
BAD = _FILE.replace("{source}", "gateway")

_IN_USE = Text("是现有条目的地址", "is the address of an entry")
_ELSEWHERE = Text("不是条目的地址：斜线前应是条目种类", "is no entry's address: a kind stands before the slash")
_TWICE = Text("已经有一条重定向", "is redirected already")


def check(project: Project) -> Iterator[Finding]:
    seen: set[str] = set()
    for index, redirect in enumerate(project.settings.redirects.redirects):
        source = redirect.source
        elsewhere = source.partition("/")[0] not in KINDS
        what = _IN_USE if source in project else _TWICE if source in seen else _ELSEWHERE if elsewhere else None
        if what:
            yield Finding(PATH, ("redirects", index, "source"), {"source": source, "what": what})
        seen.add(source)


RULE = Rule("C602", "redirect-source", Severity.ERROR, Scope.PROJECT, check, TEXT, GOOD, BAD)
