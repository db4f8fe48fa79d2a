"""A certificate states a level that its subject does not reach by what its own file states and claims.

The grade of a product or solution can be computed: from its quantities and its claims of conformity, under the
criteria of the scheme. A certificate in force with a higher level rests on something that the catalogue does not show.

Run `catalog grade` to see what is missing; add the claims and figures, or correct the certificate.
"""

from collections.abc import Iterator

from generator.conformance.grading import grade
from generator.diagnostics import Finding, Severity
from generator.model.grading import Certificate, Scheme
from generator.project import Entry, Project
from generator.rules.rule import Rule, RuleText, Scope
from generator.texts import Text

TEXT = RuleText(
    zh="证书等级为“{level}”，按条目所载只达到{reached}",
    en="the certificate says '{level}', but by what the entry states {reached} is reached",
    help_zh="用 catalog grade {subject} --scheme {scheme} 查看所缺，补充声明和指标，或改正证书。",
    help_en="catalog grade {subject} --scheme {scheme} says what is missing: add claims and figures, or correct the certificate.",
    page_zh="""
证书的等级高于按条目内容算得的等级。

产品和方案的等级可以算出：依据条目中的指标和符合性声明，按评价规定的条件计分。有效证书的等级更高，说明其依据在目录中没有写出。

请用 `catalog grade` 查看所缺，补充声明和指标，或改正证书。
""",
)

_PRODUCT = """\
--- catalog/schemes/grading.yaml
name:
  zh: 示例等级评价
status: in-force
history: [{to: draft, date: 2025-01-02}, {to: in-force, date: 2025-02-03}]
issuer: acme
levels:
  - id: basic
    name: {zh: 基础级}
    rank: 1
    criteria:
      - {id: latency, text: {zh: 时延}, requires: {metric: end-to-end-latency, max: 20, unit: ms}}
--- catalog/certificates/one.yaml
name:
  zh: 示例证书
status: in-force
history: [{to: in-force, date: 2026-03-02}]
scheme: grading
subject: products/gateway
number: EX-1
issuer: acme
level: basic
issued_on: 2026-03-02
valid: {start: 2026-03-02, until: 2029-03-01}
--- catalog/products/gateway.yaml
name:
  zh: 示例网关
status: approved
history:
  - {to: submitted, date: 2026-01-05}
  - {to: in-review, date: 2026-01-12}
  - {to: approved, date: 2026-02-02}
vendor: acme
category: gateway
"""

GOOD = _PRODUCT + "capabilities:\n  - {metric: end-to-end-latency, max: 15, unit: ms}\n"

BAD = _PRODUCT + "capabilities:\n  - {metric: end-to-end-latency, max: 30, unit: ms}\n"

_NONE = Text("不到任何等级", "no level")
_IN_FORCE = "in-force"


def check(project: Project) -> Iterator[Finding]:
    for entry in project.of_kind("certificates"):
        if entry.status == _IN_FORCE:
            yield from _above(entry, project)


def _above(entry: Entry, project: Project) -> Iterator[Finding]:
    certificate = entry.as_a(Certificate)
    scheme, subject = project.get(f"schemes/{certificate.scheme}"), project.get(certificate.subject)
    if scheme is None or subject is None or (certificate.valid.until or "9999") < project.today:
        return
    stated = next((level for level in scheme.as_a(Scheme).levels if level.id == certificate.level), None)
    reached = grade(project, subject, scheme).level
    if stated is not None and (reached.rank if reached else 0) < stated.rank:
        name = Text(f"“{reached.name.zh}”", reached.name.en or reached.name.zh) if reached else _NONE
        level = Text(stated.name.zh, stated.name.en or stated.name.zh)
        yield entry.at("level", level=level, reached=name, subject=subject.id, scheme=certificate.scheme)


RULE = Rule(
    "D135",
    "certificate-above-grade",
    Severity.WARNING,
    Scope.PROJECT,
    check,
    TEXT,
    GOOD,
    BAD,
    dated=True,
)
