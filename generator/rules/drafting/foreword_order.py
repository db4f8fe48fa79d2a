"""What the foreword says does not stand in its order.

The rules of drafting; the parts of the document; what it replaces, with the changes; international documents;
patents; who proposed it and is in charge; the drafting organisations; earlier editions (GB/T 1.1—2020, 8.3).

Move the paragraph.
"""

import re
from collections.abc import Iterator

from generator.diagnostics import Finding, Severity
from generator.project import Entry, Project
from generator.rules.drafting.view import view
from generator.rules.rule import Rule, RuleText, Scope

TEXT = RuleText(
    zh="前言中“{what}”应在“{before}”之前",
    en="'{what}' stands before '{before}' in a foreword",
    help_zh="次序为起草依据、部分、代替、国际文件、专利、提出和归口、起草单位、历次版本。",
    help_en="The order is drafting rules, parts, replaced documents, international documents, patents, proposer, drafters, earlier editions.",
    page_zh="""
前言各项内容的次序不对。

前言依次给出：起草所依据的标准，与其他文件的关系，与代替文件的关系，与国际文件的关系，有关专利的说明，提出和归口信息，起草单位，历次版本（GB/T \
1.1—2020 的 8.3）。

请移动段落。
""",
)

GOOD = """\
# 前言 {#c-foreword}

本文件按照GB/T 1.1—2020《标准化工作导则　第1部分：标准化文件的结构和起草规则》的规定起草。

请注意本文件的某些内容可能涉及专利。本文件的发布机构不承担识别专利的责任。

本文件由示例促进会提出并归口。

本文件起草单位：示例网络研究院。
"""

BAD = """\
# 前言 {#c-foreword}

本文件按照GB/T 1.1—2020《标准化工作导则　第1部分：标准化文件的结构和起草规则》的规定起草。

本文件由示例促进会提出并归口。

请注意本文件的某些内容可能涉及专利。本文件的发布机构不承担识别专利的责任。

本文件起草单位：示例网络研究院。
"""


_PARTS: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("起草依据", re.compile(r"GB/T\s?1\.1.*起草")),
    ("代替", re.compile(r"^本文件(?:是对.*的修订|代替)")),
    ("国际文件", re.compile(r"^本文件(?:等同|修改|参考)?采用")),
    ("专利", re.compile(r"专利")),
    ("提出和归口", re.compile(r"^本文件由.*(?:提出|归口)")),
    ("起草单位", re.compile(r"^本文件(?:主要)?起草单位")),
    ("历次版本", re.compile(r"历次版本")),
)


def check(entry: Entry, project: Project) -> Iterator[Finding]:
    draft = view(entry, project)
    last, name = -1, ""
    for passage in draft.passages:
        if passage.clause.kind != "foreword" or passage.place != "text":
            continue
        for place, (what, said_so) in enumerate(_PARTS):
            if said_so.search(passage.text):
                if place < last:
                    yield draft.at(passage.line, what=what, before=name)
                else:
                    last, name = place, what
                break


RULE = Rule("D327", "foreword-order", Severity.WARNING, Scope.DRAFT, check, TEXT, GOOD, BAD, kinds=("standards",))
