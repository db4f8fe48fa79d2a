"""An informative annex requires something.

It gives information that helps to understand the document, and holds no requirements (GB/T 1.1—2020, 9.6).
Whoever must fulfil them would not expect them there.

Say it as a statement, or make the annex normative.
"""

from collections.abc import Iterator

from generator.diagnostics import Finding, Severity
from generator.project import Entry, Project
from generator.rules.drafting.view import view
from generator.rules.rule import Rule, RuleText, Scope

TEXT = RuleText(
    zh="资料性附录中不写要求：{word}",
    en="an informative annex requires nothing: {word}",
    help_zh="请改为陈述，或把附录改为规范性的，并在正文中指明。",
    help_en="Make it a statement, or make the annex normative and say so in the text.",
    page_zh="""
资料性附录中有要求的措辞。

资料性附录给出有助于理解的信息，不含要求（GB/T 1.1—2020 的 9.6）。要满足要求的人不会到那里去找。

请改为陈述，或把附录改为规范性的。
""",
)

GOOD = """\
取值见[@annex-values]。

# 取值说明 {#annex-values .annex nature=informative}

响应时间的典型值为10 ms，对应于装配业务。
"""

BAD = """\
取值见[@annex-values]。

# 取值说明 {#annex-values .annex nature=informative}

响应时间应不大于10 ms。
"""


def check(entry: Entry, project: Project) -> Iterator[Finding]:
    draft = view(entry, project)
    for passage, found in draft.verbs:
        declared = passage.provision and passage.provision.kind == "requirement"  # that is an error by itself
        if passage.clause.nature == "informative" and passage.place in ("text", "item", "cell") and not declared:
            for verb in found:
                if verb.force == "requirement":
                    yield draft.at(passage.line, passage.spot(verb), word=verb.word)


RULE = Rule(
    "D363", "informative-annex-requirement", Severity.WARNING, Scope.DRAFT, check, TEXT, GOOD, BAD, kinds=("standards",)
)
