"""A public notice ends before it begins.

Correct the dates.
"""

from collections.abc import Iterator

from generator.diagnostics import Finding, Severity
from generator.model.voucher import Notice
from generator.project import Entry, Project
from generator.rules.rule import Rule, RuleText, Scope

TEXT = RuleText(
    zh="公示在 {end} 结束，早于开始的 {start}",
    en="the notice ends on {end}, before it begins ({start})",
    help_zh="请改正 start 或 end。",
    help_en="Correct start or end.",
    page_zh="""
公示的结束早于开始。

请改正日期。
""",
)

_NOTICE = """\
--- catalog/vouchers/grant.yaml
name:
  zh: 示例服务券
categories:
  - {id: network, name: {zh: 网络}}
  - {id: net-core, name: {zh: 核心网}, parent: network, accepts: [upf]}
  - {id: net-access, name: {zh: 接入设备}, parent: network, accepts: [device]}
classes:
  - {id: a, name: {zh: A 类}, ratio_max: 50}
--- catalog/listings/gateway-listing.yaml
name:
  zh: 示例目录条目
product: gateway
voucher: grant
category: net-access
--- catalog/notices/first.yaml
name:
  zh: 示例公示
voucher: grant
listings: [{listing: gateway-listing}]
basis: {zh: 示例办法第十条}
day_kind: calendar
days: 7
channel: {zh: 书面提出}
office: {zh: 示例受理处}
start: 2026-06-01
"""

GOOD = _NOTICE + "end: 2026-06-07\n"

BAD = _NOTICE + "end: 2026-05-07\n"


def check(entry: Entry, project: Project) -> Iterator[Finding]:
    notice = entry.as_a(Notice)
    if notice.end < notice.start:
        yield entry.at("end", start=notice.start, end=notice.end)


RULE = Rule("V030", "notice-backwards", Severity.ERROR, Scope.ENTRY, check, TEXT, GOOD, BAD, kinds=("notices",))
