"""A provision stands where a document holds none of its kind.

The foreword holds no requirement, instruction, recommendation or permission, nor does the scope; the
introduction and an informative annex hold no requirement (GB/T 1.1—2020, 8.3, 8.4, 8.5, 9.6). A product could
not claim conformity to such a provision.

Move it to a chapter of the body or to a normative annex.
"""

from collections.abc import Iterator

from generator.diagnostics import Finding, Severity
from generator.drafts.model import PROVISION_KINDS, Provision
from generator.project import Entry, Project
from generator.rules.drafting.view import view
from generator.rules.rule import Rule, RuleText, Scope
from generator.texts import Text

TEXT = RuleText(
    zh="{where}中不能有{kind}型条款",
    en="{where} holds no {kind}",
    help_zh="请把条款移到正文的其他章或规范性附录中。",
    help_en="Move the provision to a chapter of the body or to a normative annex.",
    page_zh="""
条款写在了不容纳它的要素中。

前言和范围不含要求、指示、推荐和允许型条款；引言和资料性附录不含要求型条款（GB/T 1.1—2020 的 8.3、8.4、8.5、9.6）。写在那里的条款，产品无从声明符合。

请移到正文的其他章或规范性附录中。
""",
)

GOOD = """\
# 性能要求 {#c-performance}

::: {.provision #p-x-01 kind=requirement aspect=performance}
网关的转发时延应不大于10 ms。
:::
"""

BAD = """\
# 取值说明 {#annex-a .annex nature=informative}

::: {.provision #p-x-01 kind=requirement aspect=performance}
网关的转发时延应不大于10 ms。
:::

# 其他要求 {#c-other .annex nature=normative}

见[@annex-a]和[@c-other]。
"""


_NO = {
    "foreword": ("requirement", "instruction", "recommendation", "permission"),
    "scope": ("requirement", "instruction", "recommendation", "permission"),
    "introduction": ("requirement",),
    "references": ("requirement", "instruction", "recommendation", "permission", "statement"),
    "bibliography": ("requirement", "instruction", "recommendation", "permission", "statement"),
}


def check(entry: Entry, project: Project) -> Iterator[Finding]:
    draft = view(entry, project)
    for clause in draft.clauses:
        no = ("requirement",) if clause.nature == "informative" else _NO.get(clause.kind, ())
        where = Text("资料性附录", "an informative annex") if clause.nature else Text(clause.title, clause.title)
        for block in clause.blocks:
            if isinstance(block, Provision) and block.kind in no:
                kind = PROVISION_KINDS[block.kind]
                yield draft.at(block.line, where=where, kind=Text(kind.zh, kind.en.lower()))


RULE = Rule(
    "D306", "provision-in-informative", Severity.ERROR, Scope.DRAFT, check, TEXT, GOOD, BAD, kinds=("standards",)
)
