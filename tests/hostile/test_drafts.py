"""Hostile drafts: never a traceback, never a hang, never markup on the page."""

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.drafts.read import read_draft
from generator.standards.html import draft_html

MANY = 20_000
ATTACKS = {
    "quotes": ">" * MANY + "x",
    "brackets": "[" * MANY,
    "emphasis": "*a " * MANY,
    "mixed emphasis": "a**b" * MANY,
    "images": "![[](" * MANY,
    "dollars": "<" * MANY + "$" * MANY,
    "braces": "$$" + "{" * MANY + "}" * MANY + "$$",
    "lists": "".join("  " * i + "- a\n" for i in range(300)),
    "fences": "".join(":" * (3 + i) + " {.note}\n" for i in range(200, 0, -1)),
    "cells": "|a" * 2_000 + "\n" + "|-" * 2_000 + "\n" + ("|a" * 100 + "\n") * 50,
    "footnotes": "[^1]: [^1] [^2]\n\n[^2]: [^1]\n\n" + "[^1]" * 200,
    "attributes": "# a {" + " ".join(f"k{i}=v" for i in range(2_000)) + "}\n",
    "macro": "$" + r"\newcommand{\a}{\a\a}\a" + "$\n",
}


@pytest.mark.parametrize("name", ATTACKS)
def test_an_attack_ends_in_time_with_findings_or_a_draft(name: str) -> None:
    draft, problems = read_draft("draft.md", ATTACKS[name].encode(), timeout=2.0)
    assert draft is not None or problems
    if draft is not None:
        draft_html(draft, "zh")


def test_many_findings_are_cut_short() -> None:
    ids = "".join(f"# a {{#long-id-number-{i}}}\n\n" for i in range(2_000))
    _, problems = read_draft("draft.md", (ids + "[@long-id-nmber] " * 5_000).encode())
    assert len(problems) == 501
    assert [code.name for code, _ in problems].count("too-many-problems") == 1


def test_what_takes_too_long_is_reported() -> None:
    draft, problems = read_draft("draft.md", ("a**b" * 400_000).encode(), timeout=0.2)
    assert draft is None
    assert [code.name for code, _ in problems] == ["draft-timeout"]


SCRIPTS = [
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "[x](javascript:alert(1))",
    "[x](JaVaScRiPt:alert(1))",
    "[x](data:text/html,<script>1</script>)",
    "[x](//evil.example/a)",
    "![x](https://evil.example/a.png)",
    "![x](../../secret.svg)",
    "`<b>`{=html}",
    "```{=html}\n<script>1</script>\n```",
    '# "><script>1</script> {#x}',
    '::: {.provision #"><i> kind=requirement aspect=security}\nx\n:::',
    '::: {.provision #p-"onload="x kind=requirement aspect=security}\nx\n:::',
    "表：<script>1</script> {#tbl-x}\n\n| <b>a</b> |\n|---|\n| <svg onload=1> |",
    "$\\text{<script>1</script>}$ $\\href{javascript:1}{x}$ $\\style{x}{<i>}$",
    "[x]{onclick=alert(1) style=color:red}",
    "# x {onclick=alert(1) style=color:red data-pos=1:1-1:2 wrapper=1}",
    "::: {wrapper=1 onclick=x}\n<iframe src=x></iframe>\n:::",
    "<!-- waive D004: <script>1</script> -->",
    "![](file:///etc/passwd)",
    "[x]: javascript:1\n\n[x]",
    "<javascript:alert(1)>",
]
TAG = re.compile(r"<(?!/?(?:a|br|caption|code|dd|dfn|div|dl|dt|em|figcaption|figure|h[2-6]|img|li|m[a-z]+|ol|p|pre|s|section"
                 r"|span|strong|sub|sup|table|tbody|td|th|thead|tr|ul|blockquote)\b)")  # fmt: skip
ATTRIBUTE = re.compile(r"<[^>]*\s(?:on[a-z]+|style|srcdoc)\s*=", re.I)
ADDRESS = re.compile(r'(?:href|src)="(?!#|https?://|mailto:|figures/[a-z0-9-]+\.)', re.I)


def safe(html: str) -> bool:
    shown = re.sub(r'="[^"]*"', '=""', html)
    return not (TAG.search(html) or ATTRIBUTE.search(shown) or ADDRESS.search(html))


@pytest.mark.parametrize("text", SCRIPTS)
def test_no_script_reaches_the_page(text: str) -> None:
    draft, _ = read_draft("draft.md", f"# 范围 {{#c}}\n\n{text}\n".encode())
    assert draft is not None
    assert safe(str(draft_html(draft, "zh")[0]))


PIECES = st.sampled_from(
    [*SCRIPTS, "# 题", "## {#a}", ":::", "::: note", "|a|b|\n|-|-|\n|^^|<<|", "> x", "- y", "$$x$$ {#e}", "\n"]
)


@given(st.lists(PIECES | st.text(max_size=12), max_size=8))
@settings(max_examples=60, deadline=None)
def test_any_mixture_reads_and_renders(pieces: list[str]) -> None:
    draft, problems = read_draft("draft.md", "\n\n".join(pieces).encode("utf-8", "replace"))
    assert draft is not None or problems
    if draft is not None:
        assert safe(str(draft_html(draft, "en")[0]))
