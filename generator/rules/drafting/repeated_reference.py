"""A document stands twice among the normative references.

Each document is listed once (GB/T 1.1—2020, 8.6); two editions of one document are two documents.

Take one out.
"""

from collections.abc import Iterator

from generator.diagnostics import Finding, Severity
from generator.project import Entry, Project
from generator.rules.drafting.documents import listed
from generator.rules.drafting.view import view
from generator.rules.rule import Rule, RuleText, Scope

TEXT = RuleText(
    zh="“{number}”已在第 {line} 行列出",
    en="'{number}' is listed in line {line} already",
    help_zh="请删去其中一处。",
    help_en="Take one of them out.",
    page_zh="""
同一文件列了两次。

清单中每个文件只列一次（GB/T 1.1—2020 的 8.6）；年份不同的算不同的文件。

请删去一处。
""",
)

GOOD = """\
# 规范性引用文件 {#c-references}

下列文件中的内容通过文中的规范性引用而构成本文件必不可少的条款。其中，注日期的引用文件，仅该日期对应的版本适用于本文件；不注日期的引用文件，其最新版本（包括所有的修改单）适用于本文件。

GB/T 4208　外壳防护等级（IP代码）

# 防护 {#c-protection}

外壳防护等级见GB/T 4208。
"""

BAD = """\
# 规范性引用文件 {#c-references}

下列文件中的内容通过文中的规范性引用而构成本文件必不可少的条款。其中，注日期的引用文件，仅该日期对应的版本适用于本文件；不注日期的引用文件，其最新版本（包括所有的修改单）适用于本文件。

GB/T 4208　外壳防护等级（IP代码）

GB/T 4208　外壳防护等级

# 防护 {#c-protection}

外壳防护等级见GB/T 4208。
"""


def check(entry: Entry, project: Project) -> Iterator[Finding]:
    draft = view(entry, project)
    seen: dict[tuple[str, str], int] = {}
    for one in listed(draft):
        if (key := (one.key, one.year)) in seen:
            yield draft.at(one.line, number=one.key, line=seen[key])
        seen.setdefault(key, one.line)


RULE = Rule("D340", "repeated-reference", Severity.WARNING, Scope.DRAFT, check, TEXT, GOOD, BAD, kinds=("standards",))
