"""A standard as one HTML file: nothing from elsewhere, everything in it, text as text."""

import base64
import hashlib
import re

from generator.drafts.model import Clause, Draft, Paragraph, Words
from generator.drafts.number import numbered
from generator.standards.single import standard_html
from tests.standards.word.samples import document, torture


def test_it_needs_nothing_else() -> None:
    made = standard_html(document(torture()))
    assert "<script" not in made
    assert "<link" not in made
    for address in re.findall(r'(?:src|href)="([^"]*)"', made):
        assert address.startswith(("#", "data:image/", "http")), address
    assert not re.findall(r'src="(?!data:)', made)
    assert "url(" not in made


def test_its_policy_lets_its_own_style_in_and_nothing_else() -> None:
    made = standard_html(document(torture()))
    policy = re.search(r'http-equiv="Content-Security-Policy" content="([^"]*)"', made)
    sheet = re.search(r"<style>(.*?)</style>", made, re.S)
    assert policy is not None
    assert sheet is not None
    digest = base64.b64encode(hashlib.sha256(sheet.group(1).encode()).digest()).decode()
    assert policy.group(1).startswith(f"default-src &#39;none&#39;; style-src &#39;sha256-{digest}&#39;;")
    assert " style=" not in made


def test_the_contents_lead_to_every_chapter() -> None:
    made = standard_html(document(torture()))
    wanted = [c.id for c in torture().clauses if c.level == 1 and c.title]
    assert wanted
    for name in wanted:
        assert f'<a href="#{name}">' in made
        assert f' id="{name}"' in made


def test_figures_are_inside() -> None:
    made = standard_html(document(torture()))
    assert "data:image/svg+xml;base64," in made


def test_text_is_text() -> None:
    words = '<img src=x onerror="alert(1)">'
    draft = numbered(Draft((Clause("c", 1, "body", (Words(words),), words, (Paragraph((Words(words),)),)),)))
    made = standard_html(document(draft))
    assert "<img" not in made
    assert made.count("&lt;img") >= 3


def test_same_document_same_text() -> None:
    assert standard_html(document(torture())) == standard_html(document(torture()))
