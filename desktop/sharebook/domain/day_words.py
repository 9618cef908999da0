"""Reads a day as a person types it: "today", "fri", "14/9", "14 sep 26", "2026-09-14"."""

import re
from calendar import monthrange
from datetime import date, timedelta

from sharebook.domain.errors import Refused
from sharebook.domain.months import MONTHS

_SHORT_MONTHS = tuple(month[:3].casefold() for month in MONTHS)
_WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_NEAR = {"today": 0, "yesterday": -1, "tomorrow": 1}
_ISO = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})")
_FIGURES = re.compile(r"(\d{1,2})\s*[/.\-]\s*(\d{1,2})(?:\s*[/.\-]\s*(\d{4}|\d{2}))?")
_WORDS = re.compile(r"(\d{1,2})(?:st|nd|rd|th)?\s*([a-z]{3,9})\.?,?\s*(\d{4}|\d{2})?")
_WEEK = 7
_CENTURY = 100
_HALF = 50


def read_day(typed: str, today: date, *, ahead: bool = False) -> date:
    """Return the day meant by `typed`.

    Args:
        typed: what the person wrote, in any case.
        today: the day at the school; nearness is counted from it.
        ahead: without a year, or by weekday, mean the next such day instead of the last.

    Raises:
        Refused: `day_unread`, `day_no_month`, `day_too_many` (the month is shorter).
    """
    words = _without_weekday(" ".join(typed.lower().split()))
    if words in _NEAR:
        return today + timedelta(days=_NEAR[words])
    if words[:3] in _WEEKDAYS and words.isalpha():
        return _weekday(_WEEKDAYS.index(words[:3]), today, ahead=ahead)
    year, month, day = _parts(words, typed)
    if year is None:
        return _nearest(day, month, today, ahead=ahead)
    return _checked(year, month, day)


def _without_weekday(words: str) -> str:
    first, _, rest = words.partition(" ")
    return rest if rest and first[:3] in _WEEKDAYS else words


def _weekday(wanted: int, today: date, *, ahead: bool) -> date:
    if ahead:
        return today + timedelta(days=(wanted - today.weekday()) % _WEEK)
    return today - timedelta(days=(today.weekday() - wanted) % _WEEK)


def _parts(words: str, typed: str) -> tuple[int | None, int, int]:
    iso = _ISO.fullmatch(words)
    if iso:
        return int(iso[1]), int(iso[2]), int(iso[3])
    figures = _FIGURES.fullmatch(words)
    if figures:
        return _full_year(figures[3]), int(figures[2]), int(figures[1])
    named = _WORDS.fullmatch(words)
    if named and named[2][:3] in _SHORT_MONTHS:
        return _full_year(named[3]), _SHORT_MONTHS.index(named[2][:3]) + 1, int(named[1])
    raise Refused("day_unread", typed=typed)


def _full_year(figures: str | None) -> int | None:
    if figures is None:
        return None
    year = int(figures)
    if year >= _CENTURY:
        return year
    return 2000 + year if year < _HALF else 1900 + year


def _nearest(day: int, month: int, today: date, *, ahead: bool) -> date:
    """Give the day its year: the last such day, or the next one."""
    leap = month == 2 and day == 29  # noqa: PLR2004 - 29 February waits for its year
    step = 1 if ahead else -1
    years = [today.year + step * count for count in range(9 if leap else 2)]
    for year in years:
        if leap and monthrange(year, month)[1] < day:
            continue
        found = _checked(year, month, day)
        if found >= today if ahead else found <= today:
            return found
    return _checked(years[-1], month, day)


def _checked(year: int, month: int, day: int) -> date:
    if not 1 <= month <= len(MONTHS):
        raise Refused("day_no_month", month=month)
    if not date.min.year <= year <= date.max.year or day == 0:
        raise Refused("day_unread", typed=f"{day}/{month}/{year}")
    longest = monthrange(year, month)[1]
    if day > longest:
        raise Refused("day_too_many", month=MONTHS[month - 1], days=longest, year=year)
    return date(year, month, day)
