"""A whole standard as one self-contained HTML file: cover, contents, text; its figures are inside."""

from collections.abc import Iterator
from dataclasses import replace

from markupsafe import Markup

from generator.drafts.model import Block, Draft, Figure
from generator.drafts.rewrite import Rewriter
from generator.markup import fill, joined
from generator.standards.document import StandardDocument
from generator.standards.html import TocEntry, draft_html
from generator.standards.shell import picture_address, self_contained

_CONTENTS = "目次"
_NO_DATE = "XXXX-XX-XX"


def standard_html(document: StandardDocument) -> str:
    """The file. Same document, same bytes. A figure whose file is missing is shown by its words."""
    html, contents = draft_html(_with_figures(document), "zh")
    body = fill('<div class="sd">\n{}<main>\n{}{}</main>\n</div>\n', _contents(contents), _cover(document), html)
    return self_contained(f"{document.number} {document.name.zh}", "zh", body)


def _with_figures(document: StandardDocument) -> Draft:
    """The draft with each figure's bytes in the place of its address."""
    held = document.figures or {}

    def put(block: Block) -> Block:
        if not isinstance(block, Figure) or block.file not in held:
            return block
        return replace(block, file=picture_address(block.file, held[block.file]))

    rewriter = Rewriter(put)
    clauses = (replace(clause, blocks=rewriter.blocks(clause.blocks)) for clause in document.draft.clauses)
    return replace(document.draft, clauses=tuple(clauses))


def _contents(entries: tuple[TocEntry, ...]) -> Markup:
    lines = joined(
        fill(
            '<li class="{}"><a href="#{}">{}</a></li>\n',
            "sd-first" if entry.level <= 2 else "sd-second",
            entry.id,
            entry.text,
        )
        for entry in entries
    )
    return fill('<nav class="sd-contents" aria-label="{0}">\n<h2>{0}</h2>\n<ol>\n{1}</ol>\n</nav>\n', _CONTENTS, lines)


def _cover(document: StandardDocument) -> Markup:
    before, after = (
        joined(fill('<p class="sd-{}">{}</p>\n', name, text) for name, text in part if text)
        for part in (_above(document), _below(document))
    )
    dates = fill(
        '<p class="sd-dates"><span>{} 发布</span><span>{} 实施</span></p>\n',
        document.published_on or _NO_DATE,
        document.effective_on or _NO_DATE,
    )
    return fill(
        '<header class="sd-cover">\n{}<h1>{}</h1>\n{}{}<p class="sd-publisher">{}</p>\n</header>\n',
        before,
        document.name.zh,
        after,
        dates,
        document.publisher,
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
