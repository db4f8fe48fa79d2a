"""A last-level category has no ratio, and the voucher programme has no classes that give one.

The subsidy of a line is a ratio of its price. The ratio is the class's, or the category's, or the lower of both.

State `ratio_max` of the category, or the programme's classes.
"""

from collections.abc import Iterator

from generator.diagnostics import Finding, Severity
from generator.model.voucher import Voucher
from generator.project import Entry, Project
from generator.rules.rule import Rule, RuleText, Scope
from generator.rules.voucher.computed import computed, leaves

TEXT = RuleText(
    zh="末级目录“{category}”没有奖补比例，服务券也没有划分类别",
    en="the last-level category '{category}' has no ratio, and there are no classes either",
    help_zh="请写 ratio_max，或划分类别（classes）。",
    help_en="State its ratio_max, or the classes.",
    page_zh="""
末级目录没有奖补比例，服务券也没有按类别规定比例。

每一项的奖补按价格的比例计算；比例由类别或目录规定，两者都有时取低的。

请写明目录的 `ratio_max`，或写明类别。
""",
)

_FILES = """\
--- catalog/vouchers/grant.yaml
name:
  zh: 示例服务券
status: in-force
history: [{to: in-force, date: 2026-01-05}]
categories:
  - {id: network, name: {zh: 网络}}
  - {id: net-core, name: {zh: 核心网}, parent: network, accepts: [upf], ratio_max: 30, ceiling: 50000}
"""

GOOD = (
    _FILES
    + "  - {id: net-access, name: {zh: 接入}, parent: network, accepts: [device], ratio_max: 20, ceiling: 80000}\n"
)

BAD = _FILES + "  - {id: net-access, name: {zh: 接入}, parent: network, accepts: [device], ceiling: 80000}\n"


def check(entry: Entry, project: Project) -> Iterator[Finding]:
    voucher = entry.as_a(Voucher)
    if not voucher.classes and computed(entry, project):
        for index, category in leaves(voucher):
            if category.ratio_max is None:
                yield entry.at("categories", index, category=category.id)


RULE = Rule("V051", "missing-ratio", Severity.WARNING, Scope.ENTRY, check, TEXT, GOOD, BAD, kinds=("vouchers",))
