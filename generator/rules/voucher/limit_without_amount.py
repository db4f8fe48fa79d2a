"""The order of limits names a limit for which the voucher programme gives no amount.

A limit can be applied only when it is stated: the ratio by a class or a category, a line's by a ceiling of
a class, the category's by a ceiling of a category, the supplier's under `supplier_ceilings` or `ceilings`,
the others under `ceilings`.

State the amount, or take the limit out of the order.
"""

from collections.abc import Iterator

from generator.diagnostics import Finding, Severity
from generator.model.voucher import Voucher
from generator.project import Entry, Project
from generator.rules.rule import Rule, RuleText, Scope

TEXT = RuleText(
    zh="限额次序中有“{limit}”，但服务券没有写它的数额",
    en="the order of limits names '{limit}', but no amount is given for it",
    help_zh="请写明数额，或从次序中删去。",
    help_en="State the amount, or take the limit out of the order.",
    page_zh="""
限额次序中的某项限额没有数额。

限额写明了才能适用：比例由类别（classes）或目录规定，单项限额由类别的 ceiling 规定，目录限额由目录的
ceiling 规定，供应商额度写在 `supplier_ceilings` 或 `ceilings`，其余写在 `ceilings`。

请写明数额，或从次序中删去。
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
ceilings: {enterprise: 100000}
"""

GOOD = _VOUCHER + "order_of_limits: [ratio, enterprise]\n"

BAD = _VOUCHER + "order_of_limits: [ratio, enterprise, supplier]\n"


def check(entry: Entry, project: Project) -> Iterator[Finding]:
    voucher = entry.as_a(Voucher)
    stated = set(voucher.ceilings.model_fields_set) if voucher.ceilings else set()
    if voucher.classes or any(category.ratio_max is not None for category in voucher.categories):
        stated.add("ratio")
    if any(kind.ceiling is not None for kind in voucher.classes):
        stated.add("line")
    if voucher.supplier_ceilings:
        stated.add("supplier")
    if any(category.ceiling is not None for category in voucher.categories):
        stated.add("category")
    for index, limit in enumerate(voucher.order_of_limits):
        if limit.replace("-", "_") not in stated:
            yield entry.at("order_of_limits", index, limit=limit)


RULE = Rule("V024", "limit-without-amount", Severity.WARNING, Scope.ENTRY, check, TEXT, GOOD, BAD, kinds=("vouchers",))
