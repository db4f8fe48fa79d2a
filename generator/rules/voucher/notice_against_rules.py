"""A public notice is shorter than its voucher programme asks, or counts other days.

The programme says how long listings are made public, in `notice_rules`.

Follow the programme's rules, or correct them.
"""

from collections.abc import Iterator

from generator.diagnostics import Finding, Severity
from generator.model.voucher import Notice, Voucher
from generator.model.words import word
from generator.project import Entry, Project
from generator.rules.rule import Rule, RuleText, Scope

TEXT = RuleText(
    zh="服务券规定公示 {asked} {asked_kind}，这里是 {days} {kind}",
    en="the voucher programme asks for {asked} {asked_kind}, and this notice has {days} {kind}",
    help_zh="请按服务券的公示规则办理，或改正规则。",
    help_en="Follow the programme's notice_rules, or correct them.",
    page_zh="""
公示的天数少于服务券的规定，或计日方式不同。

服务券的 `notice_rules` 规定公示多少天、怎样计日。

请按规定办理，或改正规定。
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
notice_rules: {days: 7, day_kind: working, basis: {zh: 办法}, channel: {zh: 书面提出}, office: {zh: 受理处}}
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
day_kind: working
channel: {zh: 书面提出}
office: {zh: 示例受理处}
start: 2026-06-15
"""

GOOD = _FILES + "days: 7\nend: 2026-06-24\n"

BAD = _FILES + "days: 5\nend: 2026-06-22\n"


def check(entry: Entry, project: Project) -> Iterator[Finding]:
    notice = entry.as_a(Notice)
    voucher = project.find("vouchers", notice.voucher, Voucher)
    rules = voucher.notice_rules if voucher else None
    if rules and (notice.day_kind != rules.day_kind or notice.days < rules.days):
        kind, asked_kind = word("day_kind", notice.day_kind), word("day_kind", rules.day_kind)
        yield entry.at("days", days=notice.days, kind=kind, asked=rules.days, asked_kind=asked_kind)


RULE = Rule("V035", "notice-against-rules", Severity.WARNING, Scope.LINKS, check, TEXT, GOOD, BAD, kinds=("notices",))
