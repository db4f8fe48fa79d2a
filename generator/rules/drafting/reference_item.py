"""An item of the normative references is not a number and a name.

Each item is one paragraph: the number, a wide blank, the name; no list marks and no serial numbers (GB/T
1.1—2020, 8.6).

Write it as `GB/T 4208　外壳防护等级（IP代码）`.
"""

from collections.abc import Iterator

from generator.diagnostics import Finding, Severity
from generator.drafts.model import Definitions, ListBlock
from generator.drafts.text import block_text
from generator.project import Entry, Project
from generator.rules.drafting.documents import listed
from generator.rules.drafting.view import view
from generator.rules.rule import Rule, RuleText, Scope

TEXT = RuleText(
    zh="引用文件应写作“编号　名称”：{text}",
    en="a reference is a number and a name: {text}",
    help_zh="如“GB/T 4208　外壳防护等级（IP代码）”，每个文件一段，前面不加列项符号或序号。",
    help_en="Write GB/T 4208　外壳防护等级（IP代码）, a paragraph for each, without list marks or serial numbers.",
    page_zh="""
规范性引用文件中有一项不是“编号　名称”。

清单中每个文件一段：编号、全角空格、名称，不加列项符号和序号（GB/T 1.1—2020 的 8.6）。

请写作“GB/T 4208　外壳防护等级（IP代码）”。
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

GB/T 4208

# 防护 {#c-protection}

外壳防护等级见GB/T 4208。
"""


def check(entry: Entry, project: Project) -> Iterator[Finding]:
    draft = view(entry, project)
    for clause in draft.of_kind("references"):
        for block in clause.blocks:
            if isinstance(block, ListBlock | Definitions):
                yield draft.at(block.line, text=block_text((block,))[:30])
    for one in listed(draft):
        if not one.title:
            yield draft.at(one.line, text=one.text[:30])


RULE = Rule("D334", "reference-item", Severity.WARNING, Scope.DRAFT, check, TEXT, GOOD, BAD, kinds=("standards",))
