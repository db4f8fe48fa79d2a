"""An annex is mentioned nowhere in the text.

Readers come to an annex from the text: a normative one is made part of it (应符合附录A的规定), an informative one is
pointed to (见附录B) (GB/T 1.1—2020, 9.6).

Mention it where it is needed, as `[@annex-x]`.
"""

from collections.abc import Iterator

from generator.diagnostics import Finding, Severity
from generator.project import Entry, Project
from generator.rules.drafting.blocks import first_mentions
from generator.rules.drafting.view import view
from generator.rules.rule import Rule, RuleText, Scope

TEXT = RuleText(
    zh="文中没有提及{label}",
    en="the text does not mention {label}",
    help_zh="请在需要之处写“见[@{id}]”或“应符合[@{id}]的规定”。",
    help_en="Mention it where it is needed: 见[@{id}].",
    page_zh="""
附录在文中没有提及。

读者由正文找到附录：规范性附录在正文中指明（应符合附录A的规定），资料性附录也要提及（见附录B）（GB/T 1.1—2020 的 9.6）。

请在需要之处写 `[@附录的标识]`。
""",
)

GOOD = """\
各项取值见[@annex-values]。

# 取值说明 {#annex-values .annex nature=informative}

本附录说明取值的来源。
"""

BAD = """\
# 取值说明 {#annex-values .annex nature=informative}

本附录说明取值的来源。
"""


def check(entry: Entry, project: Project) -> Iterator[Finding]:
    draft = view(entry, project)
    first = first_mentions(draft)
    for chapter in draft.chapters:
        annex = chapter[0]
        if annex.kind == "annex" and annex.id not in first:
            yield draft.at(annex.line, label=annex.label, id=annex.id or "annex-x")


RULE = Rule("D360", "unmentioned-annex", Severity.WARNING, Scope.DRAFT, check, TEXT, GOOD, BAD, kinds=("standards",))
