"""An aspect that the standard is to cover has no provision.

The programme asks for standards on network architecture, technical functions, performance, security and
interoperability. `aspects` in standard.yaml says which of the five this one covers; where it says nothing, all
five are asked for. A vocabulary or a classification has no provisions of this kind and is not asked about (GB/T
1.1—2020, 8.11).

Write provisions of the aspect, or correct `aspects`.
"""

from collections.abc import Iterator

from generator.diagnostics import Finding, Severity
from generator.drafts.model import ASPECTS
from generator.project import Entry, Project
from generator.rules.drafting.view import view
from generator.rules.rule import Rule, RuleText, Scope
from generator.texts import Text

TEXT = RuleText(
    zh="“{aspect}”方面还没有条款",
    en="there is no provision on '{aspect}' yet",
    help_zh="请补写条款；本标准不涉及这一方面的，在 standard.yaml 的 aspects 中只列涉及的方面。",
    help_en="Write provisions of this aspect, or list in aspects only what the standard covers.",
    page_zh="""
标准所涉及的一个方面还没有条款。

通知提出的五个方面是网络架构、技术功能、性能指标、安全和互联互通。standard.yaml 的 `aspects` 写明本标准涉及哪几个方面；没有写的，五个方面都要有。\
术语标准和分类标准没有这类条款，不在此列（GB/T 1.1—2020 的 8.11）。

请补写条款，或改正 `aspects`。
""",
)

GOOD = """\
--- standards/gateway-access/standard.yaml
name:
  zh: 示例网关技术要求
society: society
aspects: [function]
"""

BAD = """\
--- standards/gateway-access/standard.yaml
name:
  zh: 示例网关技术要求
society: society
aspects: [function, security]
"""


def check(entry: Entry, project: Project) -> Iterator[Finding]:
    draft = view(entry, project)
    standard = draft.standard
    if not draft.draft.provisions or standard.function in ("terminology", "symbol", "classification"):
        return
    found = draft.draft.aspects
    for aspect in standard.aspects or tuple(ASPECTS):
        if aspect not in found:
            name = ASPECTS.get(aspect, Text(aspect, aspect))
            shown = Text(name.zh, name.en.lower())
            if standard.aspects:
                yield entry.at("aspects", standard.aspects.index(aspect), aspect=shown)
            else:
                yield entry.at("name", on_key=True, aspect=shown)


RULE = Rule("D391", "uncovered-aspect", Severity.WARNING, Scope.DRAFT, check, TEXT, GOOD, BAD, kinds=("standards",))
