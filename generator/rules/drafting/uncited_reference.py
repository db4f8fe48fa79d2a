"""A document stands among the normative references and is cited nowhere.

Chapter 2 lists what the text cites normatively, no more (GB/T 1.1—2020, 8.6 and 9.5.4.2).

Take it out, move it to the bibliography, or cite it where it is needed.
"""

from collections.abc import Iterator

from generator.diagnostics import Finding, Severity
from generator.project import Entry, Project
from generator.rules.drafting.documents import base, listed, named
from generator.rules.drafting.view import INFORMATIVE, view
from generator.rules.rule import Rule, RuleText, Scope

TEXT = RuleText(
    zh="文中没有引用“{number}”",
    en="the text does not cite '{number}'",
    help_zh="请从第2章删去或移到参考文献，或在需要之处引用。",
    help_en="Take it out of chapter 2, move it to the bibliography, or cite it.",
    page_zh="""
规范性引用文件中的文件，文中没有引用。

第2章只列文中规范性引用的文件（GB/T 1.1—2020 的 8.6 和 9.5.4.2）。

请删去，移到参考文献，或在需要之处引用。
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
"""


def check(entry: Entry, project: Project) -> Iterator[Finding]:
    draft = view(entry, project)
    items = listed(draft)
    if not items:
        return
    text = "\n".join(p.text for p in draft.passages if p.clause.kind not in INFORMATIVE)
    cited = {key for one in named(text) for key in (one.key, base(one.key))}
    for one in items:
        if one.key not in cited and not any(base(key) == one.key for key in cited):
            yield draft.at(one.line, number=one.text.split("　")[0][:40])


RULE = Rule("D336", "uncited-reference", Severity.WARNING, Scope.DRAFT, check, TEXT, GOOD, BAD, kinds=("standards",))
