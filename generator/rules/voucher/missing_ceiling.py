"""A last-level category of a voucher programme that is computed has no ceiling.

A programme is computed when it is in force, or an example, and states ratios. Then each last-level category says
what one enterprise may draw for its products; where it does not, nothing of the category limits the amount.

State the ceiling. Where the programme sets none for this category, waive the finding with the reason.
"""

from collections.abc import Iterator

from generator.diagnostics import Finding, Severity
from generator.model.voucher import Voucher
from generator.project import Entry, Project
from generator.rules.rule import Rule, RuleText, Scope
from generator.rules.voucher.computed import computed, leaves

TEXT = RuleText(
    zh="末级目录“{category}”没有奖补上限",
    en="the last-level category '{category}' has no ceiling",
    help_zh="请写 ceiling；确实不设上限的，请写明理由不适用本规则。",
    help_en="State its ceiling, or waive this with the reason if there is none.",
    page_zh="""
可以计算的服务券中，某个末级目录没有奖补上限。

已施行（或是示例）并写明比例的服务券是可以计算的。这时每个末级目录都写明一个企业在其中最多可得多少；不写，就没有目录一级的限制。

请写明上限；服务券确实不设上限的，请写明理由。
""",
)

_FILES = """\
--- catalog/vouchers/grant.yaml
name:
  zh: 示例服务券
status: in-force
history: [{to: in-force, date: 2026-01-05}]
classes:
  - {id: a, name: {zh: A 类}, ratio_max: 50}
categories:
  - {id: network, name: {zh: 网络}}
  - {id: net-core, name: {zh: 核心网}, parent: network, accepts: [upf], ceiling: 50000}
"""

GOOD = _FILES + "  - {id: net-access, name: {zh: 接入}, parent: network, accepts: [device], ceiling: 80000}\n"

BAD = _FILES + "  - {id: net-access, name: {zh: 接入}, parent: network, accepts: [device]}\n"


def check(entry: Entry, project: Project) -> Iterator[Finding]:
    if computed(entry, project):
        for index, category in leaves(entry.as_a(Voucher)):
            if category.ceiling is None:
                yield entry.at("categories", index, category=category.id)


RULE = Rule("V050", "missing-ceiling", Severity.WARNING, Scope.ENTRY, check, TEXT, GOOD, BAD, kinds=("vouchers",))
