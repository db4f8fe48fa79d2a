"""Working days: weekdays, without the public holidays and with the days worked instead, as the code list states them.

The code list `working-days` has a term for each year that is known (`y2026`, with the number and the date of the
State Council's notice), and under `holiday` and `working` a term for each day. A year that is not in it is an error
and never guessed from the days of the week.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from typing import Literal

from generator.model.terms import VocabularyTerm

VOCABULARY = "working-days"
"""The code list that holds the calendar."""

OFF, MADE_UP = "holiday", "working"
"""The terms under which the days off, and the weekend days that are worked, stand."""

DayKind = Literal["working", "calendar"]

_DAY = timedelta(days=1)
_SATURDAY = 5


class NoCalendar(ValueError):
    """The year's holidays are not known, so its working days cannot be counted."""

    def __init__(self, year: int) -> None:
        super().__init__(f"no working-day calendar for {year}")
        self.year = year


@dataclass(frozen=True, slots=True)
class Calendar:
    """The years that are known, and the days in them that are not as their day of the week. Days are ISO texts."""

    years: frozenset[int]
    off: frozenset[str]
    made_up: frozenset[str]

    @classmethod
    def of(cls, terms: Iterable[VocabularyTerm]) -> "Calendar":
        """The calendar of the code list's terms; none of them: no year is known."""
        found = tuple(terms)
        return cls(
            frozenset(year for term in found if (year := year_of(term.id)) is not None),
            frozenset(term.date for term in found if term.parent == OFF and term.date),
            frozenset(term.date for term in found if term.parent == MADE_UP and term.date),
        )

    def is_working(self, day: str) -> bool:
        """Whether people work on that day. Raises NoCalendar for a year that is not known, ValueError for no day."""
        return self._works(date.fromisoformat(day))

    def end(self, start: str, days: int | Decimal, kind: DayKind) -> str:
        """The last of so many days; the first that counts is `start`, or the first working day after it.

        Raises NoCalendar where working days of an unknown year are needed (never for calendar days), and
        ValueError for a `start` that is no day and for `days` that are not a whole number above 0.
        """
        if days < 1 or days != int(days):
            raise ValueError("the days are a whole number above 0")
        counts = self._counts(kind)
        day, left = date.fromisoformat(start), int(days)
        while True:
            left -= counts(day)
            if not left:
                return day.isoformat()
            day += _DAY

    def count(self, start: str, end: str, kind: DayKind) -> int:
        """How many days from the first to the last, both included; 0 where the last is before the first."""
        counts = self._counts(kind)
        first, last = date.fromisoformat(start), date.fromisoformat(end)
        return sum(counts(first + n * _DAY) for n in range((last - first).days + 1))

    def _counts(self, kind: DayKind) -> Callable[[date], bool]:
        return self._works if kind == "working" else lambda day: True

    def _works(self, day: date) -> bool:
        if day.year not in self.years:
            raise NoCalendar(day.year)
        text = day.isoformat()
        return text not in self.off if day.weekday() < _SATURDAY else text in self.made_up


def year_of(term: str) -> int | None:
    """The year that a term's id stands for: 2026 for `y2026`; None for the id of any other term."""
    digits = term[1:]
    return int(digits) if term[:1] == "y" and len(digits) == 4 and digits.isascii() and digits.isdigit() else None
