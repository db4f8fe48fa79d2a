"""The scope requires, recommends or permits something.

The scope is made of statements (GB/T 1.1—2020, 8.5); what is required stands in the chapters that follow.

Make it a statement, or move it.
"""

from collections.abc import Iterator

from generator.diagnostics import Finding, Severity
from generator.project import Entry, Project
from generator.rules.drafting.view import view
from generator.rules.rule import Rule, RuleText, Scope

TEXT = RuleText(
    zh="范围中不写“{word}”：这里只有陈述",
    en="the scope holds statements only, no '{word}'",
    help_zh="请改为陈述，或移到后面的章中。",
    help_en="Make it a statement, or move it to a later chapter.",
    page_zh="""
范围中有要求、推荐或允许的措辞。

范围由陈述型条款组成（GB/T 1.1—2020 的 8.5），要求写在后面各章。其他对象参照使用，写作“……参照使用”。

请改为陈述，或移到后面的章中。
""",
)

GOOD = """\
# 范围 {#c-scope}

本文件规定了示例网关的技术要求。

本文件适用于示例网关的验收，家用网关参照使用。
"""

BAD = """\
# 范围 {#c-scope}

本文件规定了示例网关的技术要求。

本文件适用于示例网关的验收，网关应符合本文件。
"""


def check(entry: Entry, project: Project) -> Iterator[Finding]:
    draft = view(entry, project)
    for passage, found in draft.verbs:
        if passage.clause.kind == "scope" and passage.place in ("text", "item"):
            for verb in found:
                referring = passage.text[verb.start :].startswith(("可参照", "可参考"))
                if verb.force in ("requirement", "recommendation", "permission") and not referring:
                    yield draft.at(passage.line, passage.spot(verb), word=verb.word)


RULE = Rule("D332", "scope-verb", Severity.WARNING, Scope.DRAFT, check, TEXT, GOOD, BAD, kinds=("standards",))
