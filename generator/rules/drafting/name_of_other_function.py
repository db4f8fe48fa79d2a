"""The name of the standard speaks of another function than `function` does.

The word in the name tells the function: 术语; 符号, 标志; 分类, 编码; 试验方法, 测定; 规范; 规程; 指南 (GB/T 1.1—2020, 6.1.4.2 and
table 1). What the document has to hold follows from its function (8.11).

Correct the name, or `function` in standard.yaml.
"""

from collections.abc import Iterator

from generator.diagnostics import Finding, Severity
from generator.project import Entry, Project
from generator.rules.drafting.view import view
from generator.rules.rule import Rule, RuleText, Scope
from generator.texts import Text

TEXT = RuleText(
    zh="名称以“{word}”结束，而功能类型是{function}",
    en="the name ends with '{word}', but the function is {function}",
    help_zh="请改正名称，或改正 standard.yaml 的 function。",
    help_en="Correct the name, or function in standard.yaml.",
    page_zh="""
名称表示的功能类型与 `function` 不同。

名称中的词表示标准的功能类型：术语；符号、标志；分类、编码；试验方法、测定；规范；规程；指南（GB/T 1.1—2020 的 6.1.4.2 和表1）。\
文件应包含哪些核心要素由此决定（8.11）。

请改正名称，或改正 `function`。
""",
)

GOOD = """\
--- standards/gateway-access/standard.yaml
name:
  zh: 示例网关接入规范
society: society
"""

BAD = """\
--- standards/gateway-access/standard.yaml
name:
  zh: 示例网关接入指南
society: society
"""


_ENDS = {
    "术语": "terminology",
    "符号": "symbol",
    "标志": "symbol",
    "分类": "classification",
    "编码": "classification",
    "试验方法": "test-method",
    "测试方法": "test-method",
    "检测方法": "test-method",
    "的测定": "test-method",
    "规范": "specification",
    "规程": "code-of-practice",
    "指南": "guideline",
}
FUNCTIONS = {
    "terminology": Text("术语标准", "a vocabulary"),
    "symbol": Text("符号标准", "symbols"),
    "classification": Text("分类标准", "a classification"),
    "test-method": Text("试验标准", "a test method"),
    "specification": Text("规范标准", "a specification"),
    "code-of-practice": Text("规程标准", "a code of practice"),
    "guideline": Text("指南标准", "a guideline"),
}


def check(entry: Entry, project: Project) -> Iterator[Finding]:
    function = view(entry, project).standard.function
    for word, named_function in _ENDS.items():
        if entry.name.zh.endswith(word) and named_function != function:
            yield entry.at("name", "zh", word=word, function=FUNCTIONS[function])
            return


RULE = Rule(
    "D319", "name-of-other-function", Severity.WARNING, Scope.DRAFT, check, TEXT, GOOD, BAD, kinds=("standards",)
)
