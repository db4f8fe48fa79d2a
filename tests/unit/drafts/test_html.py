"""The page of a draft: everything escaped, every anchor there, nothing that a strict policy forbids."""

import re

from markupsafe import Markup

from generator.drafts.read import read_draft
from generator.standards.html import TocEntry, draft_html
from generator.standards.mathml import mathml
from tests.unit.drafts import skeleton

FRAGMENT = """\
## 时延 {#c-latency}

::: {.provision #p-a kind=requirement aspect=performance}
时延应按[@eq-a]计算[^1]，不大于 10^-3^ s，见[规范](https://www.3gpp.org/?a=1&b=2)：

1. 甲；
   1. 乙。
:::

[^1]: 脚注。

$$T = \\frac{a}{b} < \\text{<b>}$$ {#eq-a}

表：等级 {#tbl-a}

| 类 | 值 \\<b> |
|---|:-:|
| 甲 | 1 |
| ^^ | 2 |

![示意](figures/plan.svg)

图：布置 {#fig-a}

# 取值 {#annex-a .annex nature=informative}
"""


def page(fragment: str, **options: object) -> str:
    draft, _ = read_draft("draft.md", skeleton.draft(fragment))
    assert draft is not None
    return str(draft_html(draft, "zh", **options)[0])  # type: ignore[arg-type]


def test_page_holds_numbers_anchors_and_labels() -> None:
    html = page(FRAGMENT)
    for piece in (
        '<h3 class="std-heading" id="c-latency"><span class="std-number">4.1</span> 时延',
        '<section class="std-provision std-kind-requirement std-aspect-performance" id="p-a">',
        '<span class="std-kind">要求</span>',
        '<a href="#eq-a">公式（1）</a>',
        '<td rowspan="2">甲</td>',
        "<caption>表1 等级</caption>",
        '<ol class="std-list std-decimal" type="1">',
        '<img src="figures/plan.svg" alt="示意"><figcaption>图1 布置</figcaption>',
        '<span class="std-number">附录A</span> <span class="std-nature">（资料性）</span> 取值',
        '<a href="https://www.3gpp.org/?a=1&amp;b=2" rel="nofollow noopener">规范</a>',
        "<mfrac>",
    ):
        assert piece in html
    ids = re.findall(r' id="([^"]*)"', html)
    assert len(ids) == len(set(ids))
    assert set(re.findall(r'href="#([^"]*)"', html)) <= set(ids)
    assert not re.search(r"<b>|style=|<script|\son[a-z]+=", html)


def test_labels_follow_the_language_and_extras_are_put_in() -> None:
    draft, _ = read_draft("draft.md", skeleton.draft(FRAGMENT))
    assert draft is not None
    html, toc = draft_html(draft, "en", extras={"p-a": Markup("<i>声明</i>")}, figures="x/")
    assert "Requirement" in html
    assert '<div class="std-extra"><i>声明</i></div>' in html
    assert 'src="x/figures/plan.svg"' in html
    assert toc[-2:] == (TocEntry("c-latency", "4.1 时延", 3), TocEntry("annex-a", "附录A （资料性）取值", 2))


def test_mathml_keeps_presentation_only() -> None:
    kept = mathml(
        '<math xmlns="http://www.w3.org/1998/Math/MathML" onclick="x"><mi href="y">a</mi><script>b</script></math>'
    )
    assert kept == "<math><mi>a</mi>b</math>"
    assert mathml("<p>x</p>") == mathml("<math") == mathml("") == ""
