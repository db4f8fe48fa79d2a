"""The standard that the examples of this family lay their files over: a society, an entry, a draft and its lock."""

STANDARD = """\
--- catalog/organisations/society.yaml
name:
  zh: 示例促进会
types: [society]
--- standards/gateway-access/draft.md
# 前言 {#c-foreword}

本文件按照GB/T 1.1—2020《标准化工作导则　第1部分：标准化文件的结构和起草规则》的规定起草。

请注意本文件的某些内容可能涉及专利。本文件的发布机构不承担识别专利的责任。

本文件由示例促进会提出并归口。

本文件起草单位：示例促进会。

# 范围 {#c-scope}

本文件规定了示例网关的要求。

本文件适用于示例网关的验收。

# 规范性引用文件 {#c-references}

下列文件中的内容通过文中的规范性引用而构成本文件必不可少的条款。

GB/T 4208　外壳防护等级（IP代码）

# 术语和定义 {#c-terms}

本文件没有需要界定的术语和定义。

# 要求 {#c-requirements}

外壳防护等级见GB/T 4208。

::: {.provision #p-lat-01 kind=requirement aspect=performance}
网关的转发时延应不大于10 ms。
:::
--- standards/gateway-access/provisions.lock.yaml
provisions:
  p-lat-01:
    kind: requirement
    fingerprint: "49b1d0c2132d302880239e26b47989e63c7b0ca4444c18a70b958abbeaa1bdee"
removed: {}
--- standards/gateway-access/standard.yaml
name:
  zh: 示例网关技术要求
society: society
"""
"""A text that ends in the entry, so that more keys of it can follow."""

FINGERPRINT = "49b1d0c2132d302880239e26b47989e63c7b0ca4444c18a70b958abbeaa1bdee"
"""Of the provision p-lat-01 in that draft."""

PROCEDURE = """\
--- catalog/procedures/society-rules.yaml
name:
  zh: 示例制定程序
society: society
number_code: EXA
review_years: 3
stages:
  - {state: drafting, code: "20", name: {zh: 起草}}
  - state: comment
    code: "30"
    name: {zh: 征求意见}
    min_days: 30
    documents: [{id: draft-for-comment, name: {zh: 征求意见稿}}]
    checks: [no-undecided-comments]
  - {state: review, code: "40", name: {zh: 审查}, quorum_min: 50, approval_min: 75}
  - {state: published, code: "60", name: {zh: 发布}}
"""

COMMENT_LEFT = (
    PROCEDURE
    + STANDARD
    + """\
procedure: society-rules
status: review
history:
  - {to: proposal, date: 2025-01-06}
  - {to: initiation, date: 2025-02-10}
  - {to: drafting, date: 2025-03-03}
  - {to: comment, date: 2026-03-02, until: 2026-03-31, documents: [{title: 征求意见稿, id: draft-for-comment}]}
  - {to: review, date: 2026-04-20}
"""
)
"""A standard that has left the stage of comments as its society's procedure asks."""

REVIEW_LEFT = (
    COMMENT_LEFT.replace("status: review", "status: approval")
    + """\
  - to: approval
    date: 2026-05-11
    vote: {eligible: 12, present: 10, in_favour: 8, against: 1, abstained: 1}
"""
)
"""The same, approved by the review."""
