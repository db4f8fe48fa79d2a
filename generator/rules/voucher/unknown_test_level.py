"""A criterion asks for a level that its scheme does not have.

Correct the level. The scheme's page lists its levels.
"""

from collections.abc import Iterator

from generator.diagnostics import Finding, Severity
from generator.model.grading import Scheme
from generator.model.voucher import Voucher
from generator.project import Entry, Project
from generator.rules.rule import Rule, RuleText, Scope

TEXT = RuleText(
    zh="“{scheme}”没有等级“{level}”",
    en="'{scheme}' has no level '{level}'",
    help_zh="该评价的等级：{known}。",
    help_en="Its levels are: {known}.",
    page_zh="""
条件要求的等级在该认证和等级评价中不存在。

请改正等级；评价的页面列有全部等级。
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
categories:
  - {id: network, name: {zh: 网络}}
  - {id: net-core, name: {zh: 核心网}, parent: network, accepts: [upf]}
  - {id: net-access, name: {zh: 接入设备}, parent: network, accepts: [device]}
classes:
  - {id: a, name: {zh: A 类}, ratio_max: 50}
criteria:
  - id: graded
    applies_to: product
    text: {zh: 有证书}
"""

GOOD = _FILES + "    test: {check: certificate, scheme: grading, level: basic}\n"

BAD = _FILES + "    test: {check: certificate, scheme: grading, level: gold}\n"


def check(entry: Entry, project: Project) -> Iterator[Finding]:
    for index, criterion in enumerate(entry.as_a(Voucher).criteria):
        test = criterion.test
        scheme = project.find("schemes", test.scheme, Scheme) if test and test.scheme else None
        if test and scheme and test.level is not None:
            known = [level.id for level in scheme.levels]
            if test.level not in known:
                pointer = ("criteria", index, "test", "level")
                yield entry.at(*pointer, scheme=test.scheme, level=test.level, known=", ".join(known))


RULE = Rule("V041", "unknown-test-level", Severity.ERROR, Scope.LINKS, check, TEXT, GOOD, BAD, kinds=("vouchers",))
