"""A published standard was to be reviewed by now.

The society's procedure says after how many years (`review_years`), counted from the publication or from the last
review that confirmed it.

Begin the review: catalog standard advance.
"""

from collections.abc import Iterator

from generator.diagnostics import Finding, Severity
from generator.model.standard import Standard
from generator.project import Entry, Project
from generator.rules.rule import Rule, RuleText, Scope
from generator.rules.standards.example import PROCEDURE, STANDARD
from generator.rules.standards.gates import procedure_of, review_due, states_of

TEXT = RuleText(
    zh="应于 {due} 前复审",
    en="was to be reviewed by {due}",
    help_zh="用 catalog standard advance 进入复审，再确认、修订或废止。",
    help_en="Begin the review with catalog standard advance; then confirm, revise or withdraw it.",
    page_zh="""
已发布的标准到了复审期限。

期限是制定程序的 `review_years`，从发布或上次复审确认之日起算。

请用 catalog standard advance 进入复审。
""",
)

PUBLISHED = (
    PROCEDURE
    + STANDARD
    + """\
procedure: society-rules
numbers: [{number: T/EXA 001—2025, start: 2025-05-12}]
status: published
history:
  - {to: proposal, date: 2022-01-05}
  - {to: initiation, date: 2022-02-10}
  - {to: drafting, date: 2022-03-03}
  - {to: comment, date: 2022-05-02, until: 2022-06-30, documents: [{title: 征求意见稿, id: draft-for-comment}]}
  - {to: review, date: 2022-10-10}
  - {to: approval, date: 2023-03-13, vote: {eligible: 12, present: 10, in_favour: 10}}
  - {to: published, date: 2025-05-12}
"""
)

GOOD = PUBLISHED

BAD = PUBLISHED.replace("2025-05-12", "2023-05-12")


def check(entry: Entry, project: Project) -> Iterator[Finding]:
    standard = entry.as_a(Standard)
    due = review_due(standard, procedure_of(standard, project), states_of(project))
    if due and due < project.today:
        yield entry.at("history", len(standard.history) - 1, "date", due=due)


RULE = Rule(
    "D436", "overdue-review", Severity.WARNING, Scope.DRAFT, check, TEXT, GOOD, BAD, kinds=("standards",), dated=True
)
