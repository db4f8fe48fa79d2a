"""The name of the standard says that it is a standard.

The kind of document stands on the cover already, so the name has no words such as 标准, 国家标准, 团体标准 or 标准化指导性技术文件
(GB/T 1.1—2020, 6.1.4.1). 标准 within another word (标准件, 标准化) is no such word.

Leave the word out.
"""

import re
from collections.abc import Iterator

from generator.diagnostics import Finding, Severity
from generator.project import Entry, Project
from generator.rules.rule import Rule, RuleText, Scope

TEXT = RuleText(
    zh="名称中不写“{word}”",
    en="the name has no word '{word}'",
    help_zh="请从名称中删去。",
    help_en="Leave it out of the name.",
    page_zh="""
标准的名称里写了“标准”之类的词。

文件的类别已写在封面上，名称中不用“标准”“国家标准”“团体标准”“标准化指导性技术文件”等词（GB/T 1.1—2020 的 6.1.4.1）。“标准件”“标准化”等词不在此列。

请从名称中删去。
""",
)

GOOD = """\
--- standards/gateway-access/standard.yaml
name:
  zh: 示例网关标准化接口技术要求
society: society
"""

BAD = """\
--- standards/gateway-access/standard.yaml
name:
  zh: 示例网关接入标准
society: society
"""


_WORD = re.compile(r"(?:国家|行业|地方|团体|企业|技术)标准(?!化)|标准化指导性技术文件|标准(?=[\s　]|$)")


def check(entry: Entry, project: Project) -> Iterator[Finding]:
    if found := _WORD.search(entry.name.zh):
        yield entry.at("name", "zh", word=found.group())


RULE = Rule("D318", "name-word", Severity.WARNING, Scope.DRAFT, check, TEXT, GOOD, BAD, kinds=("standards",))
