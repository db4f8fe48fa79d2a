"""The day by which a target was promised is past.

A target with a past date still stands on the home page. Whoever reads it should know that the day has
gone by; whether the target was reached, the counted number beside it says.

Where the document's successor sets a new date, add a target for it. A target that is kept as a record
may waive this rule with a reason.
"""

from collections.abc import Iterator

from generator.diagnostics import Finding, Severity
from generator.model.target import Target
from generator.project import Entry, Project
from generator.rules.rule import Rule, RuleText, Scope

TEXT = RuleText(
    zh="目标的期限 {due} 已过（今天是 {today}）",
    en="the target was due on {due}, which is past (today is {today})",
    help_zh="如有新的目标，请另加条目；作为记录保留时，可在 waivers 中说明理由。",
    help_en="Add an entry for the target that follows it, or waive this with a reason where it is kept as a record.",
    page_zh="""
目标的期限已过。

期限已过的目标仍显示在首页；读者应当知道期限已过，是否达到则看旁边的统计数。

如果后续文件提出了新的期限，请另加目标。作为记录保留的目标，可以在 waivers 中说明理由。
""",
)

_TARGET = """\
--- catalog/policies/plan.yaml
name:
  zh: 示例方案
--- catalog/targets/ten.yaml
name:
  zh: 示例目标
document: plan
wording:
  zh: 形成 10 个应用场景
promised: 10
unit:
  zh: 个
"""

GOOD = _TARGET + "due: 2199-12-31\n"

BAD = _TARGET + "due: 2022-12-31\n"


def check(entry: Entry, project: Project) -> Iterator[Finding]:
    due = entry.as_a(Target).due
    if due and due < project.today:
        yield entry.at("due", due=due, today=project.today)


RULE = Rule(
    "C330", "expired-target", Severity.WARNING, Scope.ENTRY, check, TEXT, GOOD, BAD, kinds=("targets",), dated=True
)
