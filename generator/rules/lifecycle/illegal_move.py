"""A step of the history goes where the lifecycle does not lead.

`catalog/lifecycles.yaml` says which state may follow which. The first step of a history is the
first state itself or one that may follow it.

Add the steps between, or correct the state. Where the process itself has changed, change
lifecycles.yaml.
"""

from collections.abc import Iterator

from generator.diagnostics import Finding, Severity, allowed
from generator.project import Entry, Project
from generator.rules.lifecycle.steps import lifecycle_of, states_of, steps_of
from generator.rules.rule import Rule, RuleText, Scope

TEXT = RuleText(
    zh="不能从“{before}”进入“{after}”",
    en="'{after}' cannot follow '{before}'",
    help_zh="{allowed}请补上中间的步骤，或改正状态。",
    help_en="{allowed} Add the steps between, or correct the state.",
    page_zh="""
状态历史中有生命周期不允许的一步。

`catalog/lifecycles.yaml` 规定哪个状态之后可以是哪个状态。历史的第一步可以是第一个状态本身，或其后允许的状态。

请补上中间的步骤，或改正状态；如果流程本身变了，请改 lifecycles.yaml。
""",
)

GOOD = """\
--- catalog/organisations/acme.yaml
name:
  zh: 示例单位
status: approved
history:
  - {to: submitted, date: 2026-01-05}
  - {to: in-review, date: 2026-01-08}
  - {to: approved, date: 2026-01-15}
types: [research]
"""

BAD = """\
--- catalog/organisations/acme.yaml
name:
  zh: 示例单位
status: approved
history:
  - {to: submitted, date: 2026-01-05}
  - {to: approved, date: 2026-01-15}
types: [research]
"""


def check(entry: Entry, project: Project) -> Iterator[Finding]:
    lifecycle, steps = lifecycle_of(entry, project), steps_of(entry)
    if lifecycle is None or not steps:
        return
    states, first = states_of(lifecycle), lifecycle.states[0].id
    before = first
    for step in steps:
        begins = step.index == 0 and step.state == first
        # A state that the lifecycle does not know is another rule's; so is what follows it.
        if step.state in states and before in states and not begins and step.state not in states[before].to:
            ways = allowed(states[before].to)
            yield entry.at("history", step.index, "to", before=before, after=step.state, allowed=ways)
        before = step.state


RULE = Rule("L002", "illegal-move", Severity.ERROR, Scope.ENTRY, check, TEXT, GOOD, BAD)
