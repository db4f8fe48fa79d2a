"""A promised standard is linked, but that standard does not name the aspect it was promised for.

A benchmark project or a work plan says which aspects a standard will cover; the standard's own entry
says which it covers, and its draft marks the aspect of each provision. Where the link is there, both
must agree.

Add the aspect to the standard, or correct the promise.
"""

from collections.abc import Iterator

from generator.diagnostics import Finding, Severity
from generator.model.standard import Standard
from generator.project import Entry, Project
from generator.rules.places import value_at
from generator.rules.rule import Rule, RuleText, Scope

TEXT = RuleText(
    zh="承诺涉及“{aspect}”，而标准“{standard}”没有列出这一方面",
    en="the aspect '{aspect}' is promised, but the standard '{standard}' does not name it",
    help_zh="请在该标准的 aspects 中补上，或改正承诺。",
    help_en="Add it to that standard's aspects, or correct the promise.",
    page_zh="""
所链接的标准没有承诺的那个方面。

应用标杆和工作方案说明标准将涉及哪些方面，标准自己的条目说明涉及哪些方面，草案给每个条款标出方面。写了链接，两者就应一致。

请在标准的 aspects 中补上，或改正承诺。
""",
)

_BOTH = """\
--- catalog/organisations/society.yaml
name:
  zh: 示例协会
types: [society]
--- catalog/benchmarks/press.yaml
name:
  zh: 示例标杆
enterprise: acme
promised_standards:
  - title: {zh: 示例标准}
    standard: intranet
    aspects: [architecture, function, performance, security, interoperability]
--- standards/intranet/standard.yaml
name:
  zh: 示例技术要求
society: society
"""

GOOD = _BOTH + "aspects: [architecture, function, performance, security, interoperability]\n"

BAD = _BOTH + "aspects: [architecture, function, performance, security]\n"


def check(entry: Entry, project: Project) -> Iterator[Finding]:
    for link in entry.links:
        if link.relation.name != "promised_standards":
            continue
        slug = link.target.partition("/")[2]
        standard = project.find("standards", slug, Standard)
        if standard is None or not standard.aspects:
            continue
        draft = project.drafts.get(slug)
        if draft is None and slug in project.drafts:
            continue  # it has errors, and they may hide the provisions
        covered = {*standard.aspects, *(draft.aspects if draft else ())}
        for index, aspect in enumerate(value_at(entry.data, link.pointer[:-1])["aspects"]):
            if aspect not in covered:
                yield entry.at(*link.pointer[:-1], "aspects", index, aspect=aspect, standard=slug)


RULE = Rule(
    "C321",
    "promised-aspect",
    Severity.WARNING,
    Scope.LINKS,
    check,
    TEXT,
    GOOD,
    BAD,
    kinds=("benchmarks", "workplans"),
)
