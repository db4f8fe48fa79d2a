"""Text of the body requires or recommends something and is no provision.

Only what stands in a `::: {.provision …}` block has a permanent id: products can claim it, tests can cover it,
it counts (GB/T 1.1—2020, 9.1: the kinds of provision). Notes, examples, tables and informative annexes are not
asked about.

Put the paragraph in a block, or say it as a statement.
"""

from collections.abc import Iterator

from generator.diagnostics import Finding, Severity
from generator.project import Entry, Project
from generator.rules.drafting.view import view
from generator.rules.rule import Rule, RuleText, Scope

TEXT = RuleText(
    zh="条文中有“{word}”，但不在条款块里",
    en="the text says {word}, but stands in no provision block",
    help_zh="请写成 条款块（::: 开头，写明标识和类型）；如果不是规定，请改为陈述。",
    help_en="Put it in a provision block (::: with an id and a kind), or say it as a statement.",
    page_zh="""
正文中有要求或推荐，却没有写成条款。

只有写在 `::: {.provision …}` 块中的规定才有永久标识，产品才能声明符合，试验才能对应，统计才会计入（条款的类型见 GB/T 1.1—2020 的 9.1）。注、示例、\
表和资料性附录不在此列。

请写成条款块，或改为陈述。
""",
)

GOOD = """\
::: {.provision #p-x-01 kind=requirement aspect=security}
网关应记录管理操作。
:::
"""

BAD = """\
网关应记录管理操作。
"""


def check(entry: Entry, project: Project) -> Iterator[Finding]:
    draft = view(entry, project)
    seen: set[int] = set()
    for passage, found in draft.verbs:
        if not passage.normative or passage.provision or passage.clause.kind in ("scope", "terms"):
            continue
        for verb in found:
            if verb.force in ("requirement", "recommendation") and passage.line not in seen:
                seen.add(passage.line)
                yield draft.at(passage.line, passage.spot(verb), word=verb.word)


RULE = Rule("D388", "unmarked-provision", Severity.WARNING, Scope.DRAFT, check, TEXT, GOOD, BAD, kinds=("standards",))
