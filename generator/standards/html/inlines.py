"""The HTML of inlines: words with their terms linked, styles, formulas, references, footnotes, changes."""

from collections.abc import Callable
from dataclasses import dataclass, field

from markupsafe import Markup

from generator.drafts.model import (
    Block,
    Break,
    Change,
    Code,
    Footnote,
    Inline,
    Link,
    Math,
    Reference,
    Styled,
    Words,
)
from generator.markup import escaped, fill, joined
from generator.standards.mathml import mathml
from generator.standards.used_terms import Terms

EMPTY = Markup("")
_TAGS = {"emphasis": "em", "strong": "strong", "superscript": "sup", "subscript": "sub", "strikeout": "s"}


@dataclass(slots=True)
class Inlines:
    """What one text has met so far: its footnotes, to be shown at its end, and the terms used in the present clause.

    `mark` tells the anchors of its footnotes from others on the page. `terms`: those whose first use in a clause leads
    to its definition. `tight` makes the HTML of a footnote's blocks, without a <p> around the first.
    """

    tight: Callable[[tuple[Block, ...], int], Markup]
    mark: str = ""
    terms: Terms | None = None
    notes: list[tuple[int, str, Markup]] = field(default_factory=list)
    used: set[str] = field(default_factory=set)

    def all(self, inlines: tuple[Inline, ...]) -> Markup:
        return joined(self.one(inline) for inline in inlines)

    def one(self, inline: Inline) -> Markup:
        match inline:
            case Words():
                return self._words(inline.text)
            case Styled():
                return fill("<{0}>{1}</{0}>", _TAGS[inline.style], self.all(inline.inlines))
            case Code():
                return fill("<code>{}</code>", inline.text)
            case Math():
                return mathml(inline.mathml) or fill('<code class="std-tex">{}</code>', inline.tex)
            case Link():
                return fill('<a href="{}" rel="nofollow noopener">{}</a>', inline.address, self.plain(inline.inlines))
            case Reference():
                text = self.plain(inline.inlines) or escaped(inline.label)
                return fill('<a href="#{}">{}</a>', inline.target, text) if inline.label else text
            case Break():
                return Markup("<br>")
            case Change():
                tag = "ins" if inline.kind == "inserted" else "del"
                return fill("<{0}>{1}</{0}>", tag, self.all(inline.inlines))
            case Footnote():
                # Of two sides of a comparison each counts from 1.
                key = f"{self.mark}_{len(self.notes) + 1}" if self.mark else str(inline.number)
                self.notes.append((inline.number, key, self.tight(inline.blocks, 0)))
                return fill(
                    '<sup class="std-footnote"><a href="#fn_{1}" id="fnref_{1}">{0})</a></sup>', inline.number, key
                )

    def plain(self, inlines: tuple[Inline, ...]) -> Markup:
        """Inlines in which no term leads to its definition."""
        terms, self.terms = self.terms, None
        made = self.all(inlines)
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
