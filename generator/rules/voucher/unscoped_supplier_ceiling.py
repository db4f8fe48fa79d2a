"""A supplier ceiling says neither for which types of supplier nor for which suppliers it holds.

A ceiling for every supplier stands under `ceilings`, as `supplier`.

Name the types or the suppliers.
"""

from collections.abc import Iterator

from generator.diagnostics import Finding, Severity
from generator.model.voucher import Voucher
from generator.project import Entry, Project
from generator.rules.rule import Rule, RuleText, Scope

TEXT = RuleText(
    zh="供应商额度没有写明适用的单位类型或供应商",
    en="the supplier ceiling names neither types nor suppliers",
    help_zh="请写 types 或 suppliers；对所有供应商都适用的写在 ceilings 的 supplier。",
    help_en="Name types or suppliers; one for every supplier is ceilings.supplier.",
    page_zh="""
供应商额度没有写明适用于哪些供应商。

对所有供应商都适用的额度写在 `ceilings` 的 `supplier`。

请写明单位类型（types）或供应商（suppliers）。
""",
)

_FILES = """\
--- catalog/vouchers/grant.yaml
name:
  zh: 示例服务券
categories:
  - {id: network, name: {zh: 网络}}
  - {id: net-core, name: {zh: 核心网}, parent: network, accepts: [upf]}
  - {id: net-access, name: {zh: 接入设备}, parent: network, accepts: [device]}
classes:
  - {id: a, name: {zh: A 类}, ratio_max: 50}
"""

GOOD = _FILES + "supplier_ceilings: [{suppliers: [acme], amount: 5000000}]\n"

BAD = _FILES + "supplier_ceilings: [{amount: 5000000}]\n"


def check(entry: Entry, project: Project) -> Iterator[Finding]:
    for index, ceiling in enumerate(entry.as_a(Voucher).supplier_ceilings):
        if not ceiling.types and not ceiling.suppliers:
            yield entry.at("supplier_ceilings", index)


RULE = Rule(
    "V045", "unscoped-supplier-ceiling", Severity.ERROR, Scope.ENTRY, check, TEXT, GOOD, BAD, kinds=("vouchers",)
)
