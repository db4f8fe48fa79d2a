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

from generator.drafts.model import ASPECTS, NATURES, Block, Clause, Draft, Inline, Paragraph
from generator.markup import fill, joined
from generator.standards.html.blocks import Blocks
from generator.standards.html.inlines import EMPTY as EMPTY
from generator.standards.used_terms import Terms
from generator.texts import Lang, Text

HERE = Text("此处的永久链接", "Permanent link")
_FOOTNOTES = Text("脚注", "Footnotes")
_BACK = Text("回到正文", "Back to the text")


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
    page = _Page(Blocks(lang, aspects, extras or {}, figures, tools or {}), aliases or {})
    page.blocks.inlines.terms = Terms.of(draft) if terms else None
    body = joined(page.clause(clause) for clause in draft.clauses) + page.footnotes()
    html = fill('<div class="std-draft" lang="zh-CN">\n{}</div>\n', body)
    entries = (TocEntry(_anchor(c), _title(c), c.level + 1) for c in draft.clauses if c.level <= 2 and c.title)
    return html, tuple(entries)


def part_html(
    blocks: tuple[Block, ...], lang: Lang, aspects: Mapping[str, Text] = ASPECTS, *, mark: str = "", figures: str = ""
) -> Markup:
    """Blocks by themselves, with their footnotes; `mark` tells the anchors of these from others on the page."""
    page = _Page(Blocks(lang, aspects, figures=figures, mark=mark))
    return page.blocks.all(blocks) + page.footnotes()


def line_html(inlines: tuple[Inline, ...]) -> Markup:
    """The inlines of a heading or a name."""
    return Blocks("zh", ASPECTS).inlines.all(inlines)


def _anchor(clause: Clause) -> str:
    """The clause's id, or one made of its place; authors' ids hold no underscore, so the two never meet."""
    return clause.id or f"line_{clause.line}"


def _title(clause: Clause) -> str:
    return f"{clause.heading_number} {NATURES.get(clause.nature, '')}{clause.title}".strip()


@dataclass(slots=True)
class _Page:
    """`aliases`: further anchors of a clause, by id."""

    blocks: Blocks
    aliases: Mapping[str, Sequence[str]] = field(default_factory=dict)

    def clause(self, clause: Clause) -> Markup:
        anchor = _anchor(clause)
        self.blocks.inlines.used.clear()
        other = joined(fill('<span class="std-alias" id="{}"></span>', a) for a in self.aliases.get(anchor, ()))
        blocks = self._references(clause.blocks) if clause.kind == "bibliography" else self.blocks.all(clause.blocks)
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
        heading = self.blocks.inlines.plain(clause.heading)
        beside = self._link(anchor) + self.blocks.tools.get(anchor, EMPTY)
        extra = (
            fill('<div class="std-extra">{}</div>\n', self.blocks.extras[anchor])
            if anchor in self.blocks.extras
            else EMPTY
        )
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
                        self.blocks.inlines.all(block.inlines),
                    )
                )
            else:
                parts.append(self.blocks.all((block,)))
        return joined(parts)

    def footnotes(self) -> Markup:
        if not self.blocks.inlines.notes:
            return EMPTY
        items = joined(
            fill(
                '<div class="std-footnote" id="fn_{1}"><span class="std-label">{0})</span> {2}'
                '<a href="#fnref_{1}" aria-label="{3}">↩</a></div>\n',
                number,
                key,
                text,
                _BACK.of(self.blocks.lang),
            )
            for number, key, text in self.blocks.inlines.notes
        )
        return fill(
            '<section class="std-footnotes" aria-label="{}">\n{}</section>\n', _FOOTNOTES.of(self.blocks.lang), items
        )

    def _link(self, anchor: str) -> Markup:
        return fill(' <a class="std-link" href="#{}" aria-label="{}">¶</a>', anchor, HERE.of(self.blocks.lang))
