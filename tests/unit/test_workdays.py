"""Working days: the calendar of the real catalogue against the days that notices really had, and what always holds."""

from datetime import date, timedelta
from decimal import Decimal
from functools import cache

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.model.terms import Vocabulary, VocabularyTerm
from generator.source.reader import read_data
from generator.workdays import VOCABULARY, Calendar, NoCalendar, year_of
from tests.conftest import ROOT

KINDS = st.sampled_from(("working", "calendar"))
# No count below reaches 2027 from here, which is not known.
STARTS = st.dates(date(2023, 1, 1), date(2026, 6, 30)).map(date.isoformat)
DAYS = st.integers(1, 60)


@cache
def calendar() -> Calendar:
    content = (ROOT / f"catalog/vocabularies/{VOCABULARY}.yaml").read_bytes()
    data, problems = read_data("working-days.yaml", content)
    assert problems == ()
    return Calendar.of(Vocabulary.model_validate(data).terms)


@pytest.mark.parametrize(
    ("start", "days", "kind", "end"),
    [
        ("2023-12-20", 7, "working", "2023-12-28"),
        ("2023-01-06", 7, "calendar", "2023-01-12"),
        ("2025-09-26", 5, "working", "2025-10-09"),  # Sunday 28 is worked, 1 to 8 October are off
        ("2026-02-13", 3, "working", "2026-02-24"),  # Saturday 14 is worked, then the Spring Festival
        ("2024-02-08", 3, "working", "2024-02-18"),  # the Eve of 2024 was worked, and so was the Sunday after
        ("2026-10-01", 1, "working", "2026-10-08"),  # begun on a day off: the first that counts comes after it
        ("2026-12-30", 2, "working", "2026-12-31"),
        ("2031-06-27", 30, "calendar", "2031-07-26"),  # calendar days need no calendar
    ],
)
def test_the_last_day(start, days, kind, end):
    assert calendar().end(start, days, kind) == end


@pytest.mark.parametrize("year", [2023, 2024, 2025, 2026])
def test_as_many_days_are_off_and_worked_instead_as_the_notices_say(year):
    off = sum(day.startswith(f"{year}-") for day in calendar().off)
    made_up = sum(day.startswith(f"{year}-") for day in calendar().made_up)
    # 2023: without 2022-12-31, which its notice names as well.
    assert (off, made_up) == {2023: (26, 7), 2024: (28, 8), 2025: (28, 5), 2026: (33, 6)}[year]


@pytest.mark.parametrize(("start", "days", "year"), [("2022-12-30", 1, 2022), ("2026-12-31", 2, 2027)])
def test_a_year_that_is_not_known_is_an_error_and_no_guess(start, days, year):
    with pytest.raises(NoCalendar) as caught:
        calendar().end(start, days, "working")
    assert caught.value.year == year


@pytest.mark.parametrize(("start", "days"), [("2026-02-30", 1), ("2026-02-03", 0), ("2026-02-03", Decimal("1.5"))])
def test_what_cannot_be_counted(start, days):
    with pytest.raises(ValueError, match=r"."):
        calendar().end(start, days, "calendar")


def test_a_calendar_of_nothing_knows_no_year():
    with pytest.raises(NoCalendar):
        Calendar.of(()).is_working("2026-06-01")


def test_a_day_alone_does_not_open_its_year():
    day = VocabularyTerm.model_validate(
        {"id": "d2026-01-01", "name": {"zh": "元旦"}, "parent": "holiday", "date": "2026-01-01"}
    )
    with pytest.raises(NoCalendar):
        Calendar.of((day,)).is_working("2026-01-05")


@pytest.mark.parametrize(("term", "year"), [("y2026", 2026), ("d2026", None), ("y26", None), ("y２０２６", None)])
def test_the_terms_that_open_a_year(term, year):
    assert year_of(term) == year


@given(STARTS, DAYS)
def test_the_last_working_day_is_one(start, days):
    assert calendar().is_working(calendar().end(start, days, "working"))


@given(STARTS, DAYS, KINDS)
def test_so_many_days_are_counted_to_the_last_one_and_one_fewer_to_the_day_before(start, days, kind):
    end = calendar().end(start, days, kind)
    before = (date.fromisoformat(end) - timedelta(days=1)).isoformat()
    assert calendar().count(start, end, kind) == days
    assert calendar().count(start, before, kind) == days - 1


@given(STARTS, DAYS, KINDS)
def test_a_day_more_ends_later(start, days, kind):
    assert calendar().end(start, days, kind) < calendar().end(start, days + 1, kind)


@given(STARTS, DAYS)
def test_working_days_never_end_before_calendar_days(start, days):
    assert calendar().end(start, days, "working") >= calendar().end(start, days, "calendar")


@given(STARTS, DAYS, KINDS)
def test_a_later_start_never_ends_earlier(start, days, kind):
    later = (date.fromisoformat(start) + timedelta(days=1)).isoformat()
    assert calendar().end(start, days, kind) <= calendar().end(later, days, kind)


def test_a_new_repository_begins_with_the_same_calendar():
    name = f"catalog/vocabularies/{VOCABULARY}.yaml"
    assert (ROOT / "generator/starter" / name).read_bytes() == (ROOT / name).read_bytes()
