"""A provision belongs to an aspect that the standard does not say it covers.

`aspects` in standard.yaml is what the lists and the counts of the programme go by.

Add the aspect there, or correct it at the provision.
"""

from collections.abc import Iterator

from generator.diagnostics import Finding, Severity
from generator.drafts.model import ASPECTS
from generator.project import Entry, Project
from generator.rules.drafting.view import view
from generator.rules.rule import Rule, RuleText, Scope
from generator.texts import Text

TEXT = RuleText(
    zh="条款“{id}”属于“{aspect}”，standard.yaml 没有列出这一方面",
    en="the provision '{id}' is on '{aspect}', which standard.yaml does not list",
    help_zh="请在 aspects 中加上，或改正条款的 aspect。",
    help_en="Add it to aspects, or correct the provision's aspect.",
    page_zh="""
条款所属的方面没有列在标准涉及的方面之中。

清单和统计以 standard.yaml 的 `aspects` 为准。没有写 `aspects` 的标准不检查。

请在 `aspects` 中加上，或改正条款的 `aspect`。
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
aspects: [function]
--- standards/gateway-access/draft.md
# 前言 {#c-foreword}

本文件按照GB/T 1.1—2020《标准化工作导则　第1部分：标准化文件的结构和起草规则》的规定起草。

请注意本文件的某些内容可能涉及专利。本文件的发布机构不承担识别专利的责任。

本文件由示例促进会提出并归口。

本文件起草单位：示例网络研究院。

# 范围 {#c-scope}

本文件规定了示例网关的技术要求。

本文件适用于示例网关的设计和验收。

# 规范性引用文件 {#c-references}

本文件没有规范性引用文件。

# 术语和定义 {#c-terms}

本文件没有需要界定的术语和定义。

# 技术要求 {#c-requirements}

::: {.provision #p-x-01 kind=requirement aspect=function}
网关应记录管理操作。
:::

::: {.provision #p-x-02 kind=requirement aspect=security}
网关应加密管理会话。
:::
"""


def check(entry: Entry, project: Project) -> Iterator[Finding]:
    draft = view(entry, project)
    aspects = draft.standard.aspects
    seen = set(aspects)
    for provision in draft.draft.provisions if aspects else ():
        if provision.aspect not in seen:
            seen.add(provision.aspect)
            name = ASPECTS.get(provision.aspect, Text(provision.aspect, provision.aspect))
            yield draft.at(provision.line, id=provision.id, aspect=Text(name.zh, name.en.lower()))


RULE = Rule("D392", "undeclared-aspect", Severity.WARNING, Scope.DRAFT, check, TEXT, GOOD, BAD, kinds=("standards",))
