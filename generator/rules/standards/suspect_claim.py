"""A provision has changed since conformance to it was claimed.

A claim may keep the fingerprint of the provision's text at the time it was made. When the text changes
technically, the claim is suspect: what was met may no longer be. A change that its author marked as editorial
leaves claims good. A claim on an edition is looked at against the edition that is now in force.

Read the provision again; then write its new fingerprint, or correct the claim. The fingerprints stand
in provisions.lock.yaml. A claim on a former edition then names the edition in force.
"""

from collections.abc import Iterator

from generator.conformance.claims import CLAIMANTS, State, default_edition, standing, text_of
from generator.diagnostics import Finding, Severity
from generator.model.parts import Claim
from generator.project import DRAFT, Entry, Project
from generator.rules.rule import Rule, RuleText, Scope
from generator.rules.standards.example import FINGERPRINT, STANDARD
from generator.texts import Text

TEXT = RuleText(
    zh="条款“{provision}”在声明之后改过，请重新核对",
    en="the provision '{provision}' has changed since this claim; look at it again",
    help_zh="核对后{what}，或改正声明。",
    help_en="Then {what}, or correct the claim.",
    page_zh="""
声明之后，条款的内容改过。

声明可以记下当时条款内容的指纹。内容有了技术性修改，声明就存疑：原来符合的，现在不一定符合。起草者说明是编辑性的修改不影响声明。对某一版本的声明，与现行版本核对。

请重新核对条款，然后更新指纹或改正声明；指纹见 provisions.lock.yaml。对旧版本的声明，核对后改为声明现行版本。
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
    for index, claim in enumerate(getattr(entry.model, "conforms_to", ())):
        against = text_of(project, claim.standard, in_force(project, claim))
        if against is None or claim.provision not in against.provisions:
            continue
        if standing(project, entry, index, claim, against).state is State.SUSPECT:
            provision = against.provisions[claim.provision]
            key = ("fingerprint",) if claim.fingerprint else ("provision",)
            what = _mended(claim, against.edition, provision.fingerprint)
            yield entry.at("conforms_to", index, *key, provision=provision.id, what=what)


def in_force(project: Project, claim: Claim) -> str:
    """The edition that a claim is looked at against: the draft for one on the draft, else the last one published."""
    return DRAFT if claim.edition == DRAFT else default_edition(project, claim.standard)


def _mended(claim: Claim, edition: str, fingerprint: str) -> Text:
    """A fingerprint of another edition's text would be untrue of the edition that the claim names."""
    if claim.edition == edition:
        return Text(f"把 fingerprint 改为 {fingerprint}", f"set the fingerprint to {fingerprint}")
    zh = f"把 edition 由 {claim.edition} 改为 {edition}"
    en = f"set the edition from {claim.edition} to {edition}"
    if claim.fingerprint:
        zh, en = f"{zh}，fingerprint 改为 {fingerprint}", f"{en}, and the fingerprint to {fingerprint}"
    return Text(zh, en)


RULE = Rule("D103", "suspect-claim", Severity.WARNING, Scope.LINKS, check, TEXT, GOOD, BAD, kinds=CLAIMANTS)
