"""A document is cited in a way that makes it indispensable, and the normative references do not list it.

Where a requirement or an instruction names a document (应符合……, 按……的规定), it is cited normatively and is listed in
chapter 2 (GB/T 1.1—2020, 8.6 and 9.5.4.2). Documents in notes, examples, 见…… and the sources of values are not
asked about.

Add it to the list, or cite it as information (见……) and list it in the bibliography.
"""

from collections.abc import Iterator

from generator.diagnostics import Finding, Severity
from generator.project import Entry, Project
from generator.rules.drafting.documents import unlisted
from generator.rules.drafting.view import view
from generator.rules.rule import Rule, RuleText, Scope

TEXT = RuleText(
    zh="规范性引用的“{number}”没有列入规范性引用文件",
    en="'{number}' is cited normatively but not among the normative references",
    help_zh="请把它列入第2章；如果只是供参考，请改为“见……”并列入参考文献。",
    help_en="List it in chapter 2; where it is only information, write 见…… and list it in the bibliography.",
    page_zh="""
规范性引用的文件没有列入清单。

要求或指示中提及的文件（应符合……、按……的规定）是规范性引用，应列入第2章（GB/T 1.1—2020 的 8.6 和 9.5.4.2）。注、示例、“见……”和取值来源中提到的文件不在此列。

请列入清单；只供参考的，改为“见……”并列入参考文献。
""",
)

GOOD = """\
# 规范性引用文件 {#c-references}

下列文件中的内容通过文中的规范性引用而构成本文件必不可少的条款。其中，注日期的引用文件，仅该日期对应的版本适用于本文件；不注日期的引用文件，其最新版本（包括所有的修改单）适用于本文件。

GB/T 4208　外壳防护等级（IP代码）

# 防护 {#c-protection}

::: {.provision #p-x-01 kind=requirement aspect=function}
外壳防护等级应符合GB/T 4208的规定。
:::
"""

BAD = """\
::: {.provision #p-x-01 kind=requirement aspect=function}
外壳防护等级应符合GB/T 4208的规定。
:::
"""


def check(entry: Entry, project: Project) -> Iterator[Finding]:
    draft = view(entry, project)
    for passage, one in unlisted(draft):
        yield draft.at(passage.line, one.text, number=one.text)


RULE = Rule("D335", "unlisted-reference", Severity.WARNING, Scope.DRAFT, check, TEXT, GOOD, BAD, kinds=("standards",))
