"""A criterion's test lacks what it needs to decide anything.

`capabilities` needs a count, of at most the number of metrics where it names some; `conformity` a standard and a
count; `certificate` a scheme; `supplier-admitted` a list of admitted suppliers in the programme.

Add what is missing, or take the test out: without a test the criterion is for people to decide.
"""

from collections.abc import Iterator

from generator.diagnostics import Finding, Severity
from generator.model.voucher import Voucher
from generator.project import Entry, Project
from generator.rules.rule import Rule, RuleText, Scope

TEXT = RuleText(
    zh="判定“{check}”缺少 {missing}",
    en="the test '{check}' lacks {missing}",
    help_zh="请补上；不写 test 的条件由人判断。",
    help_en="Add it, or take the test out: people decide then.",
    page_zh="""
条件的判定缺少必要的内容，什么也判定不了。

`capabilities` 要写 count，写了 metrics 的不多于指标个数；`conformity` 要写 standard 和 count；
`certificate` 要写 scheme；`supplier-admitted` 要求服务券列有入库供应商。

请补上，或删去 test：没有 test 的条件由人判断。
""",
)

_FILES = """\
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
"""

GOOD = _FILES + "  - {id: c, applies_to: product, text: {zh: 指标}, test: {check: capabilities, count: 3}}\n"

BAD = _FILES + "  - {id: c, applies_to: product, text: {zh: 指标}, test: {check: capabilities}}\n"

_NEEDS = {"capabilities": ("count",), "conformity": ("standard", "count"), "certificate": ("scheme",)}


def check(entry: Entry, project: Project) -> Iterator[Finding]:
    voucher = entry.as_a(Voucher)
    for index, criterion in enumerate(voucher.criteria):
        test = criterion.test
        if test is None:
            continue
        missing = [key for key in _NEEDS.get(test.check, ()) if not getattr(test, key)]
        if test.check == "capabilities" and test.metrics and test.count and test.count > len(test.metrics):
            missing.append("metrics")
        if test.check == "supplier-admitted" and not voucher.admitted_suppliers:
            missing.append("admitted_suppliers")
        if missing:
            yield entry.at("criteria", index, "test", check=test.check, missing=", ".join(missing))


RULE = Rule("V040", "incomplete-test", Severity.ERROR, Scope.ENTRY, check, TEXT, GOOD, BAD, kinds=("vouchers",))
