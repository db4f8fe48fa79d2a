"""The HTML of the difference of one clause, inline and side by side.

Classes, for the style sheet redline.css: rd-views (what holds both views and the choice), rd-view; rd-clause with
rd-<state>; rd-title, rd-number, rd-tags, rd-tag with rd-tag-<what>, rd-moved; rd-inline, rd-sides with rd-old and
rd-new, rd-side-label; rd-provision, rd-provision-head; rd-same; rd-counts, rd-table. What a draft's page uses (std-…) stands inside.
"""

from collections.abc import Mapping

from markupsafe import Markup

from generator.drafts.model import Changed, Clause, walk
from generator.markup import escaped, fill, joined
from generator.standards.html import EMPTY, HERE, line_html
from generator.standards.redline import texts
from generator.standards.redline.model import CHANGES, ClauseDiff, ProvisionDiff
from generator.standards.redline.views import Heading, Look, chips, views
from generator.texts import Lang


def clause_html(clause: ClauseDiff, look: Look, taken: frozenset[str] = frozenset()) -> Markup:
    """One clause with its numbers before and after, what happened to it, and its text inline and side by side.

    `taken`: ids that stand elsewhere on the page.
    """
    one = clause.new or clause.old
    if one is None:
        return EMPTY
    if clause.state == "moved-away":
        return _away(clause, look)
    anchors = _anchors(clause, taken) if look.anchors else []
    changed = _changes(clause)
    return fill(
        '<section class="rd-clause rd-{}"{}>\n{}{}{}</section>\n',
        clause.state if clause.changed else "same",
        fill(' id="{}"', anchors[0]) if anchors else EMPTY,
        joined(fill('<span class="rd-anchor" id="{}"></span>', a) for a in anchors[1:]),
        _title(clause, one, look, anchors[0] if anchors else ""),
        _texts(clause, look, changed),
    )


def _away(clause: ClauseDiff, look: Look) -> Markup:
    """Where a clause was that stands elsewhere now."""
    if clause.old is None or clause.new is None:
        return EMPTY
    to = fill('<a href="#{}">{}</a>', clause.new.id, _label(clause.new, look.lang))
    return fill(
        '<p class="rd-moved">{} {} {}</p>\n',
        fill("<del>{}</del>", f"{_label(clause.old, look.lang)} {clause.old.title}".strip()),
        texts.MOVED_TO.of(look.lang),
        to,
    )


def _title(clause: ClauseDiff, one: Clause, look: Look, anchor: str) -> Markup:
    shown = line_html(clause.heading)
    if shown and (clause.old is None or clause.new is None):
        shown = fill("<{0}>{1}</{0}>", "ins" if clause.old is None else "del", shown)
    link = fill(' <a class="std-link" href="#{}" aria-label="{}">¶</a>', anchor, HERE.of(look.lang))
    return fill(
        '<h{0} class="rd-title">{1}{2}{3}{4}</h{0}>\n',
        min(one.level + 1, 6),
        number_html(_numbers(clause)),
        shown,
        _tags(clause, look.lang),
        link if anchor else EMPTY,
    )


def number_html(number: Markup) -> Markup:
    """A number before its heading; nothing for none."""
    return fill('<span class="rd-number">{}</span> ', number) if number else EMPTY


def _numbers(clause: ClauseDiff) -> Markup:
    old, new = ("" if c is None else c.heading_number for c in (clause.old, clause.new))
    if old == new:
        return escaped(new)
    parts = (
        fill("<del>{}</del>", old) if old else EMPTY,
        fill("<ins>{}</ins>", new) if new else EMPTY,
    )
    return Markup(" ").join(part for part in parts if part)


def _label(clause: Clause, lang: Lang) -> str:
    return clause.label or texts.CLAUSE.of(lang)


def _tags(clause: ClauseDiff, lang: Lang) -> Markup:
    told: list[tuple[str, str]] = []
    match clause.state:
        case "inserted":
            told.append(("added", CHANGES["added"].of(lang)))
        case "deleted":
            told.append(("removed", CHANGES["removed"].of(lang)))
        case "moved-here" if clause.old is not None:
            told.append(("moved", f"{texts.MOVED_FROM.of(lang)} {_label(clause.old, lang)}"))
        case "replaced":
            told.append(("moved", texts.RELEVELLED.of(lang)))
        case _:
            pass
    if clause.state in ("kept", "moved-here", "replaced") and clause.edited:
        told.append(("text", CHANGES["text"].of(lang)))
    return chips(told)


def _changes(clause: ClauseDiff) -> dict[str, ProvisionDiff]:
    return {provision.id: provision for provision in clause.provisions}


def _texts(clause: ClauseDiff, look: Look, changed: Mapping[str, ProvisionDiff]) -> Markup:
    both = clause.old is not None and clause.new is not None and clause.edited
    blocks = clause.blocks
    if blocks and clause.old is None:
        blocks = (Changed("inserted", blocks),)
    elif blocks and clause.new is None:
        blocks = (Changed("deleted", blocks),)
    old, new = ("" if c is None else c.heading_number for c in (clause.old, clause.new))
    return views(blocks, changed, look, f"c-{clause.id}", both=both, heading=Heading(clause.heading, old, new))


def _anchors(clause: ClauseDiff, taken: frozenset[str]) -> list[str]:
    """The clause's own id and those of what is in it, each once; of what is gone those that nothing bears now."""
    found: dict[str, None] = {}
    for one in (clause.new, clause.old):
        for part in (one, *walk(one.blocks)) if one else ():
            name = getattr(part, "id", "")
            if name and (one is clause.new or name not in taken):
                found[name] = None
    return list(found)
