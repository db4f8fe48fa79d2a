"""An element holds a form of content that it does not admit.

No figures, tables or formulas in the foreword, the normative references and the bibliography; no figures and
formulas in the scope; no tables among the terms; no examples in any of the first (GB/T 1.1—2020, table 3 and
8.3).

Say it in words, or move it to a chapter of the body or an annex.
"""

from collections.abc import Iterator

from generator.diagnostics import Finding, Severity
from generator.drafts.model import Clause, Example, Figure, Formula, Table, walk
from generator.project import Entry, Project
from generator.rules.drafting.view import View, view
from generator.rules.rule import Rule, RuleText, Scope
from generator.texts import Text

TEXT = RuleText(
    zh="“{title}”中不能有{what}",
    en="'{title}' holds no {what}",
    help_zh="请改用文字叙述，或移到正文其他章或附录中。",
    help_en="Say it in words, or move it to another chapter or an annex.",
    page_zh="""
要素中出现了不允许的表述形式。

前言、规范性引用文件、参考文献中不用图、表、公式和示例；范围中不用图、公式和示例；术语和定义中不用表（GB/T 1.1—2020 的表3和 8.3）。

请改用文字叙述，或移到正文其他章或附录中。
""",
)

GOOD = """\
# 总体要求 {#c-general}

各等级的取值见[@tbl-levels]。

表：等级 {#tbl-levels}

| 等级 | 时延上限/ms |
|---|---|
| 甲 | 10 |
"""

BAD = """\
# 范围 {#c-scope}

本文件规定了示例网关的技术要求。

本文件适用于示例网关的设计和验收。

::: example
用于装配线的网关。
:::
"""


_FORMS: dict[type, Text] = {
    Table: Text("表", "tables"),
    Figure: Text("图", "figures"),
    Formula: Text("公式", "formulas"),
    Example: Text("示例", "examples"),
}
_NOT_IN: dict[str, tuple[type, ...]] = {
    "foreword": (Table, Figure, Formula, Example),
    "scope": (Figure, Formula, Example),
    "references": (Table, Figure, Formula, Example),
    "terms": (Table,),
    "bibliography": (Table, Figure, Formula, Example),
}


def check(entry: Entry, project: Project) -> Iterator[Finding]:
    draft = view(entry, project)
    for clause in draft.clauses:
        for block in walk(clause.blocks) if clause.kind in _NOT_IN else ():
            if isinstance(block, _NOT_IN[clause.kind]):
                line = getattr(block, "line", 0) or clause.line
                yield draft.at(line, title=_title(draft, clause), what=_FORMS[type(block)])


def _title(draft: View, clause: Clause) -> str:
    """The title of the chapter that a clause is in."""
    return next(c[0].title for c in draft.chapters if clause in c)


RULE = Rule("D305", "forbidden-form", Severity.ERROR, Scope.DRAFT, check, TEXT, GOOD, BAD, kinds=("standards",))
