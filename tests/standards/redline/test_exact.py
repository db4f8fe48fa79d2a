"""Accepting a redline gives exactly the new draft, rejecting it the old one, whatever was edited."""

from functools import cache
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from generator.drafts.changes import accepted, has_changes, rejected
from generator.drafts.model import Draft
from generator.drafts.read import read_draft
from generator.standards.redline.comparable import comparable
from generator.standards.redline.compare import compare_drafts
from generator.standards.redline.mark import marked
from tests.standards.redline.edits import edited

DRAFT = Path(__file__).parents[3] / "standards" / "e2e-5g-intranet" / "draft.md"


@cache
def project_draft() -> Draft:
    draft, _ = read_draft("draft.md", DRAFT.read_bytes())
    assert draft is not None
    return draft


@cache
def small_draft() -> Draft:
    """Enough of every kind of block, and quick to compare."""
    draft, problems = read_draft("draft.md", SMALL.encode())
    assert draft is not None
    assert not [code for code, _ in problems if code.severity.name == "ERROR"], problems
    return draft


def exact(old: Draft, new: Draft) -> None:
    both = marked(compare_drafts(old, new))
    assert comparable(accepted(both)) == comparable(new)
    assert comparable(rejected(both)) == comparable(old)


@settings(max_examples=150, deadline=None)
@given(st.integers(0, 10**9), st.integers(1, 12), st.integers(0, 4))
def test_any_edits_of_a_small_draft(seed: int, many: int, before: int) -> None:
    old = edited(small_draft(), seed + 1, before)
    exact(old, edited(old, seed, many))


@settings(max_examples=6, deadline=None)
@given(st.integers(0, 10**9), st.integers(1, 60))
def test_any_edits_of_the_projects_draft(seed: int, many: int) -> None:
    exact(project_draft(), edited(project_draft(), seed, many))


def test_a_draft_and_itself_differ_in_nothing() -> None:
    diff = compare_drafts(project_draft(), project_draft())
    assert not has_changes(marked(diff))
    assert not diff.provisions
    assert not any(clause.changed or clause.renumbered for clause in diff.clauses)


def test_nothing_in_common() -> None:
    exact(project_draft(), small_draft())
    exact(Draft(()), small_draft())
    exact(small_draft(), Draft(()))


SMALL = """\
# 前言 {#c-foreword}

本文件起草单位：甲单位、乙单位。

# 范围 {#c-scope}

本文件规定了产品[^1]的要求。

[^1]: 产品包括**终端**。

# 规范性引用文件 {#c-references}

本文件没有规范性引用文件。

# 术语和定义 {#c-terms}

下列术语和定义适用于本文件。

::: {.term #t-latency en="latency"}
时延

信息从源端发出到目的端接收所用的时间。

::: note
单位为 ms。
:::
:::

# 缩略语 {#c-abbreviations}

CPE
: 客户终端设备

UPF
: 用户面功能

# 要求 {#c-req}

## 时延 {#c-lat}

### {#c-lat-1}

::: {.provision #p-lat-01 kind=requirement aspect=performance}
时延应满足[@tbl-lat]的上限，不大于 10 ms，见[规范](https://www.3gpp.org/)：

- 第一项，**重点**内容；
- 第二项，按[@eq-lat]计算；
  1. 内层一项；
- 第三项。
:::

表：时延等级 {#tbl-lat}

| 等级 | 上限/ms | 说明 |
|---|:-:|---|
| L1 | 50 | 过程自动化 |
| L2 | 30 | 控制面板 |
| ^^ | 10^-3^ | 机器人 |
| L4 | 1 | |

::: note
取值见来源。
:::

::: example
一个例子。
:::

### {#c-lat-2}

::: {.provision #p-lat-02 kind=recommendation aspect=performance verify=p-lat-01}
宜在业务两端测量时延，不含 $t_0$ 的部分。
:::

::: {.provision #p-lat-03 kind=requirement aspect=security}
应记录测量条件。
:::

$$T = t_1 - t_0$$ {#eq-lat}

## 其他 {#c-other}

> 引文一段。

```
一段代码
```

![示意](figures/plan.svg)

图：布置 {#fig-plan}

# 取值 {#annex-values .annex nature=informative}

## 说明 {#c-values}

附录的内容见[@c-lat]。
"""
