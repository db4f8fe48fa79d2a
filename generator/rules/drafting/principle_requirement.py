"""A chapter of general principles requires something.

General principles (总体原则) are statements or recommendations; general requirements (总体要求) are requirements (GB/T
1.1—2020, 8.10).

Recommend it (宜), or call the chapter 总体要求.
"""

from collections.abc import Iterator

from generator.diagnostics import Finding, Severity
from generator.project import Entry, Project
from generator.rules.drafting.view import view
from generator.rules.rule import Rule, RuleText, Scope

TEXT = RuleText(
    zh="“{title}”由陈述或推荐组成，不写“{word}”",
    en="'{title}' is made of statements or recommendations, not of {word}",
    help_zh="请改为“宜”，或把章的标题改为“总体要求”。",
    help_en="Write 宜, or call the chapter 总体要求.",
    page_zh="""
“总体原则”一章中有要求。

总体原则用陈述型或推荐型条款，总体要求用要求型条款（GB/T 1.1—2020 的 8.10）。

请改为“宜”，或把标题改为“总体要求”。
""",
)

GOOD = """\
# 总体原则 {#c-principles}

::: {.provision #p-x-01 kind=recommendation aspect=architecture}
网络的建设宜与业务的需要相适应。
:::
"""

BAD = """\
# 总体原则 {#c-principles}

::: {.provision #p-x-01 kind=requirement aspect=architecture}
网络的建设应满足业务的需要。
:::
"""


def check(entry: Entry, project: Project) -> Iterator[Finding]:
    draft = view(entry, project)
    chapters = {id(clause): c[0].title for c in draft.chapters for clause in c if c[0].title.endswith("原则")}
    for passage, found in draft.verbs if chapters else ():
        if id(passage.clause) in chapters and passage.normative:
            for verb in found:
                if verb.force == "requirement":
                    yield draft.at(passage.line, passage.spot(verb), title=chapters[id(passage.clause)], word=verb.word)


RULE = Rule(
    "D395", "principle-requirement", Severity.WARNING, Scope.DRAFT, check, TEXT, GOOD, BAD, kinds=("standards",)
)
