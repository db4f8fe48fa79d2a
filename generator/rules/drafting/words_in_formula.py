"""A formula has words where variables stand.

Variables are single letters with indices; names of quantities in words are not used in formulas (GB/T 1.1—2020,
9.9).

Use symbols, and explain them after 式中：.
"""

import re
from collections.abc import Iterator

from generator.diagnostics import Finding, Severity
from generator.drafts.model import Formula, walk
from generator.project import Entry, Project
from generator.rules.drafting.view import view
from generator.rules.rule import Rule, RuleText, Scope

TEXT = RuleText(
    zh="公式（{number}）中有文字：{text}",
    en="there are words in formula ({number}): {text}",
    help_zh="请改用字母符号，并在“式中：”之下说明。",
    help_en="Use letters, and explain them below 式中：.",
    page_zh="""
公式中用文字代替了变量。

公式中的变量用字母加下标表示，不用量的名称（GB/T 1.1—2020 的 9.9）。

请改用符号，并在“式中：”之下说明。
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
$$A = B + \text{处理时延}$$ {#eq-sum}

式中：

$A$——总时延，单位为毫秒（ms）；

$B$——网络时延，单位为毫秒（ms）。
"""


def check(entry: Entry, project: Project) -> Iterator[Finding]:
    draft = view(entry, project)
    for clause in draft.clauses:
        for block in walk(clause.blocks):
            if isinstance(block, Formula):
                bare = re.sub(r"[_^]\s*(?:\\[a-z]+\s*)?\{[^{}]*(?:\{[^{}]*\}[^{}]*)*\}", "", block.math.tex)
                if found := re.search(r"[一-鿿]{2,}", bare):
                    yield draft.at(block.line, number=block.number, text=found.group())


RULE = Rule("D373", "words-in-formula", Severity.WARNING, Scope.DRAFT, check, TEXT, GOOD, BAD, kinds=("standards",))
