"""A link points to an entry of a kind that does not belong there.

Fields that admit several kinds hold full ids, `products/gw-5`. Each such field says which kinds it
admits: a certificate's subject is a product or a solution, not the organisation that makes it.

Write the full id of an entry of one of the kinds named.
"""

from collections.abc import Iterator

from generator.diagnostics import Finding, Severity, allowed
from generator.project import Entry, Project
from generator.rules.rule import Rule, RuleText, Scope

TEXT = RuleText(
    zh="“{target}”不是此处可以链接的种类",
    en="'{target}' is not of a kind that may be linked here",
    help_zh="请写成“种类/id”。{known}",
    help_en="Write kind/id. Kinds {known}",
    page_zh="""
链接所指条目的种类不适合该字段。

可以链接多个种类的字段要写完整编号，例如 `products/gw-5`。每个字段规定了可链接的种类：证书的获证对象是产品或方案，而不是生产单位。

请改写为所列种类之一的条目的完整编号。
""",
)

_CERTIFICATE = """\
--- catalog/schemes/grading.yaml
name:
  zh: 产品等级评价
issuer: acme
levels:
  - id: basic
    name:
      zh: 基础级
    rank: 1
--- catalog/certificates/gateway-basic.yaml
name:
  zh: 工业网关等级证书
scheme: grading
subject: {subject}
level: basic
number: GR-001
issuer: acme
issued_on: 2026-01-01
valid:
  start: 2026-01-01
  until: 2028-12-31
"""
GOOD = _CERTIFICATE.replace("{subject}", "products/gateway")
BAD = _CERTIFICATE.replace("{subject}", "organisations/acme")


def check(entry: Entry, project: Project) -> Iterator[Finding]:
    for link in entry.links:
        if link.target.partition("/")[0] not in link.relation.kinds:
            yield entry.at(*link.pointer, target=link.target, known=allowed(link.relation.kinds))


RULE = Rule("C001", "link-kind", Severity.ERROR, Scope.ENTRY, check, TEXT, GOOD, BAD, links_only=True)
