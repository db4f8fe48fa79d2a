"""A law, a regulation or a policy stands among the normative references, or a requirement makes it its content.

Documents cite standards normatively, not laws, regulations and policies: those hold by themselves (GB/T
1.1—2020, 9.5.4.4).

Take it out; where readers should know of it, name it in the introduction or the bibliography.
"""

import re
from collections.abc import Iterator

from generator.diagnostics import Finding, Severity
from generator.project import Entry, Project
from generator.rules.drafting.documents import named
from generator.rules.drafting.view import view
from generator.rules.rule import Rule, RuleText, Scope

TEXT = RuleText(
    zh="法律法规和政策文件不作规范性引用：{name}",
    en="laws, regulations and policies are not cited normatively: {name}",
    help_zh="请删去；需要时在引言或参考文献中提及。",
    help_en="Take it out; mention it in the introduction or the bibliography where needed.",
    page_zh="""
规范性引用了法律法规或政策文件。

法律、法规和政策本来就有效力，不作规范性引用（GB/T 1.1—2020 的 9.5.4.4）。

请删去；需要让读者知道的，在引言或参考文献中提及。
""",
)

GOOD = """\
::: {.provision #p-x-01 kind=requirement aspect=security}
网关应对管理人员进行身份鉴别。
:::
"""

BAD = """\
::: {.provision #p-x-01 kind=requirement aspect=security}
网关应符合《中华人民共和国网络安全法》的规定。
:::
"""


_LAW = re.compile(r"《[^》]{2,40}(?:法|条例|办法|规定|决定|通知|意见|细则)(?:（[^）]{1,20}）)?》")
_CUE = re.compile(r"(?:符合|按照?|依据|根据|遵守|执行|满足|依照)[^，。；]{0,12}$")
_METHOD = re.compile(r"(?:方法|做法|算法|写法|表示法|用法)》$")


def check(entry: Entry, project: Project) -> Iterator[Finding]:
    draft = view(entry, project)
    for passage in draft.passages:
        listing = passage.clause.kind == "references"
        for found in _LAW.finditer(passage.text) if listing or passage.normative else ():
            cited = listing or _CUE.search(passage.text[: found.start()])
            numbered = next(named(passage.text[: found.start()][-30:]), None)
            if cited and numbered is None and not _METHOD.search(found.group()):
                yield draft.at(passage.line, found.group(), name=found.group())


RULE = Rule("D341", "reference-to-law", Severity.WARNING, Scope.DRAFT, check, TEXT, GOOD, BAD, kinds=("standards",))
