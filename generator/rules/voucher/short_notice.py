"""A public notice is open for fewer days than it says.

Both the first and the last day count. Working days are counted with the code list `working-days`; of a year
that is not in it, only what is certain without a calendar is checked: that many days cannot fit.

Correct the dates or the number of days.
"""

from collections.abc import Iterator

from generator.diagnostics import Finding, Severity
from generator.model.voucher import Notice
from generator.project import Entry, Project
from generator.rules.rule import Rule, RuleText, Scope
from generator.workdays import VOCABULARY, Calendar, NoCalendar

TEXT = RuleText(
    zh="公示从 {start} 到 {end} 只有 {open} 天，少于所写的 {days} 天",
    en="from {start} to {end} the notice is open for {open} days, not for the {days} it states",
    help_zh="请改正日期或天数；首尾两天都计入。",
    help_en="Correct the dates or the number of days; the first and the last day both count.",
    page_zh="""
公示的时间少于所写的天数。

首尾两天都计入。工作日按代码表“工作日历”（`working-days`）计算；其中没有的年份，只检查不查日历也能确定的：自然日都不够。

请改正日期或天数。
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
day_kind: working
days: 7
channel: {zh: 书面提出}
office: {zh: 示例受理处}
start: 2026-06-01
"""

GOOD = _NOTICE + "end: 2026-06-09\n"

BAD = _NOTICE + "end: 2026-06-08\n"


def check(entry: Entry, project: Project) -> Iterator[Finding]:
    notice = entry.as_a(Notice)
    calendar = Calendar.of(project.vocabularies.get(VOCABULARY, {}).values())
    try:
        open_days = calendar.count(notice.start, notice.end, notice.day_kind)
    except NoCalendar:
        open_days = calendar.count(notice.start, notice.end, "calendar")
    except ValueError:
        return  # a day that does not exist is another rule's
    if notice.start <= notice.end and open_days < notice.days:
        yield entry.at("end", start=notice.start, end=notice.end, open=open_days, days=notice.days)


RULE = Rule("V032", "short-notice", Severity.ERROR, Scope.ENTRY, check, TEXT, GOOD, BAD, kinds=("notices",))
