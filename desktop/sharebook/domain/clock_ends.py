"""When the time that a row of the clocks gives has run out."""

from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING

from sharebook.domain.catalogue_law import Clock

if TYPE_CHECKING:
    from sharebook.domain.school_days import SchoolCalendar

_DECEMBER = 12


def last_day(clock: Clock, first: date, calendar: "SchoolCalendar") -> date:
    """Return the last day of the time that begins on `first`; hours end on their day."""
    number = clock.length - int(clock.includes_first)
    if clock.unit == "school_days":
        return calendar.add(first, number)
    if clock.unit == "months":
        return _months_later(first, number)
    if clock.unit == "hours":
        return first + timedelta(hours=number)
    return first + timedelta(days=number)


def last_moment(clock: Clock, began: datetime) -> datetime:
    """Return when the hours of `clock` that began at `began` are over; days count as 24 hours."""
    each = timedelta(hours=1) if clock.unit == "hours" else timedelta(days=1)
    return began + clock.length * each


def _months_later(first: date, number: int) -> date:
    """Return the same date so many months later, or the last of that month."""
    months = first.month - 1 + number
    year, month = first.year + months // _DECEMBER, months % _DECEMBER + 1
    for day in range(first.day, 0, -1):
        try:
            return date(year, month, day)
        except ValueError:  # the month is shorter
            continue
    raise AssertionError(first)
