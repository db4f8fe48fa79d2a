"""The annexes do not stand in the order in which the text first mentions them.

Annex A is the one mentioned first, and so on (GB/T 1.1—2020, 9.6).

Move the annexes; their letters follow.
"""

from collections.abc import Iterator

from generator.diagnostics import Finding, Severity
from generator.drafts.model import Clause
from generator.project import Entry, Project
from generator.rules.drafting.blocks import first_mentions
from generator.rules.drafting.view import view
from generator.rules.rule import Rule, RuleText, Scope

TEXT = RuleText(
    zh="{label}在{before}之前提及，应排在它前面",
    en="{label} is mentioned before {before} and stands before it",
    help_zh="请按首次提及的先后排列附录，编号会随之改变。",
    help_en="Put the annexes in the order of their first mention; the letters follow.",
    page_zh="""
附录没有按首次提及的先后排列。

最先提及的是附录A，依次类推（GB/T 1.1—2020 的 9.6）。

请移动附录，编号会随之改变。
""",
)

GOOD = """\
各项取值见[@annex-values]，试验见[@annex-test]。

# 取值说明 {#annex-values .annex nature=informative}

本附录说明取值的来源。

# 试验说明 {#annex-test .annex nature=informative}

本附录说明试验的条件。
"""

BAD = """\
试验见[@annex-test]，各项取值见[@annex-values]。

# 取值说明 {#annex-values .annex nature=informative}

本附录说明取值的来源。

# 试验说明 {#annex-test .annex nature=informative}

本附录说明试验的条件。
"""


def check(entry: Entry, project: Project) -> Iterator[Finding]:
    draft = view(entry, project)
    first = first_mentions(draft)
    last: Clause | None = None
    for chapter in draft.chapters:
        annex = chapter[0]
        if annex.kind != "annex" or annex.id not in first:
            continue
        if last is not None and first[annex.id] < first[last.id]:
            yield draft.at(annex.line, label=annex.label, before=last.label)
        else:
            last = annex


RULE = Rule("D361", "annex-order", Severity.WARNING, Scope.DRAFT, check, TEXT, GOOD, BAD, kinds=("standards",))
