"""A product or solution is owned by somebody else than its vendor.

The owner may change the entry. That is the vendor, or an organisation above it (its parent, and so
on). Without an owner the vendor is it.

Correct the owner or the vendor, or state the parent in the vendor's entry.
"""

from collections.abc import Iterator

from generator.diagnostics import Finding, Severity
from generator.model.organisation import Organisation
from generator.project import Entry, Project
from generator.rules.rule import Rule, RuleText, Scope

TEXT = RuleText(
    zh="维护单位“{owner}”既不是供应商“{vendor}”，也不是它的上级单位",
    en="the owner '{owner}' is neither the vendor '{vendor}' nor an organisation above it",
    help_zh="请改正 owner 或 vendor，或在供应商的条目中写明 parent。",
    help_en="Correct owner or vendor, or state the parent in the vendor's entry.",
    page_zh="""
产品或方案的维护单位不是其供应商。

维护单位有权修改条目，应是供应商本身或它的上级单位。没有写维护单位的，就是供应商。

请改正维护单位或供应商，或在供应商的条目中写明上级单位。
""",
)

_PRODUCT = """\
--- catalog/organisations/group.yaml
name:
  zh: 甲集团有限公司
types: [equipment-maker]
--- catalog/organisations/acme.yaml
name:
  zh: 甲设备有限公司
types: [equipment-maker]
parent: group
--- catalog/products/cpe.yaml
name:
  zh: 工业终端
vendor: acme
category: cpe
"""

GOOD = _PRODUCT + "owner: group\n"

BAD = _PRODUCT + "owner: telco\n"


def check(entry: Entry, project: Project) -> Iterator[Finding]:
    owner, vendor = entry.data.get("owner"), entry.data["vendor"]
    if not owner or f"organisations/{owner}" not in project:
        return
    seen: set[str] = set()
    here: str | None = vendor
    while here and here != owner and here not in seen:
        seen.add(here)
        found = project.find("organisations", here, Organisation)
        if found is None:
            return  # what stands above it is not known
        here = found.parent
    if here != owner:
        yield entry.at("owner", owner=owner, vendor=vendor)


RULE = Rule(
    "P001", "foreign-owner", Severity.ERROR, Scope.LINKS, check, TEXT, GOOD, BAD, kinds=("products", "solutions")
)
