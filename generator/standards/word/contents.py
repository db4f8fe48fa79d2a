"""目次: a field with its entries, each a link to its heading. Only Word knows the pages: it adds them when it updates."""

from generator.documents.docx_xml import Element, element
from generator.drafts.model import NATURES, Clause, Draft
from generator.drafts.text import inline_text
from generator.standards.word.blocks import Blocks
from generator.standards.word.paragraphs import Place

_FIELD = 'TOC \\o "1-2" \\h \\z \\u'


def contents(blocks: Blocks, body: Element, draft: Draft) -> None:
    """前言, 引言, chapters, titled 条, annexes with their nature, 参考文献: down to the 一级条."""
    runs = blocks.runs
    line = blocks.paragraphs.begin(Place(body), "contents-title")
    runs.text(line, "目　次")
    entries = [one for one in draft.clauses if one.level <= 2 and one.heading and one.change != "deleted"]
    if not entries:
        return
    for place, clause in enumerate(entries):
        line = element("w:p", body)
        blocks.state.last = line
        element("w:pStyle", element("w:pPr", line), val=f"TOC{clause.level}")
        if place == 0:
            runs.mark(line, "w:fldChar", fldCharType="begin", dirty="true")
            runs.instruction(line, _FIELD)
            runs.mark(line, "w:fldChar", fldCharType="separate")
        link = element("w:hyperlink", line, anchor=blocks.state.marks.of_clause(clause), history="1")
        runs.text(link, _entry(clause))
    runs.mark(line, "w:fldChar", fldCharType="end")


def _entry(clause: Clause) -> str:
    title = inline_text(clause.heading)
    if clause.kind == "annex" and clause.level == 1:
        return f"{clause.label}{NATURES.get(clause.nature, '')}　{title}"
    return f"{clause.number}　{title}" if clause.number else title
