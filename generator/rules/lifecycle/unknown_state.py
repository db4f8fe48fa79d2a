"""A history names a state that the kind's lifecycle does not have.

The states of each kind stand in `catalog/lifecycles.yaml`.

Correct the state.
"""

from collections.abc import Iterator

from generator.diagnostics import Finding, Severity, allowed, nearest
from generator.project import Entry, Project
from generator.rules.lifecycle.steps import lifecycle_of, states_of, steps_of
from generator.rules.rule import Rule, RuleText, Scope

TEXT = RuleText(
    zh="{kind}没有“{state}”这个状态",
    en="the kind {kind} has no state '{state}'",
    help_zh="{hint}{allowed}",
    help_en="{hint} {allowed}",
    page_zh="""
状态历史中有该种类没有的状态。

各种类的状态见 `catalog/lifecycles.yaml`。

请改正状态。
""",
)

GOOD = """\
--- catalog/organisations/acme.yaml
name:
  zh: 示例单位
status: submitted
history:
  - {to: submitted, date: 2026-01-05}
types: [research]
"""

BAD = """\
--- catalog/organisations/acme.yaml
name:
  zh: 示例单位
status: submitted
history:
  - {to: submited, date: 2026-01-05}
types: [research]
"""


def check(entry: Entry, project: Project) -> Iterator[Finding]:
    lifecycle = lifecycle_of(entry, project)
    if lifecycle is None:
        return
    states = states_of(lifecycle)
    for step in steps_of(entry):
        if step.state not in states:
            yield entry.at(
                "history",
                step.index,
                "to",
                kind=entry.kind.title,
                state=step.state,
                hint=nearest(step.state, states),
                allowed=allowed(states),
            )


RULE = Rule("L005", "unknown-state", Severity.ERROR, Scope.ENTRY, check, TEXT, GOOD, BAD)
