"""The days on which something that repeats falls due."""

from calendar import monthrange
from collections.abc import Iterable, Iterator
from datetime import date, timedelta

from sharebook.domain.due_rules import DueRule, Every
from sharebook.domain.school_dates import DateKind
from sharebook.domain.school_days import SchoolCalendar

_WEEK = timedelta(days=7)
_DAY = timedelta(days=1)


def due_dates(
    rules: Iterable[DueRule], calendar: SchoolCalendar, first: date, last: date
) -> list[date]:
    """Return the days from `first` to `last` that `rules` give, in order; all are school days."""
    found = {day for rule in rules for day in _of(rule, calendar, first, last)}
    return sorted(day for day in found if first <= day <= last)


def nearest(days: Iterable[date], day: date) -> date | None:
    """Return which of `days` something done on `day` was for: the nearest, else the earlier."""
    return min(days, key=lambda each: (abs(each - day), each), default=None)


def _of(rule: DueRule, calendar: SchoolCalendar, first: date, last: date) -> Iterator[date]:
    match rule.every:
        case Every.DAY:
            yield from calendar.within(first, last)
        case Every.WEEK:
            yield from _weeks(calendar, first, last)
        case Every.YEAR:
            yield from _years(rule, calendar, first, last)
        case Every.TERM | Every.HALF_TERM:
            ends = _term_ends(calendar, halves=rule.every is Every.HALF_TERM)
            yield from (calendar.before(each) for each in ends)
            without = _years(rule, calendar, first, last)
            yield from (each for each in without if not calendar.knows(each))


def _weeks(calendar: SchoolCalendar, first: date, last: date) -> Iterator[date]:
    """Yield the last school day of each week that has one."""
    monday = first - first.weekday() * _DAY
    while monday <= last:
        yield from list(calendar.within(monday, monday + _WEEK - _DAY))[-1:]
        monday += _WEEK


def _term_ends(calendar: SchoolCalendar, *, halves: bool) -> Iterator[date]:
    for term in calendar.terms:
        yield term.last_day
        if halves:
            yield from (
                each.first_day - _DAY
                for each in calendar.dates
                if each.kind is DateKind.BREAK and term.first_day < each.first_day <= term.last_day
            )


def _years(rule: DueRule, calendar: SchoolCalendar, first: date, last: date) -> Iterator[date]:
    for year in range(first.year - 1, last.year + 2):
        for month in rule.months:
            day = _day_of(rule, year, month) + rule.days * _DAY
            yield calendar.before(day) if rule.by else calendar.next(day)


def _day_of(rule: DueRule, year: int, month: int) -> date:
    longest = monthrange(year, month)[1]
    if not rule.weekday:
        return date(year, month, min(rule.day or longest, longest))
    begins = date(year, month, 1)
    first = begins + (rule.weekday - begins.isoweekday()) % 7 * _DAY
    return first + (max(rule.nth, 1) - 1) * _WEEK
