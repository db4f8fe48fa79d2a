"""A listing has no class, while its voucher programme pays by class.

Without the class its ratio is not known, so nothing can be computed for it.

State `subsidy_class`.
"""

from collections.abc import Iterator

from generator.diagnostics import Finding, Severity
from generator.model.voucher import Listing, Voucher
from generator.project import Entry, Project
from generator.rules.rule import Rule, RuleText, Scope
from generator.rules.voucher.computed import computed

TEXT = RuleText(
    zh="服务券“{voucher}”按类别规定比例，目录条目没有写类别",
    en="the voucher programme '{voucher}' pays by class, and the listing has none",
    help_zh="请写 subsidy_class。",
    help_en="State its subsidy_class.",
    page_zh="""
服务券按类别规定比例，而目录条目没有写类别。

没有类别就不知道比例，无法计算。

请写明类别。
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
  - {id: net-access, name: {zh: 接入}, parent: network, accepts: [device], ceiling: 80000}
--- catalog/listings/gateway-listing.yaml
name:
  zh: 示例目录条目
product: gateway
voucher: grant
category: net-access
"""

GOOD = _FILES + "subsidy_class: a\n"

BAD = _FILES


def check(entry: Entry, project: Project) -> Iterator[Finding]:
    listing = entry.as_a(Listing)
    grant = project.get(f"vouchers/{listing.voucher}")
    if listing.subsidy_class is not None or grant is None or not computed(grant, project):
        return
    voucher = grant.as_a(Voucher)
    ratio = next((category.ratio_max for category in voucher.categories if category.id == listing.category), None)
    if voucher.classes and ratio is None:
        yield entry.at("category", on_key=True, voucher=listing.voucher)


RULE = Rule("V011", "missing-class", Severity.WARNING, Scope.LINKS, check, TEXT, GOOD, BAD, kinds=("listings",))
