"""A certificate names a level that its scheme does not have.

Correct the level.
"""

from collections.abc import Iterator

from generator.diagnostics import Finding, Severity, allowed, nearest
from generator.model.grading import Certificate, Scheme
from generator.project import Entry, Project
from generator.rules.rule import Rule, RuleText, Scope

TEXT = RuleText(
    zh="“{scheme}”没有“{level}”这个等级",
    en="the scheme '{scheme}' has no level '{level}'",
    help_zh="{hint}{allowed}",
    help_en="{hint} {allowed}",
    page_zh="""
证书的等级在其认证和等级评价中不存在。

请改正等级。
""",
)

_CERTIFICATE = """\
--- catalog/schemes/grading.yaml
name:
  zh: 示例等级评价
issuer: acme
levels:
  - {id: basic, name: {zh: 基础级}, rank: 1}
validity_months: 36
--- catalog/certificates/one.yaml
name:
  zh: 示例证书
status: suspended
history: [{to: in-force, date: 2026-03-02}, {to: suspended, date: 2026-04-01}]
scheme: grading
subject: products/gateway
number: EX-1
issuer: acme
issued_on: 2026-03-02
valid: {start: 2026-03-02, until: 2029-03-01}
"""

GOOD = _CERTIFICATE + "level: basic\n"

BAD = _CERTIFICATE + "level: basics\n"


def check(entry: Entry, project: Project) -> Iterator[Finding]:
    certificate = entry.as_a(Certificate)
    scheme = project.find("schemes", certificate.scheme, Scheme)
    if scheme is None:
        return
    known = [level.id for level in scheme.levels]
    if certificate.level not in known:
        yield entry.at(
            "level",
            hint=nearest(certificate.level, known),
            allowed=allowed(known),
            scheme=certificate.scheme,
            level=certificate.level,
        )


RULE = Rule("D130", "unknown-level", Severity.ERROR, Scope.LINKS, check, TEXT, GOOD, BAD, kinds=("certificates",))
