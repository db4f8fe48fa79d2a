"""A requirement makes an informative annex its content.

What has to be fulfilled (应符合附录B的规定) stands in a normative annex; an informative one is only pointed to (见附录B)
(GB/T 1.1—2020, 9.5.5 and 9.6).

Make the annex normative, or point to it with 见.
"""

import re
from collections.abc import Iterator

from generator.diagnostics import Finding, Severity
from generator.project import Entry, Project
from generator.rules.drafting.view import view
from generator.rules.rule import Rule, RuleText, Scope

TEXT = RuleText(
    zh="要求中规范性地提及了资料性的{label}",
    en="a requirement makes the informative {label} its content",
    help_zh="请把该附录改为规范性的，或改写为“见{label}”。",
    help_en="Make the annex normative, or write 见{label}.",
    page_zh="""
要求把资料性附录作为自己的内容。

要符合的内容（应符合附录B的规定）写在规范性附录中；资料性附录只能用“见附录B”提及（GB/T 1.1—2020 的 9.5.5、9.6）。

请改变附录的性质，或改写为“见”。
""",
)

GOOD = """\
::: {.provision #p-x-01 kind=requirement aspect=performance}
网关应声明转发时延，取值见[@annex-values]。
:::

# 取值说明 {#annex-values .annex nature=informative}

本附录说明取值的来源。
"""

BAD = """\
::: {.provision #p-x-01 kind=requirement aspect=performance}
网关的转发时延应符合[@annex-values]的规定。
:::

# 取值说明 {#annex-values .annex nature=informative}

本附录说明取值的来源。
"""


_CUE = re.compile(r"应(?:符合|按照?|满足|遵守|采用|依据|执行)[^，。；]{0,8}$")


def check(entry: Entry, project: Project) -> Iterator[Finding]:
    draft = view(entry, project)
    labels = {c[0].label for c in draft.chapters if c[0].nature == "informative"}
    for passage in draft.passages if labels else ():
        if passage.normative:
            for found in re.finditer(r"附录[A-Z]+", passage.text):
                if found.group() in labels and _CUE.search(passage.text[: found.start()]):
                    yield draft.at(passage.line, label=found.group())


RULE = Rule(
    "D364", "informative-annex-required", Severity.WARNING, Scope.DRAFT, check, TEXT, GOOD, BAD, kinds=("standards",)
)
