"""The page of a comparison: everything escaped, one id once, both views there, no script, nothing from elsewhere."""

import base64
import hashlib
import json
import re
from html import unescape
from html.parser import HTMLParser

from generator.drafts.model import Changed
from generator.standards.redline.compare import compare_drafts
from generator.standards.redline.data import diff_data
from generator.standards.redline.html import clause_html
from generator.standards.redline.page import redline_page
from generator.standards.redline.terminal import diff_lines
from generator.standards.redline.views import Look
from generator.texts import Text
from tests.standards.redline.edits import edited
from tests.standards.redline.test_compare import edit, read
from tests.standards.redline.test_exact import SMALL, project_draft

EDITED = edit(("不大于 10 ms", "不大于 20 ms"), ("> 引文一段。", "> 引文 \\<script>alert(1)\\</script> 一段。"))


class Page(HTMLParser):
    def __init__(self, html: str) -> None:
        super().__init__()
        self.ids: list[str] = []
        self.links: list[str] = []
        self.tags: set[str] = set()
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        for name, value in attrs:
            if name == "id":
                self.ids.append(value or "")
            elif name == "href":
                self.links.append(value or "")
            assert not name.startswith("on")
            assert name != "style"


def page(lang: str = "zh", seed: int | None = None) -> str:
    old, new = (read(SMALL), EDITED) if seed is None else (project_draft(), edited(project_draft(), seed, 30))
    look = Look("en" if lang == "en" else "zh", figures={"figures/plan.svg": "data:image/svg+xml;base64,AA=="})
    return redline_page(compare_drafts(old, new), look, Text("甲<乙", "A<B"), Text("一"), Text("二"), example=True)


def test_page_is_safe_and_whole() -> None:
    html = page()
    found = Page(html)
    assert not {"script", "iframe", "link", "object"} & found.tags
    assert "甲&lt;乙" in html
    assert "&lt;script&gt;" in html
    style = re.search("<style>(.*?)</style>", html, re.S)
    assert style
    digest = base64.b64encode(hashlib.sha256(style.group(1).encode()).digest()).decode()
    assert f"style-src 'sha256-{digest}'" in unescape(html)
    assert "figures/plan.svg" not in html
    for piece in (
        "<del>10 ms</del><ins>20 ms</ins>",
        "rd-view-sides",
        "修改前",
        'id="c-lat-1"',
        'id="p-lat-01"',
        "技术内容可能改变",
    ):
        assert piece in html


def test_every_id_is_there_once_and_every_link_leads_somewhere() -> None:
    for seed in (None, 3, 4):
        found = Page(page(seed=seed))
        assert len(found.ids) == len(set(found.ids))
        assert all(found.ids)
        inner = {link[1:] for link in found.links if link.startswith("#")}
        assert inner <= set(found.ids) | {"p-lat-01"} if seed else inner <= set(found.ids)


def test_each_side_bears_its_own_numbers() -> None:
    table = "表：甲表 {#tbl-new}\n\n| 甲 | 乙 |\n|---|---|\n| 1 | 2 |\n\n"
    new = edit(("表：时延等级", f"{table}表：时延等级"))
    html = redline_page(compare_drafts(read(SMALL), new), Look("zh"), Text("甲"), Text("一"), Text("二"))
    old, after = html.split('class="rd-old"')[1].split('class="rd-new"')
    assert "<caption>表1 时延等级</caption>" in old
    assert '<a href="#tbl-lat">表1</a>' in old
    assert "<caption>表2 时延等级</caption>" in after.split('class="rd-clause')[0]


def test_english_page() -> None:
    html = page("en")
    for piece in (
        '<html lang="en">',
        "Side by side",
        "maybe technical",
        "Before",
        "前言 to 5.1: unchanged (7 clauses)",
        "A&lt;B",
    ):
        assert piece in html
    assert "左右对照" not in html


def test_same_drafts_give_a_page_that_says_so() -> None:
    diff = compare_drafts(read(SMALL), read(SMALL))
    assert "两个版本没有差别" in redline_page(diff, Look("zh"), Text("甲"), Text("一"), Text("二"))
    assert list(diff_lines(diff, "zh")) == ["两个版本没有差别。"]


def test_parts_for_other_pages() -> None:
    diff = compare_drafts(read(SMALL), EDITED)
    clause = next(c for c in diff.clauses if c.id == "c-lat-1")
    html = clause_html(clause, Look("zh", anchors=False))
    assert "id=" not in re.sub(r' id="fn\w*"', "", html)
    assert "<ins>20 ms</ins>" in html
    (provision,) = diff.provisions
    assert isinstance(provision.blocks, tuple)
    assert not any(isinstance(block, Changed) for block in provision.blocks)


def test_data_for_machines() -> None:
    diff = compare_drafts(read(SMALL), EDITED)
    data = json.loads(json.dumps(diff_data(diff, "s", {"label": "一"}, {"label": "二"}), ensure_ascii=False))
    assert (data["format"], data["standard"]) == (1, "s")
    (clause,) = [one for one in data["clauses"] if one["id"] == "c-lat-1"]
    assert {"op": "deleted", "text": "10 ms"} in clause["text"][0]
    assert {"op": "inserted", "text": "20 ms"} in clause["text"][0]
    assert [(one["id"], one["changes"], one["technical"]) for one in data["provisions"]] == [
        ("p-lat-01", ["text", "substance"], True)
    ]


def test_text_for_the_terminal() -> None:
    told = list(diff_lines(compare_drafts(read(SMALL), EDITED), "zh"))
    assert any("[-10 ms-]{+20 ms+}" in line for line in told)
    assert "  p-lat-01  5.1.1  文字改变, 技术内容可能改变" in told
