"""An example stands in a real voucher programme.

Examples show how the catalogue works. They never enter the listings, notices or releases of a real
voucher programme, because money is paid by those. An example programme may list examples.

List it in an example programme, or take `example: true` away where the entry is real.
"""

from collections.abc import Iterator

from generator.diagnostics import Finding, Severity
from generator.project import Entry, Project
from generator.rules.rule import Rule, RuleText, Scope

TEXT = RuleText(
    zh="示例条目不能列入真实的服务券“{voucher}”",
    en="an example cannot stand in the real voucher programme '{voucher}'",
    help_zh="请改列示例服务券；条目属实的，请删去 example: true。",
    help_en="Use an example programme; where the entry is real, take example: true away.",
    page_zh="""
示例条目列入了真实的服务券。

示例只用来展示目录如何工作。真实的服务券要据此付款，所以示例不进入它的目录条目、公示和发布。示例服务券可以列入示例。

请改列示例服务券；条目属实的，请删去 `example: true`。
""",
)

_LISTING = """\
--- catalog/products/sample.yaml
name:
  zh: 示例网关
example: true
vendor: sample-maker
category: gateway
--- catalog/organisations/sample-maker.yaml
name:
  zh: 示例设备有限公司
example: true
types: [equipment-maker]
--- catalog/listings/sample-listing.yaml
name:
  zh: 示例目录条目
example: true
product: sample
voucher: grant
category: net-access
--- catalog/rules.yaml
rules:
  - {rule: missing-english, severity: "off"}
  - {rule: missing-sources, severity: "off"}
  - {rule: orphan-entry, severity: "off"}
  - {rule: example-id, severity: "off"}
--- catalog/vouchers/grant.yaml
name:
  zh: 示例服务券
categories:
  - {id: net-access, name: {zh: 接入设备}, accepts: [device]}
"""

GOOD = _LISTING + "example: true\n"

BAD = _LISTING.replace("示例服务券", "上云服务券")


def check(entry: Entry, project: Project) -> Iterator[Finding]:
    slug = entry.data["voucher"]
    voucher = project.get(f"vouchers/{slug}")
    if entry.example and voucher and not voucher.example:
        yield entry.at("voucher", voucher=slug)


RULE = Rule(
    "V005", "example-listing", Severity.ERROR, Scope.LINKS, check, TEXT, GOOD, BAD, kinds=("listings", "notices")
)
