"""A category's parent is not in the voucher programme, or a category stands below itself.

The categories form a tree; `parent` names the category above.

Correct the parent.
"""

from collections.abc import Iterator

from generator.diagnostics import Finding, Severity, nearest
from generator.model.voucher import Voucher
from generator.project import Entry, Project
from generator.rules.rule import Rule, RuleText, Scope
from generator.texts import Text

TEXT = RuleText(
    zh="目录“{category}”的上级“{parent}”{what}",
    en="the parent '{parent}' of the category '{category}' {what}",
    help_zh="{hint}请改正 parent。",
    help_en="{hint} Correct the parent.",
    page_zh="""
目录的上级不在服务券中，或目录位于自己之下。

目录构成一棵树，`parent` 写上一级目录。

请改正上级。
""",
)

_VOUCHER = """\
--- catalog/vouchers/grant.yaml
name:
  zh: 示例服务券
categories:
  - {id: network, name: {zh: 网络}}
  - {id: net-access, name: {zh: 接入设备}, parent: network, accepts: [device]}
"""

GOOD = _VOUCHER + "  - {id: net-core, name: {zh: 核心网}, parent: network, accepts: [upf]}\n"

BAD = _VOUCHER + "  - {id: net-core, name: {zh: 核心网}, parent: netwrok, accepts: [upf]}\n"


_UNKNOWN, _CYCLE = Text("不存在", "does not exist"), Text("在它自己之下", "stands below it")


def check(entry: Entry, project: Project) -> Iterator[Finding]:
    categories = entry.as_a(Voucher).categories
    parents = {category.id: category.parent for category in categories}
    for index, category in enumerate(categories):
        parent = category.parent
        if parent is None:
            continue
        if parent not in parents:
            what, hint = _UNKNOWN, nearest(parent, parents)
        elif category.id in _above(parent, parents):
            what, hint = _CYCLE, Text("", "")
        else:
            continue
        yield entry.at("categories", index, "parent", category=category.id, parent=parent, what=what, hint=hint)


def _above(start: str, parents: dict[str, str | None]) -> set[str]:
    """A category and all those above it."""
    seen: set[str] = set()
    here: str | None = start
    while here and here not in seen:
        seen.add(here)
        here = parents.get(here)
    return seen


RULE = Rule("V020", "category-parent", Severity.ERROR, Scope.ENTRY, check, TEXT, GOOD, BAD, kinds=("vouchers",))
