"""Printed numbers, as sheets write them, are found in the text that was commented on."""

import pytest

from generator.drafts.model import Draft
from generator.drafts.read import read_draft
from generator.standards.comments.places import Places

TEXT = """\
# 前言 {#c-foreword}

本文件由示例促进会提出。

# 范围 {#c-scope}

本文件规定了示例网关的要求。

# 术语和定义 {#c-terms}

::: {.term #t-gateway en="gateway"}
网关

连接两个网络的设备。
:::

# 要求 {#c-requirements}

## 时延 {#c-latency}

### {#c-latency-1}

::: {.provision #p-lat-01 kind=requirement aspect=performance}
网关的转发时延应不大于10 ms，见[@tbl-latency]和[@eq-sum]。
:::

表：时延等级 {#tbl-latency}

| 等级 | 上限 |
|---|---|
| L1 | 10 ms |

$$T = T_1 + T_2$$ {#eq-sum}

## 可靠性 {#c-reliability}

网关应可靠。

# 声明的内容 {#annex-a .annex nature=informative}

## 一般要求 {#c-a-general}

表：声明 {#tbl-claim}

| 项 | 值 |
|---|---|
| 时延 | 10 ms |
"""


@pytest.fixture(scope="module")
def places() -> Places:
    draft, _ = read_draft("standards/x/draft.md", TEXT.encode())
    assert isinstance(draft, Draft)
    return Places(draft)


@pytest.mark.parametrize(
    ("written", "found"),
    [
        ("3", "c-requirements"),
        ("第3章", "c-requirements"),
        ("3 要求", "c-requirements"),
        ("要求", "c-requirements"),
        ("前言", "c-foreword"),
        ("3.1", "c-latency"),
        ("３．１", "c-latency"),
        ("3.1条", "c-latency"),
        ("第3.1条", "c-latency"),
        ("3.1 时延", "c-latency"),
        ("3.1.1", "c-latency-1"),
        ("3.1.1 a)", "c-latency-1"),
        ("3.1.1第2段", "c-latency-1"),
        ("2.1", "t-gateway"),
        ("表1", "tbl-latency"),
        ("表 1 时延等级", "tbl-latency"),
        ("Table 1", "tbl-latency"),
        ("公式（1）", "eq-sum"),
        ("式(1)", "eq-sum"),
        ("附录A", "annex-a"),
        ("附录 A", "annex-a"),
        ("Annex A", "annex-a"),
        ("A.1", "c-a-general"),
        ("附录A.1", "c-a-general"),
        ("表A.1", "tbl-claim"),
        ("p-lat-01", "p-lat-01"),
        ("9.9", None),
        ("表7", None),
        ("p-lat-99", None),
        ("全文", None),
        ("", None),
        ("——", None),
        ("请看附件", None),
    ],
)
def test_a_printed_number_finds_its_place(places: Places, written: str, found: str | None) -> None:
    assert places.find(written) == found


def test_the_whole_text_is_no_place_that_was_missed(places: Places) -> None:
    assert all(places.is_whole(written) for written in ("", "全文", " 总体 ", "/", "—"))
    assert not places.is_whole("9.9")


def test_every_label_of_the_text_finds_a_place_of_that_label(places: Places) -> None:
    for name, label in places.labels.items():
        found = places.find(label)
        assert found is not None, label
        assert places.labels[found] == label, f"{label} of {name} leads to {found}"
