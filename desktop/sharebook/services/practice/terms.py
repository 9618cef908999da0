"""The practice school's terms, half-terms and staff days, as its office would have typed them."""

from collections.abc import Iterator
from datetime import date, timedelta

from sharebook.domain.school_dates import DateKind, SchoolDate, SchoolDateId
from sharebook.services.practice.calendar import TERMS, Calendar, school_day

_DAY = timedelta(days=1)
_NAMES = ("Autumn", "Spring", "Summer")
_STAFF_DAY = "Spring"  # its first day is for the staff alone


def school_dates(calendar: Calendar) -> tuple[SchoolDate, ...]:
    """Return what was typed for every school year of the book."""
    spans = [span for year in calendar.years for span in _year(calendar, year)]
    return tuple(
        SchoolDate(SchoolDateId(number), kind, name, first, last)
        for number, (kind, name, first, last) in enumerate(spans, start=1)
    )


def _year(calendar: Calendar, year: int) -> Iterator[tuple[DateKind, str, date, date]]:
    halves = [
        (_weekday(calendar.in_days(year, first)), school_day(calendar.in_days(year, last)))
        for first, last in TERMS
    ]
    for name, before, after in zip(_NAMES, halves[::2], halves[1::2], strict=True):
        yield DateKind.TERM, f"{name} term", before[0], after[1]
        half_term = before[1] + _DAY, after[0] - _DAY
        yield DateKind.BREAK, f"{name} half term", *half_term
        if name == _STAFF_DAY:
            yield DateKind.INSET, "Staff training", before[0], before[0]


def _weekday(day: date) -> date:
    """Return `day`, or the Monday after where it falls on a weekend."""
    return day if school_day(day) == day else _weekday(day + _DAY)
