"""A ceiling is higher than one that contains it, so it is never reached.

What an enterprise draws in a category is part of what it draws in a year, that is part of what it draws in all,
and that is part of the total. A supplier's ceiling lies within the total too.

Correct one of the two amounts, or take the higher one out.
"""

from collections.abc import Iterator
from decimal import Decimal

from generator.diagnostics import Finding, Severity
from generator.model.voucher import Ceilings, Voucher
from generator.model.words import word
from generator.project import Entry, Project
from generator.quantities import shown
from generator.rules.rule import Rule, RuleText, Scope

TEXT = RuleText(
    zh="限额 {amount} 元高于包含它的限额（{outer}，{limit} 元），永远达不到",
    en="the ceiling of {amount} CNY is above the one that contains it ({outer}, {limit} CNY) and is never reached",
    help_zh="请改正其中一个数额，或删去较高的限额。",
    help_en="Correct one of the two, or take the higher one out.",
    page_zh="""
某项限额高于包含它的限额，永远达不到。

企业在一个目录得到的，是全年的一部分；全年的是累计的一部分；累计的是总额的一部分。供应商额度也在总额之内。

请改正其中一个数额，或删去较高的限额。
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

GOOD = _FILES + "ceilings: {enterprise_year: 200000, enterprise: 500000, total: 9000000}\n"

BAD = _FILES + "ceilings: {enterprise_year: 600000, enterprise: 500000, total: 9000000}\n"

_WIDER = ("enterprise_year", "enterprise", "total")
"""The ceilings that contain one another, the narrowest first."""


def check(entry: Entry, project: Project) -> Iterator[Finding]:
    voucher = entry.as_a(Voucher)
    limits = voucher.ceilings or Ceilings()
    stated = {name: value for name in _WIDER if (value := getattr(limits, name)) is not None}
    inner: list[tuple[tuple[str | int, ...], Decimal | None, tuple[str, ...]]] = [
        (("categories", n, "ceiling"), category.ceiling, _WIDER) for n, category in enumerate(voucher.categories)
    ]
    inner += [(("classes", n, "ceiling"), kind.ceiling, _WIDER) for n, kind in enumerate(voucher.classes)]
    inner += [(("ceilings", name), stated.get(name), _WIDER[n + 1 :]) for n, name in enumerate(_WIDER)]
    inner += [(("ceilings", "supplier"), limits.supplier, ("total",))]
    inner += [
        (("supplier_ceilings", n, "amount"), one.amount, ("total",)) for n, one in enumerate(voucher.supplier_ceilings)
    ]
    for pointer, amount, wider in inner:
        outer = next((name for name in wider if amount is not None and stated.get(name, amount) < amount), None)
        if amount is not None and outer is not None:
            name = word("order_of_limits", outer.replace("_", "-")) or outer
            yield entry.at(*pointer, amount=shown(amount), outer=name, limit=shown(stated[outer]))


RULE = Rule("V029", "limit-never-reached", Severity.WARNING, Scope.ENTRY, check, TEXT, GOOD, BAD, kinds=("vouchers",))
