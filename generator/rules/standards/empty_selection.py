"""A selection of provisions in a scheme chooses none.

`select` chooses the provisions of a standard that have a kind, an aspect and a class. Where no provision has them
all, the criterion asks for nothing and can never be met.

Correct the kinds, aspects or classes, or the standard.
"""

from collections.abc import Iterator

from generator.conformance.grading import graded_text, selected
from generator.diagnostics import Finding, Severity
from generator.model.grading import Scheme
from generator.project import Entry, Project
from generator.rules.rule import Rule, RuleText, Scope
from generator.rules.standards.example import STANDARD

TEXT = RuleText(
    zh="条件“{criterion}”没有选到标准“{standard}”的任何条款",
    en="the criterion '{criterion}' selects no provision of the standard '{standard}'",
    help_zh="请改正 select 的 kinds、aspects 或 classes。",
    help_en="Correct kinds, aspects or classes of the selection.",
    page_zh="""
等级评价按类选取条款，却一条也没有选到。

`select` 选取标准中同时具有所写类型、方面和类别的条款。一条都没有，这一条件就永远无法满足。

请改正条款类型、方面、类别，或改正标准。
""",
)

_SCHEME = (
    STANDARD
    + """\
--- catalog/schemes/grading.yaml
name:
  zh: 示例等级评价
issuer: acme
standards: [gateway-access]
levels:
  - id: basic
    name: {zh: 基础级}
    rank: 1
    criteria:
"""
)

GOOD = (
    _SCHEME
    + "      - {id: performance, text: {zh: 性能}, select: {standard: gateway-access, aspects: [performance]}}\n"
)

BAD = _SCHEME + "      - {id: security, text: {zh: 安全}, select: {standard: gateway-access, aspects: [security]}}\n"


def check(entry: Entry, project: Project) -> Iterator[Finding]:
    scheme = entry.as_a(Scheme)
    for i, level in enumerate(scheme.levels):
        for j, criterion in enumerate(level.criteria):
            chosen = criterion.select
            if chosen and graded_text(project, scheme, chosen.standard) and not selected(project, scheme, criterion):
                at = ("levels", i, "criteria", j, "select")
                yield entry.at(*at, on_key=True, criterion=criterion.id, standard=chosen.standard)


RULE = Rule("D123", "empty-selection", Severity.ERROR, Scope.LINKS, check, TEXT, GOOD, BAD, kinds=("schemes",))
