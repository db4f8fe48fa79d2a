"""`catalog fmt` gives permanent ids: to everything that can have one, once, and none that was ever in use."""

import pytest

from generator.drafts.lock import Lock, Locked
from generator.drafts.read import read_draft
from generator.drafts.runs import Runs
from generator.submit.identify import with_ids

LACKING = """\
# 范围

本文件规定了示例网关的要求。

# 术语和定义 {#c-terms}

::: {.term en="Edge (computing)"}
边缘计算

定义。
:::

# 要求 {#c-requirements}

## 时延 {#c-latency}

###

::: {.provision #p-lat-02 kind=requirement aspect=performance}
网关应一。
:::

###

::: {.provision kind=requirement aspect=performance verify="p-lat-02"}
网关应二。

表：等级

| 甲 | 乙 |
|---|---|
| 1 | 2 |
:::

$$a = b$$

![说明](figures/a.svg)

图：组成

# 说明 {.annex nature=informative}

::::: {.provision kind=statement aspect=performance}
本附录说明网关。
:::::
"""
GIVEN = {
    "# 范围": "# 范围 {#c-scope}",
    '::: {.term en="Edge (computing)"}': '::: {.term #t-edge-computing en="Edge (computing)"}',
    "表：等级": "表：等级 {#tbl-latency}",
    "图：组成": "图：组成 {#fig-latency}",
    "$$a = b$$": "$$a = b$$ {#eq-latency}",
    "# 说明 {.annex nature=informative}": "# 说明 {#annex-1 .annex nature=informative}",
    '::: {.provision kind=requirement aspect=performance verify="p-lat-02"}': (
        '::: {.provision #p-lat-04 kind=requirement aspect=performance verify="p-lat-02"}'
    ),
    "::::: {.provision kind=statement aspect=performance}": (
        "::::: {.provision #p-annex-01 kind=statement aspect=performance}"
    ),
}


def identified(text: str, lock: Lock | None = None) -> str:
    return with_ids("draft.md", text.encode(), lock, Runs()).decode()


def test_everything_gets_an_id_of_its_place_and_nothing_else_changes() -> None:
    lock = Lock(removed={"p-lat-03": Locked("requirement", "0" * 64)})
    made = identified(LACKING, lock)
    expected = LACKING
    for old, new in GIVEN.items():
        assert expected.count(f"{old}\n") == 1
        expected = expected.replace(f"{old}\n", f"{new}\n")
    expected = expected.replace("###\n", "### {#c-latency-1}\n", 1).replace("###\n", "### {#c-latency-2}\n", 1)
    assert made.splitlines() == expected.splitlines()
    assert not {code.code for code, _ in read_draft("draft.md", made.encode())[1]} & {"D011", "D012", "D013", "D029"}


def test_a_second_time_changes_nothing() -> None:
    made = identified(LACKING)
    assert identified(made) == made


@pytest.mark.parametrize(
    "text",
    [
        "# 要求 {#bad id}\n\n文字。\n",
        "```\n# 不是标题\n::: {.provision kind=requirement aspect=security}\n```\n",
        "::: {.provision kind=requirement\n文字。\n",
        "\udcff",
    ],
)
def test_what_has_not_the_form_is_left_to_its_author(text: str) -> None:
    content = text.encode("utf-8", "surrogateescape")
    assert with_ids("draft.md", content, None, Runs()) == content
