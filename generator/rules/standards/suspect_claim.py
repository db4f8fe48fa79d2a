"""A provision has changed since conformance to it was claimed.

A claim may keep the fingerprint of the provision's text at the time it was made. When the text changes,
the claim is suspect: what was met may no longer be.

Read the provision again; then write its new fingerprint, or correct the claim. The fingerprints stand
in provisions.lock.yaml.
"""

from collections.abc import Iterator

from generator.diagnostics import Finding, Severity
from generator.project import Entry, Project
from generator.rules.rule import Rule, RuleText, Scope
from generator.rules.standards.claims import CLAIMANTS, DRAFT, claims_of
from generator.rules.standards.example import FINGERPRINT, STANDARD

TEXT = RuleText(
    zh="条款“{provision}”在声明之后改过，请重新核对",
    en="the provision '{provision}' has changed since this claim; look at it again",
    help_zh="核对后把 fingerprint 改为 {fingerprint}，或改正声明。",
    help_en="Then set the fingerprint to {fingerprint}, or correct the claim.",
    page_zh="""
声明之后，条款的内容改过。

声明可以记下当时条款内容的指纹。内容改了，声明就存疑：原来符合的，现在不一定符合。

请重新核对条款，然后更新指纹或改正声明；指纹见 provisions.lock.yaml。
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
  - standard: gateway-access
    edition: draft
    provision: p-lat-01
    result: met
"""
)

GOOD = _PRODUCT + f"    fingerprint: {FINGERPRINT}\n"

BAD = _PRODUCT + f"    fingerprint: {'a' * 64}\n"


def check(entry: Entry, project: Project) -> Iterator[Finding]:
    for index, claim in claims_of(entry):
        draft = project.drafts.get(claim["standard"])
        if draft is None or claim["edition"] != DRAFT or "fingerprint" not in claim:
            continue
        for provision in draft.provisions:
            if provision.id == claim["provision"] and provision.fingerprint != claim["fingerprint"]:
                yield entry.at(
                    "conforms_to", index, "fingerprint", provision=provision.id, fingerprint=provision.fingerprint
                )


RULE = Rule("D103", "suspect-claim", Severity.WARNING, Scope.LINKS, check, TEXT, GOOD, BAD, kinds=CLAIMANTS)
