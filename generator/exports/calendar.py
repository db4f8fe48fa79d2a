"""An iCalendar file (RFC 5545) in each language: windows of voucher programmes and periods of public notices.

Events last whole days and take nobody's time. Real programmes and examples are told apart by their names.
"""

import re
from collections.abc import Iterator
from datetime import date, timedelta

from generator.model.voucher import Notice, Voucher
from generator.project import Entry, Project
from generator.texts import LANGS, Lang, Text

PATHS = {"zh": "exports/vouchers/calendar.ics", "en": "exports/vouchers/calendar.en.ics"}
_LINE = 75
"""Bytes of a line; what is longer goes on behind a blank."""

_SPECIAL = re.compile(r"([\\;,])")
_CONTROL = re.compile(r"[\x00-\x09\x0b-\x1f\x7f]")
_NAME = Text("服务券：申领、兑现与公示", "Vouchers: claims, redemption and public notices")
_WINDOWS = {"claim": Text("申领期", "claims"), "redemption": Text("兑现期", "redemption")}
_NOTICE = Text("公示期，可提异议", "public notice, objections welcome")
_EXAMPLE = Text("【示例】", "[Example] ")


def calendars(project: Project) -> Iterator[tuple[str, bytes]]:
    """Path and content for each language."""
    for lang in LANGS:
        yield PATHS[lang], calendar(project, lang)


def calendar(project: Project, lang: Lang) -> bytes:
    """The file: CRLF, folded, the same bytes for the same project and day."""
    lines = [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//catalogue-generator//vouchers//" + lang.upper(),
        "CALSCALE:GREGORIAN",
        "METHOD:PUBLISH",
        f"X-WR-CALNAME:{_text(_NAME.of(lang))}",
    ]
    for entry in sorted(project.of_kind("vouchers"), key=lambda one: one.id):
        for number, window in enumerate(entry.as_a(Voucher).windows):
            start, until = window.period.start, window.period.until
            lines += _event(project, entry, f"{window.kind}-{number}", _WINDOWS[window.kind], start, until, lang)
    for entry in sorted(project.of_kind("notices"), key=lambda one: one.id):
        notice = entry.as_a(Notice)
        lines += _event(project, entry, "notice", _NOTICE, notice.start, notice.end, lang)
    return "".join(f"{_folded(line)}\r\n" for line in [*lines, "END:VCALENDAR"]).encode()


def _event(
    project: Project, entry: Entry, part: str, what: Text, start: str | None, until: str | None, lang: Lang
) -> Iterator[str]:
    """A period; of one that is open at an end, the day that is known. Days that are none give no event."""
    first, last = _day(start or until), _day(until or start)
    if first is None or last is None or last < first:
        return
    site = project.settings.programme.site_url
    page = f"{site}{'en/' if lang == 'en' else ''}{entry.id}/"
    mark = _EXAMPLE.of(lang) if entry.example else ""
    which = "" if start and until else Text("开始", " begins").of(lang) if start else Text("截止", " ends").of(lang)
    colon = Text("：", ": ").of(lang)
    yield "BEGIN:VEVENT"
    yield f"UID:{entry.id.replace('/', '-')}-{part}@{_host(site)}"
    yield f"DTSTAMP:{project.today.replace('-', '')}T000000Z"
    yield f"DTSTART;VALUE=DATE:{first:%Y%m%d}"
    yield f"DTEND;VALUE=DATE:{last + timedelta(days=1):%Y%m%d}"
    yield f"SUMMARY:{_text(f'{mark}{entry.name.of(lang)}{colon}{what.of(lang)}{which}')}"
    yield f"URL:{page}"
    yield "TRANSP:TRANSPARENT"
    yield "END:VEVENT"


def _day(text: str | None) -> date | None:
    try:
        found = date.fromisoformat(text or "")
        return found if found < date.max else None
    except ValueError:
        return None


def _host(site: str) -> str:
    return site.partition("://")[2].partition("/")[0] or "localhost"


def _text(value: str) -> str:
    """A text value: nothing in it ends a line or a property."""
    return _CONTROL.sub(" ", _SPECIAL.sub(r"\\\1", value)).replace("\n", "\\n")


def _folded(line: str) -> str:
    """No line longer than 75 bytes, and no character cut in two."""
    parts, now, room = [], "", _LINE
    for character in line:
        size = len(character.encode())
        if size > room:
            parts.append(now)
            now, room = " ", _LINE - 1
        now += character
        room -= size
    return "\r\n".join([*parts, now])
