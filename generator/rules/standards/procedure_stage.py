"""A stage of a society's procedure is not a state of the lifecycle of standards, or bears another code.

A standard's status is a state of the lifecycle `standard` in lifecycles.yaml; the procedure says what
each of them asks for. A stage under another name would never apply.

Correct the state or the code, or change lifecycles.yaml.
"""

from collections.abc import Iterator

from generator.diagnostics import Finding, Severity, nearest
from generator.model.registry import KINDS
from generator.model.standard import Procedure
from generator.project import Entry, Project
from generator.rules.rule import Rule, RuleText, Scope
from generator.texts import Text

TEXT = RuleText(
    zh="阶段“{stage}”{what}",
    en="the stage '{stage}' {what}",
    help_zh="{hint}请与 lifecycles.yaml 中 standard 的状态和代码一致。",
    help_en="{hint} Make it agree with the states of standard in lifecycles.yaml and their codes.",
    page_zh="""
制定程序的阶段不是标准生命周期中的状态，或代码不同。

标准的状态取自 lifecycles.yaml 中的 `standard`，制定程序规定每个状态的要求；名称不同的阶段永远不会起作用。

请改正状态或代码，或修改 lifecycles.yaml。
""",
)

_PROCEDURE = """\
--- catalog/organisations/society.yaml
name:
  zh: 示例促进会
types: [society]
--- catalog/procedures/society-rules.yaml
name:
  zh: 示例制定程序
society: society
number_code: EXA
stages:
  - {state: drafting, code: "20", name: {zh: 起草}}
"""

GOOD = _PROCEDURE + '  - {state: comment, code: "30", name: {zh: 征求意见}}\n'

BAD = _PROCEDURE + '  - {state: coment, code: "30", name: {zh: 征求意见}}\n'


def check(entry: Entry, project: Project) -> Iterator[Finding]:
    lifecycle = project.settings.lifecycles.get(KINDS["standards"].lifecycle or "")
    if lifecycle is None:
        return
    codes = {state.id: state.code for state in lifecycle.states}
    for index, stage in enumerate(entry.as_a(Procedure).stages):
        if stage.state not in codes:
            what = Text("不是标准的状态", "is no state of a standard")
            yield entry.at("stages", index, "state", stage=stage.state, what=what, hint=nearest(stage.state, codes))
        elif codes[stage.state] and codes[stage.state] != stage.code:
            what = Text(f"的代码应为 {codes[stage.state]}", f"has the code {codes[stage.state]}")
            yield entry.at("stages", index, "code", stage=stage.state, what=what, hint=Text("", ""))


RULE = Rule("D115", "procedure-stage", Severity.ERROR, Scope.ENTRY, check, TEXT, GOOD, BAD, kinds=("procedures",))
