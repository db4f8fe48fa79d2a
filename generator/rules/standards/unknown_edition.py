"""A claim names an edition that the standard does not have.

`edition` is "draft" for the text in draft.md, or the year in which an edition was published; the year
is the one in the standard's number.

Write "draft" or one of the years, in quotes.
"""

from collections.abc import Iterator

from generator.conformance.claims import CLAIMANTS
from generator.diagnostics import Finding, Severity, allowed
from generator.project import Entry, Project
from generator.rules.rule import Rule, RuleText, Scope
from generator.rules.standards.claims import claims_of, editions_of
from generator.rules.standards.example import STANDARD

TEXT = RuleText(
    zh="标准“{standard}”没有“{edition}”这一版本",
    en="the standard '{standard}' has no edition '{edition}'",
    help_zh="{allowed}草案写 draft，已发布的版本写加引号的年份。",
    help_en="{allowed} Write draft for the draft, a quoted year for what is published.",
    page_zh="""
声明所引用的标准版本不存在。

`edition` 写 draft 表示 draft.md 中的草案，写年份表示该年发布的版本，年份与标准编号中的相同。

请写 draft 或已有的年份，年份加引号。
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

BAD = _PRODUCT + '  - {standard: gateway-access, edition: "2024", provision: p-lat-01, result: met}\n'


def check(entry: Entry, project: Project) -> Iterator[Finding]:
    for index, claim in claims_of(entry):
        editions = editions_of(claim["standard"], project)
        if editions is not None and claim["edition"] not in editions:
            yield entry.at(
                "conforms_to",
                index,
                "edition",
                standard=claim["standard"],
                edition=claim["edition"],
                allowed=allowed(editions),
            )


RULE = Rule("D101", "unknown-edition", Severity.ERROR, Scope.LINKS, check, TEXT, GOOD, BAD, kinds=CLAIMANTS)
