"""The standard is out for comment or further, and something that its cover shows is missing.

The cover shows the name, the number, the ICS and the CCS classification, the dates and the society (GB/T
1.1—2020, 8.1); while the text is a draft it also asks for information on patents (D.1). From public comment
(30) on these are known.

Add the field to standard.yaml.
"""

from collections.abc import Iterator

from generator.diagnostics import Finding, Severity
from generator.project import Entry, Project
from generator.rules.drafting.view import view
from generator.rules.rule import Rule, RuleText, Scope
from generator.texts import Text

TEXT = RuleText(
    zh="封面所需的“{field}”还没有填",
    en="the cover needs '{field}'",
    help_zh="请在 standard.yaml 中加上 {key}。",
    help_en="Add {key} to standard.yaml.",
    page_zh="""
标准已进入征求意见或以后的阶段，而封面要用的内容没有填全。

封面载明名称、编号、ICS、CCS、日期和社会团体（GB/T 1.1—2020 的 8.1）；草案的封面还征集专利信息（D.1）。从征求意见（30）起，这些内容都应已知。

请在 standard.yaml 中加上。
""",
)

GOOD = """\
--- standards/gateway-access/standard.yaml
name:
  zh: 示例网关技术要求
status: comment
history:
  - {to: initiation, date: 2026-01-10}
  - {to: drafting, date: 2026-02-01}
  - {to: comment, date: 2026-05-06}
society: society
ics: "35.110"
ccs: L 79
drafting_organisations: [institute]
patents: {identified: false}
"""

BAD = """\
--- standards/gateway-access/standard.yaml
name:
  zh: 示例网关技术要求
status: comment
history:
  - {to: initiation, date: 2026-01-10}
  - {to: drafting, date: 2026-02-01}
  - {to: comment, date: 2026-05-06}
society: society
ics: "35.110"
drafting_organisations: [institute]
patents: {identified: false}
"""


FROM, TO = "30", "60"
"""The first and the last stage, by their codes in lifecycles.yaml, in which the cover has to be complete."""

_FIELDS = {
    "ics": Text("ICS 分类号", "ICS"),
    "ccs": Text("CCS 分类号", "CCS"),
    "drafting_organisations": Text("起草单位", "drafting organisations"),
    "patents": Text("专利", "patents"),
}


def check(entry: Entry, project: Project) -> Iterator[Finding]:
    state = project.state(entry)
    if view(entry, project) and state and state.code and FROM <= state.code <= TO:
        for key, name in _FIELDS.items():
            if not entry.data.get(key):
                yield entry.at("name", on_key=True, field=name, key=key)


RULE = Rule("D321", "missing-cover-field", Severity.WARNING, Scope.DRAFT, check, TEXT, GOOD, BAD, kinds=("standards",))
