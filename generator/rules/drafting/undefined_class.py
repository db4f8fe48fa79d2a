"""A provision is of a class that the standard does not define.

`class=` puts a provision into one of the classes that `provision_classes` in standard.yaml defines. Grades select
provisions by class, and lists filter by it: a provision of an unknown class is in none of them.

Define the class there, or correct it at the provision.
"""

from collections.abc import Iterator

from generator.diagnostics import Finding, Severity, nearest
from generator.project import Entry, Project
from generator.rules.drafting.view import view
from generator.rules.rule import Rule, RuleText, Scope

TEXT = RuleText(
    zh="条款“{id}”的类别“{value}”没有在 standard.yaml 中定义",
    en="the class '{value}' of the provision '{id}' is not defined in standard.yaml",
    help_zh="{hint}请改正 class，或在 provision_classes 中加上。",
    help_en="{hint} Correct the class, or add it to provision_classes.",
    page_zh="""
条款的类别没有在 standard.yaml 的 `provision_classes` 中定义。

等级评价按类别选取条款，清单按类别筛选；类别写错的条款不在其中。

请改正条款的 `class`，或在 `provision_classes` 中加上这一类别。
""",
)

_ENTRY = """\
--- standards/gateway-access/standard.yaml
name:
  zh: 示例网关技术要求
society: society
aspects: [function]
provision_classes:
  - {id: basic, name: {zh: 基本级}}
  - {id: enhanced, name: {zh: 增强级}}
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

::: {.provision #p-x-01 kind=requirement aspect=function class=basic}
网关应记录管理操作。
:::

::: {.provision #p-x-02 kind=requirement aspect=function class=enhanced}
网关应加密管理会话。
:::
"""

GOOD = _ENTRY

BAD = _ENTRY.replace("class=enhanced", "class=enhansed")


def check(entry: Entry, project: Project) -> Iterator[Finding]:
    draft = view(entry, project)
    known = [one.id for one in draft.standard.provision_classes]
    for provision in draft.draft.provisions:
        if provision.grade and provision.grade not in known:
            hint = nearest(provision.grade, known)
            yield draft.at(provision.line, id=provision.id, value=provision.grade[:40], hint=hint)


RULE = Rule("D400", "undefined-class", Severity.WARNING, Scope.DRAFT, check, TEXT, GOOD, BAD, kinds=("standards",))
