"""The core of what the standard is for is missing.

A vocabulary has entries of terms, a test method has instructions, a specification has requirements (GB/T
1.1—2020, 8.11 and table 4). Asked from public comment (30) on.

Write them, or correct `function`.
"""

from collections.abc import Iterator

from generator.diagnostics import Finding, Severity
from generator.project import Entry, Project
from generator.rules.drafting.view import view
from generator.rules.rule import Rule, RuleText, Scope
from generator.texts import Text

TEXT = RuleText(
    zh="{function}还没有{what}",
    en="this is {function}, and it has no {what} yet",
    help_zh="请补写，或改正 standard.yaml 的 function。",
    help_en="Write them, or correct function in standard.yaml.",
    page_zh="""
标准缺少与其功能类型相应的核心要素。

术语标准有术语条目，试验标准有试验步骤（指示型条款），规范标准有要求（GB/T 1.1—2020 的 8.11 和表4）。从征求意见（30）起检查。

请补写，或改正 `function`。
""",
)

GOOD = """\
--- standards/gateway-access/standard.yaml
name:
  zh: 示例网关技术规范
society: society
"""

BAD = """\
--- standards/gateway-access/standard.yaml
name:
  zh: 示例网关试验方法
status: comment
history:
  - {to: initiation, date: 2026-01-10}
  - {to: drafting, date: 2026-02-01}
  - {to: comment, date: 2026-05-06}
society: society
function: test-method
ics: "35.110"
ccs: L 79
drafting_organisations: [institute]
patents: {identified: false}
"""


_CORE = {
    "terminology": (Text("术语标准", "a vocabulary"), Text("术语条目", "entries of terms")),
    "test-method": (Text("试验标准", "a test method"), Text("试验步骤（指示型条款）", "instructions")),
    "specification": (Text("规范标准", "a specification"), Text("要求型条款", "requirements")),
}


def check(entry: Entry, project: Project) -> Iterator[Finding]:
    draft = view(entry, project)
    state = project.state(entry)
    function = draft.standard.function
    if not draft or not state or not state.code or not "30" <= state.code <= "60" or function not in _CORE:
        return
    kinds = {provision.kind for provision in draft.draft.provisions}
    core = {"terminology": bool(draft.draft.terms), "test-method": "instruction" in kinds}
    if not core.get(function, "requirement" in kinds):
        name, what = _CORE[function]
        yield entry.at("name", on_key=True, function=name, what=what)


RULE = Rule("D397", "missing-core-element", Severity.WARNING, Scope.DRAFT, check, TEXT, GOOD, BAD, kinds=("standards",))
