"""What the pages of one language are made with: names of entries and terms, texts with their fallback, numbers.

Everything that becomes HTML is escaped by `Markup.format` or comes from the one text renderer.
"""

import re
from collections.abc import Iterable, Mapping
from decimal import Decimal

from generator.markup import Html, Template, escaped, fill, joined, prose
from generator.model.fields import Bilingual
from generator.model.parts import Quantity, Requirement
from generator.model.settings import State
from generator.model.terms import VocabularyTerm
from generator.model.words import choices
from generator.pricing import SolutionPrice
from generator.project import Entry, Project
from generator.site.page import Links
from generator.site.pieces import FALLBACK, LINK
from generator.texts import EXAMPLE, Lang, Text

_BLOCK_FALLBACK = Template('<div class="prose fallback" lang="zh">{}</div>')
_PROSE = Template('<div class="prose">{}</div>')
_BADGE = Template('<span class="badge badge--{}">{}</span>')
_UNIT = Template('{} <span class="unit">{}</span>')
_CODE = Template("<code>{}</code>")
_QUOTED = re.compile("“[^“”<>&;]{1,11}”")
EMPTY = Html("")

TONES = {"neutral": "neutral", "progress": "progress", "good": "good", "caution": "warn", "stopped": "bad"}
_OFFERED = frozenset(("products", "solutions"))
NOT_STATED = Text("未说明", "not stated")
STATISTICS = choices("statistic")
BASES = choices("basis")


def join(parts: Iterable[Html], separator: str = "") -> Html:
    """Pieces of HTML one after another."""
    return joined(parts, separator)


class View:
    """The project as seen from one page in one language, or from several pages of one depth.

    Links to entries and terms are kept: a few of them stand on most pages.
    """

    __slots__ = ("_entries", "_provisions", "_terms", "lang", "links", "prices", "project")

    def __init__(self, project: Project, lang: Lang, links: Links) -> None:
        self.project, self.lang, self.links = project, lang, links
        self.prices: dict[str, SolutionPrice] = {}
        self._entries: dict[str, Html] = {}
        self._terms: dict[tuple[str, str], Html] = {}
        self._provisions: dict[str, Mapping[str, tuple[str, str]]] = {}

    def say(self, zh: str, en: str) -> str:
        return en if self.lang == "en" else zh

    def text(self, text: Bilingual | Text) -> Html:
        """One line; marked where the English page has to show Chinese."""
        if self.lang == "en" and not text.en:
            return FALLBACK.format(text.zh)
        return escaped(text.of(self.lang))

    def title(self, text: Bilingual | Text) -> Html:
        """As `text`, for headings: a short phrase in Chinese quotation marks stays on one line."""
        shown = self.text(text)
        if "“" not in shown:
            return shown
        # As a plain str: pieces of HTML would escape what is put between them.
        return Html(_QUOTED.sub(r'<span class="nowrap">\g<0></span>', str(shown)))

    def prose(self, text: Bilingual) -> Html:
        """CommonMark as HTML; marked where the English page has to show Chinese."""
        if text.missing(self.lang):
            return _BLOCK_FALLBACK.format(prose(text.zh))
        return _PROSE.format(prose(text.of(self.lang)))

    def entry(self, full_id: str) -> Html:
        """A link to an entry by its name, with a badge on an example; its id where it has no page."""
        if (kept := self._entries.get(full_id)) is None:
            kept = self._entries[full_id] = self._entry(full_id)
        return kept

    def _entry(self, full_id: str) -> Html:
        entry = self.project.get(full_id)
        if entry is None:
            return _CODE.format(full_id)
        link = LINK.format(self.links.entry(full_id), self.text(entry.name))
        return link + Html(" ") + self.example_badge() if entry.example else link

    def example_badge(self) -> Html:
        return _BADGE.format("example", EXAMPLE.of(self.lang))

    def term(self, vocabulary: str, term: str) -> Html:
        """A term's name, with a link to its place in its code list."""
        if (kept := self._terms.get((vocabulary, term))) is None:
            kept = self._terms[vocabulary, term] = self._term(vocabulary, term)
        return kept

    def _term(self, vocabulary: str, term: str) -> Html:
        found = self.project.term(vocabulary, term)
        if found is None:
            return _CODE.format(term)
        return LINK.format(f"{self.links.entry('vocabularies/' + vocabulary)}#{term}", self.text(found.name))

    def term_text(self, vocabulary: str, term: str) -> str:
        """A term's name as plain text."""
        found = self.project.term(vocabulary, term)
        return found.name.of(self.lang) if found else term

    def provisions(self, standard: str) -> Mapping[str, tuple[str, str]]:
        """The clause number and the text of a standard's provisions by id; none where its draft cannot be read."""
        if (kept := self._provisions.get(standard)) is None:
            draft = self.project.drafts.get(standard)
            kept = {p.id: (p.number, p.text) for p in draft.provisions} if draft else {}
            self._provisions[standard] = kept
        return kept

    def unit(self, unit: str) -> str:
        found = self.project.term("units", unit)
        return self._symbol(found) or found.name.of(self.lang) if found else unit

    def counted(self, vocabulary: str, term: str, value: Decimal) -> Html:
        """So many of a term, with its symbol where it has one: `24,000 m²`."""
        found = self.project.term(vocabulary, term)
        symbol = self._symbol(found) if found else ""
        return _UNIT.format(number(value), symbol) if symbol else escaped(number(value))

    def _symbol(self, term: VocabularyTerm) -> str:
        """The symbol of a unit; on an English page only one that is no Chinese character."""
        symbol = term.symbol or ""
        return "" if self.lang == "en" and any(character >= "一" for character in symbol) else symbol

    def bounds(self, value: Quantity | Requirement) -> Html:
        """`≤ 20 ms`, `10–20 ms`, `= 5 ms`."""
        exact = value.value if isinstance(value, Quantity) else None
        if exact is not None:
            shown = number(exact)
        elif value.min is not None and value.max is not None:
            shown = f"{number(value.min)} – {number(value.max)}"
        elif value.min is not None:
            shown = f"≥ {number(value.min)}"
        elif value.max is not None:
            shown = f"≤ {number(value.max)}"
        else:
            return fill('<span class="empty">{}</span>', NOT_STATED.of(self.lang))
        return _UNIT.format(shown, self.unit(value.unit))

    def badges(self, entry: Entry) -> Html:
        """Example, status and expiry of an entry."""
        found = [self.example_badge()] if entry.example else []
        # An entry whose file states no status is in its first state by rule. Who buys has to be told, others need not.
        if (entry.status or entry.kind.folder in _OFFERED) and (state := self.project.state(entry)):
            found.append(self.state_badge(state))
        if expired(entry, self.project.today):
            found.append(_BADGE.format("warn", self.say("已过有效期", "expired")))
        return join(found, " ")

    def state_badge(self, state: State) -> Html:
        return _BADGE.format(TONES[state.tone], self.text(state.name))


def expired(entry: Entry, today: str) -> bool:
    """Whether the entry's own period of validity is over."""
    valid = entry.data.get("valid")
    return isinstance(valid, Mapping) and isinstance(valid.get("until"), str) and valid["until"] < today


def number(value: Decimal) -> str:
    """A number with thousands separated, without needless zeros."""
    text = f"{value:,f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def money(value: Decimal) -> str:
    """Yuan with two decimals and thousands separated."""
    return f"{value:,.2f}"
