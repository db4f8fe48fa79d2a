"""A criterion's test holds something that its check does not look at.

Each check reads its own keys: `capabilities` count, metrics and basis; `conformity` standard and count;
`certificate` scheme and level; the others none.

Take the key out, or choose the check that was meant.
"""

from collections.abc import Iterator

from generator.diagnostics import Finding, Severity
from generator.model.voucher import Voucher
from generator.project import Entry, Project
from generator.rules.rule import Rule, RuleText, Scope

TEXT = RuleText(
    zh="判定“{check}”不看 {key}",
    en="the test '{check}' does not look at {key}",
    help_zh="请删去，或改用所要的判定。",
    help_en="Take it out, or choose the check that was meant.",
    page_zh="""
条件的判定写了用不上的内容。

各种判定只看自己的内容：`capabilities` 看 count、metrics、basis；`conformity` 看 standard、count；`certificate` 看 scheme、level；其余的都不看。

请删去，或改用所要的判定。
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

GOOD = _FILES + "  - {id: c, applies_to: product, text: {zh: 价格}, test: {check: prices-complete}}\n"

BAD = _FILES + "  - {id: c, applies_to: product, text: {zh: 价格}, test: {check: prices-complete, count: 3}}\n"

_READ = {
    "capabilities": frozenset({"count", "metrics", "basis"}),
    "conformity": frozenset({"standard", "count"}),
    "certificate": frozenset({"scheme", "level"}),
}


def check(entry: Entry, project: Project) -> Iterator[Finding]:
    for index, criterion in enumerate(entry.as_a(Voucher).criteria):
        if criterion.test:
            read = _READ.get(criterion.test.check, frozenset())
            for key in sorted(criterion.test.model_fields_set - {"check"} - read):
                yield entry.at("criteria", index, "test", key, check=criterion.test.check, key=key)


RULE = Rule("V042", "idle-test-key", Severity.WARNING, Scope.ENTRY, check, TEXT, GOOD, BAD, kinds=("vouchers",))
