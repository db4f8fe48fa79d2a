"""Two voucher programmes pay for the same at the same time, and nothing says whether both may be drawn.

Their claim windows overlap, they hold in the same city, and they accept the same category of products. An
enterprise could then claim one content twice.

State `stacking` in one of them, or name the other one in `excludes_vouchers`.
"""

from collections.abc import Iterator
from itertools import combinations

from generator.diagnostics import Finding, Severity
from generator.model.voucher import Voucher
from generator.project import Project
from generator.rules.rule import Rule, RuleText, Scope

TEXT = RuleText(
    zh="与服务券“{other}”在申领期、地市和产品类别（{category}）上重叠，又没有说明能否同时申领",
    en="overlaps with the voucher programme '{other}' in time, place and products ({category}), and nothing says whether both may be drawn",
    help_zh="请写 stacking，或在 excludes_vouchers 中写明对方。",
    help_en="State stacking, or name the other one in excludes_vouchers.",
    page_zh="""
两项服务券对同一内容同时奖补，又没有说明能否同时申领。

申领期重叠、适用地市相同、接受的产品类别相同，企业就可能用同一内容申领两次。

请在其中一项写明叠加规则（`stacking`），或在 `excludes_vouchers` 中写明对方。
""",
)

_FILES = """\
--- catalog/vouchers/grant.yaml
name:
  zh: 示例服务券
status: in-force
history: [{to: in-force, date: 2026-01-05}]
windows:
  - {kind: claim, period: {start: 2026-02-01, until: 2026-12-31}}
categories:
  - {id: network, name: {zh: 网络}}
  - {id: net-core, name: {zh: 核心网}, parent: network, accepts: [upf]}
--- catalog/vouchers/second.yaml
name:
  zh: 第二项服务券
status: in-force
history: [{to: in-force, date: 2026-01-05}]
windows:
  - {kind: claim, period: {start: 2026-06-01, until: 2027-12-31}}
categories:
  - {id: all, name: {zh: 设备}}
  - {id: core, name: {zh: 核心网}, parent: all, accepts: [network]}
"""

GOOD = _FILES + "excludes_vouchers: [grant]\n"

BAD = _FILES

_EVER = "9999-12-31"


def check(project: Project) -> Iterator[Finding]:
    grants = [entry for entry in project.of_kind("vouchers") if project.settled(entry)]
    for one, two in combinations(grants, 2):
        first, second = one.as_a(Voucher), two.as_a(Voucher)
        said = first.stacking or second.stacking
        excluded = two.slug in first.excludes_vouchers or one.slug in second.excludes_vouchers
        if said or excluded or one.example != two.example:
            continue
        category = _shared(project, first, second)
        if category and _same_time(first, second) and _same_place(first, second):
            yield two.at("windows", other=one.slug, category=category)


def _shared(project: Project, first: Voucher, second: Voucher) -> str | None:
    """A category of products that both accept, itself or in a wider one."""
    ours = {accepted for category in first.categories for accepted in category.accepts}
    theirs = {accepted for category in second.categories for accepted in category.accepts}
    within = [id for id in ours if project.within("product-categories", id, tuple(theirs))]
    within += [id for id in theirs if project.within("product-categories", id, tuple(ours))]
    return min(within, default=None)


def _same_time(first: Voucher, second: Voucher) -> bool:
    """Whether claims of both are open on some day; what states no window is not said to be."""
    ours = [window.period for window in first.windows if window.kind == "claim"]
    theirs = [window.period for window in second.windows if window.kind == "claim"]
    return any(
        (a.start or "") <= (b.until or _EVER) and (b.start or "") <= (a.until or _EVER) for a in ours for b in theirs
    )


def _same_place(first: Voucher, second: Voucher) -> bool:
    out = {*first.excluded_cities, *second.excluded_cities}
    if first.cities and second.cities:
        return bool(set(first.cities) & set(second.cities) - out)
    stated = first.cities or second.cities
    return not stated or bool(set(stated) - out)


RULE = Rule("V027", "overlapping-programmes", Severity.WARNING, Scope.PROJECT, check, TEXT, GOOD, BAD)
