"""The working-day calendar names a day twice, or a day worked instead that is worked anyway.

A day is either off or worked instead of another one, and it is the latter only on a Saturday or Sunday.

Take the term out, or correct its date.
"""

from collections.abc import Iterator
from datetime import date

from generator.diagnostics import Finding, Severity
from generator.model.terms import Vocabulary
from generator.project import Entry, Project
from generator.rules.rule import Rule, RuleText, Scope
from generator.workdays import MADE_UP, OFF, VOCABULARY

TEXT = RuleText(
    zh="{date} 已在第 {first} 条列出，或者本来就是周一至周五",
    en="{date} is listed already, by term {first}, or is a weekday in any case",
    help_zh="请删去该条，或改正日期。",
    help_en="Take the term out, or correct its date.",
    page_zh="""
工作日历把同一天列了两次，或者把本来就上班的一天列为调休上班。

一天要么放假，要么调休上班；调休上班的只会是周六或周日。

请删去该条，或改正日期。
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
  - {id: d2026-01-01, name: {zh: 元旦}, parent: holiday, date: 2026-01-01}
"""

GOOD = _FILES + "  - {id: d2026-01-04, name: {zh: 上班}, parent: working, date: 2026-01-04}\n"

BAD = _FILES + "  - {id: d2026-01-01w, name: {zh: 上班}, parent: working, date: 2026-01-01}\n"


def check(entry: Entry, project: Project) -> Iterator[Finding]:
    if entry.slug != VOCABULARY:
        return
    first: dict[str, int] = {}
    for index, term in enumerate(entry.as_a(Vocabulary).terms):
        if term.parent in (OFF, MADE_UP) and term.date is not None:
            again = first.setdefault(term.date, index) != index
            if again or (term.parent == MADE_UP and _weekday(term.date)):
                yield entry.at("terms", index, "date", date=term.date, first=first[term.date] + 1)


def _weekday(day: str) -> bool:
    try:
        return date.fromisoformat(day).weekday() < 5
    except ValueError:
        return False  # a day that does not exist is another rule's


RULE = Rule(
    "V037", "repeated-working-day", Severity.ERROR, Scope.ENTRY, check, TEXT, GOOD, BAD, kinds=("vocabularies",)
)
