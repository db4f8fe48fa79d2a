"""The HTML of blocks: provisions in their boxes, tables, lists, figures, formulas, terms, notes."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from markupsafe import Markup

from generator.drafts.model import (
    PROVISION_KINDS,
    Block,
    Cell,
    Changed,
    Definitions,
    Example,
    Figure,
    Formula,
    ListBlock,
    Listing,
    Note,
    Paragraph,
    Provision,
    Quote,
    Table,
    Term,
)
from generator.drafts.text import inline_text
from generator.markup import fill, joined
from generator.standards.html.inlines import EMPTY, Inlines
from generator.texts import Lang, Text

_ALIGN = {"center": "std-center", "right": "std-right"}


def _id(name: str) -> Markup:
    return fill(' id="{}"', name) if name else EMPTY


@dataclass(slots=True)
class Blocks:
    """The blocks of one text. `extras`, `figures` and `tools` are those of `draft_html`."""

    lang: Lang
    aspects: Mapping[str, Text]
    extras: Mapping[str, Markup] = field(default_factory=dict)
    figures: str = ""
    tools: Mapping[str, Markup] = field(default_factory=dict)
    mark: str = ""
    inlines: Inlines = field(init=False)

    def __post_init__(self) -> None:
        self.inlines = Inlines(self.tight, self.mark)

    def all(self, blocks: tuple[Block, ...], depth: int = 0) -> Markup:
        return joined(self._block(block, depth) for block in blocks)

    def _block(self, block: Block, depth: int) -> Markup:
        match block:
            case Paragraph():
                return fill("<p>{}</p>\n", self.inlines.all(block.inlines))
            case ListBlock():
                return self._list(block, depth)
            case Definitions():
                items = joined(
                    fill("<dt>{}</dt><dd>{}</dd>\n", self.inlines.all(d.name), self.tight(d.blocks, depth))
                    for d in block.items
                )
                return fill('<dl class="std-definitions">\n{}</dl>\n', items)
            case Table():
                return self._table(block)
            case Figure():
                # Not lazy: a figure that comes late would push away the provision that an address leads to.
                return fill(
                    '<figure class="std-figure"{}><img src="{}" alt="{}"><figcaption>{}</figcaption></figure>\n',
                    _id(block.id),
                    self.figures + block.file,
                    block.alternative,
                    self._caption("图", block),
                )
            case Formula():
                number = fill('<span class="std-formula-number">（{}）</span>', block.number)
                return fill(
                    '<div class="std-formula"{}>{}{}</div>\n',
                    _id(block.id),
                    self.inlines.one(block.math),
                    number if block.number else EMPTY,
                )
            case Term():
                return self._term(block)
            case Note():
                return self._labelled("std-note", "注", block.number, block.blocks, depth)
            case Example():
                return self._labelled("std-example", "示例", block.number, block.blocks, depth)
            case Quote():
                return fill('<blockquote class="std-quote">\n{}</blockquote>\n', self.all(block.blocks, depth))
            case Listing():
                return fill('<pre class="std-listing" tabindex="0"><code>{}</code></pre>\n', block.text)
            case Provision():
                return self._provision(block)
            case Changed():
                return fill('<div class="std-changed std-{}">\n{}</div>\n', block.kind, self.all(block.blocks, depth))

    def _term(self, term: Term) -> Markup:
        outer, self.inlines.used = self.inlines.used, {term.id}  # a definition does not lead to itself
        blocks = self.all(term.blocks)
        self.inlines.used = outer
        return fill(
            '<div class="std-term"{}>\n<p class="std-term-name"><span class="std-number">{}</span> '
            '<dfn>{}</dfn> <span lang="en">{}</span></p>\n{}</div>\n',
            _id(term.id),
            term.number,
            self.inlines.plain(term.name),
            term.en,
            blocks,
        )

    def _provision(self, provision: Provision) -> Markup:
        kind = PROVISION_KINDS[provision.kind]
        aspect = self.aspects.get(provision.aspect, Text(provision.aspect))
        extra = self.extras.get(provision.id, EMPTY)
        return fill(
            '<section class="std-provision std-kind-{} std-aspect-{}" id="{}">\n<p class="std-provision-head" '
            'lang="{}"><span class="std-kind">{}</span> <span class="std-aspect">{}</span> '
            '<a class="std-id" href="#{}">{}</a>{}</p>\n<div class="std-provision-body">\n{}</div>\n{}</section>\n',
            provision.kind,
            provision.aspect,
            provision.id,
            "en" if self.lang == "en" else "zh-CN",
            kind.of(self.lang),
            aspect.of(self.lang),
            provision.id,
            provision.id,
            self.tools.get(provision.id, EMPTY),
            self.all(provision.blocks),
            fill('<div class="std-extra">{}</div>\n', extra) if extra else EMPTY,
        )

    def _list(self, block: ListBlock, depth: int) -> Markup:
        tag = "ol" if block.ordered else "ul"
        style = ("std-decimal" if depth else "std-alpha") if block.ordered else ("std-dot" if depth else "std-dash")
        items = joined(fill("<li>{}</li>\n", self.tight(item, depth + 1)) for item in block.items)
        kind = fill(' type="{}"', "1" if depth else "a") if block.ordered else EMPTY
        return fill('<{0} class="std-list {1}"{2}>\n{3}</{0}>\n', tag, style, kind, items)

    def tight(self, blocks: tuple[Block, ...], depth: int) -> Markup:
        """Blocks whose first paragraph needs no <p>."""
        if blocks and isinstance(first := blocks[0], Paragraph):
            return self.inlines.all(first.inlines) + self.all(blocks[1:], depth)
        return self.all(blocks, depth)

    def _labelled(self, name: str, label: str, number: int, blocks: tuple[Block, ...], depth: int) -> Markup:
        shown = fill('<span class="std-label">{}{}：</span>', label, number or "")
        return fill('<div class="{}">{}{}</div>\n', name, shown, self.tight(blocks, depth))

    def _caption(self, mark: str, block: Table | Figure) -> Markup:
        return fill("{}{} {}", mark, block.number, self.inlines.plain(block.caption))

    def _table(self, table: Table) -> Markup:
        changes = table.changes or ("",) * (len(table.head) + len(table.body))
        head = joined(self._row(r, "th", c) for r, c in zip(table.head, changes, strict=False))
        rest = changes[len(table.head) :]
        body = joined(self._row(r, "td", c) for r, c in zip(table.body, rest, strict=False))
        label = f"表{table.number} {inline_text(table.caption)}".strip()
        return fill(
            '<div class="std-scroll" role="region" tabindex="0" aria-label="{}">\n<table class="std-table"{}>\n'
            "<caption>{}</caption>\n<thead>\n{}</thead>\n<tbody>\n{}</tbody>\n</table></div>\n",
            label,
            _id(table.id),
            self._caption("表", table),
            head,
            body,
        )

    def _row(self, row: tuple[Cell, ...], tag: str, change: str) -> Markup:
        cells = joined(
            fill(
                "<{0}{1}{2}{3}{4}>{5}</{0}>",
                tag,
                Markup(' scope="col"') if tag == "th" else EMPTY,
                fill(' rowspan="{}"', cell.rows) if cell.rows > 1 else EMPTY,
                fill(' colspan="{}"', cell.columns) if cell.columns > 1 else EMPTY,
                fill(' class="{}"', _ALIGN[cell.align]) if cell.align in _ALIGN else EMPTY,
                self.inlines.all(cell.inlines),
            )
            for cell in row
        )
        return fill("<tr{}>{}</tr>\n", fill(' class="std-{}"', change) if change else EMPTY, cells)
