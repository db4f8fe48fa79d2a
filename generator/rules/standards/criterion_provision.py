"""A criterion of a scheme names a provision that the standard does not have.

A grade that rests on a provision nobody can read cannot be given. Looked at is the edition that the scheme grades:
the one it names, else the last one published, else the draft.

Correct the id of the provision or of the standard.
"""

from collections.abc import Iterator

from generator.conformance.grading import graded_text
from generator.diagnostics import Finding, Severity
from generator.model.grading import Scheme
from generator.project import Entry, Project
from generator.rules.rule import Rule, RuleText, Scope
from generator.rules.standards.claims import hint_for
from generator.rules.standards.example import STANDARD
from generator.texts import Text

TEXT = RuleText(
    zh="标准“{standard}”（{edition}）中没有条款“{provision}”",
    en="the standard '{standard}' ({edition}) has no provision '{provision}'",
    help_zh="{hint}",
    help_en="{hint}",
    page_zh="""
等级评价的条件所依据的条款在标准中不存在。核对的是所评价的版本：写明的版本，否则为现行版本，尚未发布的为草案。

依据不存在的条款，无法评定等级。

请改正条款或标准的编号。
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

GOOD = _SCHEME + "      - {id: latency, text: {zh: 时延}, standard: gateway-access, provision: p-lat-01}\n"

BAD = _SCHEME + "      - {id: latency, text: {zh: 时延}, standard: gateway-access, provision: p-lat-10}\n"


CRITERION = Text("该条件", "the criterion")


def check(entry: Entry, project: Project) -> Iterator[Finding]:
    scheme = entry.as_a(Scheme)
    for i, level in enumerate(scheme.levels):
        for j, criterion in enumerate(level.criteria):
            text = graded_text(project, scheme, criterion.standard or "")
            if text is None or criterion.provision is None:
                continue
            if criterion.provision not in text.provisions:
                hint = hint_for(criterion.provision, text.provisions, text.lock, CRITERION)
                yield entry.at(
                    "levels",
                    i,
                    "criteria",
                    j,
                    "provision",
                    hint=hint,
                    standard=criterion.standard,
                    edition=text.edition,
                    provision=criterion.provision,
                )


RULE = Rule("D120", "criterion-provision", Severity.ERROR, Scope.LINKS, check, TEXT, GOOD, BAD, kinds=("schemes",))
