"""A clause of another document is cited, and its year is not given.

Clauses, tables and annexes move when a document is revised, so a citation of one names the year (GB/T 1.1—2020,
9.5.4.1). Documents known by a release instead of a year are not asked about.

Add the year here and in the list, or cite the whole document.
"""

import re
from collections.abc import Iterator

from generator.diagnostics import Finding, Severity
from generator.project import Entry, Project
from generator.rules.drafting.documents import named
from generator.rules.drafting.view import view
from generator.rules.rule import Rule, RuleText, Scope

TEXT = RuleText(
    zh="引用“{number}”的具体内容（{part}）时要注日期",
    en="a citation of {part} of '{number}' needs the year",
    help_zh="请写作“GB/T XXXXX—年份 的 {part}”，第2章中也注明年份；或改为引用整个文件。",
    help_en="Write the year behind the number, here and in chapter 2, or cite the whole document.",
    page_zh="""
引用了其他文件的某一条、表或附录，而没有注日期。

文件修订后条和表的编号会变，引用其具体内容时要注日期（GB/T 1.1—2020 的 9.5.4.1）。没有年份号而以版本区分的文件不在此列。

请在这里和清单中注明年份，或改为引用整个文件。
""",
)

GOOD = """\
# 规范性引用文件 {#c-references}

下列文件中的内容通过文中的规范性引用而构成本文件必不可少的条款。其中，注日期的引用文件，仅该日期对应的版本适用于本文件；不注日期的引用文件，其最新版本（包括所有的修改单）适用于本文件。

GB/T 4208—2017　外壳防护等级（IP代码）

# 防护 {#c-protection}

::: {.provision #p-x-01 kind=requirement aspect=function}
外壳防护等级应符合GB/T 4208—2017中第4章的规定。
:::
"""

BAD = """\
# 规范性引用文件 {#c-references}

下列文件中的内容通过文中的规范性引用而构成本文件必不可少的条款。其中，注日期的引用文件，仅该日期对应的版本适用于本文件；不注日期的引用文件，其最新版本（包括所有的修改单）适用于本文件。

GB/T 4208　外壳防护等级（IP代码）

# 防护 {#c-protection}

::: {.provision #p-x-01 kind=requirement aspect=function}
外壳防护等级应符合GB/T 4208中第4章的规定。
:::
"""


_PART = re.compile(
    r"^(?:（所有部分）)?\s?(?:中|的|中的)?\s?(第[0-9]+章|附录[A-Z](?:\.[0-9]+)*|表[A-Z]?\.?[0-9]+|图[A-Z]?\.?[0-9]+|[0-9]+(?:\.[0-9]+)+(?=[^0-9A-Za-z%\s]))"
)
_UNDATED = ("3GPP", "RFC", "IETF", "ITU", "ETSI")


def check(entry: Entry, project: Project) -> Iterator[Finding]:
    draft = view(entry, project)
    for passage in draft.passages:
        if not passage.normative and passage.place != "cell":
            continue
        for one in named(passage.text):
            part = _PART.match(passage.text[one.end :])
            if part and not one.year and not one.key.startswith(_UNDATED):
                yield draft.at(passage.line, one.text, number=one.text, part=part[1])


RULE = Rule("D337", "undated-clause", Severity.WARNING, Scope.DRAFT, check, TEXT, GOOD, BAD, kinds=("standards",))
