"""The document does not call itself 本文件.

A document of any kind calls itself 本文件, not 本标准, 本规范, 本规程, 本指南 or 本部分 (GB/T 1.1—2020, 9.5.2).

Write 本文件.
"""

import re
from collections.abc import Iterator

from generator.diagnostics import Finding, Severity
from generator.project import Entry, Project
from generator.rules.drafting.view import unquoted, view
from generator.rules.rule import Rule, RuleText, Scope

TEXT = RuleText(
    zh="自称用“本文件”，不用“{word}”",
    en="a document calls itself 本文件, not '{word}'",
    help_zh="请改为“本文件”。",
    help_en="Write 本文件.",
    page_zh="""
文件自称时没有用“本文件”。

不论哪种文件，称呼自身都用“本文件”，不用“本标准”“本规范”“本规程”“本指南”“本部分”（GB/T 1.1—2020 的 9.5.2）。

请改为“本文件”。
""",
)

GOOD = """\
网关的等级按本文件划分，样本规范由供应方给出。
"""

BAD = """\
网关的等级按本标准划分。
"""


_SELF = re.compile(
    r"(?<![样版文书脚课剧基资成根日])本(?:团体|国家|行业|地方|技术)?"
    r"(?:标准(?!化|差|件|值|曲线)|规范(?!化)|规程|指南|导则|部分(?=的|规定|适用|给出|描述|中|与))"
)


def check(entry: Entry, project: Project) -> Iterator[Finding]:
    draft = view(entry, project)
    for passage in draft.passages:
        if passage.clause.kind not in ("references", "bibliography"):
            for found in _SELF.finditer(unquoted(passage.text)):
                yield draft.at(passage.line, found.group(), word=found.group())


RULE = Rule("D389", "self-reference", Severity.WARNING, Scope.DRAFT, check, TEXT, GOOD, BAD, kinds=("standards",))
