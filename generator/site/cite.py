"""Sources, evidence and contacts in one line each."""

from generator.markup import Html, Template, escaped, fill
from generator.model.parts import Contact, Evidence, Source
from generator.site.pieces import FALLBACK
from generator.site.view import EMPTY, View, join

_WAY = Template(" ·&nbsp;{}")
_OUTSIDE = Template('<a href="{}" rel="nofollow noopener noreferrer">{}</a>')


def _outside(url: str | None, title: str) -> Html:
    return _OUTSIDE.format(url, title) if url else escaped(title)


def contact(view: View, value: Contact) -> Html:
    """An office and how to reach it, in a line."""
    ways = [_outside(value.url, value.url)] if value.url else []
    ways += [escaped(line) for line in (value.office_email, value.office_phone) if line]
    # The dot stays with what follows it: a line does not end with one.
    return view.text(value.role) + join(_WAY.format(way) for way in ways)


def evidence(view: View, value: Evidence) -> Html:
    """A document that proves something, in a line."""
    title = _outside(value.url, value.title)
    if view.lang == "en" and any(character >= "一" for character in value.title):
        title = FALLBACK.format(title)
    notes = [note for note in (value.issuer, value.document, value.date) if note]
    if value.sha256:
        notes.append(f"SHA-256 {value.sha256[:12]}…")
    return title + (fill(' <span class="note">{}</span>', view.say("，", ", ").join(notes)) if notes else EMPTY)


def source(view: View, value: Source) -> Html:
    """A source, in a line."""
    title = _outside(value.url, value.title)
    if view.lang == "en" and any(character >= "一" for character in value.title):
        title = FALLBACK.format(title)
    notes = [note for note in (value.document, value.clause, value.date) if note]
    return fill("<cite>{}</cite>", title) + (
        fill(' <span class="note">{}</span>', view.say("，", ", ").join(notes)) if notes else EMPTY
    )
