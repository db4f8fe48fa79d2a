"""A certificate has expired.

Its status says that it is in force, but its last day is past. Whoever relies on it should know; the
page shows it as expired, for expiry is computed from the dates and never stored.

Add the certificate that follows it. A suspended or revoked one is left alone.
"""

from collections.abc import Iterator

from generator.diagnostics import Finding, Severity
from generator.model.grading import Certificate
from generator.project import Entry, Project
from generator.rules.rule import Rule, RuleText, Scope

TEXT = RuleText(
    zh="证书已于 {until} 到期",
    en="the certificate expired on {until}",
    help_zh="请添加续发的证书；到期的证书可以保留。",
    help_en="Add the certificate that follows it; the expired one may stay.",
    page_zh="""
证书已到期。

状态仍是有效，而有效期的最后一天已过。依据证书的人应当知道；是否到期由日期算出，不另外保存。

请添加续发的证书。已暂停或撤销的不提示。
""",
)

_CERTIFICATE = """\
--- catalog/organisations/acme.yaml
name:
  zh: 甲设备有限公司
status: approved
history:
  - {to: submitted, date: 2022-10-10}
  - {to: in-review, date: 2022-10-17}
  - {to: approved, date: 2022-11-01}
types: [equipment-maker]
--- catalog/products/gateway.yaml
name:
  zh: 工业网关
status: approved
history:
  - {to: submitted, date: 2022-11-07}
  - {to: in-review, date: 2022-11-14}
  - {to: approved, date: 2022-12-01}
vendor: acme
category: gateway
--- catalog/schemes/grading.yaml
name:
  zh: 示例等级评价
status: in-force
history: [{to: in-force, date: 2023-01-04}]
issuer: acme
levels:
  - {id: basic, name: {zh: 基础级}, rank: 1}
validity_months: 36
--- catalog/certificates/one.yaml
name:
  zh: 示例证书
status: in-force
history: [{to: in-force, date: 2023-03-02}]
scheme: grading
subject: products/gateway
number: EX-1
issuer: acme
level: basic
issued_on: 2023-03-02
"""

GOOD = _CERTIFICATE + "valid: {start: 2023-03-02}\n"

BAD = _CERTIFICATE + "valid: {start: 2023-03-02, until: 2026-03-01}\n"


def check(entry: Entry, project: Project) -> Iterator[Finding]:
    until = entry.as_a(Certificate).valid.until
    if until and until < project.today and project.settled(entry):
        yield entry.at("valid", "until", until=until)


RULE = Rule(
    "D134",
    "expired-certificate",
    Severity.WARNING,
    Scope.ENTRY,
    check,
    TEXT,
    GOOD,
    BAD,
    kinds=("certificates",),
    dated=True,
)
