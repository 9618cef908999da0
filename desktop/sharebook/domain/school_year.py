"""The school year: 1 September to 31 August (England and Wales; intake.md 5)."""

from datetime import date

from sharebook.domain.intervals import Interval

_FIRST_MONTH = 9
_LAST_DAY = (8, 31)


def school_year(day: date) -> Interval:
    """Return the school year that holds `day`."""
    starts = day.year if day.month >= _FIRST_MONTH else day.year - 1
    return year_from(starts)


def year_from(starts: int) -> Interval:
    """Return the school year that begins in September of `starts`."""
    return Interval(date(starts, _FIRST_MONTH, 1), date(starts + 1, *_LAST_DAY))


def year_name(year: Interval) -> str:
    """Return "2025–26"."""
    return f"{year.first.year}–{year.last.year % 100:02}"
