"""An entry of a kind without a lifecycle has a status or a history.

Scenarios, industries, metrics, targets, consortia and code lists go through no states; nothing reads
a status there.

Leave the key out.
"""

from collections.abc import Iterator

from generator.diagnostics import Finding, Severity
from generator.model.registry import KINDS
from generator.project import Entry, Project
from generator.rules.rule import Rule, RuleText, Scope

TEXT = RuleText(
    zh="{kind}没有生命周期，“{key}”不起作用",
    en="the kind {kind} has no lifecycle, so '{key}' means nothing here",
    help_zh="请删去“{key}”。",
    help_en="Leave '{key}' out.",
    page_zh="""
没有生命周期的种类写了状态或状态历史。

应用场景、行业领域、指标、目标、产业联合体、代码表等不经过状态变化，写在那里的状态没有任何程序读取。

请删去该键。
""",
)

GOOD = """\
--- catalog/industries/toys.yaml
name:
  zh: 示例行业
example: true
"""

BAD = """\
--- catalog/industries/toys.yaml
name:
  zh: 示例行业
status: approved
example: true
"""


def check(entry: Entry, project: Project) -> Iterator[Finding]:
    for key in ("status", "history"):
        if entry.data.get(key):
            yield entry.at(key, on_key=True, kind=entry.kind.title, key=key)


KINDS_WITHOUT = tuple(folder for folder, kind in KINDS.items() if kind.lifecycle is None)

RULE = Rule(
    "L006", "status-without-lifecycle", Severity.WARNING, Scope.ENTRY, check, TEXT, GOOD, BAD, kinds=KINDS_WITHOUT
)
