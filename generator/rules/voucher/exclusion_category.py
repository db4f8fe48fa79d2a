"""An exclusion group names a category that is not a leaf of the voucher programme.

Of the categories of one exclusion group (互斥组) an enterprise may claim one only. Claims are made for
leaves, so the group names leaves.

Correct the id, or name the leaves below it.
"""

from collections.abc import Iterator

from generator.diagnostics import Finding, Severity, nearest
from generator.model.voucher import Voucher
from generator.project import Entry, Project
from generator.rules.rule import Rule, RuleText, Scope
from generator.texts import Text

TEXT = RuleText(
    zh="互斥组“{group}”中的“{category}”{what}",
    en="'{category}' in the exclusion group '{group}' {what}",
    help_zh="{hint}请写末级目录。",
    help_en="{hint} Name last-level categories.",
    page_zh="""
互斥组列出的不是服务券的末级目录。

同一互斥组的目录，企业只能申领其中一个；申领以末级目录为准，所以互斥组列末级目录。

请改正编号，或改列其下的末级目录。
""",
)

_VOUCHER = """\
--- catalog/vouchers/grant.yaml
name:
  zh: 示例服务券
categories:
  - {id: network, name: {zh: 网络}}
  - {id: net-core, name: {zh: 核心网}, parent: network, accepts: [upf]}
  - {id: net-access, name: {zh: 接入设备}, parent: network, accepts: [device]}
classes:
  - {id: a, name: {zh: A 类}, ratio_max: 50}
exclusion_groups:
"""

GOOD = _VOUCHER + "  - {id: either, name: {zh: 二选一}, categories: [net-core, net-access]}\n"

BAD = _VOUCHER + "  - {id: either, name: {zh: 二选一}, categories: [net-core, network]}\n"


_UNKNOWN, _BRANCH = (
    Text("不是该服务券的目录", "is no category of this programme"),
    Text("不是末级目录", "has categories below it"),
)


def check(entry: Entry, project: Project) -> Iterator[Finding]:
    voucher = entry.as_a(Voucher)
    known = [category.id for category in voucher.categories]
    branches = {category.parent for category in voucher.categories}
    for i, group in enumerate(voucher.exclusion_groups):
        for j, category in enumerate(group.categories):
            if category not in known or category in branches:
                what, hint = (_BRANCH, Text("", "")) if category in known else (_UNKNOWN, nearest(category, known))
                yield entry.at(
                    "exclusion_groups", i, "categories", j, group=group.id, category=category, what=what, hint=hint
                )


RULE = Rule("V022", "exclusion-category", Severity.ERROR, Scope.ENTRY, check, TEXT, GOOD, BAD, kinds=("vouchers",))
