"""The standard that the examples of this family lay their files over: a society, an entry, a draft and its lock."""

STANDARD = """\
--- catalog/organisations/society.yaml
name:
  zh: 示例促进会
types: [society]
--- standards/gateway-access/draft.md
# 前言 {#c-foreword}

本文件由示例促进会提出。

# 范围 {#c-scope}

本文件规定了示例网关的要求。

# 规范性引用文件 {#c-references}

GB/T 4208　外壳防护等级（IP代码）

# 术语和定义 {#c-terms}

本文件没有需要界定的术语和定义。

# 要求 {#c-requirements}

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
