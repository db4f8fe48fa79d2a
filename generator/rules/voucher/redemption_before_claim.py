"""The windows are not in order: redemption begins before any claim, or ends before the last one.

What was claimed is redeemed afterwards: the first window for redemption does not begin before the first for
claims, and the last one does not end before the last for claims.

Correct the dates.
"""

from collections.abc import Iterator

from generator.diagnostics import Finding, Severity
from generator.model.parts import Period
from generator.model.voucher import Voucher
from generator.project import Entry, Project
from generator.rules.rule import Rule, RuleText, Scope

TEXT = RuleText(
    zh="兑现期（{redemption}）与申领期（{claim}）的先后不对",
    en="the window for redemption ({redemption}) and that for claims ({claim}) are not in order",
    help_zh="请改正日期：兑现不早于申领开始，也不早于申领结束而结束。",
    help_en="Correct the dates: redemption neither begins nor ends before the claims do.",
    page_zh="""
兑现期与申领期的先后不对。

先申领、后兑现：最早的兑现期不早于最早的申领期开始，最晚的兑现期不早于最晚的申领期结束。

请改正日期。
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
windows:
  - {kind: claim, period: {start: 2026-03-01, until: 2026-09-30}}
"""

GOOD = _FILES + "  - {kind: redemption, period: {start: 2026-04-01, until: 2026-12-31}}\n"

BAD = _FILES + "  - {kind: redemption, period: {start: 2026-01-01, until: 2026-12-31}}\n"


def check(entry: Entry, project: Project) -> Iterator[Finding]:
    windows = entry.as_a(Voucher).windows
    claims = [window.period for window in windows if window.kind == "claim"]
    redemptions = [(index, window.period) for index, window in enumerate(windows) if window.kind == "redemption"]
    if not claims or not redemptions:
        return
    first, last = min(claims, key=_start), max(claims, key=_until)
    begins, ends = min(redemptions, key=lambda r: _start(r[1])), max(redemptions, key=lambda r: _until(r[1]))
    wrong = [(begins, first)] if _start(begins[1]) < _start(first) else []
    wrong += [(ends, last)] if _until(ends[1]) < _until(last) else []
    for (index, period), claim in wrong[:1]:
        yield entry.at("windows", index, "period", redemption=_shown(period), claim=_shown(claim))


def _start(period: Period) -> str:
    return period.start or ""


def _until(period: Period) -> str:
    return period.until or "9999-12-31"


def _shown(period: Period) -> str:
    return f"{period.start or '…'} – {period.until or '…'}"


RULE = Rule(
    "V028", "redemption-before-claim", Severity.WARNING, Scope.ENTRY, check, TEXT, GOOD, BAD, kinds=("vouchers",)
)
