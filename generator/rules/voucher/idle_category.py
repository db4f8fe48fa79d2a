"""A leaf of a voucher programme accepts no products while other leaves do.

A leaf names the product categories that it accepts. One that names none stays empty for ever. Where no
category of a programme names any, they are simply not known, and nothing is said.

Name what it accepts, or take it out.
"""

from collections.abc import Iterator

from generator.diagnostics import Finding, Severity
from generator.model.voucher import Voucher
from generator.project import Entry, Project
from generator.rules.rule import Rule, RuleText, Scope

TEXT = RuleText(
    zh="末级目录“{category}”没有写接受哪些产品类别",
    en="the last-level category '{category}' names no product categories that it accepts",
    help_zh="请写 accepts，或删去该目录。",
    help_en="Write accepts, or take the category out.",
    page_zh="""
服务券的某个末级目录不接受任何产品，而别的目录写明了。

末级目录写明接受哪些产品类别；什么都没写的目录永远是空的。如果整个服务券都没有写，说明只是不知道，不提示。

请写明，或删去该目录。
""",
)

_VOUCHER = """\
--- catalog/vouchers/grant.yaml
name:
  zh: 示例服务券
categories:
  - {id: network, name: {zh: 网络}}
  - {id: net-core, name: {zh: 核心网}, parent: network, accepts: [upf]}
"""

GOOD = _VOUCHER + "  - {id: net-access, name: {zh: 接入设备}, parent: network, accepts: [device]}\n"

BAD = _VOUCHER + "  - {id: net-access, name: {zh: 接入设备}, parent: network}\n"


def check(entry: Entry, project: Project) -> Iterator[Finding]:
    categories = entry.as_a(Voucher).categories
    if not any(category.accepts for category in categories):
        return
    branches = {category.parent for category in categories}
    for index, category in enumerate(categories):
        if category.id not in branches and not category.accepts:
            yield entry.at("categories", index, category=category.id)


RULE = Rule("V021", "idle-category", Severity.WARNING, Scope.ENTRY, check, TEXT, GOOD, BAD, kinds=("vouchers",))
