"""The normative references are not in the order of their numbers.

Documents of one kind follow each other by their number, national before sector, local and group standards,
these before international and foreign ones (GB/T 1.1—2020, 8.6). Only this much is checked: documents with the
same letters ascend, and no Chinese document follows an international one.

Move the item.
"""

import re
from collections.abc import Iterator

from generator.diagnostics import Finding, Severity
from generator.project import Entry, Project
from generator.rules.drafting.documents import listed
from generator.rules.drafting.view import view
from generator.rules.rule import Rule, RuleText, Scope

TEXT = RuleText(
    zh="“{number}”应在“{before}”之前",
    en="'{number}' comes before '{before}'",
    help_zh="同一代号的文件按顺序号由小到大排列，我国文件在国际文件之前。",
    help_en="Documents with the same letters ascend by number; Chinese ones come before international ones.",
    page_zh="""
规范性引用文件没有按编号排列。

清单按规定的次序排列：国家标准、行业标准、地方标准、团体标准，之后是国际和国外文件，同一代号的按顺序号排列（GB/T 1.1—2020 的 8.6）。\
这里只检查同一代号的由小到大，以及我国文件不排在国际文件之后。

请移动这一项。
""",
)

GOOD = """\
# 规范性引用文件 {#c-references}

下列文件中的内容通过文中的规范性引用而构成本文件必不可少的条款。其中，注日期的引用文件，仅该日期对应的版本适用于本文件；不注日期的引用文件，其最新版本（包括所有的修改单）适用于本文件。

GB/T 4208　外壳防护等级（IP代码）

GB/T 22239　信息安全技术　网络安全等级保护基本要求

# 防护 {#c-protection}

防护见GB/T 4208和GB/T 22239。
"""

BAD = """\
# 规范性引用文件 {#c-references}

下列文件中的内容通过文中的规范性引用而构成本文件必不可少的条款。其中，注日期的引用文件，仅该日期对应的版本适用于本文件；不注日期的引用文件，其最新版本（包括所有的修改单）适用于本文件。

GB/T 22239　信息安全技术　网络安全等级保护基本要求

GB/T 4208　外壳防护等级（IP代码）

# 防护 {#c-protection}

防护见GB/T 4208和GB/T 22239。
"""


_FOREIGN = ("ISO", "IEC", "3GPP", "ITU", "IEEE", "IETF", "RFC", "ETSI")


def check(entry: Entry, project: Project) -> Iterator[Finding]:
    draft = view(entry, project)
    last: dict[str, tuple[tuple[int, ...], str]] = {}
    foreign = ""
    for one in listed(draft):
        letters, _, number = one.key.rpartition(" ")
        place = tuple(int(part) for part in re.findall(r"[0-9]+", number))
        if foreign and not one.key.startswith(_FOREIGN):
            yield draft.at(one.line, number=one.key, before=foreign)
        elif letters in last and place < last[letters][0]:
            yield draft.at(one.line, number=one.key, before=last[letters][1])
        else:
            last[letters] = place, one.key
        if one.key.startswith(_FOREIGN):
            foreign = foreign or one.key


RULE = Rule("D339", "reference-order", Severity.WARNING, Scope.DRAFT, check, TEXT, GOOD, BAD, kinds=("standards",))
