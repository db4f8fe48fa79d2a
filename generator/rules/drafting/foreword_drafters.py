"""The foreword and the entry do not name the same drafting organisations.

The foreword names them: 本文件起草单位：…… (GB/T 1.1—2020, 8.3), and standard.yaml lists them under
`drafting_organisations`. Persons are not asked for here: this repository keeps no names of persons.

Make the two agree.
"""

from collections.abc import Iterator

from generator.diagnostics import Finding, Severity
from generator.project import Entry, Project
from generator.rules.drafting.view import view
from generator.rules.rule import Rule, RuleText, Scope
from generator.texts import Text

TEXT = RuleText(
    zh="前言没有写明{what}",
    en="the foreword does not name {what}",
    help_zh="请在“本文件起草单位：”中写明，或改正 drafting_organisations。",
    help_en="Add it after 本文件起草单位：, or correct drafting_organisations.",
    page_zh="""
前言与条目的起草单位不一致。

前言写明起草单位（GB/T 1.1—2020 的 8.3），standard.yaml 的 `drafting_organisations` 也列出它们。这里不要求写主要起草人：本仓库不保存个人姓名。

请使两处一致。
""",
)

GOOD = """\
--- standards/gateway-access/standard.yaml
name:
  zh: 示例网关技术要求
society: society
drafting_organisations: [institute]
"""

BAD = """\
--- standards/gateway-access/standard.yaml
name:
  zh: 示例网关技术要求
society: society
drafting_organisations: [institute, acme]
"""


_THEM = Text("起草单位", "the drafting organisations")


def check(entry: Entry, project: Project) -> Iterator[Finding]:
    draft = view(entry, project)
    for foreword in draft.of_kind("foreword")[:1]:
        text = draft.text_of("foreword")
        if "起草单位" not in text:
            yield draft.at(foreword.line, what=_THEM)
            continue
        for slug in draft.standard.drafting_organisations:
            found = project.get(f"organisations/{slug}")
            if found and found.name.zh not in text:
                line = next((p.line for p in draft.passages if p.clause is foreword and "起草单位" in p.text), 0)
                yield draft.at(line, what=Text(found.name.zh, found.name.zh))


RULE = Rule("D325", "foreword-drafters", Severity.WARNING, Scope.DRAFT, check, TEXT, GOOD, BAD, kinds=("standards",))
