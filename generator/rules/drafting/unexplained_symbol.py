"""A variable of a formula is not explained below it.

Every variable is explained after 式中： (GB/T 1.1—2020, 9.9). A variable that was explained at an earlier formula
of the chapter need not be explained again.

Add a line for it.
"""

from collections.abc import Iterator

from generator.diagnostics import Finding, Severity
from generator.drafts.model import Formula
from generator.project import Entry, Project
from generator.rules.drafting.formulas import containers, explained_in, symbols
from generator.rules.drafting.view import view
from generator.rules.rule import Rule, RuleText, Scope

TEXT = RuleText(
    zh="公式（{number}）中的 {symbol} 没有说明",
    en="{symbol} in formula ({number}) is not explained",
    help_zh="请在“式中：”之下加一行说明它的含义和单位。",
    help_en="Add a line for it below 式中：, with its meaning and unit.",
    page_zh="""
公式中的变量没有说明。

“式中：”之下逐个说明公式中的变量（GB/T 1.1—2020 的 9.9）。同一章前面已经说明过的，不必重复。

请补上说明。
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

式中：

$A$——总时延，单位为毫秒（ms）；

$B$——网络时延，单位为毫秒（ms）。
"""


def check(entry: Entry, project: Project) -> Iterator[Finding]:
    draft = view(entry, project)
    for chapter in draft.chapters:
        known: set[str] = set()
        for clause in chapter:
            for inside in containers(clause.blocks):
                known |= {symbol for block in inside for symbol in explained_in(block)}
        for block in (b for clause in chapter for inside in containers(clause.blocks) for b in inside):
            if isinstance(block, Formula) and known:
                missing = (s for s in symbols(block.math.tex) if s not in known and s.partition("_")[0] not in known)
                for symbol in dict.fromkeys(missing):
                    yield draft.at(block.line, number=block.number, symbol=symbol)


RULE = Rule("D372", "unexplained-symbol", Severity.WARNING, Scope.DRAFT, check, TEXT, GOOD, BAD, kinds=("standards",))
