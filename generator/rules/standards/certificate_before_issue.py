"""A certificate is valid from a day before it was issued.

Nothing is certified before it has been examined; a certificate counts from the day of issue or later.

Correct one of the dates.
"""

from collections.abc import Iterator

from generator.diagnostics import Finding, Severity
from generator.model.grading import Certificate
from generator.project import Entry, Project
from generator.rules.rule import Rule, RuleText, Scope

TEXT = RuleText(
    zh="有效期从 {start} 开始，早于发证日期 {issued}",
    en="the validity begins on {start}, before the certificate was issued ({issued})",
    help_zh="请改正 valid.start 或 issued_on。",
    help_en="Correct valid.start or issued_on.",
    page_zh="""
证书的有效期从发证之前开始。

没有评价就没有证书；证书从发证之日或之后起有效。

请改正其中一个日期。
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

BAD = _CERTIFICATE + "valid: {start: 2026-02-02, until: 2029-02-01}\n"


def check(entry: Entry, project: Project) -> Iterator[Finding]:
    certificate = entry.as_a(Certificate)
    start = certificate.valid.start
    if start and start < certificate.issued_on:
        yield entry.at("valid", "start", start=start, issued=certificate.issued_on)


RULE = Rule(
    "D132", "certificate-before-issue", Severity.ERROR, Scope.ENTRY, check, TEXT, GOOD, BAD, kinds=("certificates",)
)
