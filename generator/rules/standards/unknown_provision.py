"""A claim names a provision that the draft does not have.

Provisions stand in the standard's draft.md, each with its permanent id. Only claims about the draft are
looked at; the provisions of a published edition stand in its own folder.

Correct the id. Where the provision was removed from the draft, take the claim out.
"""

from collections.abc import Iterator

from generator.conformance.claims import CLAIMANTS
from generator.diagnostics import Finding, Severity
from generator.project import DRAFT, Entry, Project
from generator.rules.rule import Rule, RuleText, Scope
from generator.rules.standards.claims import claims_of, hint_for
from generator.rules.standards.example import STANDARD
from generator.texts import Text

TEXT = RuleText(
    zh="标准“{standard}”的草案中没有条款“{provision}”",
    en="the draft of the standard '{standard}' has no provision '{provision}'",
    help_zh="{hint}",
    help_en="{hint}",
    page_zh="""
声明所引用的条款在草案中不存在。

条款写在标准的 draft.md 中，各有永久编号。这里只检查针对草案的声明；已发布版本的条款在其自己的目录里。

请改正编号；条款已从草案中删除的，请删去该声明。
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
"""
)

GOOD = _PRODUCT + "  - {standard: gateway-access, edition: draft, provision: p-lat-01, result: met}\n"

BAD = _PRODUCT + "  - {standard: gateway-access, edition: draft, provision: p-lat-10, result: met}\n"


CLAIM = Text("该声明", "the claim")


def check(entry: Entry, project: Project) -> Iterator[Finding]:
    for index, claim in claims_of(entry):
        draft = project.drafts.get(claim["standard"])
        if draft is None or claim["edition"] != DRAFT:
            continue
        known = [provision.id for provision in draft.provisions]
        if claim["provision"] not in known:
            yield entry.at(
                "conforms_to",
                index,
                "provision",
                hint=hint_for(claim["provision"], known, project.locks.get(claim["standard"]), CLAIM),
                standard=claim["standard"],
                provision=claim["provision"],
            )


RULE = Rule("D102", "unknown-provision", Severity.ERROR, Scope.LINKS, check, TEXT, GOOD, BAD, kinds=CLAIMANTS)
