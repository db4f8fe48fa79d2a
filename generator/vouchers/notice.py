"""Public notices (公示): which listings are ready for one, what is written into it, and by which one a listing is noticed.

Objections are counts. Their content never comes near this repository; an open one holds up its own listing only.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from generator.diagnostics import nearest
from generator.model.fields import Bilingual
from generator.model.voucher import Listing, Notice, NoticeRules, Voucher
from generator.project import Entry, Project
from generator.texts import Text
from generator.vouchers import wording
from generator.vouchers.eligibility import Assessment, assess, listings_of
from generator.vouchers.published import fingerprint, row_of
from generator.vouchers.standing import Case, notices
from generator.workdays import VOCABULARY, Calendar, NoCalendar

CALENDAR = f"catalog/vocabularies/{VOCABULARY}.yaml"
_LONGEST_NAME = 80


class CannotNotice(Exception):
    """Why there can be no such notice; `text` is for the one who asked."""

    def __init__(self, text: Text) -> None:
        super().__init__(text.zh)
        self.text = text


@dataclass(frozen=True, slots=True)
class Prepared:
    """A notice to be written: its bare id, its data, and the listings that stay out, each with its assessment."""

    slug: str
    data: dict[str, object]
    listings: tuple[str, ...]
    left_out: tuple[Assessment, ...]


def held_by(entry: Entry, project: Project, on: str) -> str | None:
    """The bare id of the last notice by which a listing is noticed on a day: ended, clear, and of what is published now."""
    printed = fingerprint(row_of(entry, project, on))
    found = notices(Case.of(entry, project, on))
    clear = [(notice, line) for notice, model, line in found if model.end < on and not line.objections_open]
    # One that kept no fingerprint speaks for the listing only until a later one has ended.
    fit = [pair for pair in clear if pair[1].fingerprint == printed or (pair is clear[-1] and not pair[1].fingerprint)]
    return fit[-1][0].slug if fit else None


def prepare(project: Project, voucher_id: str, start: str, slug: str = "", listings: Iterable[str] = ()) -> Prepared:
    """A notice of every listing that lacks nothing but one, or of those named. Raises CannotNotice.

    A listing is judged on the first day on which it could be listed: after the notice's end, and not before
    its own validity begins.
    """
    entry = voucher_entry(project, voucher_id)
    voucher = entry.as_a(Voucher)
    rules = _rules(entry, voucher)
    end = _end(project, rules, start)
    named = _named(project, entry, tuple(listings))
    ready: list[tuple[Entry, str]] = []
    left_out: list[Assessment] = []
    for listing in named or listings_of(project, entry.id):
        on = _first_day(listing, end)
        assessment, printed = assess(listing, project, on), fingerprint(row_of(listing, project, on))
        if _lacking(assessment, voucher):
            left_out.append(assessment)
        elif named or _needs_one(project, listing, printed, on):
            ready.append((listing, printed))
    if named and left_out:
        raise CannotNotice(_why_not(left_out, voucher))
    if not ready:
        raise CannotNotice(
            Text(
                f"没有可以公示的目录条目：{len(left_out)} 个尚不符合条件，其余已公示且未变化。用 catalog voucher eligible --voucher {entry.slug} 查看原因。",
                f"there is no listing to notice: {len(left_out)} do not meet the criteria, the others have been noticed and have"
                f" not changed. catalog voucher eligible --voucher {entry.slug} shows why.",
            )
        )
    slug = slug or _free_slug(project, entry, start)
    data = _data(project, entry, rules, (start, end), ready)
    return Prepared(slug, data, tuple(listing.slug for listing, _ in ready), tuple(left_out))


def voucher_entry(project: Project, voucher_id: str) -> Entry:
    """The voucher programme of a bare or full id. Raises CannotNotice."""
    slug = voucher_id.removeprefix("vouchers/").removeprefix("voucher/")
    entry = project.get(f"vouchers/{slug}")
    if entry is None:
        hint = nearest(slug, (other.slug for other in project.of_kind("vouchers")))
        raise CannotNotice(
            Text(
                f"没有服务券 {voucher_id}。{hint.zh}", f"there is no voucher programme {voucher_id}. {hint.en}".strip()
            )
        )
    return entry


def needs_notice(voucher: Voucher) -> bool:
    """Whether nothing is listed in a programme without a notice."""
    return voucher.notice_rules is not None or any(
        criterion.test is not None and criterion.test.check == "noticed" for criterion in voucher.criteria
    )


def _rules(entry: Entry, voucher: Voucher) -> NoticeRules:
    if voucher.notice_rules is None:
        raise CannotNotice(
            Text(
                f"{entry.path} 没有写 notice_rules（公示天数、依据、渠道、受理单位），不能据以公示",
                f"{entry.path} has no notice_rules (days, basis, channel, office), and no notice can be made without",
            )
        )
    return voucher.notice_rules


def _end(project: Project, rules: NoticeRules, start: str) -> str:
    try:
        return Calendar.of(project.vocabularies.get(VOCABULARY, {}).values()).end(start, rules.days, rules.day_kind)
    except NoCalendar as missing:
        raise CannotNotice(
            Text(
                f"{missing.year} 年没有工作日数据，不能推算公示结束日；请按国务院办公厅的节假日通知补入 {CALENDAR}",
                f"there is no calendar of working days for {missing.year}, so the end cannot be told; add that year to {CALENDAR}"
                " from the State Council's notice on holidays",
            )
        ) from missing


def _named(project: Project, voucher: Entry, names: tuple[str, ...]) -> tuple[Entry, ...]:
    known = {entry.slug: entry for entry in listings_of(project, voucher.id)}
    found: dict[str, Entry] = {}
    for name in names:
        slug = name.removeprefix("listings/").removeprefix("listing/")
        if slug not in known:
            hint = nearest(slug, known)
            raise CannotNotice(
                Text(
                    f"服务券 {voucher.slug} 没有目录条目 {name}。{hint.zh}",
                    f"the voucher programme {voucher.slug} has no listing {name}. {hint.en}".strip(),
                )
            )
        found[slug] = known[slug]
    return tuple(found[slug] for slug in sorted(found))


def _first_day(listing: Entry, end: str) -> str:
    """The first day on which a listing could be listed, when its notice ends on `end`."""
    valid = listing.as_a(Listing).valid
    after = (date.fromisoformat(end) + timedelta(days=1)).isoformat()
    return max(after, valid.start or "") if valid else after


def _lacking(assessment: Assessment, voucher: Voucher) -> tuple[Text, ...]:
    """What a listing lacks beside the notice itself."""
    of_notice = {c.id for c in voucher.criteria if c.test is not None and c.test.check == "noticed"}
    return tuple(r.text for r in assessment.results if r.fails and r.criterion not in of_notice)


def _needs_one(project: Project, listing: Entry, printed: str, on: str) -> bool:
    """Whether no notice, ended by then, has kept this fingerprint of the listing."""
    return not any(
        line.fingerprint == printed and model.end < on for _, model, line in notices(Case.of(listing, project, on))
    )


def _why_not(left_out: Iterable[Assessment], voucher: Voucher) -> Text:
    lines = [(a.listing.rpartition("/")[2], _lacking(a, voucher)) for a in left_out]
    zh = "；".join(f"{slug}：{'、'.join(text.zh for text in lacking)}" for slug, lacking in lines)
    en = "; ".join(f"{slug}: {', '.join(text.of('en') for text in lacking)}" for slug, lacking in lines)
    return Text(f"尚不符合条件，不能公示：{zh}", f"not ready for a notice: {en}")


def _free_slug(project: Project, voucher: Entry, start: str) -> str:
    stem = f"{'example-' if voucher.example else ''}notice-{start[:4]}-"
    number = 1
    while f"notices/{stem}{number}" in project:
        number += 1
    return f"{stem}{number}"


def _data(
    project: Project, voucher: Entry, rules: NoticeRules, period: tuple[str, str], ready: list[tuple[Entry, str]]
) -> dict[str, object]:
    start, end = period
    model = voucher.as_a(Voucher)
    data: dict[str, object] = {
        "name": _plain(_name(project, voucher, start)),
        "summary": _plain(_summary(rules, start, end, len(ready))),
        "owner": voucher.data.get("owner"),
        "example": True if voucher.example else None,
        "voucher": voucher.slug,
        "listings": [{"listing": listing.slug, "fingerprint": printed} for listing, printed in ready],
        "basis": _plain(rules.basis),
        "day_kind": rules.day_kind,
        "days": int(rules.days),
        "start": start,
        "end": end,
        "channel": _plain(rules.channel),
        "requirements": _plain(rules.requirements) if rules.requirements else None,
        "office": _plain(rules.office),
        "disclosure": model.disclosure,
    }
    return {key: value for key, value in data.items() if value is not None}


def _name(project: Project, voucher: Entry, start: str) -> Text:
    year = start[:4]
    earlier = (notice.as_a(Notice) for notice in project.of_kind("notices"))
    number = 1 + sum(1 for notice in earlier if notice.voucher == voucher.slug and notice.start[:4] == year)
    zh = f"产品目录公示（{year}年第{number}次）"
    en = f"Public notice {year}-{number}: "
    whole_zh, whole_en = voucher.name.zh + zh, en + voucher.name.of("en")
    return Text(whole_zh[-_LONGEST_NAME:], whole_en[:_LONGEST_NAME].rstrip())


def _summary(rules: NoticeRules, start: str, end: str, count: int) -> Text:
    days = int(rules.days)
    zh, en = ("工作日", "working") if rules.day_kind == "working" else ("自然日", "calendar")
    return Text(
        f"公示{count}个目录条目，自{start}至{end}，共{days}个{zh}",
        f"{wording.many(count, 'listing', 'listings')}, from {start} to {end}, {days} {en} days",
    )


def _plain(text: Text | Bilingual) -> Mapping[str, str]:
    """A text as it stands in a file: its languages, Chinese first."""
    return {"zh": text.zh, "en": text.en} if text.en else {"zh": text.zh}
