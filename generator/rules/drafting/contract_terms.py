"""The text speaks of contracts, penalties or legal liability.

A standard lays down technical content; claims, guarantees, payment, penalties, liability and administrative
measures belong in contracts and laws (GB/T 1.1—2020, 5.5.3).

Take it out of the document.
"""

import re
from collections.abc import Iterator

from generator.diagnostics import Finding, Severity
from generator.project import Entry, Project
from generator.rules.drafting.view import unquoted, view
from generator.rules.rule import Rule, RuleText, Scope

TEXT = RuleText(
    zh="文件中不规定合同、处罚或法律责任：{word}",
    en="a standard does not deal with contracts, penalties or liability: {word}",
    help_zh="请删去，在合同中约定。",
    help_en="Take it out; it belongs in a contract.",
    page_zh="""
文中涉及合同、处罚或法律责任。

标准规定技术内容，不规定索赔、担保、费用结算等合同要求，也不规定行政管理措施、法律责任和罚则（GB/T 1.1—2020 的 5.5.3）。

请从文件中删去。
""",
)

GOOD = """\
::: {.provision #p-x-01 kind=requirement aspect=function}
网关交付时应附有产品说明。
:::
"""

BAD = """\
::: {.provision #p-x-01 kind=requirement aspect=function}
网关交付时应附有产品说明，否则供应方应支付违约金。
:::
"""


_TERMS = re.compile(
    r"违约[金责]?|索赔|赔偿(?!器)|罚款|处罚|罚则|滞纳金|法律责任|刑事责任|民事责任|行政责任"
    r"|费用结算|付款方式|[甲乙]方(?=应|可|须|负|的|承担)|吊销|责令|追究.{0,6}责任|解除合同|合同价"
)


def check(entry: Entry, project: Project) -> Iterator[Finding]:
    draft = view(entry, project)
    for passage in draft.passages:
        if passage.clause.kind not in ("references", "bibliography", "foreword"):
            for found in _TERMS.finditer(unquoted(passage.text)):
                yield draft.at(passage.line, found.group(), word=found.group())


RULE = Rule("D390", "contract-terms", Severity.WARNING, Scope.DRAFT, check, TEXT, GOOD, BAD, kinds=("standards",))
