"""A public notice ends later than its number of days says.

The first day that counts is `start`; working days are counted with the code list `working-days`.

Correct the end or the number of days.
"""

from collections.abc import Iterator

from generator.diagnostics import Finding, Severity
from generator.model.voucher import Notice
from generator.project import Entry, Project
from generator.rules.rule import Rule, RuleText, Scope
from generator.workdays import VOCABULARY, Calendar

TEXT = RuleText(
    zh="公示 {days} 天应在 {expected} 结束，所写的 {end} 更晚",
    en="{days} days end on {expected}; the notice says {end}",
    help_zh="请改正 end 或 days。",
    help_en="Correct the end or the days.",
    page_zh="""
公示结束的日子晚于按天数算出的日子。

从 start 当天算起；工作日按代码表“工作日历”（`working-days`）计算。

请改正结束日期或天数。
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
start: 2026-06-15
"""

GOOD = _FILES + "end: 2026-06-24\n"

BAD = _FILES + "end: 2026-06-25\n"


def check(entry: Entry, project: Project) -> Iterator[Finding]:
    notice = entry.as_a(Notice)
    calendar = Calendar.of(project.vocabularies.get(VOCABULARY, {}).values())
    try:
        expected = calendar.end(notice.start, notice.days, notice.day_kind)
    except ValueError:
        return  # a year that is not known, or a day that does not exist, is another rule's
    if expected < notice.end:
        yield entry.at("end", days=notice.days, expected=expected, end=notice.end)


RULE = Rule("V033", "long-notice", Severity.WARNING, Scope.ENTRY, check, TEXT, GOOD, BAD, kinds=("notices",))
