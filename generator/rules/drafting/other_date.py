"""A document is cited with another year than it is listed with.

A dated reference means that edition only, an undated one the newest; the text and the list have to say the same
(GB/T 1.1—2020, 9.5.4.1).

Make both agree.
"""

from collections.abc import Iterator

from generator.diagnostics import Finding, Severity
from generator.project import Entry, Project
from generator.rules.drafting.documents import listed, named
from generator.rules.drafting.view import INFORMATIVE, view
from generator.rules.rule import Rule, RuleText, Scope

TEXT = RuleText(
    zh="文中为“{cited}”，第2章列的是“{listed}”",
    en="the text cites '{cited}', chapter 2 lists '{listed}'",
    help_zh="请使两处的年份一致：都注日期，或都不注。",
    help_en="Give both the same year, or none.",
    page_zh="""
引用时的年份与清单不同。

注日期引用只指该版本，不注日期引用指最新版本，文中与清单要一致（GB/T 1.1—2020 的 9.5.4.1）。

请改为一致。
""",
)

GOOD = """\
# 规范性引用文件 {#c-references}

下列文件中的内容通过文中的规范性引用而构成本文件必不可少的条款。其中，注日期的引用文件，仅该日期对应的版本适用于本文件；不注日期的引用文件，其最新版本（包括所有的修改单）适用于本文件。

GB/T 4208—2017　外壳防护等级（IP代码）

# 防护 {#c-protection}

外壳防护等级见GB/T 4208—2017。
"""

BAD = """\
# 规范性引用文件 {#c-references}

下列文件中的内容通过文中的规范性引用而构成本文件必不可少的条款。其中，注日期的引用文件，仅该日期对应的版本适用于本文件；不注日期的引用文件，其最新版本（包括所有的修改单）适用于本文件。

GB/T 4208—2017　外壳防护等级（IP代码）

# 防护 {#c-protection}

外壳防护等级见GB/T 4208—2008。
"""


def check(entry: Entry, project: Project) -> Iterator[Finding]:
    draft = view(entry, project)
    years: dict[str, set[str]] = {}
    shown: dict[str, str] = {}
    for one in listed(draft):
        years.setdefault(one.key, set()).add(one.year)
        shown[one.key] = f"{one.key}—{one.year}" if one.year else one.key
    for passage in draft.passages if years else ():
        source = "来源：" in passage.text[:5]  # copied text always names its edition
        if passage.clause.kind in INFORMATIVE or passage.place == "note" or source:
            continue
        for cited in named(passage.text):
            if cited.key in years and cited.year not in years[cited.key]:
                yield draft.at(passage.line, cited.text, cited=cited.text, listed=shown[cited.key])


RULE = Rule("D338", "other-date", Severity.WARNING, Scope.DRAFT, check, TEXT, GOOD, BAD, kinds=("standards",))
