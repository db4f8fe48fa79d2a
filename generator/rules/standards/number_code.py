"""The number of a group standard does not bear its society's code.

A group standard is numbered T/CODE NNN—YYYY, where CODE is the society's. The society's procedure states
the code (`number_code`).

Correct the number, or the procedure.
"""

from collections.abc import Iterator

from generator.diagnostics import Finding, Severity
from generator.model.standard import Procedure, Standard
from generator.project import Entry, Project
from generator.rules.rule import Rule, RuleText, Scope

TEXT = RuleText(
    zh="标准编号中的团体代号是“{code}”，而制定程序规定为“{wanted}”",
    en="the number bears the code '{code}', but the procedure states '{wanted}'",
    help_zh="请改正编号，或改正制定程序的 number_code。",
    help_en="Correct the number, or number_code in the procedure.",
    page_zh="""
标准编号中的团体代号与制定程序的不同。

团体标准编号的形式是 T/代号 顺序号—年份，代号是社会团体的代号，写在该团体制定程序的 `number_code`。

请改正编号，或改正制定程序。
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
--- standards/gateway-access/standard.yaml
name:
  zh: 示例网关技术要求
society: society
procedure: society-rules
"""

GOOD = _PROCEDURE + "numbers: [{number: T/EXA 001—2026, start: 2026-05-01}]\n"

BAD = _PROCEDURE + "numbers: [{number: T/EXB 001—2026, start: 2026-05-01}]\n"


def check(entry: Entry, project: Project) -> Iterator[Finding]:
    standard = entry.as_a(Standard)
    procedure = project.find("procedures", standard.procedure, Procedure) if standard.procedure else None
    if procedure is None:
        return
    for index, number in enumerate(standard.numbers):
        code = number.number.removeprefix("T/").partition(" ")[0]
        if code != procedure.number_code:
            yield entry.at("numbers", index, "number", code=code, wanted=procedure.number_code)


RULE = Rule("D110", "number-code", Severity.ERROR, Scope.LINKS, check, TEXT, GOOD, BAD, kinds=("standards",))
