"""A public notice of one voucher programme names a listing of another.

Correct the listing, or the voucher programme of the notice.
"""

from collections.abc import Iterator

from generator.diagnostics import Finding, Severity
from generator.model.voucher import Listing, Notice
from generator.project import Entry, Project
from generator.rules.rule import Rule, RuleText, Scope

TEXT = RuleText(
    zh="目录条目“{listing}”属于服务券“{other}”，不属于“{voucher}”",
    en="the listing '{listing}' belongs to '{other}', not to '{voucher}'",
    help_zh="请改正条目或公示所属的服务券。",
    help_en="Correct the listing, or the notice's voucher programme.",
    page_zh="""
公示的目录条目不属于该服务券。

请改正条目，或改正公示所属的服务券。
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
voucher: %s
listings: [{listing: gateway-listing}]
basis: {zh: 示例办法第十条}
day_kind: calendar
days: 7
channel: {zh: 书面提出}
office: {zh: 示例受理处}
start: 2026-06-01
end: 2026-06-07
--- catalog/vouchers/other-grant.yaml
name:
  zh: 另一示例服务券
"""

GOOD = _NOTICE % "grant"

BAD = _NOTICE % "other-grant"


def check(entry: Entry, project: Project) -> Iterator[Finding]:
    notice = entry.as_a(Notice)
    for index, line in enumerate(notice.listings):
        listing = project.find("listings", line.listing, Listing)
        if listing and listing.voucher != notice.voucher:
            yield entry.at(
                "listings", index, "listing", listing=line.listing, other=listing.voucher, voucher=notice.voucher
            )


RULE = Rule("V031", "foreign-listing", Severity.ERROR, Scope.LINKS, check, TEXT, GOOD, BAD, kinds=("notices",))
