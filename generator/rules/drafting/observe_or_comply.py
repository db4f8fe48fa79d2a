"""遵守 is said of a thing, or 符合 of people.

People observe rules (遵守), things comply with them (符合) (GB/T 1.1—2020, 9.4.2).

Use the other word.
"""

import re
from collections.abc import Iterator

from generator.diagnostics import Finding, Severity
from generator.project import Entry, Project
from generator.rules.drafting.view import view
from generator.rules.rule import Rule, RuleText, Scope

TEXT = RuleText(
    zh="“遵守”用于人，“符合”用于物：“{subject}”用“{right}”",
    en="遵守 is said of people, 符合 of things: '{subject}' goes with {right}",
    help_zh="请改为“{right}”。",
    help_en="Write {right}.",
    page_zh="""
“遵守”用于物，或“符合”用于人。

需要人做到的用“遵守”，需要物达到的用“符合”（GB/T 1.1—2020 的 9.4.2）。

请改用另一个词。
""",
)

GOOD = """\
::: {.provision #p-x-01 kind=requirement aspect=security}
网关应符合本文件，操作人员应遵守安全规程。
:::
"""

BAD = """\
::: {.provision #p-x-01 kind=requirement aspect=security}
网关应遵守产品说明中的接口定义。
:::
"""


_THINGS = (
    "产品|设备|系统|平台|网关|终端|接口|网络|软件|硬件|模块|部件|装置|参数|指标|性能|数据|报文|协议|格式|方案|电缆|外壳"
)
_PEOPLE = "人员|操作者|工程师|管理员|测试员|用户|企业|单位|机构|供应方|需方|供方|运营者|组织"
_THING = re.compile(rf"((?:{_THINGS}))(?:均|都|也|还)?(?:不?应|宜)遵守")
_PERSON = re.compile(
    rf"((?:{_PEOPLE}))(?:均|都|也|还)?(?:不?应|宜)符合"
    r"(?=[^，。；]{0,20}(?:规程|规定|纪律|制度|守则|程序))(?![^，。；]{0,20}(?:条件|资格|资质))"
)


def check(entry: Entry, project: Project) -> Iterator[Finding]:
    draft = view(entry, project)
    for passage in draft.passages:
        if passage.normative:
            for found in _THING.finditer(passage.text):
                yield draft.at(passage.line, found.group(), subject=found[1], right="符合")
            for found in _PERSON.finditer(passage.text):
                yield draft.at(passage.line, found.group(), subject=found[1], right="遵守")


RULE = Rule("D386", "observe-or-comply", Severity.WARNING, Scope.DRAFT, check, TEXT, GOOD, BAD, kinds=("standards",))
