"""A public notice counts working days of a year whose holidays are not known.

Working days are counted with the State Council's notice for each year, which the code list `working-days` holds. A
year that is not in it is never guessed.

Add the year to catalog/vocabularies/working-days.yaml, with the notice as its source.
"""

from collections.abc import Iterator

from generator.diagnostics import Finding, Severity
from generator.model.voucher import Notice
from generator.project import Entry, Project
from generator.rules.rule import Rule, RuleText, Scope
from generator.workdays import VOCABULARY, Calendar

TEXT = RuleText(
    zh="{year} 年的工作日历还没有录入，不能计算工作日",
    en="the working days of {year} are not known, so they cannot be counted",
    help_zh="请在 catalog/vocabularies/working-days.yaml 录入该年的放假安排，并写明来源。",
    help_en="Add the year to catalog/vocabularies/working-days.yaml, with its source.",
    page_zh="""
公示按工作日计算，而该年的放假安排还没有录入。

工作日按国务院办公厅每年的通知计算，代码表“工作日历”（`working-days`）中没有的年份，从不推测。

请在 catalog/vocabularies/working-days.yaml 录入该年的放假安排，并写明来源。
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
"""

GOOD = _FILES + "start: 2026-06-15\nend: 2026-06-24\n"

BAD = _FILES + "start: 2031-06-16\nend: 2031-06-24\n"


def check(entry: Entry, project: Project) -> Iterator[Finding]:
    notice = entry.as_a(Notice)
    if notice.day_kind != "working":
        return
    calendar = Calendar.of(project.vocabularies.get(VOCABULARY, {}).values())
    for name in ("start", "end"):
        year = int(getattr(notice, name)[:4])
        if year not in calendar.years:
            yield entry.at(name, year=year)
            return


RULE = Rule("V034", "missing-calendar", Severity.ERROR, Scope.ENTRY, check, TEXT, GOOD, BAD, kinds=("notices",))
