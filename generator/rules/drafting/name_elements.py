"""The name of the standard has more than three elements.

A name has at most a leading, a main and a complementary element, from the general to the particular (GB/T
1.1—2020, 6.1.1). In standard.yaml they are separated by a blank.

Take out what does not tell this document from others.
"""

import re
from collections.abc import Iterator

from generator.diagnostics import Finding, Severity
from generator.project import Entry, Project
from generator.rules.rule import Rule, RuleText, Scope

TEXT = RuleText(
    zh="名称有 {count} 个元素，最多三个",
    en="the name has {count} elements, at most three are allowed",
    help_zh="请保留引导、主体和补充元素，其余删去。",
    help_en="Keep the leading, the main and the complementary element.",
    page_zh="""
标准的名称超过三个元素。

名称最多由引导、主体和补充三种元素组成，由一般到特殊（GB/T 1.1—2020 的 6.1.1）。在 standard.yaml 中以空格分开。

请删去不影响区分文件的元素。
""",
)

GOOD = """\
--- standards/gateway-access/standard.yaml
name:
  zh: 工业互联网 示例网关 技术要求
society: society
"""

BAD = """\
--- standards/gateway-access/standard.yaml
name:
  zh: 信息技术 工业互联网 示例网关 技术要求
society: society
"""


_PART = re.compile(r"第[0-9]+部分[：:]")


def check(entry: Entry, project: Project) -> Iterator[Finding]:
    elements = [e for e in re.split(r"[\s　]+", _PART.sub("", entry.name.zh)) if re.search(r"[一-鿿]", e)]
    if len(elements) > 3:
        yield entry.at("name", "zh", count=len(elements))


RULE = Rule("D320", "name-elements", Severity.WARNING, Scope.DRAFT, check, TEXT, GOOD, BAD, kinds=("standards",))
