"""Two standards have the same number.

A number is given once, and stays with its standard also after it was replaced by another.

Correct the number.
"""

from collections.abc import Iterator

from generator.diagnostics import Finding, Severity
from generator.project import Project
from generator.rules.rule import Rule, RuleText, Scope
from generator.rules.standards.example import STANDARD

TEXT = RuleText(
    zh="编号 {number} 已属于 {other}",
    en="the number {number} is that of {other}",
    help_zh="请改正编号；编号只用一次。",
    help_en="Correct the number: each is given once.",
    page_zh="""
两个标准有同一个编号。

编号只用一次；改用新编号之后，旧编号仍属于原来的标准。

请改正。
""",
)

_NUMBERED = (
    STANDARD
    + """\
numbers:
  - {number: T/EXA 001—2026, start: 2026-01-05}
  - {number: T/EXA 002—2026, start: 2026-05-04}
"""
)

GOOD = _NUMBERED

BAD = _NUMBERED.replace("002", "001")


def check(project: Project) -> Iterator[Finding]:
    seen: dict[str, str] = {}
    for entry in project.of_kind("standards"):
        for index, number in enumerate(entry.data.get("numbers") or ()):
            other = seen.setdefault(number["number"], entry.id)
            if other != entry.id or any(n["number"] == number["number"] for n in entry.data["numbers"][:index]):
                yield entry.at("numbers", index, "number", number=number["number"], other=other)


RULE = Rule(
    "D437", "repeated-standard-number", Severity.ERROR, Scope.PROJECT, check, TEXT, GOOD, BAD, kinds=("standards",)
)
