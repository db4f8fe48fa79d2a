"""A product is listed in a voucher programme that is running, and the certificate that the programme asks for has expired.

A programme may ask for a certificate as a criterion. When the last one of a listed product has run out, the product
no longer qualifies while enterprises can still claim for it.

Add the certificate that follows, or withdraw the listing.
"""

from collections.abc import Iterable, Iterator

from generator.diagnostics import Finding, Severity
from generator.model.grading import Certificate
from generator.model.voucher import Listing, Voucher
from generator.project import Entry, Project
from generator.rules.rule import Rule, RuleText, Scope

TEXT = RuleText(
    zh="服务券正在执行，而产品的证书“{certificate}”已于 {until} 到期",
    en="the programme is running, but the product's certificate '{certificate}' expired on {until}",
    help_zh="请添加续发的证书，或撤回目录条目。",
    help_en="Add the certificate that follows it, or withdraw the listing.",
    page_zh="""
服务券正在执行，而目录中产品的证书已经到期。

服务券可以把证书列为条件。已列入目录的产品证书到期，就不再符合条件，而企业还可以申领。

请添加续发的证书，或撤回目录条目。
""",
)

_FILES = """\
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
  zh: 等级评价
status: in-force
history: [{to: in-force, date: 2023-01-04}]
issuer: acme
levels:
  - {id: basic, name: {zh: 基础级}, rank: 1}
--- catalog/vouchers/grant.yaml
name:
  zh: 示例服务券
status: in-force
history: [{to: in-force, date: 2026-01-05}]
windows:
  - {kind: claim, period: {start: 2026-02-01, until: 2026-12-31}}
categories:
  - {id: network, name: {zh: 网络}}
  - {id: net-access, name: {zh: 接入}, parent: network, accepts: [device]}
criteria:
  - {id: graded, applies_to: product, text: {zh: 有证书}, test: {check: certificate, scheme: grading}}
--- catalog/listings/gateway-listing.yaml
name:
  zh: 示例目录条目
product: gateway
voucher: grant
category: net-access
--- catalog/certificates/one.yaml
name:
  zh: 示例证书
status: revoked
history: [{to: in-force, date: 2023-03-02}, {to: revoked, date: 2023-03-03}]
scheme: grading
subject: products/gateway
number: EX-1
issuer: acme
level: basic
issued_on: 2023-03-02
valid: {start: 2023-03-02, until: 2026-03-01}
"""

GOOD = _FILES

BAD = (
    _FILES.replace(", {to: revoked, date: 2023-03-03}", "")
    .replace("status: revoked", "status: in-force")
    .replace(
        "name:\n  zh: 示例证书\n",
        "name:\n  zh: 示例证书\nwaivers: [{rule: expired-certificate, reason: {zh: 原证书保留备查}}]\n",
    )
)

_EVER = "9999-12-31"


def check(project: Project) -> Iterator[Finding]:
    # From the programmes, which are few, to their listings, which may be thousands.
    for grant in project.of_kind("vouchers"):
        tests = (criterion.test for criterion in grant.as_a(Voucher).criteria if criterion.test)
        schemes = sorted({test.scheme for test in tests if test.check == "certificate" and test.scheme})
        if schemes and _running(grant, project):
            for link in project.backlinks(grant.id):
                entry = project.get(link.source)
                if entry is not None and entry.kind.folder == "listings":
                    yield from _expired(entry, schemes, project)


def _expired(entry: Entry, schemes: Iterable[str], project: Project) -> Iterator[Finding]:
    listing, state = entry.as_a(Listing), project.state(entry)
    if state and not state.to:
        return
    for scheme in schemes:
        held = _held(project, f"products/{listing.product}", scheme)
        if held and all(until < project.today for until, _ in held):
            until, certificate = max(held)
            yield entry.at("product", certificate=certificate, until=until)


def _running(grant: Entry, project: Project) -> bool:
    """Whether something can be claimed or redeemed today."""
    windows = [window.period for window in grant.as_a(Voucher).windows]
    days = [((period.start or ""), (period.until or _EVER)) for period in windows]
    return project.settled(grant) and (not days or any(start <= project.today <= until for start, until in days))


def _held(project: Project, product: str, scheme: str) -> list[tuple[str, str]]:
    """The product's certificates of a scheme that were not taken back: last day and id."""
    found = []
    for link in project.backlinks(product):
        entry = project.get(link.source)
        if entry is not None and entry.kind.folder == "certificates" and project.settled(entry):
            certificate = entry.as_a(Certificate)
            if certificate.scheme == scheme:
                found.append((certificate.valid.until or _EVER, entry.slug))
    return found


RULE = Rule(
    "V010", "certificate-expired-in-programme", Severity.WARNING, Scope.PROJECT, check, TEXT, GOOD, BAD, dated=True
)
