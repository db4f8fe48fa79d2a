"""A whole standard as one self-contained HTML file: cover, contents, text; its figures are inside."""

import base64
from collections.abc import Iterator
from dataclasses import replace

from markupsafe import Markup

from generator.drafts.model import Block, Draft, Figure
from generator.drafts.rewrite import Rewriter
from generator.standards.document import StandardDocument
from generator.standards.html import EMPTY, TocEntry, draft_html
from generator.standards.shell import self_contained

_TYPES = {"svg": "image/svg+xml", "png": "image/png", "jpg": "image/jpeg"}
_CONTENTS = "目次"
_NO_DATE = "XXXX-XX-XX"


def standard_html(document: StandardDocument) -> str:
    """The file. Same document, same bytes. A figure whose file is missing is shown by its words."""
    html, contents = draft_html(_with_figures(document), "zh")
    body = Markup('<div class="sd">\n{}<main>\n{}{}</main>\n</div>\n').format(
        _contents(contents), _cover(document), html
    )
    return self_contained(f"{document.number} {document.name.zh}", "zh", body)


def _with_figures(document: StandardDocument) -> Draft:
    """The draft with each figure's bytes in the place of its address."""
    held = document.figures or {}

    def put(block: Block) -> Block:
        if not isinstance(block, Figure) or block.file not in held:
            return block
        kind = _TYPES[block.file.rpartition(".")[2]]
        return replace(block, file=f"data:{kind};base64,{base64.b64encode(held[block.file]).decode()}")

    rewriter = Rewriter(put)
    clauses = (replace(clause, blocks=rewriter.blocks(clause.blocks)) for clause in document.draft.clauses)
    return replace(document.draft, clauses=tuple(clauses))


def _contents(entries: tuple[TocEntry, ...]) -> Markup:
    lines = EMPTY.join(
        Markup('<li class="{}"><a href="#{}">{}</a></li>\n').format(
            "sd-first" if entry.level <= 2 else "sd-second", entry.id, entry.text
        )
        for entry in entries
    )
    return Markup('<nav class="sd-contents" aria-label="{0}">\n<h2>{0}</h2>\n<ol>\n{1}</ol>\n</nav>\n').format(
        _CONTENTS, lines
    )


def _cover(document: StandardDocument) -> Markup:
    before, after = (
        EMPTY.join(Markup('<p class="sd-{}">{}</p>\n').format(name, text) for name, text in part if text)
        for part in (_above(document), _below(document))
    )
    dates = Markup('<p class="sd-dates"><span>{} 发布</span><span>{} 实施</span></p>\n').format(
        document.published_on or _NO_DATE, document.effective_on or _NO_DATE
    )
    return Markup('<header class="sd-cover">\n{}<h1>{}</h1>\n{}{}<p class="sd-publisher">{}</p>\n</header>\n').format(
        before, document.name.zh, after, dates, document.publisher
    )


def _above(document: StandardDocument) -> Iterator[tuple[str, str]]:
    codes = (f"{name} {code}" for name, code in (("ICS", document.ics), ("CCS", document.ccs)) if code)
    yield "codes", "　".join(codes)
    yield "label", document.label
    yield "number", document.number
    yield "replaces", f"代替 {'，'.join(document.replaces)}" if document.replaces else ""


def _below(document: StandardDocument) -> Iterator[tuple[str, str]]:
    yield "english", document.name.en if document.english_title else ""
    yield "stage", f"（{document.stage.zh}）{document.stage_date}" if document.stage.zh else ""
    yield "patents", document.patent_request.zh
    yield "example", "示例" if document.example else ""
