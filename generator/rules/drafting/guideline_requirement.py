"""A guideline has requirements.

Guidelines give advice: their provisions are recommendations and statements (GB/T 1.1—2020, 8.11 and table 4).

Recommend it (宜), or make the document a specification.
"""

from collections.abc import Iterator

from generator.diagnostics import Finding, Severity
from generator.project import Entry, Project
from generator.rules.drafting.view import view
from generator.rules.rule import Rule, RuleText, Scope

TEXT = RuleText(
    zh="指南标准中不写要求：{id}",
    en="a guideline holds no requirements: {id}",
    help_zh="请改为推荐或陈述；确需要求的，改正 standard.yaml 的 function。",
    help_en="Make it a recommendation or a statement, or correct function in standard.yaml.",
    page_zh="""
指南标准中有要求型条款。

指南给出指导和建议，由推荐型和陈述型条款组成（GB/T 1.1—2020 的 8.11 和表4）。

请改为推荐或陈述，或改正 `function`。
""",
)

GOOD = """\
--- standards/gateway-access/standard.yaml
name:
  zh: 示例网关技术规范
society: society
"""

BAD = """\
--- standards/gateway-access/standard.yaml
name:
  zh: 示例网关接入指南
society: society
function: guideline
"""


def check(entry: Entry, project: Project) -> Iterator[Finding]:
    draft = view(entry, project)
    for provision in draft.draft.provisions if draft.standard.function == "guideline" else ():
        if provision.kind == "requirement":
            yield draft.at(provision.line, id=provision.id)


RULE = Rule(
    "D396", "guideline-requirement", Severity.WARNING, Scope.DRAFT, check, TEXT, GOOD, BAD, kinds=("standards",)
)
