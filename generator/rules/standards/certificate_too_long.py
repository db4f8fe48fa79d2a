"""A certificate is valid for longer than its scheme allows.

The scheme states for how many months a certificate holds (`validity_months`), from the first day of its
validity, or from the day of issue where that is not given.

Correct the dates, or the scheme.
"""

from collections.abc import Iterator

from generator.diagnostics import Finding, Severity
from generator.model.grading import Certificate, Scheme
from generator.project import Entry, Project
from generator.rules.months import plus_months
from generator.rules.rule import Rule, RuleText, Scope

TEXT = RuleText(
    zh="证书有效至 {until}，超过了 {months} 个月的有效期（最迟 {latest}）",
    en="the certificate is valid until {until}, longer than {months} months (until {latest} at the latest)",
    help_zh="请改正有效期，或改正“{scheme}”的 validity_months。",
    help_en="Correct the period, or validity_months of '{scheme}'.",
    page_zh="""
证书的有效期超过认证和等级评价规定的长度。

`validity_months` 规定证书有效多少个月，从有效期的第一天起算，没有写明的从发证日期起算。

请改正日期，或改正认证和等级评价的规定。
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
level: basic
issued_on: 2026-03-02
"""

GOOD = _CERTIFICATE + "valid: {start: 2026-03-02, until: 2029-03-01}\n"

BAD = _CERTIFICATE + "valid: {start: 2026-03-02, until: 2030-03-01}\n"


def check(entry: Entry, project: Project) -> Iterator[Finding]:
    certificate = entry.as_a(Certificate)
    scheme = project.find("schemes", certificate.scheme, Scheme)
    months, until = scheme.validity_months if scheme else None, certificate.valid.until
    if not months or not until:
        return
    latest = plus_months(certificate.valid.start or certificate.issued_on, months)
    if until > latest:
        yield entry.at("valid", "until", until=until, months=months, latest=latest, scheme=certificate.scheme)


RULE = Rule(
    "D131", "certificate-too-long", Severity.ERROR, Scope.LINKS, check, TEXT, GOOD, BAD, kinds=("certificates",)
)
