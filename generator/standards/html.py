"""The HTML of a draft: numbered clauses, provision boxes, tables, formulas, notes, with permanent anchors.

Every text is escaped here; nothing of the draft reaches the page otherwise. Classes used, for the style sheet:
std-draft (all of it, in Chinese), std-heading, std-number, std-link, std-nature, std-untitled, std-untitled-body,
std-provision with std-kind-<kind> and std-aspect-<aspect>, std-provision-head, std-kind, std-aspect, std-id,
std-provision-body, std-extra; std-term, std-term-name; std-scroll, std-table, std-center, std-right; std-figure;
std-formula, std-formula-number, std-tex; std-note, std-example, std-label; std-list with std-alpha, std-decimal,
std-dash or std-dot; std-definitions; std-quote; std-listing; std-reference; std-footnote, std-footnotes;
std-changed with std-inserted or std-deleted, those on a row of a table, and <ins> and <del>, in a comparison.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from markupsafe import Markup

from generator.drafts.model import (
    ASPECTS,
    NATURES,
    PROVISION_KINDS,
    Block,
    Break,
    Cell,
    Change,
    Changed,
    Clause,
    Code,
    Definitions,
    Draft,
    Example,
    Figure,
    Footnote,
    Formula,
    Inline,
    Link,
    ListBlock,
    Listing,
    Math,
    Note,
    Paragraph,
    Provision,
    Quote,
    Reference,
    Styled,
    Table,
    Term,
    Words,
)
from generator.drafts.text import inline_text
from generator.markup import escaped, fill, joined
from generator.standards.mathml import mathml
from generator.standards.used_terms import Terms
from generator.texts import Lang, Text

TAGS = {"emphasis": "em", "strong": "strong", "superscript": "sup", "subscript": "sub", "strikeout": "s"}
ALIGN = {"center": "std-center", "right": "std-right"}
HERE = Text("此处的永久链接", "Permanent link")
FOOTNOTES = Text("脚注", "Footnotes")
BACK = Text("回到正文", "Back to the text")
EMPTY = Markup("")


@dataclass(frozen=True, slots=True)
class TocEntry:
    """One line of the contents; `level` is that of its HTML heading (2 for a chapter)."""

    id: str
    text: str
    level: int


def draft_html(
    draft: Draft,
    lang: Lang,
    aspects: Mapping[str, Text] = ASPECTS,
    extras: Mapping[str, Markup] | None = None,
    figures: str = "",
    *,
    tools: Mapping[str, Markup] | None = None,
    aliases: Mapping[str, Sequence[str]] | None = None,
    terms: bool = False,
) -> tuple[Markup, tuple[TocEntry, ...]]:
    """The draft's HTML and its contents down to 一级条. `lang` is the language of labels; the text is Chinese.

    `extras`: HTML to show at the end of the box of a provision, or after the heading of a clause, by id. `figures`:
    what goes before the address of each figure. `tools`: HTML beside the heading of a clause or provision, by id.
    `aliases`: further anchors of a clause, such as its numbers, by id. `terms`: whether the first use of a term in each
    clause leads to its definition.
    """
    page = _Page(lang, aspects, extras or {}, figures)
    page.tools, page.aliases = tools or {}, aliases or {}
    page.terms = Terms.of(draft) if terms else None
    body = joined(page.clause(clause) for clause in draft.clauses) + page.footnotes()
    html = fill('<div class="std-draft" lang="zh-CN">\n{}</div>\n', body)
    entries = (TocEntry(_anchor(c), _title(c), c.level + 1) for c in draft.clauses if c.level <= 2 and c.title)
    return html, tuple(entries)


def part_html(
    blocks: tuple[Block, ...], lang: Lang, aspects: Mapping[str, Text] = ASPECTS, *, mark: str = "", figures: str = ""
) -> Markup:
    """Blocks by themselves, with their footnotes; `mark` tells the anchors of these from others on the page."""
    page = _Page(lang, aspects, {}, figures, mark)
    return page.blocks(blocks) + page.footnotes()


def line_html(inlines: tuple[Inline, ...], lang: Lang) -> Markup:
    """The inlines of a heading or a name."""
    return _Page(lang, ASPECTS, {}, "").inlines(inlines)


def _anchor(clause: Clause) -> str:
    """The clause's id, or one made of its place; authors' ids hold no underscore, so the two never meet."""
    return clause.id or f"line_{clause.line}"


def _title(clause: Clause) -> str:
    return f"{clause.heading_number} {NATURES.get(clause.nature, '')}{clause.title}".strip()


def _id(name: str) -> Markup:
    return fill(' id="{}"', name) if name else EMPTY


@dataclass(slots=True)
class _Page:
    lang: Lang
    aspects: Mapping[str, Text]
    extras: Mapping[str, Markup]
    figure_base: str
    mark: str = ""
    notes: list[tuple[int, str, Markup]] = field(default_factory=list)
    tools: Mapping[str, Markup] = field(default_factory=dict)
    aliases: Mapping[str, Sequence[str]] = field(default_factory=dict)
    terms: Terms | None = None
    used: set[str] = field(default_factory=set)

    def clause(self, clause: Clause) -> Markup:
        anchor = _anchor(clause)
        self.used.clear()
        other = joined(fill('<span class="std-alias" id="{}"></span>', a) for a in self.aliases.get(anchor, ()))
        blocks = self._references(clause.blocks) if clause.kind == "bibliography" else self.blocks(clause.blocks)
        number = clause.heading_number
        shown = fill('<span class="std-number">{}</span> ', number) if number else EMPTY
        if not clause.title:
            return fill(
                '<div class="std-untitled" id="{}">{}{}<div class="std-untitled-body">\n{}</div></div>\n',
                anchor,
                other,
                shown,
                blocks,
            )
        nature = NATURES.get(clause.nature)
        if nature:
            shown += fill('<span class="std-nature">{}</span> ', nature)
        heading = self._plain(clause.heading)
        beside = self._link(anchor) + self.tools.get(anchor, EMPTY)
        extra = fill('<div class="std-extra">{}</div>\n', self.extras[anchor]) if anchor in self.extras else EMPTY
        return fill(
            '<h{0} class="std-heading" id="{1}">{2}{3}{4}{5}</h{0}>\n{6}{7}',
            min(clause.level + 1, 6),
            anchor,
            other,
            shown,
            heading,
            beside,
            extra,
            blocks,
        )

    def footnotes(self) -> Markup:
        if not self.notes:
            return EMPTY
        items = joined(
            fill(
                '<div class="std-footnote" id="fn_{1}"><span class="std-label">{0})</span> {2}'
                '<a href="#fnref_{1}" aria-label="{3}">↩</a></div>\n',
                number,
                key,
                text,
                BACK.of(self.lang),
            )
            for number, key, text in self.notes
        )
        return fill('<section class="std-footnotes" aria-label="{}">\n{}</section>\n', FOOTNOTES.of(self.lang), items)

    def blocks(self, blocks: tuple[Block, ...], depth: int = 0) -> Markup:
        return joined(self._block(block, depth) for block in blocks)

    def _references(self, blocks: tuple[Block, ...]) -> Markup:
        """The documents of 参考文献, one a paragraph, each under its number: [1]."""
        parts, number = [], 0
        for block in blocks:
            if isinstance(block, Paragraph):
                number += 1
                parts.append(
                    fill(
                        '<p class="std-reference"><span class="std-label">[{}]</span> {}</p>\n',
                        number,
                        self.inlines(block.inlines),
                    )
                )
            else:
                parts.append(self._block(block, 0))
        return joined(parts)

    def inlines(self, inlines: tuple[Inline, ...]) -> Markup:
        return joined(self._inline(inline) for inline in inlines)

    def _block(self, block: Block, depth: int) -> Markup:
        match block:
            case Paragraph():
                return fill("<p>{}</p>\n", self.inlines(block.inlines))
            case ListBlock():
                return self._list(block, depth)
            case Definitions():
                items = joined(
                    fill("<dt>{}</dt><dd>{}</dd>\n", self.inlines(d.name), self._tight(d.blocks, depth))
                    for d in block.items
                )
                return fill('<dl class="std-definitions">\n{}</dl>\n', items)
            case Table():
                return self._table(block)
            case Figure():
                return fill(
                    '<figure class="std-figure"{}><img src="{}" alt="{}" loading="lazy"><figcaption>{}</figcaption>'
                    "</figure>\n",
                    _id(block.id),
                    self.figure_base + block.file,
                    block.alternative,
                    self._caption("图", block),
                )
            case Formula():
                number = fill('<span class="std-formula-number">（{}）</span>', block.number)
                return fill(
                    '<div class="std-formula"{}>{}{}</div>\n',
                    _id(block.id),
                    self._inline(block.math),
                    number if block.number else EMPTY,
                )
            case Term():
                return self._term(block)
            case Note():
                return self._labelled("std-note", "注", block.number, block.blocks, depth)
            case Example():
                return self._labelled("std-example", "示例", block.number, block.blocks, depth)
            case Quote():
                return fill('<blockquote class="std-quote">\n{}</blockquote>\n', self.blocks(block.blocks, depth))
            case Listing():
                return fill('<pre class="std-listing" tabindex="0"><code>{}</code></pre>\n', block.text)
            case Provision():
                return self._provision(block)
            case Changed():
                return fill(
                    '<div class="std-changed std-{}">\n{}</div>\n', block.kind, self.blocks(block.blocks, depth)
                )

    def _term(self, term: Term) -> Markup:
        outer, self.used = self.used, {term.id}  # a definition does not lead to itself
        blocks = self.blocks(term.blocks)
        self.used = outer
        return fill(
            '<div class="std-term"{}>\n<p class="std-term-name"><span class="std-number">{}</span> '
            '<dfn>{}</dfn> <span lang="en">{}</span></p>\n{}</div>\n',
            _id(term.id),
            term.number,
            self._plain(term.name),
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
            self.blocks(provision.blocks),
            fill('<div class="std-extra">{}</div>\n', extra) if extra else EMPTY,
        )

    def _list(self, block: ListBlock, depth: int) -> Markup:
        tag = "ol" if block.ordered else "ul"
        style = ("std-decimal" if depth else "std-alpha") if block.ordered else ("std-dot" if depth else "std-dash")
        items = joined(fill("<li>{}</li>\n", self._tight(item, depth + 1)) for item in block.items)
        kind = fill(' type="{}"', "1" if depth else "a") if block.ordered else EMPTY
        return fill('<{0} class="std-list {1}"{2}>\n{3}</{0}>\n', tag, style, kind, items)

    def _tight(self, blocks: tuple[Block, ...], depth: int) -> Markup:
        """Blocks whose first paragraph needs no <p>."""
        if blocks and isinstance(first := blocks[0], Paragraph):
            return self.inlines(first.inlines) + self.blocks(blocks[1:], depth)
        return self.blocks(blocks, depth)

    def _labelled(self, name: str, label: str, number: int, blocks: tuple[Block, ...], depth: int) -> Markup:
        shown = fill('<span class="std-label">{}{}：</span>', label, number or "")
        return fill('<div class="{}">{}{}</div>\n', name, shown, self._tight(blocks, depth))

    def _caption(self, mark: str, block: Table | Figure) -> Markup:
        return fill("{}{} {}", mark, block.number, self._plain(block.caption))

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
                fill(' class="{}"', ALIGN[cell.align]) if cell.align in ALIGN else EMPTY,
                self.inlines(cell.inlines),
            )
            for cell in row
        )
        return fill("<tr{}>{}</tr>\n", fill(' class="std-{}"', change) if change else EMPTY, cells)

    def _inline(self, inline: Inline) -> Markup:
        match inline:
            case Words():
                return self._words(inline.text)
            case Styled():
                return fill("<{0}>{1}</{0}>", TAGS[inline.style], self.inlines(inline.inlines))
            case Code():
                return fill("<code>{}</code>", inline.text)
            case Math():
                return mathml(inline.mathml) or fill('<code class="std-tex">{}</code>', inline.tex)
            case Link():
                return fill('<a href="{}" rel="nofollow noopener">{}</a>', inline.address, self._plain(inline.inlines))
            case Reference():
                text = self._plain(inline.inlines) or escaped(inline.label)
                return fill('<a href="#{}">{}</a>', inline.target, text) if inline.label else text
            case Break():
                return Markup("<br>")
            case Change():
                tag = "ins" if inline.kind == "inserted" else "del"
                return fill("<{0}>{1}</{0}>", tag, self.inlines(inline.inlines))
            case Footnote():
                # Of two sides of a comparison each counts from 1.
                key = f"{self.mark}_{len(self.notes) + 1}" if self.mark else str(inline.number)
                self.notes.append((inline.number, key, self._tight(inline.blocks, 0)))
                return fill(
                    '<sup class="std-footnote"><a href="#fn_{1}" id="fnref_{1}">{0})</a></sup>', inline.number, key
                )

    def _plain(self, inlines: tuple[Inline, ...]) -> Markup:
        """Inlines in which no term leads to its definition."""
        terms, self.terms = self.terms, None
        made = self.inlines(inlines)
        self.terms = terms
        return made

    def _words(self, text: str) -> Markup:
        """Text, with the first use of each term in a clause as a link to its definition."""
        if self.terms is None:
            return escaped(text)
        made, at = EMPTY, 0
        for found in self.terms.pattern.finditer(text):
            name = found.group()
            term, definition = self.terms.by_name[name]
            if term in self.used:
                continue
            self.used.add(term)
            link = fill('<a class="std-use" href="#{}" title="{}">{}</a>', term, definition, name)
            made, at = made + escaped(text[at : found.start()]) + link, found.end()
        return made + escaped(text[at:])

    def _link(self, anchor: str) -> Markup:
        return fill(' <a class="std-link" href="#{}" aria-label="{}">¶</a>', anchor, HERE.of(self.lang))
