"""The page of a comparison: what changed in a table on top, then the clauses, those without a change folded away.

Works without a script: the view is chosen by two radio buttons. `redline_page` is one self-contained file.
"""

from collections.abc import Iterator
from dataclasses import replace
from itertools import groupby
from pathlib import Path

from markupsafe import Markup, escape

from generator.drafts.model import walk
from generator.drafts.number import labels_of
from generator.markup import fill, joined
from generator.standards.html import EMPTY, line_html
from generator.standards.redline import texts
from generator.standards.redline.html import clause_html, number_html
from generator.standards.redline.model import CHANGES, ClauseDiff, DraftDiff
from generator.standards.redline.views import Look, chips
from generator.standards.shell import self_contained
from generator.texts import EXAMPLE, Lang, Text

_OPEN = 20
"""So many changed provisions are listed at once; more when they are asked for."""


STYLE_PATH = "assets/css/redline.css"
"""Where the site has the style sheet of differences, below its root."""


def style() -> str:
    """The style sheet of differences, for any page that shows them; it takes its colours from the page, or its own."""
    return Path(__file__).with_name("redline.css").read_text("utf-8")


def redline_page(diff: DraftDiff, look: Look, name: Text, old: Text, new: Text, *, example: bool = False) -> str:
    """One HTML file that needs nothing else. `old` and `new` say what was compared."""
    lang = look.lang
    versions = texts.FROM_TO.fill(lang, {"old": old.of(lang), "new": new.of(lang)})
    body = fill(
        '<main class="rd-page">\n<header class="rd-head">\n<p class="rd-kicker">{}{}</p>\n<h1>{}</h1>\n'
        '<p class="rd-versions">{}</p>\n</header>\n{}</main>\n',
        texts.TITLE.of(lang),
        chips([("example", EXAMPLE.of(lang))]) if example else EMPTY,
        name.of(lang),
        versions,
        diff_html(diff, look),
    )
    return self_contained(f"{name.of(lang)} — {texts.TITLE.of(lang)}", lang, body, style())


def diff_html(diff: DraftDiff, look: Look) -> Markup:
    """Summary, choice of view and all clauses, for a page of any kind."""
    lang, look = look.lang, replace(look, before=labels_of(diff.old.clauses))
    if not any(clause.changed or clause.renumbered for clause in diff.clauses):
        return fill('<p class="rd-nothing">{}</p>\n', texts.NOTHING.of(lang))
    return fill(
        '{}<div class="rd-views">\n<fieldset class="rd-choice"><legend>{}</legend>'
        '<label><input type="radio" name="rd-view" class="rd-view-inline" checked> {}</label>'
        '<label><input type="radio" name="rd-view" class="rd-view-sides"> {}</label>'
        '<span class="rd-key"><ins>{}</ins> <del>{}</del></span></fieldset>\n{}</div>\n',
        summary_html(diff, lang),
        texts.VIEW.of(lang),
        texts.INLINE.of(lang),
        texts.SIDES.of(lang),
        texts.ADDED.of(lang),
        texts.REMOVED.of(lang),
        joined(_clauses(diff, look)),
    )


def summary_html(diff: DraftDiff, lang: Lang) -> Markup:
    """How many of each, every provision that changed with what changed of it, and the numbers that changed."""
    counts = diff.counts
    groups = joined(
        fill(
            "<div><h3>{}</h3><dl>{}</dl></div>\n",
            title.of(lang),
            joined(
                fill(
                    '<div class="{}"><dt>{}</dt><dd>{}</dd></div>',
                    "" if counts[name] else "rd-zero",
                    text.of(lang),
                    counts[name],
                )
                for name, text in texts.COUNTS.items()
                if name.startswith(prefix)
            ),
        )
        for prefix, title in (("clauses_", texts.CLAUSES), ("provisions_", texts.PROVISIONS))
    )
    return fill(
        '<section class="rd-summary">\n<h2>{}</h2>\n<div class="rd-counts">\n{}</div>\n{}{}</section>\n',
        texts.SUMMARY.of(lang),
        groups,
        _provisions(diff, lang),
        _renumbered(diff, lang),
    )


def _provisions(diff: DraftDiff, lang: Lang) -> Markup:
    rows = joined(
        fill(
            '<tr><td><a href="#{0}"><code>{0}</code></a></td><td>{1}</td><td>{2}</td></tr>\n',
            one.id,
            _arrow(one.old.number if one.old else "", one.new.number if one.new else ""),
            chips((name, CHANGES[name].of(lang)) for name in one.changes),
        )
        for one in diff.provisions
    )
    if not rows:
        return fill("<p>{}</p>\n", texts.NO_PROVISION.of(lang))
    table = _table((texts.PROVISION, texts.WHERE, texts.WHAT), rows, lang)
    many = len(diff.provisions)
    return fill(
        "<details{}><summary>{} ({})</summary>\n{}</details>\n",
        Markup(" open") if many <= _OPEN else EMPTY,
        texts.CHANGED_PROVISIONS.of(lang),
        many,
        table,
    )


def _renumbered(diff: DraftDiff, lang: Lang) -> Markup:
    """Old numbers and new ones, of every clause that is in both."""
    rows = joined(
        fill(
            '<tr><td>{}</td><td><a href="#{}">{}</a></td><td>{}</td></tr>\n',
            one.old.number,
            one.id,
            one.new.number,
            line_html(one.new.heading),
        )
        for one in diff.clauses
        if one.old and one.new and one.renumbered and one.state != "moved-away"
    )
    if not rows:
        return EMPTY
    table = _table((texts.OLD_NUMBER, texts.NEW_NUMBER, texts.HEADING), rows, lang)
    return fill(
        "<details><summary>{} ({})</summary>\n{}</details>\n",
        texts.NUMBERS.of(lang),
        diff.counts["clauses_renumbered"],
        table,
    )


def _table(heads: tuple[Text, ...], rows: Markup, lang: Lang) -> Markup:
    head = joined(fill('<th scope="col">{}</th>', text.of(lang)) for text in heads)
    return fill(
        '<div class="rd-scroll" tabindex="0"><table class="rd-table">\n<thead><tr>{}</tr></thead>\n<tbody>\n{}</tbody>\n'
        "</table></div>\n",
        head,
        rows,
    )


def _arrow(old: str, new: str) -> str:
    return new or old if old == new or not (old and new) else f"{old} → {new}"


def _clauses(diff: DraftDiff, look: Look) -> Iterator[Markup]:
    taken = frozenset(name for c in diff.new.clauses for p in (c, *walk(c.blocks)) if (name := getattr(p, "id", "")))
    above: dict[int, ClauseDiff] = {}
    told: set[int] = set()
    for changed, group in groupby(diff.readable, key=lambda clause: clause.changed):
        run = list(group)
        if not changed:
            yield _same(run, look, taken)
        for clause in run:
            one = clause.new or clause.old
            if one is None or clause.state == "moved-away":
                yield clause_html(clause, look, taken) if changed else EMPTY
                continue
            above = {level: c for level, c in above.items() if level < one.level}
            if changed:
                for outer in above.values():
                    if id(outer) not in told:
                        told.add(id(outer))
                        yield _context(outer, look.lang)
                yield clause_html(clause, look, taken)
                told.add(id(clause))
            above[one.level] = clause


def _context(clause: ClauseDiff, lang: Lang) -> Markup:
    """The heading of an unchanged clause that a changed one stands in."""
    one = clause.new or clause.old
    if one is None or not one.title:
        return EMPTY
    return fill(
        '<h{0} class="rd-context">{1}{2}</h{0}>\n',
        min(one.level + 1, 6),
        number_html(escape(one.heading_number)),
        line_html(one.heading),
    )


def _same(run: list[ClauseDiff], look: Look, taken: frozenset[str]) -> Markup:
    ones = [one for clause in run if (one := clause.new or clause.old)]
    names = [name for one in (ones[0], ones[-1]) if (name := one.heading_number or one.title)]
    first, last = (names[0], names[-1]) if names else ("", "")
    where = first if first == last else texts.RANGE.fill(look.lang, {"first": first, "last": last})
    text = texts.SAME if len(ones) > 1 else texts.SAME_ONE
    return fill(
        '<details class="rd-same"><summary>{}</summary>\n{}</details>\n',
        text.fill(look.lang, {"where": where, "many": len(ones)}),
        joined(clause_html(clause, look, taken) for clause in run),
    )
