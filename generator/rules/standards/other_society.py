"""A standard follows the procedure of another society than its own.

Each society has its own procedure: its stages, periods and number code.

Correct the society or the procedure. Where two societies publish together, waive this with the reason.
"""

from collections.abc import Iterator

from generator.diagnostics import Finding, Severity
from generator.model.standard import Procedure, Standard
from generator.project import Entry, Project
from generator.rules.rule import Rule, RuleText, Scope

TEXT = RuleText(
    zh="制定程序“{procedure}”属于“{other}”，而标准的社会团体是“{society}”",
    en="the procedure '{procedure}' is that of '{other}', but the standard's society is '{society}'",
    help_zh="请改正 society 或 procedure；联合发布的可以豁免并写明理由。",
    help_en="Correct society or procedure; for a joint publication waive this with the reason.",
    page_zh="""
标准采用的制定程序不是本团体的。

每个社会团体有自己的制定程序：阶段、期限和编号代号。

请改正社会团体或制定程序；几个团体联合发布的，可以豁免并写明理由。
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
--- catalog/organisations/other-society.yaml
name:
  zh: 另一示例学会
types: [society]
--- standards/gateway-access/standard.yaml
name:
  zh: 示例网关技术要求
procedure: society-rules
"""

GOOD = _PROCEDURE + "society: society\n"

BAD = _PROCEDURE + "society: other-society\n"


def check(entry: Entry, project: Project) -> Iterator[Finding]:
    standard = entry.as_a(Standard)
    procedure = project.find("procedures", standard.procedure, Procedure) if standard.procedure else None
    if procedure and procedure.society != standard.society:
        yield entry.at("procedure", procedure=standard.procedure, other=procedure.society, society=standard.society)


RULE = Rule("D111", "other-society", Severity.WARNING, Scope.LINKS, check, TEXT, GOOD, BAD, kinds=("standards",))
