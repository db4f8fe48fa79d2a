"""A day of the working-day calendar lies in a year that the calendar does not open, or has no date.

A term such as `y2026` says that the year is known; only then its working days are counted. Each day off, and each
day worked instead, states its date.

State the date, or add the year when all of its days are there.
"""

from collections.abc import Iterator

from generator.diagnostics import Finding, Severity
from generator.model.terms import Vocabulary
from generator.project import Entry, Project
from generator.rules.rule import Rule, RuleText, Scope
from generator.workdays import MADE_UP, OFF, VOCABULARY, Calendar

TEXT = RuleText(
    zh="“{id}”没有日期，或者它的年份没有列为已知",
    en="'{id}' has no date, or its year is not listed as known",
    help_zh="请写 date；全年录入之后，请加一条编号为 y 加年份的条目。",
    help_en="State the date; add a term y and the year once the whole year is there.",
    page_zh="""
工作日历中的某一天没有日期，或者它的年份没有列为已知。

编号如 `y2026` 的条目表示该年已有数据，这时才计算工作日；放假和调休上班的每一天都写明日期。

请写明日期；全年录入之后，加上年份的条目。
""",
)

_FILES = """\
--- catalog/vocabularies/working-days.yaml
name:
  zh: 工作日历
terms:
  - {id: holiday, name: {zh: 放假}}
  - {id: working, name: {zh: 调休上班}}
  - {id: y2026, name: {zh: 2026 年}}
"""

GOOD = _FILES + "  - {id: d2026-01-01, name: {zh: 元旦}, parent: holiday, date: 2026-01-01}\n"

BAD = _FILES + "  - {id: d2027-01-01, name: {zh: 元旦}, parent: holiday, date: 2027-01-01}\n"


def check(entry: Entry, project: Project) -> Iterator[Finding]:
    if entry.slug != VOCABULARY:
        return
    terms = entry.as_a(Vocabulary).terms
    years = Calendar.of(terms).years
    for index, term in enumerate(terms):
        if term.parent in (OFF, MADE_UP) and (term.date is None or int(term.date[:4]) not in years):
            yield entry.at("terms", index, id=term.id)


RULE = Rule("V036", "working-day-year", Severity.ERROR, Scope.ENTRY, check, TEXT, GOOD, BAD, kinds=("vocabularies",))
