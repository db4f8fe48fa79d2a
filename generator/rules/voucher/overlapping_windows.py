"""Two windows of the same kind overlap.

A window says when something may be claimed, or redeemed. A day that lies in two windows of one kind
could be counted to either.

Correct the dates, or make one window of the two.
"""

from collections.abc import Iterator

from generator.diagnostics import Finding, Severity
from generator.model.voucher import Voucher
from generator.project import Entry, Project
from generator.rules.rule import Rule, RuleText, Scope

TEXT = RuleText(
    zh="该窗口（{start} 至 {until}）与第 {other} 个窗口重叠",
    en="this window ({start} to {until}) overlaps with number {other}",
    help_zh="请改正日期，或合并为一个窗口。",
    help_en="Correct the dates, or make one window of the two.",
    page_zh="""
同一类型的两个窗口重叠。

窗口规定何时可以申领、何时可以兑现。同时落在两个同类窗口中的日子，不知道算在哪一个。

请改正日期，或合并为一个窗口。
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
windows:
  - {kind: claim, period: {start: 2026-01-01, until: 2026-06-30}}
"""

GOOD = _VOUCHER + "  - {kind: claim, period: {start: 2026-07-01, until: 2026-12-31}}\n"

BAD = _VOUCHER + "  - {kind: claim, period: {start: 2026-06-01, until: 2026-12-31}}\n"


_EVER = "9999-12-31"


def check(entry: Entry, project: Project) -> Iterator[Finding]:
    windows = entry.as_a(Voucher).windows
    for index, window in enumerate(windows):
        for other, before in enumerate(windows[:index]):
            one, two = window.period, before.period
            apart = (one.until or _EVER) < (two.start or "") or (two.until or _EVER) < (one.start or "")
            if window.kind == before.kind and not apart:
                start, until = one.start or "…", one.until or "…"
                yield entry.at("windows", index, "period", start=start, until=until, other=other + 1)


RULE = Rule("V025", "overlapping-windows", Severity.WARNING, Scope.ENTRY, check, TEXT, GOOD, BAD, kinds=("vouchers",))
