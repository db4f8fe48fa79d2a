"""An entry claims the same provision of the same edition twice.

Two claims on one provision would be counted twice, and where their results differ nobody knows which
holds.

Keep one of them.
"""

from collections.abc import Iterator

from generator.conformance.claims import CLAIMANTS
from generator.diagnostics import Finding, Severity
from generator.project import Entry, Project
from generator.rules.rule import Rule, RuleText, Scope
from generator.rules.standards.claims import claims_of
from generator.rules.standards.example import STANDARD

TEXT = RuleText(
    zh="对条款“{provision}”已有一条声明（第 {first} 条）",
    en="there is a claim on the provision '{provision}' already (number {first})",
    help_zh="请只保留一条。",
    help_en="Keep one of them.",
    page_zh="""
对同一版本的同一条款声明了两次。

两条声明会被数两次；结果不同时，谁也不知道以哪条为准。

请只保留一条。
""",
)

_PRODUCT = (
    STANDARD
    + """\
--- catalog/products/cpe.yaml
name:
  zh: 示例终端
vendor: acme
category: cpe
conforms_to:
  - {standard: gateway-access, edition: draft, provision: p-lat-01, result: met}
"""
)

GOOD = _PRODUCT

BAD = _PRODUCT + "  - {standard: gateway-access, edition: draft, provision: p-lat-01, result: partly}\n"


def check(entry: Entry, project: Project) -> Iterator[Finding]:
    seen: dict[tuple[str, str, str], int] = {}
    for index, claim in claims_of(entry):
        first = seen.setdefault((claim["standard"], claim["edition"], claim["provision"]), index)
        if first != index:
            yield entry.at("conforms_to", index, "provision", provision=claim["provision"], first=first + 1)


RULE = Rule("D104", "repeated-claim", Severity.ERROR, Scope.ENTRY, check, TEXT, GOOD, BAD, kinds=CLAIMANTS)
