"""Months between ISO dates, without a calendar library: a day that does not exist is no fault here."""


def plus_months(date: str, months: int) -> str:
    """The ISO date `months` later; the day stays as it is, so the result may be a day that its month lacks.

    Dates as text compare rightly all the same.
    """
    year, month, day = (int(part) for part in date.split("-"))
    count = year * 12 + month - 1 + months
    return f"{count // 12:04}-{count % 12 + 1:02}-{day:02}"


def whole_months(start: str, until: str) -> int | None:
    """The months of a period whose both days count, or None where it is not whole months.

    From the 1st of January to the 31st of December is 12 months, and so is from the 1st to the 1st a year
    later: both ways of writing are in use.
    """
    y, m, d = (int(part) for part in start.split("-"))
    y2, m2, d2 = (int(part) for part in until.split("-"))
    months = (y2 - y) * 12 + m2 - m
    if d2 in (d, d - 1) or (d > d2 and _last(y2, m2) == d2):
        return months
    if d == 1 and d2 == _last(y2, m2):
        return months + 1
    return None


def _last(year: int, month: int) -> int:
    """The last day of a month."""
    if month == 2:
        return 29 if year % 4 == 0 and (year % 100 != 0 or year % 400 == 0) else 28
    return 30 if month in (4, 6, 9, 11) else 31
