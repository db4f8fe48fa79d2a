"""A formula is not followed by an explanation of its variables.

式中： and the list of the variables with their units stand below a formula (GB/T 1.1—2020, 9.9). Several formulas
in a clause may share one list.

Write 式中： and a line for each variable.
"""

from collections.abc import Iterator

from generator.diagnostics import Finding, Severity
from generator.drafts.model import Formula
from generator.project import Entry, Project
from generator.rules.drafting.formulas import containers, explains, symbols
from generator.rules.drafting.view import view
from generator.rules.rule import Rule, RuleText, Scope

TEXT = RuleText(
    zh="公式（{number}）之后没有“式中：”",
    en="no 式中： follows formula ({number})",
    help_zh="请在公式之后写“式中：”，再逐个说明变量，如“$T$——时延，单位为毫秒（ms）；”。",
    help_en="Write 式中： below it, then a line for each variable with its unit.",
    page_zh="""
公式之后没有说明其中的变量。

公式之下写“式中：”，再逐个说明变量及其单位（GB/T 1.1—2020 的 9.9）。同一条中的几个公式可以合用一处说明。

请加上说明。
""",
)

GOOD = """\
$$A = B + C$$ {#eq-sum}

式中：

$A$——总时延，单位为毫秒（ms）；

$B$——网络时延，单位为毫秒（ms）；

$C$——处理时延，单位为毫秒（ms）。
"""

BAD = """\
$$A = B + C$$ {#eq-sum}

其中三个量都以毫秒计。
"""


def check(entry: Entry, project: Project) -> Iterator[Finding]:
    draft = view(entry, project)
    for clause in draft.clauses:
        for inside in containers(clause.blocks):
            explained = max((n for n, block in enumerate(inside) if explains(block)), default=-1)
            for n, block in enumerate(inside):
                if isinstance(block, Formula) and symbols(block.math.tex) and n > explained:
                    yield draft.at(block.line, number=block.number)


RULE = Rule(
    "D371", "formula-without-explanation", Severity.WARNING, Scope.DRAFT, check, TEXT, GOOD, BAD, kinds=("standards",)
)
