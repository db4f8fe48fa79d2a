"""A criterion is for a category that the voucher programme does not have.

`categories` says of which listings a criterion is asked: those of the categories named, with all below them.

Correct the id, or take it out.
"""

from collections.abc import Iterator

from generator.diagnostics import Finding, Severity, nearest
from generator.model.voucher import Voucher
from generator.project import Entry, Project
from generator.rules.rule import Rule, RuleText, Scope

TEXT = RuleText(
    zh="条件“{criterion}”的适用目录“{category}”不是该服务券的目录",
    en="the criterion '{criterion}' is for '{category}', which is no category of this programme",
    help_zh="{hint}请改正编号，或删去。",
    help_en="{hint} Correct the id, or take it out.",
    page_zh="""
条件的适用目录不是该服务券的目录。

`categories` 规定条件对哪些目录条目适用：所列目录及其下的全部目录。

请改正编号，或删去。
""",
)

_FILES = """\
--- catalog/vouchers/grant.yaml
name:
  zh: 示例服务券
categories:
  - {id: network, name: {zh: 网络}}
  - {id: net-core, name: {zh: 核心网}, parent: network, accepts: [upf]}
criteria:
"""

GOOD = _FILES + "  - {id: c, applies_to: product, text: {zh: 检测报告}, categories: [network]}\n"

BAD = _FILES + "  - {id: c, applies_to: product, text: {zh: 检测报告}, categories: [networks]}\n"


def check(entry: Entry, project: Project) -> Iterator[Finding]:
    voucher = entry.as_a(Voucher)
    known = [category.id for category in voucher.categories]
    for index, criterion in enumerate(voucher.criteria):
        for place, category in enumerate(criterion.categories):
            if category not in known:
                pointer = ("criteria", index, "categories", place)
                yield entry.at(*pointer, criterion=criterion.id, category=category, hint=nearest(category, known))


RULE = Rule(
    "V046", "unknown-criterion-category", Severity.ERROR, Scope.ENTRY, check, TEXT, GOOD, BAD, kinds=("vouchers",)
)
